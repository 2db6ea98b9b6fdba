import type { Piece } from './aligned-cells.js';
import { spansOver, type Printed } from './head-spans.js';
import { splitLine, type Line } from './lines.js';
import { atOwnHeight, type Row } from './row.js';
import { columnOf, type Strip } from './strips.js';

/** Lines of one heading, wrapped in its cell. */
interface Heading extends Printed {
  lines: Line[];
  /** The one column that it stands in; -1 where it touches several. */
  column: number;
  /** The baselines of its first and last line. */
  top: number;
  bottom: number;
}

/** A head of two levels: so many lines at the top of the table, and their pieces as two rows. */
export interface TwoLevels {
  lines: number;
  groups: [Piece[], Piece[]];
}

/** Lines of a heading are at most so many pitches apart. */
const LINE_GAP = 1.1;
/** The middles, or first lines, of headings of one level differ by no more than this many pitches. */
const OFF = 0.3;
/** Words of neighbouring columns stand this far apart, in ems. */
const APART = 0.35;

/**
 * A head of two levels whose headings go on over several lines: the lines are put together to headings, the lower level
 * is the last row of them, what stands in other columns reaches over both levels, and the rest stands over the lower
 * ones. `rows` are the lines of the head, all of them; null where they make no such head.
 */
export function wrappedLevels(rows: readonly Row[], strips: readonly Strip[], pitch: number): TwoLevels | null {
  const headings = headingsOf(rows, strips, pitch);
  for (const place of [(one: Heading) => (one.top + one.bottom) / 2, (one: Heading) => one.top]) {
    const lowest = Math.max(...headings.map(place));
    for (const at of new Set(headings.map(place).filter((height) => lowest - height <= pitch))) {
      const lower = headings.filter((one) => Math.abs(place(one) - at) <= OFF * pitch);
      const groups = levelsWith(lower, headings, pitch);
      if (groups !== null) return { lines: rows.length, groups };
    }
  }
  return null;
}

function levelsWith(lower: readonly Heading[], all: readonly Heading[], pitch: number): [Piece[], Piece[]] | null {
  const below = [...lower].sort((a, b) => a.left - b.left);
  const columns = new Set(below.map(({ column }) => column));
  if (below.length < 2 || columns.has(-1) || columns.size < below.length) return null;
  const highest = Math.min(...below.map(({ top }) => top));
  const others = all.filter((one) => !lower.includes(one));
  const tops = others.filter((one) => one.bottom < highest && isOver(one, below)).sort((a, b) => a.left - b.left);
  const tall = others.filter((one) => !tops.includes(one));
  if (tops.some((one) => Math.abs(one.top - (tops[0]?.top ?? 0)) > OFF * pitch)) return null;
  if (tall.some(({ column }) => column < 0 || columns.has(column)) || new Set(tall.map((t) => t.column)).size < tall.length)
    return null;
  const runs = runsOf(tops, below);
  const spans = runs === null ? null : spansIn(runs);
  if (spans?.some(({ first, last }) => last > first) !== true) return null;
  const upper = tops.flatMap((top, i) => {
    const { first = 0, last = 0 } = spans[i] ?? {};
    return piecesOf(top, first, last - first + 1, 1);
  });
  const alone = tall.flatMap((one) => piecesOf(one, one.column, 1, 2));
  if (upper.some(({ column, span }) => alone.some((one) => one.column >= column && one.column < column + span))) return null;
  return [
    [...upper, ...alone].sort((a, b) => a.column - b.column || a.line.baseline - b.line.baseline),
    below.flatMap((one) => piecesOf(one, one.column, 1, 1)),
  ];
}

/** It stands over the lower level: over a lower heading, or between two. */
function isOver({ left, right }: Heading, below: readonly Heading[]): boolean {
  return right > (below[0]?.left ?? Infinity) && left < (below.at(-1)?.right ?? -Infinity);
}

interface HeadRun {
  tops: Heading[];
  below: Heading[];
}

/** The lower headings by neighbouring columns, each run with the upper ones over it; null where a run has none. */
function runsOf(tops: readonly Heading[], below: readonly Heading[]): HeadRun[] | null {
  const runs: HeadRun[] = [];
  for (const one of below) {
    const last = runs.at(-1);
    if (last !== undefined && (last.below.at(-1)?.column ?? -2) + 1 === one.column) last.below.push(one);
    else runs.push({ tops: [], below: [one] });
  }
  for (const top of tops) {
    const run = runs.find((r) => isOver(top, r.below));
    if (run === undefined) return null;
    run.tops.push(top);
  }
  return runs.some((run) => run.tops.length === 0) ? null : runs;
}

/** The first and last column that each upper heading stands over. */
function spansIn(runs: readonly HeadRun[]): { first: number; last: number }[] | null {
  const spans: { first: number; last: number }[] = [];
  for (const { tops, below } of runs) {
    const one = tops.length === below.length ? tops.map((_, i) => ({ first: i, last: i })) : spansOver(tops, below);
    if (one === null) return null;
    for (const { first, last } of one) spans.push({ first: below[first]?.column ?? 0, last: below[last]?.column ?? 0 });
  }
  return spans;
}

function piecesOf({ lines }: Heading, column: number, span: number, rows: number): Piece[] {
  return lines.map((line) => ({ line, column, span, ...(rows > 1 ? { rows } : {}) }));
}

function headingsOf(rows: readonly Row[], strips: readonly Strip[], pitch: number): Heading[] {
  const headings: Heading[] = [];
  for (const line of rows.flatMap((row) => row.pieces.flatMap((piece) => partsOf(piece, strips).map(atOwnHeight)))) {
    const column = columnOf(line, strips);
    const above = headings.find((one) => goesOnIn(one, line, column, pitch));
    if (above === undefined) {
      const { left, right, size, baseline } = line;
      headings.push({ lines: [line], column, left, right, size, top: baseline, bottom: baseline });
      continue;
    }
    above.lines.push(line);
    above.bottom = line.baseline;
    above.left = Math.min(above.left, line.left);
    above.right = Math.max(above.right, line.right);
  }
  return headings;
}

/** A piece over several columns whose words stand each in one of them is several. */
function partsOf(piece: Line, strips: readonly Strip[]): Line[] {
  if (columnOf(piece, strips) >= 0) return [piece];
  const parts = splitLine(piece, APART);
  const columns = parts.map((part) => columnOf(part, strips));
  return columns.every((column, i) => column >= 0 && column > (columns[i - 1] ?? -1)) ? parts : [piece];
}

/** The next line of a heading: close below its last one, with the same middle or beginning. */
function goesOnIn(one: Heading, line: Line, column: number, pitch: number): boolean {
  const gap = line.baseline - one.bottom;
  const last = one.lines.at(-1);
  if (last === undefined || gap <= 0 || gap > LINE_GAP * pitch || column !== one.column) return false;
  const sameMiddle = Math.abs(line.left + line.right - last.left - last.right) <= line.size;
  return sameMiddle || Math.abs(line.left - last.left) <= 0.2 * line.size;
}
