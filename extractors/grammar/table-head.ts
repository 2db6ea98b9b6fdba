import type { NoticeTable, TableCell, TableRow } from '../notice.js';
import { captionOf } from './caption.js';
import { compact } from './fold.js';
import { isMeasure } from './measure-words.js';
import { once } from './once.js';

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

/** A row that may be part of a head: at least two words, no plain figure, not the line that says who made the table and its unit. */
function headLike(row: TableRow): boolean {
  const texts = row.cells.map(bare).filter((t) => t !== '');
  return (
    texts.length >= 2 &&
    texts.every((t) => !isFigure(t)) &&
    texts.some((t) => !YEARISH.test(t)) &&
    texts.every((t) => t.length <= 30) &&
    captionOf(texts) === null
  );
}

/** The head of a table; null where its first row is no head. */
export const headOf: (table: NoticeTable) => TableHead | null = once(readHead);

function readHead(table: NoticeTable): TableHead | null {
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
  if (deep > 1 && deep <= DEEPEST) return deep + (isUnitRow(table.rows[first + deep]) ? 1 : 0);
  let rows = 1;
  while (rows < DEEPEST && isLowerLevel(table.rows[first + rows - 1], table.rows[first + rows])) rows += 1;
  return rows;
}

/** Most levels of a head. */
const DEEPEST = 4;

/** A row of short words below a level of the head that spreads over columns, has gaps, or stands there again. */
function isLowerLevel(top: TableRow | undefined, next: TableRow | undefined): boolean {
  if (!top || !next) return false;
  const below = words(next);
  const subordinate = below.length > 0 && below.every((c) => !isFigure(bare(c)) && bare(c).length <= 15);
  if (!subordinate) return false;
  return spreads(top, next) || isUnitRow(next) || fillsGaps(top, next) || standsAgain(top, below);
}

/** A cell over several columns with words of their own below it. */
const spreads = (top: TableRow, next: TableRow): boolean =>
  top.cells.some(
    (c) => c.columnSpan > 1 && words(next).filter((d) => c.column <= d.column && d.column < c.column + c.columnSpan).length > 1,
  );

/** A head whose merged cells a converter wrote out: words that stand side by side in the upper row have others below, the rest the same again. */
function standsAgain(top: TableRow, below: readonly TableCell[]): boolean {
  const first = new Map(top.cells.toReversed().map((t) => [t.column, bare(t)]));
  const above = (c: TableCell) => first.get(c.column) ?? bare(c);
  const twice = top.cells.some((c, i) => bare(c) !== '' && bare(c) === bare(top.cells[i + 1] ?? EMPTY));
  const differs = below.filter((c) => above(c) !== bare(c));
  return twice && differs.length > 1 && below.length > differs.length;
}
const EMPTY: TableCell = { text: '', row: 0, column: 0, rowSpan: 1, columnSpan: 1, start: 0, end: 0 };

const NO_ROW: Pick<TableRow, 'cells'> = { cells: [] };

const words = (row: Pick<TableRow, 'cells'>): TableCell[] => row.cells.filter((c) => bare(c) !== '');

/** A row of units below the names of the columns, nothing below the first. */
function isUnitRow(row: TableRow | undefined): boolean {
  const cells = row ? words(row) : [];
  return cells.length >= 2 && cells.every((c) => c.column > 0 && isMeasure(bare(c).replace(/^（(.*)）$/, '$1')));
}

/** A head that lost its merged cells: the next row has words below gaps of the first, and else only words that go on to its right. */
function fillsGaps(top: TableRow, next: TableRow): boolean {
  const below = words(next);
  const above = wordsByColumn(top);
  const inGap = (c: TableCell) => !above.has(c.column);
  const columns = new Set(below.map((c) => c.column));
  const beginsSpread = (c: TableCell) => columns.has(c.column + 1) && !above.has(c.column + 1);
  const again = (c: TableCell) => above.get(c.column)?.has(bare(c)) === true;
  return (
    below.some(inGap) && below.every((c) => YEARISH.test(bare(c)) || inGap(c) || again(c) || (c.column > 0 && beginsSpread(c)))
  );
}

/** What stands in each column of a row, but blank cells. */
function wordsByColumn(row: Pick<TableRow, 'cells'>): Map<number, Set<string>> {
  const columns = new Map<number, Set<string>>();
  for (const cell of words(row)) columns.set(cell.column, (columns.get(cell.column) ?? new Set()).add(bare(cell)));
  return columns;
}

/** The text over each column of a row, that of a merged cell over all of its own; the first cell counts where two overlap. */
function textsOver(row: TableRow, columns: number): string[] {
  const texts = Array.from({ length: columns }, (): string | undefined => undefined);
  for (const cell of row.cells) {
    const text = bare(cell);
    for (let column = cell.column; column < Math.min(cell.column + cell.columnSpan, columns); column += 1) texts[column] ??= text;
  }
  return texts.map((text) => text ?? '');
}

/** The words of each column, level by level. Below the first row, a gap with words under it belongs to the head on its left. */
function levelsOf(rows: readonly TableRow[], columns: number): string[][] {
  const levels = Array.from({ length: columns }, (): string[] => []);
  rows.forEach((row, r) => {
    const below = wordsByColumn(rows[r + 1] ?? NO_ROW);
    const texts = textsOver(row, columns);
    let left = '';
    for (let column = 0; column < columns; column++) {
      const own = texts[column] ?? '';
      const spread = own === '' && below.has(column) && below.has(column - 1);
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

export { cellAt, heldCells, type HeldCell } from './table-cells.js';
