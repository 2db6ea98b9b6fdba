import { compact } from '../../extractors/index.js';
import type { Box } from '../../schemas/index.js';
import type { JoinedRow } from './joined.js';

/** The part of a row that parts of a table are compared by. */
type Row = JoinedRow;

const boxOf = (row: Row | undefined): Box | null => row?.cells.find((c) => c.cell.box !== null)?.cell.box ?? null;

/** True where `next` begins on another page than `rows` end on, or in a text column to the right of them. */
export function startsOver(rows: readonly Row[], next: readonly Row[]): boolean {
  const [last, first] = [rows.at(-1), next[0]];
  if (!last || first?.page == null) return false;
  if (endPage(last) !== first.page) return true;
  const [above, below] = [boxOf(last), boxOf(first)];
  const right = Math.max(...last.cells.flatMap((c) => (c.cell.box ? [c.cell.box[2]] : [])));
  return above !== null && below !== null && below[0] >= right - 1 && below[1] < above[1];
}

/** The page of a row's last piece: one that a page cut goes on on the next. */
function endPage(row: Row): number | null {
  const pages = row.cells.flatMap((c) => (c.cell.page === null ? [] : [c.cell.page]));
  return pages.length === 0 ? row.page : Math.max(...pages);
}

/** The number that a cell holds and nothing else; null where it holds something else. */
export function numberAt(row: Row | undefined, column: number): number | null {
  const text = compact(row?.cells.find((c) => c.cell.column === column)?.cell.text ?? '').text;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** Rows that are looked at for a number. */
const NEAR = 5;

/** True where the rows are counted in their first column and the count goes on: whatever columns the page has left out, it is one table. */
export function goesOnBelow(rows: readonly Row[], next: readonly Row[]): boolean {
  const before = rows.slice(-NEAR).findLast((row) => numberAt(row, 0) !== null);
  const after = next.slice(0, NEAR).find((row) => numberAt(row, 0) !== null);
  const [n, m] = [numberAt(before, 0), numberAt(after, 0)];
  return n !== null && m === n + 1 && n >= 1;
}

/** Sides of columns that are so near are the same, in points. */
const SAME_SIDE = 2;
/** So many columns tell a table by their widths. */
const TELLING_COLUMNS = 3;

/**
 * True where the columns of both begin equally far from their table's left side: a table that was made for a whole page and
 * is cut by the edge of a text column has fewer of them in one part than in another.
 */
export function sameSides(rows: readonly Row[], next: readonly Row[]): boolean {
  const [above, below] = [sidesOf(rows.slice(-NEAR)), sidesOf(next.slice(0, NEAR))];
  const [first, start] = [above.get(0), below.get(0)];
  if (first === undefined || start === undefined) return false;
  const shared = [...above].flatMap(([column, left]) => {
    const other = below.get(column);
    return other === undefined ? [] : [Math.abs(left - first - (other - start))];
  });
  return shared.length >= TELLING_COLUMNS && shared.every((off) => off <= SAME_SIDE);
}

/** Where the cells of each column begin. */
function sidesOf(rows: readonly Row[]): Map<number, number> {
  const sides = new Map<number, number>();
  for (const { cell } of rows.flatMap((row) => row.cells))
    if (cell.box !== null) sides.set(cell.column, Math.min(cell.box[0], sides.get(cell.column) ?? Infinity));
  return sides;
}
