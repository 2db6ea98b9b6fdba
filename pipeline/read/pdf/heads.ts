import type { Piece } from './aligned-cells.js';
import { wrappedLevels, type TwoLevels } from './head-blocks.js';
import { FLUSH, spansOver } from './head-spans.js';
import { textOf, type Line } from './lines.js';
import { pitchOf } from './pitch.js';
import { BESIDE, type Row } from './row.js';
import { columnOf, stripsOf, type Strip } from './strips.js';

/** So many lines may stand above the lower level: the upper one, and a heading set at mid-height beside it. */
const LINES_ABOVE = 3;
const MOST_COLUMNS = 60;
/** A head whose headings are wrapped has so many lines. */
const LEAST_WRAPPED = 3;
const MOST_LINES = 10;
/** A gap of so many pitches lies between two rows. */
const ROW_GAP = 1.15;

/**
 * Two levels of headings at the top of a table without lines: each heading of the lower level stands in a column of
 * its own, and the upper ones stand above one or several of them. A heading with none below it goes down. `pitch` is the
 * distance of the lines of a cell.
 */
export function twoLevelHead(rows: readonly Row[], strips: readonly Strip[], pitch: number): TwoLevels | null {
  if (strips.length < 3 || strips.length > MOST_COLUMNS) return null;
  for (let lower = 1; lower <= Math.min(LINES_ABOVE, rows.length - 1); lower += 1) {
    const head = levelsAt(rows, lower, strips);
    if (head !== null) return head;
  }
  return wrappedHead(rows, strips, pitch);
}

/** The same where headings are wrapped: the head ends at the first gap that no cell goes on over. */
function wrappedHead(rows: readonly Row[], strips: readonly Strip[], pitch: number): TwoLevels | null {
  for (let lines = 1; lines <= Math.min(MOST_LINES, rows.length); lines += 1) {
    const [last, next] = [rows[lines - 1], rows[lines]];
    if (last === undefined || areFigures(last.pieces.map(textOf))) return null;
    const gap = next === undefined ? Infinity : next.line.baseline - last.line.baseline;
    if (lines < LEAST_WRAPPED || gap < ROW_GAP * pitch) continue;
    const head = wrappedLevels(rows.slice(0, lines), strips, pitch);
    if (head !== null) return head;
  }
  return null;
}

/** True for a line whose headings stand over several columns of the table that the rows below it are, beside one that has its own. */
export function standsOver(upper: Row, rows: readonly Row[]): boolean {
  const below = rows.slice(0, MOST_LINES);
  const groups = twoLevelHead([upper, ...below], stripsOf(rows), pitchOf([rows]))?.groups[0] ?? [];
  const isUpper = ({ left }: Line): boolean => groups.some(({ line, rows: tall }) => line.left === left && tall === undefined);
  return groups.some(({ column, rows: tall }) => column === 0 && tall !== undefined) && upper.pieces.every(isUpper);
}

function levelsAt(rows: readonly Row[], lower: number, strips: readonly Strip[]): TwoLevels | null {
  // A line this near below is one of a cell beside: what stands on the lower line is no whole level.
  const [line, next] = [rows[lower]?.line, rows[lower + 1]?.line];
  if (line !== undefined && next !== undefined && next.baseline - line.baseline < BESIDE * line.size) return null;
  const level = (rows[lower]?.pieces ?? []).map((line) => ({ line, column: columnOf(line, strips) }));
  if (areFigures(level.map(({ line }) => textOf(line)))) return null;
  const beside = besideUpper(
    rows.slice(0, lower).flatMap((row) => row.pieces),
    level,
  );
  const below = level.slice(beside.length);
  const columns = below.map(({ column }) => column);
  if (columns.some((column, i) => column < 0 || column <= (columns[i - 1] ?? -1))) return null;
  const above = rows.slice(0, lower).flatMap((row) => row.pieces);
  if (areFigures(above.map(textOf))) return null;
  const higher = above
    .map((line) => ({ line, column: columnOf(line, strips) }))
    .filter(({ column }) => column >= 0 && !columns.includes(column) && !isBetween(column, columns, above.length));
  const tall = [...beside, ...higher];
  const tops = above.filter((line) => !higher.some((one) => one.line === line)).sort((a, b) => a.left - b.left);
  // Headings of one level stand on one line; what goes on below another wraps.
  if (tops.some((line) => Math.abs(line.baseline - (tops[0]?.baseline ?? 0)) > 0.3 * line.size)) return null;
  const spans = spansOver(
    tops,
    below.map((one) => one.line),
  );
  if (spans?.some(({ first, last }) => last > first) !== true) return null;
  const upper = tops.map((line, i): Piece => {
    const [first = 0, last = 0] = [columns[spans[i]?.first ?? 0], columns[spans[i]?.last ?? 0]];
    return { line, column: first, span: last - first + 1 };
  });
  if (upper.some(({ column, span }) => tall.some((one) => one.column >= column && one.column < column + span))) return null;
  const taller = tall.map(({ line, column }): Piece => ({ line, column, span: 1, rows: 2 }));
  const groups: [Piece[], Piece[]] = [
    [...upper, ...taller].sort((a, b) => a.column - b.column || a.line.baseline - b.line.baseline),
    below.map(({ line, column }) => ({ line, column, span: 1 })),
  ];
  return { lines: lower + 1, groups };
}

/**
 * The headings at the left of the lower level that reach over both, set at mid-height on its line: none of the upper ones is
 * above them, the first of which begins flush with the heading that follows.
 */
function besideUpper<T extends { line: Line }>(above: readonly Line[], level: readonly T[]): T[] {
  const first = Math.min(...above.map(({ left }) => left));
  const flush = level.findIndex(({ line }) => Math.abs(line.left - first) <= FLUSH);
  return level.slice(0, Math.max(flush, 0));
}

const FIGURE = /^(?!(?:19|20)\d{2}$)(?:[-+]?\d[\d,.]*%?|[-–—/]+)$/;

/** A number, or the dash for none; a year is a heading. */
export function isFigure(words: string): boolean {
  return FIGURE.test(words.replaceAll(/\s/g, ''));
}

/** True where figures stand among words, as in the rows of a table: years and numbers that count on by one are headings. */
function areFigures(words: readonly string[]): boolean {
  const figures = words.filter(isFigure).map((text) => text.replaceAll(/\s/g, ''));
  const counts = figures.every((figure, i) => Number(figure) === Number(figures[0]) + i);
  return figures.length > 0 && (figures.length === 1 || !counts);
}

/** A column between two of the lower level whose own heading is empty there is no tall one where it stands alone above. */
function isBetween(column: number, columns: readonly number[], count: number): boolean {
  return count === 1 && column > (columns[0] ?? 0) && column < (columns.at(-1) ?? 0);
}
