import type { NoticeTable, TableCell } from '../notice.js';
import { isBareFigure, isFigureText, isWord, isYearText } from './figure-cell.js';
import { figureColumns, type FigureColumn, type FigureColumns, type LabelColumn } from './figure-columns.js';
import { dropSurplus, emptyRow, fillDown, putRight, setLabel, type FigureRow } from './figure-rows.js';
import { isNamingHead, TOTAL } from './figure-words.js';
import { clean, compact } from './fold.js';
import { CHINESE_NUMBER, groupLabel, withGroup, type Group } from './groups.js';
import { once } from './once.js';
import { cellAt, headOf, type TableHead } from './table-head.js';

export { figureComparator, figureValue, isFigureText, isMoveText } from './figure-cell.js';
export { isAttributeHead, isClassHead } from './figure-words.js';
export type { FigureColumn, FigureRow };

export interface FigureTable {
  head: TableHead;
  columns: FigureColumn[];
  rows: FigureRow[];
}

const text = (cell: TableCell | null | undefined) => (cell ? compact(cell.text).text : '');

/** A table of figures with its rows put right; null where the table is none (no head, few figures). Read once for all who ask. */
export const figureTable: (table: NoticeTable) => FigureTable | null = once(readFigures);

function readFigures(table: NoticeTable): FigureTable | null {
  const head = table.toc ? null : headOf(table);
  const columns = head && figureColumns(table, head);
  if (!head || !columns) return null;
  const { indexes, groups } = dataRows(table, head, columns);
  let rows = indexes.map((r) => readRow(table, head, columns, r, false));
  // where most rows would have to be put right, it is the head that was misread: the cells are left where they stand
  if (rows.filter((row) => row.repairs.length > 0).length > rows.length * 0.6)
    rows = indexes.map((r) => readRow(table, head, columns, r, true));
  dropSurplus(rows, columns.values.length);
  fillDown(rows, columns.labels);
  for (const row of rows) if (!row.whole) row.labels = { ...groups.get(row.row), ...row.labels };
  return { head, columns: columns.values, rows };
}

/** The rows that hold figures or labels, and for those below group rows (`一、创新驱动`) their groups. */
function dataRows(
  table: NoticeTable,
  head: TableHead,
  columns: FigureColumns,
): { indexes: number[]; groups: Map<number, Record<string, string>> } {
  const groups = new Map<number, Record<string, string>>();
  const indexes: number[] = [];
  let open: Group[] = [];
  for (let r = head.rows; r < table.rows.length; r++) {
    const filled = table.rows[r]?.cells.filter((c) => text(c) !== '') ?? [];
    if (isGroupRow(filled, columns))
      open = withGroup(
        open,
        filled.map((c) => clean(c.text)),
      );
    else if (filled.length > 0) {
      indexes.push(r);
      groups.set(r, groupLabel(open));
    }
  }
  return { indexes, groups };
}

/** One label alone, or a number and a label: no figure, and no dash in place of one. */
function isGroupRow(filled: readonly TableCell[], { labels, values }: FigureColumns): boolean {
  const narrow = labels.length + values.length < 3 && filled[0]?.columnSpan === 1;
  if (filled.length === 0 || filled.length > 2 || narrow) return false;
  const words = filled.filter((c) => !CHINESE_NUMBER.test(text(c)));
  const only = words[0];
  return words.length === 1 && only !== undefined && only.column < labels.length && isWord(text(only)) && !TOTAL.test(text(only));
}

/** Reads one row; one whose labels stand in other columns, or that has a dash too many, is put right. */
function readRow(table: NoticeTable, head: TableHead, columns: FigureColumns, r: number, trust: boolean): FigureRow {
  const cells = table.rows[r]?.cells ?? [];
  const row = emptyRow(r);
  if (!trust && !fits(cells, columns)) return putRight(row, cells, columns);
  const at = (label: LabelColumn) => ({ label, cell: cellAt(table, r, label.column) });
  const found = columns.labels.map(at).filter(({ label, cell }) => cell && isLastCovered(columns.labels, label, cell));
  const [total] = found.filter(({ cell }) => text(cell) !== '' && !isNumbering(text(cell)));
  if (total && TOTAL.test(text(total.cell)) && onlyLabel(found, total.label)) setTotal(row, columns.labels, total);
  else for (const { label, cell } of found) setLabel(row, label, cell);
  for (const { label, cell } of columns.side.map(at)) setLabel(row, label, cell);
  row.values = columns.values.map((col) => cells.find((k) => k.column === col.column) ?? null);
  row.beyond = cells.filter(
    (c) => c.column >= columns.labels.length && head.columns[c.column] === '' && isBareFigure(text(c)),
  ).length;
  return row;
}

interface FoundLabel {
  label: LabelColumn;
  cell: TableCell | null;
}

const isNumbering = (t: string) => /^\d+$/.test(t) || CHINESE_NUMBER.test(t);

/** A cell over several label columns is of the last of them. */
const isLastCovered = (labels: readonly LabelColumn[], { column }: LabelColumn, cell: TableCell): boolean =>
  column === Math.min(cell.column + cell.columnSpan, labels.length) - 1;

const onlyLabel = (found: readonly FoundLabel[], only: LabelColumn): boolean =>
  found.every(({ label, cell }) => label === only || label.role === 'unit' || label.role === 'number' || text(cell) === '');

/** A total of all rows stands in the first column whatever that heads: it is of the places, else of what the first label names. */
function setTotal(row: FigureRow, labels: readonly LabelColumn[], { cell }: FoundLabel): void {
  const own = labels.find((l) => l.role === 'area') ?? labels.find((l) => l.role === 'indicator' || l.role === 'label');
  if (own) setLabel(row, own, cell);
  row.total = true;
  row.whole = text(cell) !== '小计';
}

/** A row fits its head where words stand in front of figures, and neither where the head has the other. */
function fits(cells: readonly TableCell[], { labels, values, side }: FigureColumns): boolean {
  const [first, last] = [values[0]?.column ?? 0, values.at(-1)?.column ?? 0];
  const isValue = (c: TableCell) => values.some((v) => v.column === c.column);
  const firstFigure = cells.find((c) => isValue(c) && isFigureText(text(c)))?.column ?? last;
  const wordInValues = cells.some((c) => isValue(c) && c.column <= Math.min(first + 2, firstFigure) && isWord(text(c)));
  const figureInLabels = labels.some(
    (l) => l.column > 0 && !isNamingHead(l.name) && cells.some((c) => c.column === l.column && isPlainFigure(text(c))),
  );
  const beyond = cells.some(
    (c) => c.column > last && !side.some((s) => s.column === c.column) && (isBareFigure(text(c)) || isDash(text(c))),
  );
  const year = labels.find((l) => l.role === 'year');
  const strayYear = year && cells.some((c) => c.column < labels.length && c.column !== year.column && isYearText(text(c)));
  return !wordInValues && !figureInLabels && !beyond && !strayYear;
}

const isDash = (t: string) => /^[-—]+$/.test(t);
const isPlainFigure = (t: string) => (isBareFigure(t) && !/^(19|20)\d{2}$/.test(t)) || isDash(t);
