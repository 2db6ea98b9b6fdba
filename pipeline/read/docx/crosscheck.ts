import { zipSync } from 'fflate';
import { lettersLost } from '../lost.js';

/**
 * The letters and digits that mammoth finds in a document and we did not. mammoth is made for HTML and drops automatic
 * numbers and the shape of tables, so the file is read from its XML here, and mammoth is the second pair of eyes that
 * says when text got lost on the way. It gets the parts that were unpacked within the bounds, not the file.
 */
export async function lostText(parts: ReadonlyMap<string, Uint8Array>, found: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(archive) });
  return lettersLost(value, found);
}
