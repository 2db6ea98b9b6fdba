import { zipSync } from 'fflate';

/**
 * The letters and digits that mammoth finds in a document and we did not. mammoth is made for HTML and drops automatic
 * numbers and the shape of tables, so the file is read from its XML here, and mammoth is the second pair of eyes that
 * says when text got lost on the way. It gets the parts that were unpacked within the bounds, not the file.
 */
export async function lostText(parts: ReadonlyMap<string, Uint8Array>, found: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(archive) });
  const counts = new Map<string, number>();
  for (const character of lettersOf(found)) counts.set(character, (counts.get(character) ?? 0) + 1);
  let lost = '';
  for (const character of lettersOf(value)) {
    const left = counts.get(character) ?? 0;
    if (left === 0) lost += character;
    else counts.set(character, left - 1);
  }
  return lost;
}

/** Letters and digits only: signs of symbol fonts and hyphens have several spellings. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
