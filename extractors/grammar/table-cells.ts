import type { NoticeTable, TableCell } from '../notice.js';
import { once } from './once.js';

/** The cell that holds at a place of a table: the place's own, or a merged one that reaches down or across to it. */
export interface HeldCell {
  cell: TableCell;
  /** it stands in this row and column itself */
  own: boolean;
}

/** The covering cells of a table, row by row; made once for each table. */
const gridOf = once(coveringCells);

/** Most places that one table's merged cells are followed over: more than any printed table has. */
const MOST_PLACES = 2_000_000;

function coveringCells(table: NoticeTable): (TableCell | undefined)[][] {
  const grid = table.rows.map((): (TableCell | undefined)[] => []);
  let places = 0;
  table.rows.forEach((row, r) => {
    for (const cell of row.cells) {
      const [bottom, right] = [Math.min(r + cell.rowSpan, grid.length), Math.min(cell.column + cell.columnSpan, table.columns)];
      places += (bottom - r) * Math.max(1, right - cell.column);
      const reach = places > MOST_PLACES ? r + 1 : bottom;
      for (let y = r; y < reach; y++) {
        const line = grid[y];
        // a place has one cell: its own before one that reaches to it
        for (let x = cell.column; line && x < right; x++)
          if (line[x] === undefined || (y === r && x === cell.column)) line[x] = cell;
      }
    }
  });
  return grid;
}

/** The cell that covers a grid position; null where the table has none there. */
export function cellAt(table: NoticeTable, row: number, column: number): TableCell | null {
  return gridOf(table)[row]?.[column] ?? null;
}

/**
 * What a row holds, column by column, merged cells included: a 牵头单位 merged over three rows holds for each of them. Each cell
 * has the span where it stands. Every extractor reads rows by this, whatever format the table came from.
 */
export function heldCells(table: NoticeTable, row: number): (HeldCell | null)[] {
  const own = new Set(table.rows[row]?.cells);
  return Array.from({ length: table.columns }, (_, column) => {
    const cell = cellAt(table, row, column);
    return cell && { cell, own: own.has(cell) && cell.column === column };
  });
}
