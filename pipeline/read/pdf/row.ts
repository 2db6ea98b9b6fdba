import { isBlank } from './characters.js';
import type { Line } from './lines.js';

/** Lines of one cell and of running text stand further apart than this, in ems: what is nearer is of a cell beside. */
export const BESIDE = 0.9;

/** What a line begins with that names the rows below it: 一、 or （一）. */
export const NUMBERED = /^(?:([（(])[一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/;

const TOTAL = /^(?:合|总|小|共)\s*计/;

/** True for words that name the rows below them, or those above as their total: they may reach over several columns. */
export const namesRows = (words: string): boolean => NUMBERED.test(words) || TOTAL.test(words);

/** A line as the pieces that stand apart on it. */
export interface Row {
  line: Line;
  pieces: Line[];
}

/** Cells beside each other that stand nearly level share a line; where a cell's lines stand is told by its own characters. */
export function atOwnHeight(part: Line): Line {
  const largest = part.glyphs.find((glyph) => glyph.size === part.size && !isBlank(glyph.text));
  return { ...part, baseline: largest?.baseline ?? part.baseline };
}
