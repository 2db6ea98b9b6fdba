import type { ObligationRead, ObligationUnitRead } from '../../schemas/index.js';
import { cellUnits, type ClauseContext } from '../grammar/clauses.js';
import { dueOf, taskDue } from '../grammar/due.js';
import { clean, compact } from '../grammar/fold.js';
import { headingMark } from '../grammar/headings.js';
import { once } from '../grammar/once.js';
import { personsOf } from '../grammar/persons.js';
import { columnKind, firstLeadsIn, holdsPersons, type FirstLeads, type UnitRole } from '../grammar/role-words.js';
import { distinct, withLead } from '../grammar/role-sentence.js';
import { isUnit } from '../grammar/unit-words.js';
import { cellAt, headOf, type TableHead } from '../grammar/table-head.js';
import { sectionPath, type Notice, type NoticeTable, type TableCell, type TableRow } from '../notice.js';
import { isProjectTable } from '../projects.js';
import { sureness } from '../sureness.js';
import { LONGEST_QUOTE } from './plan.js';

const NUMBER = /^(序号|编号|序列|№)$/;
/** Heads of columns that give a task its title, the first that a table has. */
const TASKS: readonly RegExp[] = [
  /^(重点|主要|工作|目标|改革|项目|督办|年度|具体|重点工作|分解)?(任务|工作|事项|工作任务|任务事项|工作事项|任务名称|任务分解)$/,
  /^(工作|目标|事项)(内容|目标|名称)$/,
  /^(存在|发现|整改|反馈|主要|突出)?(问题|隐患)(清单|描述|表现)?$/,
  /^(任务|工作|事项)?(类别|类型|领域|板块|方面|分类)$/,
];
/** Heads of columns that say what is to be done, the first that a table has. */
const MEASURES: readonly RegExp[] = [
  /^(具体|工作|主要|细化|落实|重点|推进|整改|保障|任务|防控|整治)?(举措|措施)(((及|和|与)?(工作)?(目标|要求|内容|完成情况|成效))?|（.*）)$/,
  /^(具体|工作|主要|细化|落实|重点|整改|任务)?(内容|任务|任务内容|工作内容|事项|任务分工)((及|和|与)?(工作)?(目标|要求|措施|举措))?$/,
  /^(具体|工作|主要|落实|任务)?(要求|安排|目标)((及|和|与)?(措施|内容))?$/,
];
/** Heads of columns beside the measures that say how much a task is to reach. */
const GOALS =
  /^(?:20\d\d年(?:度|底|末)?)?(?:量化|定量|工作|任务|年度|主要|具体|绩效|预期|阶段|考核|完成|建设|责任|目标|整改)*(?:目标值?|指标值?|目标任务|目标要求|成效)(?:（[^（）]*）)?$/;
/** Heads of tables that list services, rules and events by those in charge of them. */
const NO_TASKS =
  /^(政策名称|政策条款|文件名称|文号|发文字号|办理依据|法定(办结)?时限|承诺(办结)?时限|申请材料|申报材料|指标|指标名称|计量单位|活动名称|举办时间|活动时间)$/;

/** A name of a person, for a column that has those of units too. */
const PERSON = /^[\u4e00-\u9fa5]{2,4}$/;

interface RowUnits {
  units: ObligationUnitRead[];
  persons: string[];
  offices: string[];
  /** the units stand in a row above, and nothing but their absence says so */
  filled: boolean;
  /** columns whose units are those of a row above */
  from: number[];
}

interface TaskColumns {
  number: number | null;
  task: number | null;
  measure: number | null;
  due: number | null;
  units: { column: number; role: UnitRole }[];
  leaders: number[];
  /** persons stand among the units */
  persons: boolean;
  offices: number[];
}

/** Heads as they are matched: without what stands in brackets behind them, the innermost of several where it fits. */
function headWords(head: TableHead): string[][] {
  const bare = (t: string) => t.replace(/（[^（）]*）$/, '').replace(/^(20\d{2}年度?|年度)(?=.{4})/, '');
  return head.columns.map((whole, c) => [whole, bare(whole), bare(head.levels[c]?.at(-1) ?? '')]);
}

/** The columns that a table of tasks may have; several rules ask for those of one head. */
const taskColumns: (head: TableHead) => TaskColumns = once(readColumns);

function readColumns(head: TableHead): TaskColumns {
  const words = headWords(head);
  const find = (pattern: RegExp, not: number | null) => {
    const c = words.findIndex((texts, k) => k !== not && texts.some((t) => pattern.test(t)));
    return c < 0 ? null : c;
  };
  const firstOf = (patterns: readonly RegExp[], not: number | null) =>
    patterns.reduce<number | null>((found, p) => found ?? find(p, not), null);
  const kinds = words.map((texts) => texts.map((t) => columnKind(t)).find((k) => k !== null) ?? null);
  const ofKind = (kind: string) => kinds.flatMap((k, c) => (k === kind ? [c] : []));
  const roles = (['lead', 'responsible', 'support'] as const).flatMap((role) => ofKind(role).map((column) => ({ column, role })));
  const named = firstOf(TASKS.slice(0, 1), null);
  const measure = firstOf(MEASURES, named);
  return {
    number: find(NUMBER, null),
    task: named ?? firstOf(TASKS.slice(1), measure),
    measure,
    due: ofKind('due')[0] ?? null,
    units: roles,
    leaders: ofKind('leader'),
    persons: words.some((texts) => texts.some(holdsPersons)),
    offices: ofKind('office'),
  };
}

/** True for a table whose rows are tasks with units, or with divisions of the organ that issues it. */
export const isTaskTable: (head: TableHead) => boolean = once(hasTasks);

function hasTasks(head: TableHead): boolean {
  const columns = taskColumns(head);
  if (columns.units.length + columns.offices.length === 0 || isProjectTable(head)) return false;
  if (head.columns.some((text) => NO_TASKS.test(text))) return false;
  return (
    columns.measure !== null ||
    (columns.task !== null && !TASKS.slice(2).some((p) => p.test(head.columns[columns.task ?? 0] ?? '')))
  );
}

/** One record per row of a table of tasks. */
export function fromTables(notice: Notice, context: ClauseContext): ObligationRead[] {
  return notice.tables.flatMap((table) => {
    const head = table.toc ? null : headOf(table);
    return head && isTaskTable(head) ? new TaskTable(notice, table, head, context).read() : [];
  });
}

/** The rows of one table of tasks, read from above: cells that are empty below a filled one hold the same. */
class TaskTable {
  private readonly columns: TaskColumns;
  private readonly first: FirstLeads | null;
  private readonly above = new Map<number, { text: string; row: number }>();
  private group: string | null = null;

  constructor(
    private readonly notice: Notice,
    private readonly table: NoticeTable,
    private readonly head: TableHead,
    private readonly context: ClauseContext,
  ) {
    this.columns = taskColumns(head);
    this.first = context.first ?? firstLeadsIn(head.columns.join('；'));
  }

  read(): ObligationRead[] {
    return this.table.rows.flatMap((row, r) => (r < this.head.rows ? [] : this.row(row, r)));
  }

  private row(row: TableRow, r: number): ObligationRead[] {
    const group = groupRow(row, this.table.columns);
    if (group !== null) {
      this.group = group;
      return [];
    }
    const { number, task, measure, due } = this.columns;
    const { units, persons, offices, filled, from } = this.responsible(r);
    const [no, title, what] = [this.filled(r, number), this.filled(r, task), this.cell(r, measure)];
    if (units.length + offices.length === 0 || (title === '' && what.trim() === '')) return [];
    const { due: date, yearUnsaid } = taskDue(this.filled(r, due), this.context.year);
    const all = [number, task, measure, due, ...this.columns.units.map((u) => u.column)];
    const merged = all.flatMap((c) => (c === null ? [] : (cellAt(this.table, r, c)?.row ?? [])));
    return [
      {
        number: no === '' ? null : clean(no),
        title: title === '' ? null : clean(title),
        path: this.path(),
        text: clean(measure === null ? title : what),
        basis: 'clause',
        due: date,
        units,
        leaders: [...persons, ...this.columns.leaders.flatMap((c) => personsOf(this.cell(r, c)))],
        offices,
        start: quoteStart(this.table, r, row, [...merged, ...from.flatMap((c) => this.above.get(c)?.row ?? [])]),
        end: row.end,
        ...sureness('task_row', filled && 'label_filled', yearUnsaid && 'year_unsaid'),
        evidence: [],
      },
    ];
  }

  /**
   * Units of the row by their columns. Those of a column of responsible units may stand in the row above alone; leading ones
   * do so too in the rest of a task that stands above.
   */
  private responsible(r: number): RowUnits {
    const own = this.columns.units.map(({ column, role }) => cellUnits(this.cell(r, column), role));
    const empty = own.every((x) => x.units.length === 0);
    const isRest = this.isRest(r);
    if (!isRest) for (const { column, role } of this.columns.units) if (role === 'lead') this.above.delete(column);
    const fills = ({ role }: { role: UnitRole }) => (role === 'responsible' ? empty : role === 'lead' && isRest);
    const from: number[] = [];
    const read = this.columns.units.map(({ column, role }, i) => {
      const above = this.filled(r, column);
      if (own[i]?.units.length !== 0 || !fills({ role })) return own[i] ?? cellUnits('', role);
      from.push(column);
      return cellUnits(above, role);
    });
    const units = distinct(read.flatMap((x) => x.units));
    const named = this.first && !units.some((u) => u.role === 'lead') ? withLead(units, this.first) : units;
    const offices = this.columns.offices.flatMap((c) => officesOf(this.cell(r, c)));
    const isPerson = (u: ObligationUnitRead) => this.columns.persons && PERSON.test(u.name) && !isUnit(u.name);
    return {
      units: named.filter((u) => !isPerson(u)),
      persons: named.filter(isPerson).map((u) => u.name),
      offices: [...read.flatMap((x) => x.offices), ...offices],
      filled: empty && !isRest && units.length > 0,
      from,
    };
  }

  private path(): string[] {
    const { notice, table, group } = this;
    return [
      ...sectionPath(notice, table.section, true),
      ...(table.title === null ? [] : [table.title]),
      ...(group === null ? [] : [group]),
    ];
  }

  /**
   * True for a row whose task (or number, in a table without tasks) is left empty and covered by no merged cell: the form
   * keeps no merged cells, and what they covered is the rest of the task above. Where merged cells are told, empty is empty.
   */
  private isRest(r: number): boolean {
    const column = this.columns.task ?? this.columns.number;
    return column !== null && this.cell(r, column).trim() === '' && this.above.has(column);
  }

  /** The source text of the cell that covers a place, '' where there is none. */
  private cell(r: number, column: number | null): string {
    const cell = column === null ? null : cellAt(this.table, r, column);
    return cell ? this.notice.text.slice(cell.start, cell.end) : '';
  }

  /** The same, or what stood last above it in its column. */
  private filled(r: number, column: number | null): string {
    if (column === null) return '';
    const value = this.cell(r, column).trim();
    if (value !== '') this.above.set(column, { text: value, row: r });
    return value !== '' ? value : (this.above.get(column)?.text ?? '');
  }
}

const officesOf = (cell: string): string[] =>
  clean(cell.trim().replace(/\s+/g, '、'))
    .split(/[、，；]/)
    .filter((t) => t !== '');

/** The words of a row that names a group of tasks: its only cell, merged over columns or with a heading mark. */
function groupRow(row: TableRow, columns: number): string | null {
  const filled = row.cells.filter((c) => c.text !== '');
  const [only] = filled;
  if (!only || filled.length > 1 || columns <= 2) return null;
  return only.columnSpan > 1 || headingMark(compact(only.text).text) ? only.text : null;
}

/**
 * A row whose task or units stand above it is quoted from the row that holds them: a quote has the words of its record in it.
 * `holders` are the rows of what it takes from merged cells and from the rows above.
 */
function quoteStart(table: NoticeTable, r: number, row: TableRow, holders: readonly number[]): number {
  const starts = holders.flatMap((h) => (h <= r ? (table.rows[h]?.start ?? []) : []));
  return Math.min(row.start, ...starts.filter((start) => row.end - start <= LONGEST_QUOTE));
}

/** A cell of a task table that says what is to be done or reached, with the date that it is due. */
export interface TaskCell {
  cell: TableCell;
  due: string | null;
  dueCell: TableCell | null;
}

/** The cells of a task table that say what is to be done, and those of its goals; [] for any other table. */
export function taskCells(notice: Notice, table: NoticeTable): TaskCell[] {
  const head = table.toc ? null : headOf(table);
  if (!head || !isTaskTable(head)) return [];
  const what = whatColumns(head);
  const dated = taskColumns(head).due;
  return table.rows.flatMap((row, r) => {
    if (r < head.rows) return [];
    const dueCell = dated === null ? null : cellAt(table, r, dated);
    const due = dueCell ? dueOf(notice.text.slice(dueCell.start, dueCell.end)) : null;
    return row.cells
      .filter((c) => what.includes(c.column) && c.text !== '')
      .map((cell) => {
        // `2026年目标`: the year of a column is nearer to its figures than the date of the row
        const year = /^20\d\d(?=年)/.exec(head.columns[cell.column] ?? '')?.[0];
        const own = year !== undefined && GOALS.test(head.columns[cell.column] ?? '') && due?.startsWith(year) !== true;
        return own ? { cell, due: year, dueCell: null } : { cell, due, dueCell };
      });
  });
}

/** The column of measures, or of tasks where there is none, and those of goals. */
function whatColumns(head: TableHead): number[] {
  const { measure, task, units, due } = taskColumns(head);
  const others = new Set([due, ...units.map((u) => u.column)]);
  const goals = head.columns.flatMap((text, c) => (GOALS.test(text) && !others.has(c) ? [c] : []));
  const first = measure ?? task;
  return [...new Set([...(first === null ? [] : [first]), ...goals])];
}
