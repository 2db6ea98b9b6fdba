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
  if (cut && last && continuesRow(table, last, cut)) {
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

const textAt = (row: JoinedRow | undefined, column: number): string =>
  compact(row?.cells.find((c) => c.cell.column === column)?.cell.text ?? '').text;

/** The column that counts the rows: the first, or the second where its head says so. */
function counterColumn(table: JoinedTable, last: JoinedRow): number | null {
  if (/^\d+$/.test(textAt(last, 0))) return 0;
  return /^\d+$/.test(textAt(last, 1)) && /^(序号|编号)$/.test(textAt(table.rows[0], 1)) ? 1 : null;
}

/** True for the rest of a row that the page cut: it has no number where rows are counted, else no name and little more. */
function continuesRow(table: JoinedTable, last: JoinedRow, row: JoinedRow): boolean {
  const counter = counterColumn(table, last);
  if (counter === null) return continuesNamedRow(table, last, row);
  const numbered = [textAt(row, counter), textAt(row, 0)].some((t) => t !== '');
  return !numbered && filled(row).length < filled(last).length + 1;
}

/** Rows above a page break that show how the table is made. */
const NEARBY = 20;

/** In a table where every row has a name in front, one without: it goes on with words that no sign has ended. */
function continuesNamedRow(table: JoinedTable, last: JoinedRow, row: JoinedRow): boolean {
  const body = table.rows.slice(Math.max(1, table.rows.length - NEARBY));
  if (body.length < 2 || textAt(row, 0) !== '' || body.some((r) => textAt(r, 0) === '')) return false;
  const rest = filled(row).map((c) => ({ text: c.cell.text, before: textAt(last, c.cell.column) }));
  return (
    rest.length < filled(last).length - 1 &&
    rest.every(({ text, before }) => !isNumeric(text) && before !== '' && !isNumeric(before) && !/[。；！]$/.test(before))
  );
}

function mergeRow(last: JoinedRow, rest: JoinedRow): void {
  for (const piece of rest.cells) {
    if (piece.cell.text.trim() === '') continue;
    last.cells.push(piece);
  }
  last.cells.sort((a, b) => a.cell.column - b.cell.column || a.block - b.block);
}
