import type { ProjectRead } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { sureness } from './sureness.js';
import { period } from './grammar/dates.js';
import { clean, compact } from './grammar/fold.js';
import { scaled } from './grammar/numerals.js';
import { splitUnit } from './grammar/quantities.js';
import { cellAt, columnOf, headOf, type TableHead } from './grammar/table-head.js';
import type { Notice, NoticeTable, TableRow } from './notice.js';

const NAME = /^(项目名称|建设项目|工程名称|工程项目|项目\/工程名称|项目（工程）名称|项目名称及.*|重点项目|项目)$/;
const INVESTMENT = /^(项目)?(计划|估算|概算)?总?投资(总)?(金额|额|规模|估算|总额|概算)?(（[^）]*）)?$/;
const PERIOD =
  /^(建设|实施|项目)?(期限?|周期|年限|起止年限|起止时间|起止年月|时间|工期|建设期限|建设起止年限|建设时限|开竣工时间)(（[^）]*）)?$/;
const START = /^(计划|预计)?开工(时间|日期|年月)?$/;
const END = /^(计划|预计)?(竣工|完工|建成|投产)(时间|日期|年月)?$/;
const CONTENT =
  /^(主要)?(建设|项目|工程)?(主要)?(内容|规模|概况|内容及规模|规模及内容|内容和规模|规模和内容|简介|建设内容|建设内容及规模|建设规模及内容|建设规模)$/;
const SEQ = /^(序号|编号|№)$/;
const TOTAL = /^(合计|总计|小计|共计|.{0,6}合计|.{0,6}小计)(（.*）)?$|^(合计|总计)/;

/** True for a table whose rows are projects: a column of names and one of investment, period or content. */
export function isProjectTable(head: TableHead): boolean {
  const name = columnOf(head, NAME);
  return name !== null && [INVESTMENT, PERIOD, CONTENT, START].some((p) => columnOf(head, p) !== null);
}

/** What a row of a project table is. */
export type ProjectRowKind = 'project' | 'total' | 'group' | 'unread';

interface Columns {
  seq: number | null;
  name: number;
  investment: number | null;
  period: number | null;
  start: number | null;
  end: number | null;
  content: number | null;
}

function columnsOf(head: TableHead): Columns {
  const at = (p: RegExp) => columnOf(head, p);
  return {
    seq: at(SEQ),
    name: at(NAME) ?? 0,
    investment: at(INVESTMENT),
    period: at(PERIOD),
    start: at(START),
    end: at(END),
    content: at(CONTENT),
  };
}

/** One record per row of a project table; totals and group heads are none. */
export const projects = defineExtractor({
  type: 'projects',
  version: 1,
  read: (notice) => notice.tables.flatMap((table) => projectRows(notice, table).flatMap((r) => (r.project ? [r.project] : []))),
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

/** The rows of a project table; [] for any other table. */
export function projectRows(notice: Notice, table: NoticeTable): ProjectRow[] {
  const head = table.toc ? null : headOf(table);
  if (!head || !isProjectTable(head)) return [];
  const columns = columnsOf(head);
  const scale = investmentScale(table, head, columns);
  let group: string | null = null;
  return table.rows.flatMap((row, index): ProjectRow[] => {
    if (index < head.rows) return [];
    const value = (c: number | null) => (c === null ? '' : source(notice, table, index, c));
    const kind = kindOfRow(row, columns, value);
    const amount = money(value(columns.investment), scale);
    if (kind === 'group') group = groupName(row);
    const project = kind === 'project' ? projectOf(notice, table, head, columns, row, index, value, amount, group) : null;
    return [{ kind, row, index, project, amount }];
  });
}

function source(notice: Notice, table: NoticeTable, row: number, column: number): string {
  const cell = cellAt(table, row, column);
  return cell ? notice.text.slice(cell.start, cell.end).trim() : '';
}

function kindOfRow(row: TableRow, columns: Columns, value: (c: number | null) => string): ProjectRowKind {
  const filled = row.cells.filter((c) => c.text !== '');
  const first = compact(filled[0]?.text ?? '').text;
  const name = compact(value(columns.name)).text;
  if (filled.some((c) => c.column <= columns.name && TOTAL.test(compact(c.text).text)) || TOTAL.test(name)) return 'total';
  const seq = compact(value(columns.seq)).text;
  if (filled.length === 1 && (filled[0]?.columnSpan ?? 1) >= 1 && !/^\d+$/.test(first)) return 'group';
  if (columns.seq !== null && /^[（(]?[一二三四五六七八九十]+[)）]?、?$/.test(seq) && value(columns.content) === '')
    return 'group';
  if (
    columns.seq !== null &&
    !/\d/.test(seq.replace(/（[^）]*）/g, '')) &&
    /^[（]?[一二三四五六七八九十]+[）、.]|（\d+个）$|[个类]$/.test(seq)
  )
    return 'group';
  return name === '' ? 'unread' : 'project';
}

/** A group head's words: its number and its sum apart. */
function groupName(row: TableRow): string | null {
  const words = row.cells
    .map((c) => c.text)
    .filter((t) => !/^[\d.,，]*$/.test(t) && !/^[（(]?[一二三四五六七八九十]+[)）]?、?$/.test(t));
  return words.length === 0 ? null : clean(words.join(''));
}

function projectOf(
  notice: Notice,
  table: NoticeTable,
  head: TableHead,
  columns: Columns,
  row: TableRow,
  index: number,
  value: (c: number | null) => string,
  amount: number | null,
  group: string | null,
): ProjectRead {
  const periodText =
    columns.period === null
      ? [value(columns.start), value(columns.end)].filter((t) => t !== '').join('-')
      : value(columns.period);
  const span =
    columns.period === null
      ? { start: period(value(columns.start)).start, end: period(value(columns.end)).start }
      : period(periodText);
  const seq = Number(compact(value(columns.seq)).text);
  const own = new Set(Object.values(columns));
  const other: Record<string, string> = group === null ? {} : { 分组: group };
  for (let c = 0; c < table.columns; c++) {
    const name = head.columns[c] ?? '';
    const text = own.has(c) || name === '' ? '' : clean(source(notice, table, index, c));
    if (text !== '') other[name] = text;
  }
  const content = clean(value(columns.content));
  return {
    table: table.title,
    seq: Number.isInteger(seq) && seq > 0 ? seq : null,
    name: clean(value(columns.name)),
    investment_cny: amount,
    period_start: span.start,
    period_end: span.end,
    period_text: periodText === '' ? null : clean(periodText).replace(/\s/g, ''),
    content: content === '' ? null : content,
    other,
    start: row.start,
    end: Math.min(row.end, row.start + 3900),
    ...sureness('project_row', columns.content !== null && content === '' && 'content_missing'),
    evidence: table.titleSpan ? [{ field: 'table', ...table.titleSpan }] : [],
  };
}

/** Yuan per unit of the investment column: from its head, else the 单位 line above the table; null where neither says. */
function investmentScale(table: NoticeTable, head: TableHead, columns: Columns): number | null {
  const name = columns.investment === null ? '' : (head.columns[columns.investment] ?? '');
  const written = /（(?:单位：)?([^）]+)）/.exec(name)?.[1] ?? table.unit;
  if (written === null) return null;
  const { unit, scale } = splitUnit(written);
  return unit === '元' || unit === '人民币' ? scale : null;
}

/** An amount cell in yuan: a bare figure by the column's unit, `12.3亿元` by its own; null where it is no single amount. */
function money(text: string, scale: number | null): number | null {
  const t = compact(text).text;
  const m = /^约?(\d+(?:\.\d+)?)(?:(亿|万|千万|百万)?元|亿|万)?$/.exec(t.replace(/，/g, ''));
  if (!m?.[1]) return null;
  const own = /(万亿|亿|千万|百万|万)元?$|元$/.exec(t);
  const factor = own ? splitUnit(own[0].endsWith('元') ? own[0] : `${own[0]}元`).scale : scale;
  return factor === null ? null : scaled(Number(m[1]), factor);
}
