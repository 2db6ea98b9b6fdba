import { splitLine, type Line } from './lines.js';

/** Text on one line this far apart, in ems, stands in different columns. */
const APART = 0.8;
/** So many columns make a table without rules. */
export const LEAST_COLUMNS = 3;
/** The narrowest gap between two columns, in points. */
const NARROWEST = 4;

/** The strip that a column's text lies in. */
export interface Strip {
  from: number;
  to: number;
}

/** A line as the pieces that stand apart on it. */
export interface Row {
  line: Line;
  pieces: Line[];
}

export function rowOf(line: Line): Row {
  return { line, pieces: splitLine(line, APART) };
}

/**
 * The columns between the strips that next to no line has text in. Lines with a piece for most columns count for
 * themselves: below a few of them a long cell may go on alone over most of the page.
 */
export function stripsOf(run: readonly Row[]): Strip[] {
  const left = Math.floor(Math.min(...run.map((row) => row.line.left)));
  const width = Math.ceil(Math.max(...run.map((row) => row.line.right))) - left + 1;
  const full = run.filter((row) => row.pieces.length >= LEAST_COLUMNS);
  const [byFull, byAll] = [coverage(full, left, width), coverage(run, left, width)];
  const strips: Strip[] = [];
  for (let index = 0; index < width; index += 1) {
    if ((byFull[index] ?? 0) <= strays(full.length) && (byAll[index] ?? 0) <= strays(run.length)) continue;
    const x = left + index;
    const last = strips.at(-1);
    if (last !== undefined && x - last.to < NARROWEST) last.to = x + 1;
    else strips.push({ from: x, to: x + 1 });
  }
  return strips;
}

/** So many of the lines may reach over a gap: heads over several columns. */
function strays(lines: number): number {
  return lines < 8 ? 0 : Math.max(1, Math.floor(lines * 0.05));
}

/** How many lines have text at each point from `left` on. */
function coverage(rows: readonly Row[], left: number, width: number): number[] {
  const covered = new Array<number>(width).fill(0);
  for (const piece of rows.flatMap((row) => row.pieces)) {
    for (let x = Math.floor(piece.left); x < Math.ceil(piece.right); x += 1) covered[x - left] = (covered[x - left] ?? 0) + 1;
  }
  return covered;
}

/**
 * Two pages' columns as those of one table; null where they are not: a strip of the one lies over two of the other, or
 * too few have a counterpart. A column that is empty on one page is known from the other.
 */
export function mergedStrips(ours: readonly Strip[], theirs: readonly Strip[]): Strip[] | null {
  const touching = (a: Strip, b: Strip): boolean => a.from < b.to && a.to > b.from;
  const matched = theirs.filter((b) => ours.some((a) => touching(a, b)));
  if (matched.length < 2 || matched.length * 2 < theirs.length) return null;
  const clash = (one: readonly Strip[], other: readonly Strip[]): boolean =>
    one.some((a) => other.filter((b) => touching(a, b)).length > 1);
  if (clash(ours, theirs) || clash(theirs, ours)) return null;
  const merged = ours.map((a) => theirs.filter((b) => touching(a, b)).reduce(widened, a));
  merged.push(...theirs.filter((b) => !matched.includes(b)));
  return merged.sort((a, b) => a.from - b.from);
}

function widened(a: Strip, b: Strip): Strip {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** The columns that a piece lies over, first and last; in a gap the nearer one that `taken` does not hold. */
export function columnsUnder(piece: Line, strips: readonly Strip[], taken = -1): { first: number; last: number } {
  const first = strips.findIndex((strip) => strip.to > piece.left + 1);
  const last = strips.findLastIndex((strip) => strip.from < piece.right - 1);
  if (first >= 0 && last >= first) return { first, last };
  const [before, after] = [first < 0 ? strips.length - 1 : first - 1, first < 0 ? strips.length : first];
  const nearBefore = piece.left - (strips[before]?.to ?? -Infinity) <= (strips[after]?.from ?? Infinity) - piece.right;
  const at = after >= strips.length || (nearBefore && before > taken) ? Math.max(before, 0) : after;
  return { first: at, last: at };
}
