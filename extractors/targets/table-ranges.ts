import { figureTable, type FigureColumn, type FigureRow } from '../grammar/figure-table.js';
import { compact } from '../grammar/fold.js';
import { quantities, type Quantity } from '../grammar/quantities.js';
import type { NoticeTable, TableCell } from '../notice.js';

/** A range that stands in a cell of a table of targets: an observation is one figure and cannot hold it. */
export interface TableRange {
  indicator: string;
  area: string | null;
  year: number | null;
  labels: Record<string, string>;
  column: number;
  quantity: Quantity;
  cell: TableCell;
}

/** The ranges in a table's cells: `8%—10%`, `80-100` with the unit of its row or column. */
export function rangesOf(table: NoticeTable): TableRange[] {
  const figures = figureTable(table);
  return (figures?.rows ?? []).flatMap((row) =>
    row.values.flatMap((cell, i) => {
      const column = figures?.columns[i];
      return cell && column ? (range(row, column, cell) ?? []) : [];
    }),
  );
}

function range(row: FigureRow, column: FigureColumn, cell: TableCell): TableRange | null {
  const text = compact(cell.text).text;
  if (!/\d(?:-|—|~|至|到)+\d|%(?:-|—|~|至|到)+\d/.test(text)) return null;
  const bare = /^[\d.~—至到-]+$/.test(text) ? text + (column.unit ?? row.unit ?? '') : text;
  const [quantity, ...others] = quantities(bare);
  const indicator = row.indicator ?? Object.values(row.labels)[0] ?? column.name;
  if (!quantity || quantity.max === null || quantity.from > 1 || others.length > 0 || indicator === '') return null;
  const labels = row.indicator === null ? {} : row.labels;
  return { indicator, area: row.area, year: row.year ?? column.year, labels, column: column.column, quantity, cell };
}
