import type { ObservationRead } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { doubted, sureness, type Sureness } from './sureness.js';
import { compact } from './grammar/fold.js';
import { unitInName, withoutUnit } from './grammar/figure-cell.js';
import { figureTable, figureValue, isFigureText, isMoveText, type FigureColumn, type FigureRow } from './grammar/figure-table.js';
import { yearOf } from './grammar/grades.js';
import { once } from './grammar/once.js';
import { columnOf, headOf, type TableHead } from './grammar/table-head.js';
import type { Notice, NoticeTable, TableCell } from './notice.js';
import { isTaskTable } from './obligations.js';
import { isProjectTable } from './projects.js';
import { isRatingTable } from './ratings/index.js';

const CLUSTERS = /集群(名称)?$/;
const LIST_TITLE = /(名单|名录|目录)$/;
/** A list of clusters may have a figure beside each; with more of them it is a table of figures whose rows are clusters. */
const MOST_FIGURES_OF_LIST = 1;

/** True for a list of clusters, which the extractor of clusters reads. */
const isClusterList = (table: NoticeTable, head: TableHead): boolean =>
  columnOf(head, CLUSTERS) !== null &&
  (LIST_TITLE.test(table.title ?? '') || (figureTable(table)?.columns.length ?? 0) <= MOST_FIGURES_OF_LIST);

/** True for a table that another extractor reads row by row. */
export const isReadElsewhere: (table: NoticeTable) => boolean = once((table) => {
  const head = headOf(table);
  if (head === null) return false;
  return isProjectTable(head) || isTaskTable(head) || isRatingTable(table, head) || isClusterList(table, head);
});

/** One record per number in any data table that is none of projects, tasks or ratings: long form, an observation a cell. */
export const observations = defineExtractor({
  type: 'observations',
  version: 7,
  read: (notice) => {
    const seen = new Set<string>();
    return notice.tables
      .filter((t) => !t.toc && !isReadElsewhere(t))
      .flatMap((t) => fromTable(notice, t))
      .filter((o) => {
        const key = JSON.stringify([o.table, o.indicator, o.area, o.year, o.labels, o.value, o.unit]);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
  },
});

function fromTable(notice: Notice, table: NoticeTable): ObservationRead[] {
  const figures = figureTable(table);
  if (!figures) return [];
  const undated = [...figures.rows, ...figures.columns].every((r) => r.year === null) && yearOf(table.title ?? '') === null;
  const reported = undated ? yearReported(notice, table) : null;
  return figures.rows.flatMap((row) =>
    row.values.flatMap((cell, i) => {
      const column = figures.columns[i];
      const read =
        cell && column && isFigureOf(column, compact(cell.text).text) ? observation(notice, table, row, column, cell) : null;
      if (read === null) return [];
      return reported === null
        ? [read]
        : [{ ...read, ...doubted(read, 'date_carried'), ...reported, evidence: [...read.evidence, ...reported.evidence] }];
    }),
  );
}

/** Titles of notices that tell how things went: `关于2025年上半年工业经济运行情况的通报`. */
const REPORT = /(?:情况|进展|进度|成效|结果|排名|位次|公报|快报|月报|季报)的?(?:通报|通知|公告|报告|函)?$/;
const TO_COME = /目标|预期|规划|计划|任务|预算|上年|去年|历年/;

/** The one year that the title of a report gives is the year of its tables that say none. */
function yearReported({ head, headSpans }: Notice, table: NoticeTable): Pick<ObservationRead, 'year' | 'evidence'> | null {
  const title = compact(head.title ?? '').text;
  const years = new Set(title.match(/(?:19|20)\d{2}(?=年)/g) ?? []);
  if (years.size !== 1 || !REPORT.test(title) || TO_COME.test(title) || TO_COME.test(table.title ?? '')) return null;
  return /[-—~至]\s*(?:19|20)\d{2}年/.test(title)
    ? null
    : { year: yearOf(title), evidence: headSpans.title ? [{ field: 'year', ...headSpans.title }] : [] };
}

/** A figure; below a head of growth also how far a rate moved, in words. */
const isFigureOf = (column: FigureColumn, text: string): boolean => isFigureText(text) || (column.ownUnit && isMoveText(text));

function observation(
  notice: Notice,
  table: NoticeTable,
  row: FigureRow,
  column: FigureColumn,
  cell: TableCell,
): ObservationRead | null {
  const { indicator, area, labels, carried } = roles(row, column, table);
  const beside = column.ownUnit
    ? { row: null, table: null }
    : { row: row.unit ?? unitInName(row.indicator ?? ''), table: table.unit };
  const value = figureValue(cell.text, { column: column.unit, indicator, ...beside });
  if (!value) return null;
  const source = notice.text.slice(cell.start, cell.end);
  const trimmed = source.trim();
  const start = cell.start + source.indexOf(trimmed);
  return {
    table: table.title,
    indicator: withoutUnit(indicator),
    area,
    year: row.year ?? column.year ?? yearOf(table.title ?? ''),
    value: value.value,
    unit: value.unit,
    value_text: trimmed,
    labels,
    start,
    end: start + trimmed.length,
    ...suretyOf(row, carried),
    evidence: table.titleSpan ? [{ field: 'table', ...table.titleSpan }] : [],
  };
}

/** What a figure is of. */
interface Roles {
  indicator: string;
  area: string | null;
  labels: Record<string, string>;
  /** the indicator stands in the table's title only */
  carried: boolean;
}

/** Which of row, column and title gives the indicator, and which the place. */
function roles(row: FigureRow, column: FigureColumn, table: NoticeTable): Roles {
  const { labels } = row;
  const area = row.area ?? column.area;
  const given = row.indicator ?? (column.name === '' || column.qualifies ? null : column.name);
  if (given === null) {
    const titled = column.year === null ? '' : indicatorOfTitle(table.title ?? '');
    return { indicator: `${titled}${column.name}` || (table.title ?? ''), area, labels, carried: titled !== '' };
  }
  if (row.indicator === null || column.name === '') return { indicator: given, area, labels, carried: false };
  if (column.qualifies) return { indicator: `${withoutUnit(given)}${column.name}`, area, labels, carried: false };
  // a head beside an indicator of the row that is neither year nor kind of figure names a place
  return area === null
    ? { indicator: given, area: column.name, labels, carried: false }
    : { indicator: given, area, labels: { ...labels, 列: column.name }, carried: false };
}

/** `2024年各县区规上企业数分解表` is about 规上企业数. */
function indicatorOfTitle(title: string): string {
  return title
    .replace(/^.*?(?:19|20)\d{2}(?:[-—~至](?:19|20)\d{2})?年度?/, '')
    .replace(/^(?:附?表\d{1,3}[.．:：、]?)/, '')
    .replace(/^各[省市县区州旗盟](?:（[^（）]{1,8}）)/, '')
    .replace(/^(?:全[省市县区]|各[^规的]{1,6}?(?:[县区市镇乡]|园区|街道)(?![域场级])(?:（[^）]*）)?)/, '')
    .replace(/(?:分?年度|目标|任务|计划|指标|分解|完成|情况|统计|一览|汇总|预测)*表?$/, '');
}

function suretyOf({ repairs }: FigureRow, carried: boolean): Sureness {
  return sureness(
    'figure_in_table',
    carried && 'subject_carried',
    (repairs.includes('label') || repairs.includes('year')) && 'label_filled',
    repairs.includes('surplus') && 'cells_surplus',
    repairs.includes('shifted') && 'cells_shifted',
  );
}
