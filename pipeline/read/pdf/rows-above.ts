import { standsBeside } from './beside.js';
import { standsOver } from './heads.js';
import { BESIDE, type Row } from './row.js';
import { LEAST_COLUMNS, stripsOf, type Strip } from './strips.js';

/** So many lines at the top of a page may be its running head. */
export const RUNNING_HEAD = 2;
/** The upper level of a head stands at most this many ems above the next line of it. */
const HEAD_GAP = 2.5;
/** So many lines may stand above the first one with a piece in most columns: the upper level of a head, and taller headings beside it. */
const LINES_ABOVE = 3;

/**
 * Lines right above that belong to the first row: the rest of a row that the page break cut, which begins no further left
 * than the second column; or lines of cells that begin higher than their neighbours.
 */
export function rowsAbove(rows: readonly Row[], at: number, run: readonly Row[]): Row[] {
  const [first, second] = rows[at]?.pieces ?? [];
  if (run.length === 0 || first === undefined || second === undefined) return [];
  // What the page break cut off stands at the top of the page.
  const top = rows.slice(0, at).filter((row) => row.line.left < second.left - 2).length;
  const atTop = top <= RUNNING_HEAD;
  const strips = atTop ? stripsOf(run) : [];
  let from = at;
  for (let row = rows[from - 1]; row !== undefined; row = rows[from - 1]) {
    const gap = (rows[from]?.line.baseline ?? 0) - row.line.baseline;
    const similar = Math.abs(row.line.size - first.size) < 0.1 * first.size;
    const beside = gap < BESIDE * row.line.size;
    if (!similar || standsBeside(row.line) || row.pieces.length >= LEAST_COLUMNS) break;
    if (!beside && (gap > 3 * first.size || row.line.left < second.left - 2 || !atTop || !isInColumns(row, strips))) break;
    from -= 1;
  }
  return rows.slice(from, at);
}

/** What is left of a row lies in its columns; a title reaches over their edges. */
function isInColumns({ pieces }: Row, strips: readonly Strip[]): boolean {
  return pieces.every(({ left, right, size }) => strips.some(({ from, to }) => left > from - size && right < to + size));
}

/** The last rows before one that no table took. */
export function linesBefore(found: readonly object[], rows: readonly Row[], at: number): Row[] {
  const taken = found.findLastIndex((item) => !('glyphs' in item));
  return rows.slice(Math.max(0, at - LINES_ABOVE, at - (found.length - 1 - taken)), at);
}

/** The rows above a run that belong to it, those `beside` its first row among them, with the upper level of its head above them. */
export function upperLevel(free: readonly Row[], beside: Row[], run: readonly Row[]): Row[] {
  for (let from = free.length - beside.length - 1; from >= 0; from -= 1) {
    const [upper, ...between] = free.slice(from);
    const below = [...between, ...run];
    const gap = (below[0]?.line.baseline ?? Infinity) - (upper?.line.baseline ?? 0);
    if (upper === undefined || gap > HEAD_GAP * upper.line.size || standsBeside(upper.line)) break;
    if (standsOver(upper, below)) return [upper, ...between];
  }
  return beside;
}
