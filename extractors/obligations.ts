import type { ObligationRead, Span } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { sureness } from './sureness.js';
import { clauses, cellUnits, dueOf, type Clause } from './grammar/clauses.js';
import { clean, compact, spanOf } from './grammar/fold.js';
import { headingMark } from './grammar/headings.js';
import { splitOutside } from './grammar/lists.js';
import { cellAt, columnOf, headOf, type TableHead } from './grammar/table-head.js';
import { ORGAN_END } from './grammar/titles.js';
import { unitList } from './grammar/units.js';
import { sectionPath, type Notice, type NoticeTable, type Paragraph, type TableCell } from './notice.js';

const FIRST_LEADS = /(列|排|位列|排名|排序)(在)?(第一|首)位?者?的?(单位|部门)?为牵头(单位|部门)?|第一(个)?(责任)?单位为牵头/;

/** One record per task with its responsible units: clauses in running text, sentences `X负责…`, tables of tasks. */
export const obligations = defineExtractor({
  type: 'obligations',
  version: 1,
  read: (notice) => {
    const firstLeads = FIRST_LEADS.test(compact(notice.text).text);
    return [
      ...fromClauses(notice, firstLeads),
      ...fromSentences(notice),
      ...notice.tables.flatMap((t) => fromTable(notice, t, firstLeads)),
    ];
  },
});

/** What stands since the last clause of a section: the task that the next clause closes. */
interface Pending {
  section: number;
  from: number;
}

function fromClauses(notice: Notice, firstLeads: boolean): ObligationRead[] {
  const out: ObligationRead[] = [];
  let pending: Pending = { section: -1, from: 0 };
  for (const p of labelLinesJoined(notice)) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    if (p.section !== pending.section) pending = { section: p.section, from: p.start };
    const view = compact(notice.text, p.start, p.end);
    for (const clause of clauses(view.text, firstLeads)) {
      const span = spanOf(view, clause.from, clause.to);
      const record = obligation(notice, p, pending.from, span, clause);
      if (record) out.push(record);
      pending = { section: p.section, from: span.end };
    }
  }
  return out;
}

const LABEL_LINE = /^[—-]*(责任|牵头|配合|协办|主办|参与|承办|落实|实施|完成|分管|包保|时限)[\u4e00-\u9fa5]{0,4}(为)?：/;

/** Paragraphs with the lines `责任领导：…`, `责任单位：…`, `完成时限：…` that follow one another made one: they are one clause. */
function labelLinesJoined(notice: Notice): Paragraph[] {
  const out: Paragraph[] = [];
  const labelled = (p: Paragraph) => LABEL_LINE.test(compact(notice.text, p.start, Math.min(p.end, p.start + 24)).text);
  for (const p of notice.paragraphs) {
    const last = out.at(-1);
    if (last && last.section === p.section && last.role === 'body' && p.role === 'body' && labelled(p) && labelled(last)) {
      out[out.length - 1] = { ...last, end: p.end };
    } else out.push(p);
  }
  return out;
}

/** Longest quote of an obligation; a longer task is quoted from its last paragraph on. */
const LONGEST_QUOTE = 3800;

function obligation(notice: Notice, p: Paragraph, from: number, clauseSpan: Span, clause: Clause): ObligationRead | null {
  const section = notice.sections[p.section];
  if (!section) return null;
  const first = section.heading.start >= from;
  const bodyFrom = first ? Math.max(from, section.heading.end) : from;
  const text = clean(notice.text.slice(bodyFrom, clauseSpan.start)).replace(/^[。；，]/, '');
  const start = clauseSpan.end - from > LONGEST_QUOTE ? p.start : from;
  const lead = /^\s*/.exec(notice.text.slice(start, clauseSpan.end))?.[0].length ?? 0;
  return {
    number: section.number,
    title: section.title === '' ? null : section.title,
    path: sectionPath(notice, p.section, false),
    text,
    basis: 'clause',
    due: clause.due,
    units: clause.units,
    leaders: clause.leaders.map(clean),
    offices: clause.offices,
    start: start + lead,
    end: clauseSpan.end,
    ...sureness('responsibility_clause', clause.doubtful && 'units_unclear'),
    evidence: [{ field: 'units', ...clauseSpan }],
  };
}

const RESPONSIBLE =
  /^(?:由)?([^，。；：]{3,60}?)(具体负责|牵头负责|统一负责|全面负责|主要负责|负责牵头|负责)(?!人|制|任|同志|监)(.{4,})$/;

/** `X负责…`: a sentence that begins with organs and says what they are responsible for. */
function fromSentences(notice: Notice): ObligationRead[] {
  const out: ObligationRead[] = [];
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    if (!view.text.includes('负责')) continue;
    for (const sentence of splitOutside(view.text, '。；')) {
      const m = RESPONSIBLE.exec(sentence.text);
      const names = m?.[1] ?? '';
      if (!m || !ORGAN_END.test(names) || /^[^）]*（[^）]*$/.test(names) || /[的了是要应]/.test(names)) continue;
      const { units, offices } = unitList(names);
      const section = notice.sections[p.section];
      out.push({
        number: section?.number ?? null,
        title: section && section.title !== '' ? section.title : null,
        path: section ? sectionPath(notice, section.index, false) : [],
        text: clean(m[3] ?? ''),
        basis: 'inline',
        due: null,
        units: units.map((u) => ({ ...u, role: (m[2] ?? '').includes('牵头') ? 'lead' : 'responsible' })),
        leaders: [],
        offices,
        ...spanOf(view, sentence.from, sentence.to),
        ...sureness('responsibility_sentence'),
        evidence: [],
      });
    }
  }
  return out;
}

const TASK =
  /^(重点任务|工作任务|主要任务|任务|目标任务|重点工作|工作事项|重点事项|事项|任务名称|工作内容|重点工作任务|任务分解|改革任务|工作目标|项目任务|任务事项)$/;
const MEASURE =
  /^(具体|工作|主要|细化|落实|重点|任务)?(举措|措施|任务|内容|要求|安排|目标)((及|和|与)?(工作)?(目标|要求|措施|内容|举措|完成情况|成效))?$/;
/** The column of measures: the first that is headed so and is not the column of tasks. */
function measureColumn(head: TableHead): number | null {
  const task = columnOf(head, TASK);
  const i = head.columns.findIndex((name, c) => c !== task && MEASURE.test(name));
  return i < 0 ? null : i;
}

const LEAD = /^(牵头单位|牵头部门|牵头责任单位|主办单位|牵头)$/;
const RESPONSIBLE_COLUMN =
  /^(责任单位|责任部门|主要责任单位|承办单位|落实单位|实施单位|责任主体|责任单位（部门）|责任单位及部门)$/;
const SUPPORT = /^(配合单位|配合部门|协办单位|参与单位|配合责任单位|协同单位|支持单位)$/;
const DUE = /^(完成时限|完成时间|时限要求|时间节点|完成期限|时限|时间要求|办结时限|推进时限|时间安排)$/;
const LEADERS = /^(责任领导|牵头领导|分管领导|责任人|市领导|牵头市领导|责任市领导)$/;
const NUMBER = /^(序号|编号|序列)$/;

/** True for a table whose rows are tasks with units. */
export function isTaskTable(head: TableHead): boolean {
  const units = [LEAD, RESPONSIBLE_COLUMN, SUPPORT].some((c) => columnOf(head, c) !== null);
  return units && (columnOf(head, TASK) !== null || measureColumn(head) !== null);
}

function fromTable(notice: Notice, table: NoticeTable, firstLeads: boolean): ObligationRead[] {
  const head = table.toc ? null : headOf(table);
  if (!head || !isTaskTable(head)) return [];
  const column = (pattern: RegExp) => columnOf(head, pattern);
  const columns = {
    number: column(NUMBER),
    task: column(TASK),
    measure: measureColumn(head),
    lead: column(LEAD),
    responsible: column(RESPONSIBLE_COLUMN),
    support: column(SUPPORT),
    due: column(DUE),
    leaders: column(LEADERS),
  };
  const above: Record<string, string> = {};
  const out: ObligationRead[] = [];
  let group: string | null = null;
  table.rows.forEach((row, r) => {
    if (r < head.rows) return;
    const filledCells = row.cells.filter((c) => c.text !== '');
    if (
      filledCells.length === 1 &&
      table.columns > 2 &&
      ((filledCells[0]?.columnSpan ?? 1) > 1 || headingMark(compact(filledCells[0]?.text ?? '').text))
    ) {
      group = filledCells[0]?.text ?? null;
      return;
    }
    const raw = (name: keyof typeof columns): string => {
      const c = columns[name];
      const cell = c === null ? null : cellAt(table, r, c);
      return cell ? notice.text.slice(cell.start, cell.end) : '';
    };
    const filled = (name: keyof typeof columns) => {
      const value = raw(name).trim();
      if (value !== '') above[name] = value;
      return value !== '' ? value : (above[name] ?? '');
    };
    const [number, task, measure] = [filled('number'), filled('task'), raw('measure')];
    const roles = [
      cellUnits(compact(raw('lead')).text === '' ? '' : raw('lead'), 'lead'),
      cellUnits(filled('responsible'), 'responsible'),
      cellUnits(raw('support'), 'support'),
    ];
    const units = roles.flatMap((x) => x.units).filter((u, k, all) => all.findIndex((v) => v.name === u.name) === k);
    if (units.length === 0 || (task === '' && measure.trim() === '')) return;
    if (firstLeads && columns.lead === null && units[0]) units[0] = { ...units[0], role: 'lead' };
    out.push({
      number: number === '' ? null : clean(number),
      title: columns.task === null || task === '' ? null : clean(task),
      path: [
        ...sectionPath(notice, table.section, true),
        ...(table.title === null ? [] : [table.title]),
        ...(group === null ? [] : [group]),
      ],
      text: clean(columns.measure === null ? task : measure),
      basis: 'clause',
      due: dueOf(filled('due')),
      units,
      leaders: raw('leaders').trim() === '' ? [] : clean(raw('leaders')).split(/[、，]/),
      offices: roles.flatMap((x) => x.offices),
      start: quoteStart(table, r, row.start, row.end, Object.values(columns)),
      end: row.end,
      ...sureness('task_row'),
      evidence: [],
    });
  });
  return out;
}

/** A row whose task or units stand in a merged cell above is quoted from the row that holds that cell. */
function quoteStart(table: NoticeTable, r: number, start: number, end: number, columns: readonly (number | null)[]): number {
  let from = start;
  for (const c of columns) {
    const cell = c === null ? null : cellAt(table, r, c);
    const row = cell ? table.rows[cell.row] : undefined;
    if (row && row.start < from && end - row.start <= LONGEST_QUOTE) from = row.start;
  }
  return from;
}

/** The cells of a task table that say what is to be done, each with its row's due date; [] for any other table. */
export function taskCells(
  notice: Notice,
  table: NoticeTable,
): { cell: TableCell; due: string | null; dueCell: TableCell | null }[] {
  const head = table.toc ? null : headOf(table);
  if (!head || !isTaskTable(head)) return [];
  const columns = [measureColumn(head) ?? columnOf(head, TASK)].filter((c) => c !== null);
  const dueColumn = columnOf(head, DUE);
  return table.rows.flatMap((row, r) => {
    if (r < head.rows) return [];
    const dueCell = dueColumn === null ? null : cellAt(table, r, dueColumn);
    const due = dueCell ? dueOf(notice.text.slice(dueCell.start, dueCell.end)) : null;
    return row.cells.filter((c) => columns.includes(c.column) && c.text !== '').map((cell) => ({ cell, due, dueCell }));
  });
}
