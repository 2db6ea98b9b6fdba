import type { ProjectRead } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { sureness } from './sureness.js';
import { clean, compact } from './grammar/fold.js';
import { groupLabel, withGroup, type Group } from './grammar/groups.js';
import { yuanIn, type MoneyUnit } from './grammar/money.js';
import { once } from './grammar/once.js';
import { endOf, period } from './grammar/period.js';
import { projectBlocks } from './grammar/project-blocks.js';
import { investmentUnit, kindOfRow, projectColumns, type ProjectColumns, type ProjectRowKind } from './grammar/project-table.js';
import { cellAt, headOf, type TableHead } from './grammar/table-head.js';
import type { Notice, NoticeTable, TableRow } from './notice.js';

/** True for a table whose rows are projects: a column of names and one of investment, period or content. */
export const isProjectTable = (head: TableHead): boolean => projectColumns(head) !== null;

/** The tables that may list projects: those of the notice, and what is set as blocks of labels. */
export const projectTables = (notice: Notice): readonly NoticeTable[] => [...notice.tables, ...projectBlocks(notice)];

/** One record per row of a project table and per block of labels; totals and group heads are none. */
export const projects = defineExtractor({
  type: 'projects',
  version: 4,
  read: (notice) =>
    projectTables(notice).flatMap((table) => projectRows(notice, table).flatMap((r) => (r.project ? [r.project] : []))),
});

/** A row of a project table with its kind, for the extractor and for the audit. */
export interface ProjectRow {
  kind: ProjectRowKind;
  row: TableRow;
  index: number;
  project: ProjectRead | null;
  /** investment of a total row, in yuan */
  amount: number | null;
}

/** A project table with what its head says. */
interface ProjectTable {
  notice: Notice;
  table: NoticeTable;
  head: TableHead;
  columns: ProjectColumns;
  unit: MoneyUnit | null;
}

/** The rows of a project table; [] for any other table. The extractor and many checks ask, so they are read once. */
export function projectRows(notice: Notice, table: NoticeTable): readonly ProjectRow[] {
  return rowsOfTables(notice)(table);
}

const rowsOfTables = once((notice: Notice) => once((table: NoticeTable) => readRows(notice, table)));

function readRows(notice: Notice, table: NoticeTable): ProjectRow[] {
  const head = table.toc ? null : headOf(table);
  const columns = head && projectColumns(head);
  if (!head || !columns) return [];
  const read: ProjectTable = { notice, table, head, columns, unit: investmentUnit(table, head, columns.investment) };
  let groups: Group[] = [];
  const above: Record<string, string> = {};
  return table.rows.flatMap((row, index): ProjectRow[] => {
    if (index < head.rows) return [];
    const kind = kindOf(read, row, index);
    if (kind === 'group')
      groups = withGroup(
        groups,
        row.cells.map((c) => compact(c.text).text).filter((t) => t !== ''),
      );
    const amount = yuanIn(at(read, index, columns.investment), read.unit);
    const project = kind === 'project' ? projectOf(read, row, index, amount, groups, above) : null;
    return [{ kind, row, index, project, amount }];
  });
}

/** The source text of a column in a row, '' where there is no such column. */
function at({ notice, table }: ProjectTable, row: number, column: number | null): string {
  const cell = column === null ? null : cellAt(table, row, column);
  return cell ? notice.text.slice(cell.start, cell.end).trim() : '';
}

function kindOf(read: ProjectTable, row: TableRow, index: number): ProjectRowKind {
  const { seq, name, content, period } = read.columns;
  const text = (column: number | null) => compact(at(read, index, column)).text;
  const filled = row.cells.map((c) => ({ text: compact(c.text).text, column: c.column })).filter((c) => c.text !== '');
  return kindOfRow({ seq: text(seq), name: text(name), content: text(content), period: text(period), filled }, name);
}

function projectOf(
  read: ProjectTable,
  row: TableRow,
  index: number,
  amount: number | null,
  groups: readonly Group[],
  above: Record<string, string>,
): ProjectRead {
  const { table, columns } = read;
  const seq = Number(compact(at(read, index, columns.seq)).text);
  const content = clean(at(read, index, columns.content));
  return {
    table: table.title,
    seq: Number.isInteger(seq) && seq > 0 ? seq : null,
    name: clean(at(read, index, columns.name)),
    investment_cny: amount,
    ...periodOf(read, index),
    content: content === '' ? null : content,
    other: { ...groupLabel(groups), ...otherColumns(read, index, amount, above) },
    start: row.start,
    end: Math.min(row.end, row.start + 3900),
    ...sureness('project_row', columns.content !== null && content === '' && 'content_missing'),
    evidence: table.titleSpan ? [{ field: 'table', ...table.titleSpan }] : [],
  };
}

/** Start and end from a column of both, or from a column each. */
function periodOf(read: ProjectTable, index: number): Pick<ProjectRead, 'period_start' | 'period_end' | 'period_text'> {
  const { columns } = read;
  const [start, end] = [at(read, index, columns.start), at(read, index, columns.end)];
  const text = columns.period === null ? [start, end].filter((t) => t !== '').join('-') : at(read, index, columns.period);
  const span = columns.period === null ? { start: period(start).start, end: endOf(end) } : period(text);
  return {
    period_start: span.start,
    period_end: span.end,
    period_text: text === '' ? null : clean(text).replace(/\s/g, ''),
  };
}

const NOTHING = /^[-—–/\\]*$/;

/**
 * The columns that are no field of their own, and what the investment says where that is no amount in yuan. A column in
 * front of the names holds for the rows below as well: it was merged, maybe before a page cut it.
 */
function otherColumns(
  read: ProjectTable,
  index: number,
  amount: number | null,
  above: Record<string, string>,
): Record<string, string> {
  const { table, head, columns } = read;
  const { seq, name: named, investment, period, start, end, content } = columns;
  const own = new Set([seq, named, period, start, end, content, amount === null ? null : investment]);
  const other: Record<string, string> = {};
  for (let c = 0; c < table.columns; c++) {
    const name = head.columns[c] ?? '';
    if (own.has(c) || name === '') continue;
    const text = clean(at(read, index, c)) || (c < columns.name ? (above[name] ?? '') : '');
    if (c < columns.name) above[name] = text;
    if (text !== '' && !(c === columns.investment && NOTHING.test(text))) other[name] = text;
  }
  return other;
}
