import { compact } from '../../extractors/index.js';
import type { Cell, TableBlock } from '../../schemas/index.js';

/** A row of a joined table: its cells with the block that each stands in. */
export interface JoinedRow {
  cells: { cell: Cell; block: number; index: number }[];
  page: number | null;
}

/** A table joined over pages and blank lines. */
export interface JoinedTable {
  rows: JoinedRow[];
  columns: number;
  /** blocks it was made of */
  blocks: number[];
}

/** One table block as rows of cells, all-empty rows left out. */
export function rowsOf(table: TableBlock, block: number): JoinedRow[] {
  const rows: JoinedRow[] = Array.from({ length: table.rows }, () => ({ cells: [], page: table.page }));
  table.cells.forEach((cell, index) => rows[cell.row]?.cells.push({ cell, block, index }));
  for (const row of rows) {
    row.cells.sort((a, b) => a.cell.column - b.cell.column);
    row.page = row.cells.find((c) => c.cell.page !== null)?.cell.page ?? table.page;
  }
  return rows.filter((row) => row.cells.some((c) => c.cell.text.trim() !== ''));
}

/** Highest filled column of some rows, plus one: trailing empty columns are none. */
export function filledColumns(rows: readonly JoinedRow[]): number {
  let n = 0;
  for (const row of rows)
    for (const { cell } of row.cells) if (cell.text.trim() !== '') n = Math.max(n, cell.column + cell.columnSpan);
  return n;
}

const rowKey = (row: JoinedRow | undefined) => {
  const texts = row?.cells.map((c) => compact(c.cell.text).text) ?? [];
  while (texts.at(-1) === '') texts.pop();
  return JSON.stringify(texts);
};
const isNumeric = (text: string) => /^-?[\d,，.]+%?$/.test(text.replace(/\s/g, ''));
const filled = (row: JoinedRow) => row.cells.filter((c) => c.cell.text.trim() !== '');

/** Number of rows at the top of `next` that repeat the head of `table`: 0 to 3. */
function repeatedHead(table: readonly JoinedRow[], next: readonly JoinedRow[]): number {
  let n = 0;
  while (
    n < 3 &&
    n < next.length &&
    n < table.length &&
    rowKey(table[n]) === rowKey(next[n]) &&
    filled(table[n] as JoinedRow).length >= 2
  )
    n++;
  const figures = n > 0 && filled(table[0] as JoinedRow).some((c) => isNumeric(c.cell.text));
  return figures ? 0 : n;
}

/**
 * Appends a table block to the one before it where it goes on: the same head again (dropped), or, right after a page
 * break, the same columns without a head. A first row without a number then belongs to the row cut by the page.
 * Returns false where it is a table of its own.
 */
export function appendTable(table: JoinedTable, next: TableBlock, block: number): boolean {
  const rows = rowsOf(next, block);
  if (rows.length === 0) return true;
  const columns = filledColumns(rows);
  const head = repeatedHead(table.rows, rows);
  const newPage = next.page !== null && table.rows.at(-1)?.page !== next.page;
  if (
    head === 0 &&
    !(newPage && (columns === table.columns || next.columns === table.columns) && table.columns >= 2 && !looksLikeHead(rows[0]))
  )
    return false;
  const body = rows.slice(head);
  const cut = newPage ? body[0] : undefined;
  const last = table.rows.at(-1);
  if (cut && last && continuesRow(last, cut)) {
    mergeRow(last, cut);
    body.shift();
  }
  table.rows.push(...body);
  table.columns = Math.max(table.columns, columns);
  table.blocks.push(block);
  return true;
}

/** Rows that repeat the table's head in its middle are dropped. */
export function dropRepeatedHeads(rows: JoinedRow[]): JoinedRow[] {
  const first = rows[0];
  if (!first || filled(first).length < 2 || filled(first).some((c) => isNumeric(c.cell.text))) return rows;
  const key = rowKey(first);
  return rows.filter((row, i) => i === 0 || rowKey(row) !== key);
}

const HEAD_WORDS = /^(序号|名称|项目|单位|年份|指标|备注|编号|地区|企业名称|项目名称)/;
function looksLikeHead(row: JoinedRow | undefined): boolean {
  const texts = row ? filled(row).map((c) => compact(c.cell.text).text) : [];
  return texts.length >= 2 && texts.every((t) => !isNumeric(t)) && texts.some((t) => HEAD_WORDS.test(t));
}

/** The first column of the table counts its rows, and this row has no number: it is the rest of the row before. */
function continuesRow(last: JoinedRow, row: JoinedRow): boolean {
  const [number, first] = [last.cells[0]?.cell, row.cells[0]?.cell];
  if (!number || number.column !== 0 || !/^\d+$/.test(number.text.trim())) return false;
  return (!first || first.column > 0 || first.text.trim() === '') && filled(row).length < filled(last).length + 1;
}

function mergeRow(last: JoinedRow, rest: JoinedRow): void {
  for (const piece of rest.cells) {
    if (piece.cell.text.trim() === '') continue;
    last.cells.push(piece);
  }
  last.cells.sort((a, b) => a.cell.column - b.cell.column || a.block - b.block);
}
