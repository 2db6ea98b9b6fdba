import { splitLine, textOf, type Line } from './lines.js';
import { pitchOf } from './pitch.js';
import { atOwnHeight, namesRows, type Row } from './row.js';

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

export function rowOf(line: Line): Row {
  return { line, pieces: withMarks(splitLine(line, APART)).map(atOwnHeight) };
}

const MARK = /^([\d一二三四五六七八九十]{1,3}[.．、]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳])$/;
/** A number stands at most this far before what it counts, in ems. */
const MARK_GAP = 1.5;

/** The number of an item and the item are one. */
function withMarks(pieces: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && piece.left - last.right < MARK_GAP * piece.size && MARK.test(textOf(last)))
      joined[joined.length - 1] = { ...last, glyphs: [...last.glyphs, ...piece.glyphs], right: piece.right };
    else joined.push(piece);
  }
  return joined;
}

/** Lines with this share of the most pieces that a line has count for themselves. */
const FULL = 0.6;

/**
 * The columns between the strips that next to no full line has text in: headings over several columns and the lines
 * below a long cell have fewer pieces. The other lines widen the column that they lie in, and show a column that no full
 * line has text in.
 */
export function stripsOf(run: readonly Row[]): Strip[] {
  const most = Math.max(...run.map((row) => row.pieces.length));
  const count = (least: number): Row[] => run.filter((row) => row.pieces.length >= least);
  const pitch = pitchOf([run]);
  const well = count(Math.max(LEAST_COLUMNS, FULL * most));
  const full = well.length > 1 ? well : count(Math.min(most, LEAST_COLUMNS));
  const strips = joinedWhereExclusive(covered(full, strays(full.length)), run, Number.isFinite(pitch) ? pitch : 0);
  const isFull = new Set(full);
  const fewer = run.filter((row) => !isFull.has(row)).map(withoutName);
  const inFewer = covered(fewer, 0, 2);
  const between = inFewer.filter(
    (strip) => !strips.some((other) => strip.from < other.to + NARROWEST && strip.to > other.from - NARROWEST),
  );
  // A column that no full line has text in, but for its heading.
  const isKnown = (piece: Line): boolean => between.some((strip) => touches(piece, strip));
  // A head's line may be the one that was let reach over a gap.
  for (const { pieces } of full)
    if (areOneEach(pieces, strips)) for (const [i, piece] of pieces.entries()) widenTo(strips, i, piece);
  for (const { pieces } of full)
    if (!areOneEach(pieces, strips))
      for (const piece of pieces) if (!isOutside(strips, piece) && !isKnown(piece)) widenNearest(strips, piece, pieces);
  const outside = full.flatMap(({ pieces }) => pieces.filter((piece) => isOutside(strips, piece)));
  const others = [...outside, ...fewer.flatMap(({ pieces }) => pieces)];
  for (const piece of others) widen(strips, piece);
  for (const strip of inFewer) addOutside(strips, strip, 0);
  const [from, to] = [strips[0]?.from ?? 0, strips.at(-1)?.to ?? 0];
  for (const piece of others)
    if (piece.right < from || piece.left > to) addOutside(strips, { from: piece.left, to: piece.right }, piece.size);
  return strips;
}

/** A line without what names the rows below it, or is their total, in front: it may lie over several columns. */
function withoutName(row: Row): Row {
  const [name, ...others] = row.pieces;
  return name !== undefined && namesRows(textOf(name)) ? { ...row, pieces: others } : row;
}

/**
 * A heading set in the middle of a wide column may stand clear of all that is below it: strips side by side that no line
 * has two pieces in are one column, as long as there are more strips than any line has pieces.
 */
function joinedWhereExclusive(strips: readonly Strip[], run: readonly Row[], pitch: number): Strip[] {
  const most = Math.max(...run.map((row) => row.pieces.length));
  if (strips.length <= most) return [...strips];
  const columns = strips.map((strip) => ({ strip: { ...strip }, pieces: piecesIn(strip, run) }));
  for (let i = 0; i + 1 < columns.length && columns.length > most;) {
    const [one, next] = [columns[i], columns[i + 1]];
    if (one === undefined || next === undefined) break;
    if (haveBeside(one.pieces, next.pieces, pitch)) {
      i += 1;
      continue;
    }
    one.strip.to = next.strip.to;
    for (const [row, piece] of next.pieces) one.pieces.set(row, piece);
    columns.splice(i + 1, 1);
  }
  return columns.map(({ strip }) => strip);
}

/** What is nearer in height than this many ems, or pitches, stands side by side: lines of one column are further apart. */
const BESIDE = 0.75;

/** True where the two have different pieces on one line, or so near in height that they cannot be lines of one column. */
function haveBeside(ours: ReadonlyMap<Row, Line>, theirs: ReadonlyMap<Row, Line>, pitch: number): boolean {
  const sorted = [...new Set([...ours.values(), ...theirs.values()])].sort((a, b) => a.baseline - b.baseline);
  const our = new Set(ours.values());
  return (
    [...theirs].some(([row, piece]) => (ours.get(row) ?? piece) !== piece) ||
    sorted.some((piece, i) => {
      const above = sorted[i - 1];
      if (above === undefined || our.has(piece) === our.has(above)) return false;
      return piece.baseline - above.baseline < BESIDE * Math.max(Math.min(piece.size, above.size), pitch);
    })
  );
}

/** What each line has in a strip. */
function piecesIn(strip: Strip, rows: readonly Row[]): Map<Row, Line> {
  const inside = new Map<Row, Line>();
  for (const row of rows) {
    const piece = row.pieces.find((one) => touches(one, strip));
    if (piece !== undefined) inside.set(row, piece);
  }
  return inside;
}

function touches(piece: Line, strip: Strip): boolean {
  return piece.left < strip.to - 1 && piece.right > strip.from + 1;
}

/** The strips that more than `few` lines have text in. */
function covered(rows: readonly Row[], few: number, least = few + 1): Strip[] {
  if (rows.length === 0) return [];
  const left = Math.floor(Math.min(...rows.map((row) => row.line.left)));
  const width = Math.ceil(Math.max(...rows.map((row) => row.line.right))) - left + 1;
  const counts = coverage(rows, left, width);
  const strips: Strip[] = [];
  for (let index = 0; index < width; index += 1) {
    if ((counts[index] ?? 0) < least) continue;
    const x = left + index;
    const last = strips.at(-1);
    if (last !== undefined && x - last.to < NARROWEST) last.to = x + 1;
    else strips.push({ from: x, to: x + 1 });
  }
  return strips;
}

/** True for a piece that stands clear of all columns to the left or right: a line of a cell of one more. */
function isOutside(strips: readonly Strip[], piece: Line): boolean {
  return piece.left > (strips.at(-1)?.to ?? Infinity) + piece.size || piece.right < (strips[0]?.from ?? -Infinity) - piece.size;
}

/** Widens the one strip that a piece touches. */
function widen(strips: Strip[], piece: Line): void {
  const first = strips.findIndex((strip) => strip.to > piece.left + 1);
  if (first >= 0 && first === strips.findLastIndex((strip) => strip.from < piece.right - 1)) widenTo(strips, first, piece);
}

/** Widens the one strip that a piece touches, or in a gap the nearer one where nothing else of its line stands. */
function widenNearest(strips: readonly Strip[], piece: Line, line: readonly Line[]): void {
  const first = strips.findIndex((strip) => strip.to > piece.left + 1);
  const last = strips.findLastIndex((strip) => strip.from < piece.right - 1);
  if (first >= 0 && last > first) return;
  const [before, after] = [strips[last], strips[first]];
  const nearBefore = piece.left - (before?.to ?? -Infinity) <= (after?.from ?? Infinity) - piece.right;
  const at = nearBefore ? last : first;
  const strip = strips[at];
  if (strip !== undefined && (first === last || !line.some((other) => touches(other, strip)))) widenTo(strips, at, piece);
}

/** True where a line has a piece for each strip, none of which lies in a neighbouring one. */
function areOneEach(pieces: readonly Line[], strips: readonly Strip[]): boolean {
  const isAt = ({ left, right }: Line, i: number): boolean =>
    left < (strips[i + 1]?.from ?? Infinity) && right > (strips[i - 1]?.to ?? -Infinity);
  return pieces.length === strips.length && pieces.every(isAt);
}

/** Widens a strip to a piece, but not up to its neighbours. */
function widenTo(strips: readonly Strip[], at: number, { left, right }: Line): void {
  const strip = strips[at];
  if (strip === undefined) return;
  strip.from = Math.min(strip.from, Math.max(left, (strips[at - 1]?.to ?? -Infinity) + NARROWEST));
  strip.to = Math.max(strip.to, Math.min(right, (strips[at + 1]?.from ?? Infinity) - NARROWEST));
}

/** Adds a strip that lies clear of all others. */
function addOutside(strips: Strip[], strip: Strip, clear: number): void {
  const apart = Math.max(NARROWEST, clear);
  if (strips.some((other) => strip.from < other.to + apart && strip.to > other.from - apart)) return;
  strips.push(strip);
  strips.sort((a, b) => a.from - b.from);
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
  const matched = theirs.filter((b) => ours.some((a) => isOver(a, b)));
  if (matched.length < 2 || matched.length * 2 < theirs.length) return null;
  const clash = (one: readonly Strip[], other: readonly Strip[]): boolean =>
    one.some((a) => other.filter((b) => isOver(a, b)).length > 1);
  if (clash(ours, theirs) || clash(theirs, ours)) return null;
  const merged = ours.map((a) => theirs.filter((b) => isOver(a, b)).reduce(widened, a));
  merged.push(...theirs.filter((b) => !matched.includes(b)));
  return merged.sort((a, b) => a.from - b.from);
}

/** True where two strips have a place in common. */
export function isOver(a: Strip, b: Strip): boolean {
  return a.from < b.to && a.to > b.from;
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

/** The one column that a piece touches, or in a gap the nearer one; -1 where it touches several. */
export function columnOf({ left, right }: { left: number; right: number }, strips: readonly Strip[]): number {
  const first = strips.findIndex((strip) => strip.to > left + 1);
  const last = strips.findLastIndex((strip) => strip.from < right - 1);
  if (first === last) return first;
  if (first >= 0 && first < last) return -1;
  if (first < 0 || last < 0) return first < 0 ? strips.length - 1 : 0;
  return left - (strips[last]?.to ?? 0) < (strips[first]?.from ?? 0) - right ? last : first;
}
