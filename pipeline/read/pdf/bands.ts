import type { Box } from '../../../schemas/index.js';
import { isBlank } from './characters.js';
import type { Glyph } from './frame.js';
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
  /** The page before has it at the same place: one side may be empty, and few lines tell columns. */
  carried?: true;
  /** The last cells of tables that the left column is too narrow for reach into it, and may reach over it. */
  reachedInto?: true;
}

/** How far such a cell's text reaches over the strip at most, in ems. */
const OVERHANG = 1;

/** The glyphs of a line that begin left of the strip and end in it, or little behind it. */
function overhanging(line: Line, { left, right, reachedInto }: Gutter): ReadonlySet<Glyph> {
  if (reachedInto !== true || !line.glyphs.some((glyph) => isIn(glyph, { left, right }))) return new Set();
  const over = splitLine(line, 0.3).filter(
    (piece) => piece.left < left && piece.right > left + 1 && piece.right < right + OVERHANG * piece.size,
  );
  return new Set(over.flatMap(({ glyphs }) => glyphs));
}

const isIn = (glyph: Glyph, { left, right }: Gutter): boolean =>
  !isBlank(glyph.text) && glyph.left < right - 1 && glyph.right > left + 1;

/** Fewer lines than this say nothing about where their neighbours stand. */
const LEAST_TELLING = 6;
/** How much of its column a typical line fills; the cells of a table fill less. */
const FILLED = 0.55;

/** Lines with their boxes. */
export function placed(lines: readonly Line[]): Placed<{ line: Line }>[] {
  return lines.map((line) => ({ box: lineBox(line), item: { line } }));
}

/** The lines among some things. */
export function linesAmong<T extends object>(items: readonly Placed<T | { line: Line }>[]): Line[] {
  return items.flatMap(({ item }) => ('line' in item ? [item.line] : []));
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

/** A head's characters are so many times as large as the text's. */
const LARGER = 1.2;
/** A ruled table stands for a line of text every so many points. */
const TABLE_PITCH = 14;

/** How many lines of text a table's box stands for. */
export function linesOfBox(box: Box): number {
  return Math.max(1, Math.round((box[3] - box[1]) / TABLE_PITCH));
}

/** How many lines some things stand for. */
export function linesIn<T extends object>(items: readonly Placed<T | { line: Line }>[]): number {
  return items.reduce((sum, { box, item }) => sum + ('line' in item ? 1 : linesOfBox(box)), 0);
}

/**
 * Parts a page, from the top, at all that lies across the strip. Each thing that does so is a band of its own. Where the
 * strip is `known` to part columns, one side that is running text is enough.
 */
export function bandsOf<T extends object>(
  items: readonly Placed<T | { line: Line }>[],
  strip: Gutter,
  edges: { left: number; right: number },
  known: boolean,
): Band<T | { line: Line }>[] {
  const bands: Band<T | { line: Line }>[] = [];
  let open: Placed<T | { line: Line }>[] = [];
  const usual = usualSize(items);
  const close = (): void => {
    if (open.length > 0) bands.push({ items: open, columns: columnsOf(open, strip, edges, known) });
    open = [];
  };
  for (const one of [...items].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    const isLarge = isHead(one, strip, usual);
    if (liesAcross(one, strip) || (isLarge && (open.length === 0 || isInMiddle(one, strip, edges)))) {
      close();
      bands.push({ items: [one], columns: null });
    } else open.push(one);
  }
  close();
  return bands;
}

/** A line above columns that is larger than their text and has a gap where they have: `发文字号：…    发布日期：…`. */
function isHead<T extends object>({ item }: Placed<T | { line: Line }>, { left, right }: Gutter, usual: number): boolean {
  return 'line' in item && item.line.size > LARGER * usual && item.line.left < left && item.line.right > right;
}

/** What is set in the middle stands this near to it, in ems. */
const OFF_MIDDLE = 0.5;

/** It is set in the middle of the page as one, and its parts are not headings in the middle of their columns. */
function isInMiddle<T extends object>(
  { item }: Placed<T | { line: Line }>,
  strip: Gutter,
  edges: { left: number; right: number },
): boolean {
  if (!('line' in item)) return false;
  const { line } = item;
  const off = (left: number, right: number, from: number, to: number): number => Math.abs(left + right - from - to) / 2;
  const onLeft = line.glyphs.filter((glyph) => !isBlank(glyph.text) && glyph.left < strip.left);
  const end = -lowest(onLeft.map((glyph) => -glyph.right));
  const inPage = off(line.left, line.right, edges.left, edges.right) <= OFF_MIDDLE * line.size;
  return inPage && off(line.left, end, edges.left, strip.left) > OFF_MIDDLE * line.size;
}

/** The size of most lines. */
function usualSize<T extends object>(items: readonly Placed<T | { line: Line }>[]): number {
  const sizes = linesAmong(items)
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function liesAcross<T extends object>({ box, item }: Placed<T | { line: Line }>, strip: Gutter): boolean {
  if (!('line' in item)) return box[0] < strip.left && box[2] > strip.right;
  const over = overhanging(item.line, strip);
  return item.line.glyphs.some((glyph) => isIn(glyph, strip) && !over.has(glyph));
}

/** The two columns of a band, each from its top; null where its lines are one column's, or the rows of a table. */
function columnsOf<T extends object>(
  items: readonly Placed<T | { line: Line }>[],
  strip: Gutter,
  edges: { left: number; right: number },
  known: boolean,
): Band<T | { line: Line }>['columns'] {
  const middle = (strip.left + strip.right) / 2;
  const lines = linesAmong(items);
  const others = items.filter(({ item }) => !('line' in item));
  const over = new Set(lines.flatMap((line) => [...overhanging(line, strip)]));
  const column = (has: (x: number) => boolean): Column<T> => {
    const at = (glyph: Glyph): number => (over.has(glyph) ? strip.left : glyph.left);
    const side = linesOf(lines.flatMap((line) => line.glyphs.filter((glyph) => has(at(glyph)))));
    const tables = others.filter(({ box }) => has((box[0] + box[2]) / 2));
    return { lines: side, tables, all: [...placed(side), ...tables].sort((a, b) => a.box[1] - b.box[1]) };
  };
  const [left, right] = [column((x) => x < middle), column((x) => x >= middle)];
  if (left.all.length === 0 || right.all.length === 0)
    return strip.carried === true ? { left: left.all, right: right.all } : null;
  if (strip.carried !== true && !sideBySide(left.all, right.all)) return null;
  const filled = [isFilled(left, strip.left - edges.left), isFilled(right, edges.right - strip.right)];
  const told = known ? filled.some(Boolean) : filled.every(Boolean);
  const wrapped = strip.carried === true && (hasWrapped(left.lines, strip.left) || hasWrapped(right.lines, edges.right));
  return told || wrapped || areIndependent(left.lines, right.lines, strip.carried === true ? 0 : LEAST_TELLING)
    ? { left: left.all, right: right.all }
    : null;
}

/** A line that ends so many ems before its column's edge is a full one. */
const FULL = 1.5;
/** Lines of a paragraph are at most so many ems apart. */
const PITCH = 2;

/** A full line in one piece with the next one below it at the column's left edge: a paragraph, which no row of short cells has. */
export function hasWrapped(lines: readonly Line[], right: number): boolean {
  const left = lowest(lines.map((line) => line.left));
  return lines.some((line, index) => {
    const below = lines[index + 1];
    return (
      below !== undefined &&
      line.right > right - FULL * line.size &&
      line.right - line.left > 0.75 * (right - left) &&
      below.left < left + 0.5 * below.size &&
      below.baseline - line.baseline < PITCH * line.size &&
      splitLine(line, 0.8).length === 1
    );
  });
}

/** What stands on one side of the strip. */
interface Column<T> {
  lines: Line[];
  tables: Placed<T | { line: Line }>[];
  /** both, from the top */
  all: Placed<T | { line: Line }>[];
}

/** Running text and ruled tables: most lines are in one piece, and a typical one reaches over most of the column. */
function isFilled<T>({ lines, tables }: Column<T>, width: number): boolean {
  const parts = lines.filter((line) => splitLine(line, 0.8).length > 1);
  const widths = [
    ...lines.map((line) => line.right - line.left),
    ...tables.flatMap(({ box }) => Array.from({ length: linesOfBox(box) }, () => box[2] - box[0])),
  ].sort((a, b) => a - b);
  return parts.length <= 0.3 * widths.length && (widths[Math.floor(widths.length / 2)] ?? 0) >= FILLED * width;
}

/** Lines of two columns stand at heights of their own; the cells of a table do not. */
export function areIndependent(onLeft: readonly Line[], onRight: readonly Line[], least: number): boolean {
  if (Math.min(onLeft.length, onRight.length) < least) return false;
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

function sideBySide(onLeft: readonly Placed<object>[], onRight: readonly Placed<object>[]): boolean {
  const within = (side: readonly Placed<object>[], other: readonly Placed<object>[]): boolean => {
    const top = lowest(other.map(({ box }) => box[1])) - 2;
    const bottom = -lowest(other.map(({ box }) => -box[3])) + 2;
    return side.filter(({ box }) => box[3] >= top && box[1] <= bottom).length * 2 >= side.length;
  };
  return within(onRight, onLeft) || within(onLeft, onRight);
}
