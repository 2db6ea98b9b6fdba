import type { Cell, TableBlock } from '../../../schemas/index.js';

/** Cells from a corner to the opposite one, both within; rows and columns count from 0. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The one cell that a reference such as `B7` or `$B$7` names; null where it names none. */
export function areaOf(reference: string): Area | null {
  const m = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (m === null || Number(m[2]) === 0) return null;
  const [row, column] = [Number(m[2]) - 1, columnNumber(m[1] ?? '')];
  return { top: row, left: column, bottom: row, right: column };
}

/** `A` is 0, `Z` 25, `AA` 26. */
export function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 0 is `A`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Where a cell of a table stands in its spreadsheet: `Sheet1!B7`; null where the table is from no spreadsheet. */
export function cellReference({ origin }: TableBlock, { row, column }: Pick<Cell, 'row' | 'column'>): string | null {
  const [number, letters] = [origin?.rows[row], origin?.columns[column]];
  if (origin === undefined || number === undefined || letters === undefined) return null;
  const sheet = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(origin.sheet) ? origin.sheet : `'${origin.sheet.replaceAll("'", "''")}'`;
  return `${sheet}!${letters}${number}`;
}
