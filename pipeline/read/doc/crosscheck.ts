import { lettersLost } from '../lost.js';

const AS_IT_IS = { filterUnicode: false, includeHeadersAndFooters: false };

/**
 * The letters and digits that word-extractor finds in an old Word document and we did not. It reads text only: no numbers,
 * no cells that are merged, rows run together; so the file is read from its structures here, and word-extractor is the
 * second pair of eyes. Hidden text, which it shows, is in `found` as far as we left it out.
 * @returns the lost letters, empty as well where word-extractor cannot read the file
 */
export async function lostText(bytes: Uint8Array, found: string): Promise<string> {
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const read = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const parts = [read.getBody(AS_IT_IS), read.getTextboxes(AS_IT_IS), read.getFootnotes(AS_IT_IS), read.getEndnotes(AS_IT_IS)];
    return lettersLost(parts.join('\n'), found);
  } catch {
    return '';
  }
}
