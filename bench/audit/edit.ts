import type { Block, Cell, Document, TableBlock, TextBlock } from '../../schemas/index.js';

// Changes to a document as read, each giving a new one: what a slip of the pen leaves behind.

/** A line or paragraph with its place among the blocks. */
export interface Line {
  at: number;
  text: string;
}

/** A table as a grid of texts, with its place among the blocks; `null` where a merged cell covers. */
export interface Grid {
  at: number;
  table: TableBlock;
  rows: (string | null)[][];
}

const isText = (block: Block): block is TextBlock => block.kind !== 'table';

export const linesOf = (document: Document): Line[] =>
  document.blocks.flatMap((block, at) => (isText(block) ? [{ at, text: block.text }] : []));

export const gridsOf = (document: Document): Grid[] =>
  document.blocks.flatMap((block, at) => {
    if (isText(block)) return [];
    const rows = Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, (): string | null => null));
    for (const cell of block.cells) {
      const row = rows[cell.row];
      if (row) row[cell.column] = cell.text;
    }
    return [{ at, table: block, rows }];
  });

const withBlocks = (document: Document, blocks: Block[]): Document => ({ ...document, blocks });

export const setLine = (document: Document, at: number, text: string): Document =>
  withBlocks(
    document,
    document.blocks.map((block, i) => (i === at && isText(block) ? { ...block, text } : block)),
  );

/** The document without the blocks `[from, to)`. */
export const dropBlocks = (document: Document, from: number, to: number): Document =>
  withBlocks(
    document,
    document.blocks.filter((_, i) => i < from || i >= to),
  );

const withTable = (document: Document, at: number, table: TableBlock): Document =>
  withBlocks(
    document,
    document.blocks.map((block, i) => (i === at ? table : block)),
  );

const inOrder = (cells: Cell[]): Cell[] => cells.toSorted((a, b) => a.row - b.row || a.column - b.column);

export function setCell(document: Document, grid: Grid, row: number, column: number, text: string): Document {
  const cells = grid.table.cells.map((c) => (c.row === row && c.column === column ? { ...c, text } : c));
  return withTable(document, grid.at, { ...grid.table, cells });
}

/** A row with other texts; a text beyond the last column makes the table wider. */
export function setRow(document: Document, grid: Grid, row: number, texts: readonly string[]): Document {
  const kept = grid.table.cells.filter((c) => c.row !== row);
  const page = grid.table.cells.find((c) => c.row === row)?.page ?? null;
  const cells = texts.map((text, column): Cell => ({ text, row, column, rowSpan: 1, columnSpan: 1, page, box: null }));
  const columns = Math.max(grid.table.columns, texts.length);
  return withTable(document, grid.at, { ...grid.table, columns, cells: inOrder([...kept, ...cells]) });
}

/** The row once more, in front of the row `before`. */
export function copyRow(document: Document, grid: Grid, row: number, before: number): Document {
  const copy = grid.table.cells.filter((c) => c.row === row).map((c) => ({ ...c, row: before }));
  const moved = grid.table.cells.map((c) => (c.row >= before ? { ...c, row: c.row + 1 } : c));
  return withTable(document, grid.at, { ...grid.table, rows: grid.table.rows + 1, cells: inOrder([...moved, ...copy]) });
}

/** Rows of single cells, all of them there: those that no merged cell reaches into. */
export function plainRows(grid: Grid): { row: number; texts: string[] }[] {
  const merged = new Set(
    grid.table.cells
      .filter((c) => c.rowSpan > 1 || c.columnSpan > 1)
      .flatMap((c) => Array.from({ length: c.rowSpan }, (_, i) => c.row + i)),
  );
  return grid.rows.flatMap((texts, row) => {
    const whole = texts.filter((t): t is string => t !== null);
    return row === 0 || merged.has(row) || whole.length < texts.length ? [] : [{ row, texts: whole }];
  });
}
