import type { ObservationRead, TargetRead } from '../../schemas/index.js';
import type { Earlier } from '../define.js';
import { dueDates } from '../grammar/dates.js';
import { figureComparator, isAttributeHead, isClassHead } from '../grammar/figure-table.js';
import { clean, compact } from '../grammar/fold.js';
import { headOf } from '../grammar/table-head.js';
import type { Notice, NoticeTable } from '../notice.js';
import { doubtsOf, sureness } from '../sureness.js';
import { dateIssued } from './state.js';
import { rangesOf } from './table-ranges.js';

const TARGET_TITLE = /(目标|预期|预测|规划|计划|任务分解)/;
/** Heads of columns that hold what is aimed at, whatever the table is called. */
const TARGET_HEAD = /(目标|预期|规划|计划|力争)/;
/** Tables that tell what was, what is given and how it is judged, though they may speak of targets. */
const NO_TARGETS = /(完成|执行|运行|发展|经济|基本)情况(?!.*目标)|(统计|历年|评分|考核细则|评价(标准|细则|办法)|奖励|补助|补贴)/;
/** Heads of columns beside targets that tell what was or is. */
const PAST_HEAD = /(实际|完成|现状|基期|基数|基准|现有|同期|上年|去年|实绩)/;
/** Heads of what was reached in the time that is told of, and of how much of the aim that is. */
const REACHED_HEAD =
  /^(?:[本当]期|报告期|当月|本月|本季|(?:\d{1,2}[-—~至])?\d{1,2}月)|^(?:占|完成|为).{0,6}(?:目标|任务|计划)|(?:目标|任务|计划).{0,4}(?:完成|进度|率)|^(?:完成|序时)?进度/;
const isPast = (head: string): boolean => PAST_HEAD.test(head) || REACHED_HEAD.test(head);
/** How a figure moved: it is past where the figure beside it is. */
const MOVED_HEAD = /^(?:同比|环比|增长|增减|增幅|增速)/;
const GROWTH_HEAD = /^(?:.{0,8}?)(年均增速|年均增长率?|年均增幅|年均)/;
/** Labels of rows that sort indicators and say nothing of whom they hold for. */
const SORTS = /^(类别|类型|分类|一级指标|二级指标|维度|方面|属性|分组|性质|领域|序号|列)$/;
/** What a title has besides the indicator that its figures are of: `各县（市、区）新增规上企业分年度目标任务分解表`. */
const TITLE_ENDING =
  /(?:分年度|分地区|年度|各年度)*(?:主要|工作|发展|预期)*(?:目标|任务|指标|计划)*(?:分解|分配|安排|一览|情况|明细)*表?$/;
const TITLE_FRONT =
  /^(?:(?:附件?表?|表)\d*[:：]?)?(?:20\d\d(?:[-—~至]20\d\d)?年(?:度)?|“?十[三四五六]五”?(?:时期|期间)?|各(?:县（市、区）|县区|区县|市州|地|园区|乡镇)|全[省市县区])*/;

/** A table of targets: its figures for years that are not over, each with the column that it stands in. */
export function* fromTables(notice: Notice, earlier: Earlier): Generator<TargetRead> {
  const issued = dateIssued(notice);
  if (issued === null) return;
  for (const table of notice.tables) {
    const heads = headsOf(table);
    const own = earlier.observations.filter((o) => o.start >= table.start && o.end <= table.end);
    if (!isTargetTable(table, heads, own, issued)) continue;
    const held: Held = { table, issued, last: lastYear(heads) };
    for (const o of own) {
      const read = target(o, held, headAt(table, heads, o), { max: null, comparator: figureComparator(o.value_text) });
      if (read !== null) yield { ...read, ...sureness('figure_in_target_table', ...doubtsOf(o), read.due === null && 'no_date') };
    }
    yield* rangeTargets(held, heads);
  }
}

/** What holds for all figures of a table: when its notice was made and the last year in its head. */
interface Held {
  table: NoticeTable;
  issued: string;
  last: string | null;
}

/** Cells that hold a range, which is no observation. */
function* rangeTargets(held: Held, heads: readonly string[]): Generator<TargetRead> {
  for (const { quantity, cell, column, ...row } of rangesOf(held.table)) {
    const { value, max, unit } = quantity;
    const figure = { ...row, value, unit, value_text: clean(cell.text), start: cell.start, end: cell.end };
    const comparator = figureComparator(cell.text);
    const read = target(figure, held, heads[column] ?? '', { max, comparator });
    if (read !== null) yield { ...read, ...sureness('figure_in_target_table', read.due === null && 'no_date') };
  }
}

const headsOf = (table: NoticeTable): string[] => headOf(table)?.columns ?? [];

/** By its title, by the head of a column (目标值, 属性), or because its figures are of years that are still to come. */
function isTargetTable(
  table: NoticeTable,
  heads: readonly string[],
  figures: readonly ObservationRead[],
  issued: string,
): boolean {
  const title = table.title ?? '';
  if (NO_TARGETS.test(title)) return false;
  return (
    TARGET_TITLE.test(title) ||
    heads.some((h) => (TARGET_HEAD.test(h) && !isPast(h) && !/^目标(任务)?$/.test(h)) || /^(指标)?属性$/.test(h)) ||
    figures.some((o) => o.year !== null && o.year > Number(issued.slice(0, 4)))
  );
}

/** The head of the column that a figure stands in; for growth of a figure of the past, the head of that figure. */
function headAt(table: NoticeTable, heads: readonly string[], { start, end }: ObservationRead): string {
  const row = table.rows.find((r) => r.start <= start && end <= r.end);
  const cell = row?.cells.find((c) => c.start <= start && end <= c.end);
  const head = cell === undefined ? '' : (heads[cell.column] ?? '');
  const beside = heads[(cell?.column ?? 0) - 1] ?? '';
  return MOVED_HEAD.test(head) && REACHED_HEAD.test(beside) ? beside : head;
}

const lastYear = (heads: readonly string[]): string | null =>
  heads
    .flatMap((h) => /^20\d\d(?=年|$)/.exec(h)?.[0] ?? [])
    .sort()
    .at(-1) ?? null;

type InTable = Pick<
  ObservationRead,
  'indicator' | 'area' | 'year' | 'labels' | 'value' | 'unit' | 'value_text' | 'start' | 'end'
>;

function target(
  o: InTable,
  { table, issued, last }: Held,
  head: string,
  { max, comparator }: { max: number | null; comparator: TargetRead['comparator'] },
): Omit<TargetRead, 'confidence' | 'reasons'> | null {
  const grows = GROWTH_HEAD.test(head);
  const due = grows ? (dueOfTitle(table) ?? last) : o.year === null ? dueOfTitle(table) : String(o.year);
  if (isPast(head) || (due !== null && due < issued.slice(0, due.length))) return null;
  if (due === null && !TARGET_HEAD.test(head)) return null;
  return {
    indicator: indicatorOf(o.indicator, table, grows),
    scope: scopeOf(o),
    comparator,
    value: o.value,
    value_max: max,
    unit: o.unit,
    value_text: o.value_text,
    due,
    growth: grows ? 'annual' : null,
    direction: grows ? 'increase' : null,
    base_year: null,
    frequency: null,
    start: o.start,
    end: o.end,
    evidence: [],
  };
}

/** The date that the title gives: `“十五五”主要指标` 2030, `到2027年的目标`. */
function dueOfTitle(table: NoticeTable): string | null {
  const title = compact(table.title ?? '').text;
  const plan = /十([四五六])五/.exec(title)?.[1];
  return dueDates(title)[0]?.due ?? (plan === undefined ? null : (dueDates(`“十${plan}五”末`)[0]?.due ?? null));
}

/** Whom a figure of a table holds for: its place, and a label that is no mere sorting. */
function scopeOf(o: InTable): string | null {
  const labels = Object.entries(o.labels).flatMap(([key, value]) =>
    SORTS.test(key) || isAttributeHead(key) || isClassHead(key) || /^\d*$/.test(value) ? [] : [value],
  );
  const area = o.area === null || GROWTH_HEAD.test(o.area) || /^（.*）$|^[合总小]计$/.test(o.area) ? [] : [o.area];
  return [...labels, ...area].join(' ') || null;
}

/** The indicator as a row, a column or only the title names it; growth is said in a field of its own. */
function indicatorOf(named: string, table: NoticeTable, grows: boolean): string {
  const indicator = named === table.title ? indicatorOfTitle(named) : named;
  return grows ? indicator.replace(/(?<=.)年均(?:增速|增长率?|增幅)?$/, '') : indicator;
}

/** What the figures of a table count that only its title names. */
function indicatorOfTitle(title: string): string {
  const named = title.replace(TITLE_FRONT, '').replace(TITLE_ENDING, '');
  return named === '' ? title : named;
}
