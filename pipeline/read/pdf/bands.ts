import type { Box } from '../../../schemas/index.js';
import { isBlank } from './characters.js';
import { lineBox, linesOf, splitLine, type Line } from './lines.js';

/** Something that stands on a page and takes part in its reading order. */
export interface Placed<T> {
  box: Box;
  item: T;
}

/** The empty strip between two columns of text. */
export interface Gutter {
  left: number;
  right: number;
}

/** Fewer lines than this say nothing about where their neighbours stand. */
const LEAST_TELLING = 6;
/** How much of its column a typical line fills; the cells of a table fill less. */
const FILLED = 0.55;

/** Lines with their boxes. */
export function placed(lines: readonly Line[]): Placed<{ line: Line }>[] {
  return lines.map((line) => ({ box: lineBox(line), item: { line } }));
}

/** The least of many numbers; Infinity of none. */
export function lowest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

/** A stretch of the page between two things that lie across the strip; its columns, where it has them. */
export interface Band<T> {
  items: Placed<T>[];
  columns: { left: Placed<T>[]; right: Placed<T>[] } | null;
}

/** Parts a page, from the top, at all that lies across the strip. Each thing that does so is a band of its own. */
export function bandsOf<T extends object>(
  items: readonly Placed<T | { line: Line }>[],
  strip: Gutter,
  edges: { left: number; right: number },
): Band<T | { line: Line }>[] {
  const bands: Band<T | { line: Line }>[] = [];
  let open: Placed<T | { line: Line }>[] = [];
  const close = (): void => {
    if (open.length > 0) bands.push({ items: open, columns: columnsOf(open, strip, edges) });
    open = [];
  };
  for (const one of [...items].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    if (liesAcross(one, strip)) {
      close();
      bands.push({ items: [one], columns: null });
    } else open.push(one);
  }
  close();
  return bands;
}

function liesAcross<T extends object>({ box, item }: Placed<T | { line: Line }>, { left, right }: Gutter): boolean {
  if (!('line' in item)) return box[0] < left && box[2] > right;
  return item.line.glyphs.some((glyph) => !isBlank(glyph.text) && glyph.left < right - 1 && glyph.right > left + 1);
}

/** The two columns of a band, each from its top; null where its lines are one column's, or the rows of a table. */
function columnsOf<T extends object>(
  items: readonly Placed<T | { line: Line }>[],
  strip: Gutter,
  edges: { left: number; right: number },
): Band<T | { line: Line }>['columns'] {
  const middle = (strip.left + strip.right) / 2;
  const lines = items.flatMap(({ item }) => ('line' in item ? [item.line] : []));
  const others = items.filter(({ item }) => !('line' in item));
  const [left, right] = [
    linesOf(lines.flatMap((line) => line.glyphs.filter((glyph) => glyph.left < middle))),
    linesOf(lines.flatMap((line) => line.glyphs.filter((glyph) => glyph.left >= middle))),
  ];
  if (left.length === 0 || right.length === 0 || !sideBySide(left, right)) return null;
  const filled = isFilled(left, strip.left - edges.left) && isFilled(right, edges.right - strip.right);
  if (!filled && !areIndependent(left, right)) return null;
  const column = (side: Line[], has: (x: number) => boolean): Placed<T | { line: Line }>[] =>
    [...placed(side), ...others.filter(({ box }) => has((box[0] + box[2]) / 2))].sort((a, b) => a.box[1] - b.box[1]);
  return { left: column(left, (x) => x < middle), right: column(right, (x) => x >= middle) };
}

/** Running text: most lines are in one piece, and a typical one reaches over most of the column. */
function isFilled(side: readonly Line[], width: number): boolean {
  const parts = side.filter((line) => splitLine(line, 0.8).length > 1);
  const widths = side.map((line) => line.right - line.left).sort((a, b) => a - b);
  return parts.length <= 0.3 * side.length && (widths[Math.floor(widths.length / 2)] ?? 0) >= FILLED * width;
}

/** Lines of two columns stand at heights of their own; the cells of a table do not. */
function areIndependent(onLeft: readonly Line[], onRight: readonly Line[]): boolean {
  if (Math.min(onLeft.length, onRight.length) < LEAST_TELLING) return false;
  const heights = onLeft.map((line) => line.baseline);
  const shared = onRight.filter(({ baseline, size }) => nearest(heights, baseline) < 0.15 * size);
  return shared.length <= 0.5 * onRight.length;
}

/** The distance to the nearest of ascending numbers. */
function nearest(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ascending[mid] ?? 0) < value) low = mid + 1;
    else high = mid;
  }
  return Math.min(Math.abs((ascending[low] ?? Infinity) - value), Math.abs((ascending[low - 1] ?? Infinity) - value));
}

function sideBySide(onLeft: readonly Line[], onRight: readonly Line[]): boolean {
  const within = (side: readonly Line[], other: readonly Line[]): boolean => {
    const [top, bottom] = [other[0]?.baseline ?? 0, other.at(-1)?.baseline ?? 0];
    return side.filter((line) => line.baseline >= top - 2 && line.baseline <= bottom + 2).length * 2 >= side.length;
  };
  return within(onRight, onLeft) || within(onLeft, onRight);
}
