import type { Cell } from '../../schemas/index.js';

/** A cell of a joined table with the block that it stands in; `rowSpan` counts rows of the joined table. */
export interface JoinedCell {
  cell: Cell;
  block: number;
  index: number;
  rowSpan: number;
}

/** A row of a joined table: a cell that the page cut stands in several pieces at one column. */
export interface JoinedRow {
  cells: JoinedCell[];
  page: number | null;
}

/** A table joined over pages and blank lines. */
export interface JoinedTable {
  rows: JoinedRow[];
  columns: number;
  /** blocks it was made of */
  blocks: number[];
  /** rows left out because they repeat the head */
  repeated: JoinedRow[];
}
