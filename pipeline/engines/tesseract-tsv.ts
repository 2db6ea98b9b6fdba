import type { RecognisedWord } from '../read/index.js';

/** tesseract's TSV: level page block paragraph line word left top width height confidence text. */
const COLUMNS = 12;
const WORD_LEVEL = 5;

/** The words of tesseract's TSV output. Lines are numbered in the order that they come in; confidence is 0 to 100 there. */
export function wordsOfTsv(tsv: string): RecognisedWord[] {
  const words: RecognisedWord[] = [];
  let line = -1;
  let key = '';
  for (const row of tsv.split('\n')) {
    const fields = row.split('\t');
    const numbers = fields.slice(0, COLUMNS - 1).map(Number);
    if (fields.length < COLUMNS || numbers.some((n) => !Number.isFinite(n)) || numbers[0] !== WORD_LEVEL) continue;
    const [, page = 0, block = 0, paragraph = 0, number = 0, , left = 0, top = 0, width = 0, height = 0, confidence = 0] =
      numbers;
    const here = [page, block, paragraph, number].join(' ');
    if (here !== key) line += 1;
    key = here;
    const text = fields
      .slice(COLUMNS - 1)
      .join('\t')
      .trim();
    if (text === '') continue;
    words.push({
      text,
      box: [left, top, left + width, top + height],
      line,
      confidence: Math.min(1, Math.max(0, confidence / 100)),
    });
  }
  return words;
}
