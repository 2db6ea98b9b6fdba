import type { NoticeTable, TableCell, TableRow } from '../notice.js';
import { compact } from './fold.js';

/** The head of a table: the words of each column, its rows joined where the head has several. */
export interface TableHead {
  /** number of rows it takes */
  rows: number;
  /** compact text per column; empty where a column has no head */
  columns: string[];
  /** the same with the levels kept apart, outermost first */
  levels: string[][];
}

const FIGURE = /^-?[\d,，.]+%?$|^[-—–]+$/;
const YEARISH = /^(19|20)\d{2}年?(底|末)?$/;

const bare = (cell: TableCell) => compact(cell.text).text;
const isFigure = (t: string) => FIGURE.test(t) && !YEARISH.test(t);

/** A row that may be part of a head: at least two words, no plain figure. */
function headLike(row: TableRow): boolean {
  const texts = row.cells.map(bare).filter((t) => t !== '');
  return (
    texts.length >= 2 &&
    texts.every((t) => !isFigure(t)) &&
    texts.some((t) => !YEARISH.test(t)) &&
    texts.every((t) => t.length <= 30)
  );
}

/** The head of a table; null where its first row is no head. */
export function headOf(table: NoticeTable): TableHead | null {
  const first = table.rows.findIndex((r) => headLike(r));
  if (first < 0 || first > 2) return null;
  const rows = headRows(table, first);
  const levels = Array.from({ length: table.columns }, (_, c) => columnWords(table.rows.slice(first, first + rows), c));
  return { rows: first + rows, columns: levels.map((words) => words.join('')), levels };
}

/** Merged cells of the first row reach down over the rows of the head, or leave columns that the next row names. */
function headRows(table: NoticeTable, first: number): number {
  const top = table.rows[first];
  if (!top) return 1;
  const deep = Math.max(1, ...top.cells.map((c) => c.rowSpan));
  const spread = top.cells.some((c) => c.columnSpan > 1);
  if (deep > 1 && deep <= 3) return deep;
  const next = table.rows[first + 1];
  if (!next) return 1;
  const filled = next.cells.filter((c) => bare(c) !== '');
  const subordinate = filled.length > 0 && filled.every((c) => !isFigure(bare(c)) && bare(c).length <= 15);
  if (spread && subordinate) return 2;
  // a covered head: the next row has words only under empty heads and no number in front
  const gaps = next.cells.filter((c) => bare(c) !== '' && emptyAbove(top, c.column));
  return gaps.length > 0 && subordinate && filled.every((c) => YEARISH.test(bare(c)) || emptyAbove(top, c.column)) ? 2 : 1;
}

const emptyAbove = (top: TableRow, column: number) => !top.cells.some((c) => c.column === column && bare(c) !== '');

function columnWords(rows: readonly TableRow[], column: number): string[] {
  const words: string[] = [];
  for (const row of rows) {
    const cell = row.cells.find((c) => c.column <= column && column < c.column + c.columnSpan);
    const text = cell ? bare(cell) : '';
    if (text !== '' && words.at(-1) !== text) words.push(text);
  }
  return words;
}

/** Index of the first column whose head matches, as a whole or by its innermost level; null where none does. */
export function columnOf(head: TableHead, pattern: RegExp): number | null {
  const whole = head.columns.findIndex((text) => pattern.test(text));
  if (whole >= 0) return whole;
  const inner = head.levels.findIndex((words) => words.length > 1 && pattern.test(words.at(-1) ?? ''));
  return inner < 0 ? null : inner;
}

/** The cell that covers a grid position: its own, or a merged one that reaches down or across to it. */
export function cellAt(table: NoticeTable, row: number, column: number): TableCell | null {
  for (let r = row; r >= 0 && r > row - 200; r--) {
    for (const cell of table.rows[r]?.cells ?? []) {
      if (cell.column <= column && column < cell.column + cell.columnSpan && r + cell.rowSpan > row) return cell;
    }
  }
  return null;
}
