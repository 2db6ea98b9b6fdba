import type { NoticeTable, TableCell, TableRow } from '../notice.js';
import { compact } from './fold.js';
import { isMeasure } from './measure-words.js';

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
  const levels = levelsOf(table.rows.slice(first, first + rows), table.columns);
  return { rows: first + rows, columns: levels.map((words) => words.join('')), levels };
}

/** Merged cells of the first row reach down over the rows of the head, or leave columns that the next row names. */
function headRows(table: NoticeTable, first: number): number {
  const top = table.rows[first];
  if (!top) return 1;
  const deep = Math.max(1, ...top.cells.map((c) => c.rowSpan));
  if (deep > 1 && deep <= 3) return deep + (isUnitRow(table.rows[first + deep]) ? 1 : 0);
  const next = table.rows[first + 1];
  if (!next) return 1;
  const spread = top.cells.some((c) => c.columnSpan > 1);
  const below = words(next);
  const subordinate = below.length > 0 && below.every((c) => !isFigure(bare(c)) && bare(c).length <= 15);
  if (!subordinate) return 1;
  return spread || isUnitRow(next) || fillsGaps(top, next) ? 2 : 1;
}

const words = (row: TableRow): TableCell[] => row.cells.filter((c) => bare(c) !== '');

/** A row of units below the names of the columns, nothing below the first. */
function isUnitRow(row: TableRow | undefined): boolean {
  const cells = row ? words(row) : [];
  return cells.length >= 2 && cells.every((c) => c.column > 0 && isMeasure(bare(c).replace(/^（(.*)）$/, '$1')));
}

/** A head that lost its merged cells: the next row has words below gaps of the first, and else only words that go on to its right. */
function fillsGaps(top: TableRow, next: TableRow): boolean {
  const below = words(next);
  const inGap = (c: TableCell) => emptyAbove(top, c.column);
  const beginsSpread = (c: TableCell) => below.some((d) => d.column === c.column + 1 && inGap(d));
  return below.some(inGap) && below.every((c) => YEARISH.test(bare(c)) || inGap(c) || (c.column > 0 && beginsSpread(c)));
}

const emptyAbove = (top: TableRow, column: number) => !top.cells.some((c) => c.column === column && bare(c) !== '');

/** The words of each column, level by level. Below the first row, a gap with words under it belongs to the head on its left. */
function levelsOf(rows: readonly TableRow[], columns: number): string[][] {
  const levels = Array.from({ length: columns }, (): string[] => []);
  rows.forEach((row, r) => {
    const lower = rows[r + 1];
    let left = '';
    for (let column = 0; column < columns; column++) {
      const cell = row.cells.find((c) => c.column <= column && column < c.column + c.columnSpan);
      const own = cell ? bare(cell) : '';
      const spread = own === '' && lower !== undefined && !emptyAbove(lower, column) && !emptyAbove(lower, column - 1);
      const text = own === '' && spread ? left : own;
      left = text;
      const above = levels[column];
      if (text !== '' && above && above.at(-1) !== text) above.push(text);
    }
  });
  return levels;
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
