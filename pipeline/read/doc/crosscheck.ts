const AS_IT_IS = { filterUnicode: false, includeHeadersAndFooters: false };

/**
 * An old Word document's text as word-extractor reads it: text only, no numbers, no cells that are merged, rows run
 * together. So the file is read from its structures here, and word-extractor is the second pair of eyes that says when
 * text got lost on the way. Hidden text is in it.
 * @returns the text, empty as well where word-extractor cannot read the file
 */
export async function secondReading(bytes: Uint8Array): Promise<string> {
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const read = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return [read.getBody(AS_IT_IS), read.getTextboxes(AS_IT_IS), read.getFootnotes(AS_IT_IS), read.getEndnotes(AS_IT_IS)].join(
      '\n',
    );
  } catch {
    return '';
  }
}
