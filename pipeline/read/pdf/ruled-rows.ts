import type { Piece } from './aligned-cells.js';
import { bandOf } from './level-rules.js';

/** So many bands between rules are needed to tell that rules part rows, and so many of them hold one row to the eye. */
const LEAST_BANDS = 4;
const SINGLE = 0.8;
/** Lines of a cell stand no further apart than this many pitches. */
const CELL_GAP = 1.1;

/**
 * The rows of a table with rules across: what stands between two rules is a row where that holds for most of them;
 * otherwise (below the head of a table of three lines) its rows are told as those of a table without rules. `parted` gives
 * the rows of the lines from one to another.
 */
export function ruledRows(
  placed: readonly (readonly Piece[])[],
  levels: readonly number[],
  pitch: number,
  parted: (from: number, to: number) => Piece[][],
): Piece[][] {
  const bands = bandsOf(placed, levels);
  const single = bands.map(({ from, to }) => isOneRow(placed.slice(from, to).flat(), pitch));
  const byRules = bands.length >= LEAST_BANDS && single.filter(Boolean).length >= SINGLE * bands.length;
  return bands.flatMap(({ from, to, ruled }, i) => {
    // A head stands between the first two rules.
    const isHead = i === 0 && ruled && bands.length > 1 && single[i] === true;
    return (byRules && ruled) || isHead ? [placed.slice(from, to).flat()] : parted(from, to);
  });
}

interface Stretch {
  from: number;
  to: number;
  /** It has a rule above it and one below. */
  ruled: boolean;
}

/** The lines between each two rules. */
function bandsOf(placed: readonly (readonly Piece[])[], levels: readonly number[]): Stretch[] {
  const bands: Stretch[] = [];
  let last: number | null = null;
  placed.forEach((pieces, index) => {
    const first = pieces[0];
    const band = first === undefined ? last : bandOf(first.line, levels);
    const open = bands.at(-1);
    if (open !== undefined && band === last) open.to = index + 1;
    else bands.push({ from: index, to: index + 1, ruled: band !== null && band >= 0 && band < levels.length - 1 });
    last = band;
  });
  return bands;
}

/** True where no column has lines that a gap parts. */
function isOneRow(pieces: readonly Piece[], pitch: number): boolean {
  const last = new Map<number, number>();
  return pieces.every(({ column, line }) => {
    const above = last.get(column) ?? line.baseline;
    last.set(column, line.baseline);
    return line.baseline - above <= CELL_GAP * pitch;
  });
}
