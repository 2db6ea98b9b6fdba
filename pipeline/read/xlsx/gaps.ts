import type { Region } from './regions.js';

/** Blank columns in a row that still belong to a table: its head may stand over them. */
const WIDEST = 20;

/** The columns of a region that its table has, in order, as the grid counts them. */
export type Columns = readonly number[];

/**
 * A cell far out on the right (a note, a slip of the hand at `XFD1`) would make a table of thousands of blank columns. Of a
 * wider gap one blank column stays; what the cells say and in which column of the sheet they stand does not change.
 */
export function columnsOf({ cells, left }: Region): Columns {
  const columns: number[] = [];
  let next = left;
  for (const cell of [...cells].sort((a, b) => a.left - b.left)) {
    if (cell.left - next > WIDEST) columns.push(next);
    else for (let column = next; column < cell.left; column += 1) columns.push(column);
    for (let column = Math.max(next, cell.left); column <= cell.right; column += 1) columns.push(column);
    next = Math.max(next, cell.right + 1);
  }
  return columns;
}
