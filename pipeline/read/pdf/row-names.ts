import type { Piece } from './aligned-cells.js';
import { textOf } from './lines.js';
import { namesRows } from './row.js';
import type { Strip } from './strips.js';

/** What is set in the middle of some columns stands this near to it, in ems. */
const OFF = 1.5;

/**
 * A line that names the rows below it, or those above it as their total, is set in the middle of the columns before its
 * first figure: it reaches over all of them.
 */
export function namesOverColumns(row: readonly Piece[], strips: readonly Strip[]): Piece[] {
  const [name, ...others] = row;
  if (name === undefined || name.column === 0 || (name.rows ?? 1) > 1) return [...row];
  const end = Math.min(strips.length, ...others.map(({ column }) => column));
  const [first, last] = [strips[0], strips[end - 1]];
  if (first === undefined || last === undefined || end <= name.column || !namesRows(textOf(name.line))) return [...row];
  const off = (name.line.left + name.line.right - first.from - last.to) / 2;
  return Math.abs(off) > OFF * name.line.size ? [...row] : [{ ...name, column: 0, span: end }, ...others];
}
