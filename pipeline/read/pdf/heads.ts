import type { Piece } from './aligned-cells.js';
import { textOf } from './lines.js';
import { BESIDE, type Row } from './row.js';
import type { Strip } from './strips.js';

/** A head of two levels: so many lines at the top of the table, and their pieces as two rows. */
export interface TwoLevels {
  lines: number;
  groups: [Piece[], Piece[]];
}

/** So many lines may stand above the lower level: the upper one, and a heading set at mid-height beside it. */
const LINES_ABOVE = 3;
/** A heading over columns stands this near to their middle: in ems, and as a share of their distance. */
const OFF_EMS = 1;
const OFF_SHARE = 0.25;
const MOST_COLUMNS = 60;

interface Span {
  first: number;
  last: number;
}

/**
 * Two levels of headings at the top of a table without lines: each heading of the lower level stands in a column of
 * its own, and the upper ones stand centred above one or several of them. A heading with none below it goes down.
 */
export function twoLevelHead(rows: readonly Row[], strips: readonly Strip[]): TwoLevels | null {
  if (strips.length < 3 || strips.length > MOST_COLUMNS) return null;
  for (let lower = 1; lower <= Math.min(LINES_ABOVE, rows.length - 1); lower += 1) {
    const head = levelsAt(rows, lower, strips);
    if (head !== null) return head;
  }
  return null;
}

function levelsAt(rows: readonly Row[], lower: number, strips: readonly Strip[]): TwoLevels | null {
  // A line this near below is one of a cell beside: what stands on the lower line is no whole level.
  const [line, next] = [rows[lower]?.line, rows[lower + 1]?.line];
  if (line !== undefined && next !== undefined && next.baseline - line.baseline < BESIDE * line.size) return null;
  const below = (rows[lower]?.pieces ?? []).map((line) => ({ line, column: columnOf(line, strips) }));
  const columns = below.map(({ column }) => column);
  if (areFigures(below.map(({ line }) => textOf(line)))) return null;
  if (columns.some((column, i) => column < 0 || column <= (columns[i - 1] ?? -1))) return null;
  const above = rows.slice(0, lower).flatMap((row) => row.pieces);
  if (areFigures(above.map(textOf))) return null;
  const tall = above
    .map((line) => ({ line, column: columnOf(line, strips) }))
    .filter(({ column }) => column >= 0 && !columns.includes(column) && !isBetween(column, columns, above.length));
  const tops = above.filter((line) => !tall.some((one) => one.line === line)).sort((a, b) => a.left - b.left);
  // Headings of one level stand on one line; what goes on below another wraps.
  if (tops.some((line) => Math.abs(line.baseline - (tops[0]?.baseline ?? 0)) > 0.3 * line.size)) return null;
  const spans = spansOver(tops, below);
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

const FIGURE = /^(?!(?:19|20)\d{2}$)(?:[-+]?\d[\d,.]*%?|[-–—/]+)$/;

/** True where figures stand among words, as in the rows of a table: years and numbers that count on by one are headings. */
function areFigures(words: readonly string[]): boolean {
  const figures = words.map((text) => text.replaceAll(/\s/g, '')).filter((text) => FIGURE.test(text));
  const counts = figures.every((figure, i) => Number(figure) === Number(figures[0]) + i);
  return figures.length > 0 && (figures.length === 1 || !counts);
}

/** A column between two of the lower level whose own heading is empty there is no tall one where it stands alone above. */
function isBetween(column: number, columns: readonly number[], count: number): boolean {
  return count === 1 && column > (columns[0] ?? 0) && column < (columns.at(-1) ?? 0);
}

/** The one column that a piece touches, or in a gap the nearer one; -1 where it touches several. */
function columnOf({ left, right }: { left: number; right: number }, strips: readonly Strip[]): number {
  const first = strips.findIndex((strip) => strip.to > left + 1);
  const last = strips.findLastIndex((strip) => strip.from < right - 1);
  if (first === last) return first;
  if (first >= 0 && first < last) return -1;
  if (first < 0 || last < 0) return first < 0 ? strips.length - 1 : 0;
  return left - (strips[last]?.to ?? 0) < (strips[first]?.from ?? 0) - right ? last : first;
}

/**
 * Which of the lower pieces each upper one stands over: all of them in order, so that the upper ones stand as near to
 * the middle of theirs as can be (least squares by dynamic programming); null where one stands too far off.
 */
function spansOver(
  tops: readonly { left: number; right: number; size: number }[],
  below: readonly { line: { left: number; right: number } }[],
): Span[] | null {
  if (tops.length === 0 || tops.length >= below.length) return null;
  const centres = below.map(({ line }) => (line.left + line.right) / 2);
  const off = (top: number, first: number, last: number): number => {
    const piece = tops[top];
    const middle = ((centres[first] ?? 0) + (centres[last] ?? 0)) / 2;
    return piece === undefined ? Infinity : Math.abs((piece.left + piece.right) / 2 - middle);
  };
  let best: { cost: number; spans: Span[] }[] = [{ cost: 0, spans: [] }];
  tops.forEach((_, top) => {
    const next: { cost: number; spans: Span[] }[] = [];
    for (let end = top + 1; end <= below.length; end += 1) {
      for (let first = top; first < end; first += 1) {
        const before = best[first];
        if (before === undefined) continue;
        const cost = before.cost + off(top, first, end - 1) ** 2;
        if (cost < (next[end]?.cost ?? Infinity)) next[end] = { cost, spans: [...before.spans, { first, last: end - 1 }] };
      }
    }
    best = next;
  });
  const spans = best[below.length]?.spans ?? null;
  const isFar = ({ first, last }: Span, top: number): boolean => {
    const distance = (centres[last] ?? 0) - (centres[first] ?? 0);
    return off(top, first, last) > OFF_EMS * (tops[top]?.size ?? 0) + OFF_SHARE * Math.min(distance, 4 * (tops[top]?.size ?? 0));
  };
  return spans?.some(isFar) === false ? spans : null;
}
