import type { ObservationRead } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { sureness, type Sureness } from './sureness.js';
import { clean } from './grammar/fold.js';
import { figureTable, figureValue, isFigureText, type FigureColumn, type FigureRow } from './grammar/figure-table.js';
import { yearOf } from './grammar/grades.js';
import { headOf } from './grammar/table-head.js';
import type { Notice, NoticeTable } from './notice.js';
import { isTaskTable } from './obligations.js';
import { isProjectTable } from './projects.js';
import { isRatingTable } from './ratings/index.js';

/** True for a table that another extractor reads row by row. */
export function isReadElsewhere(table: NoticeTable): boolean {
  const head = headOf(table);
  return head !== null && (isProjectTable(head) || isTaskTable(head) || isRatingTable(table, head));
}

/** One record per number in any data table that is none of projects, tasks or ratings: long form, an observation a cell. */
export const observations = defineExtractor({
  type: 'observations',
  version: 1,
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
  return figures.rows.flatMap((row) =>
    row.values.flatMap((cell, i) => {
      const column = figures.columns[i];
      const read = cell && column && isFigureText(clean(cell.text)) ? observation(notice, table, row, column, cell) : null;
      return read ? [read] : [];
    }),
  );
}

function observation(
  notice: Notice,
  table: NoticeTable,
  row: FigureRow,
  column: FigureColumn,
  cell: { text: string; start: number; end: number },
): ObservationRead | null {
  const { indicator, area, labels } = roles(row, column, table);
  const value = figureValue(cell.text, { column: column.unit, row: row.unit, indicator, table: table.unit });
  if (!value) return null;
  const source = notice.text.slice(cell.start, cell.end);
  const trimmed = source.trim();
  const start = cell.start + source.indexOf(trimmed);
  return {
    table: table.title,
    indicator: indicator.replace(/（[^（）]{1,8}）$/, ''),
    area,
    year: row.year ?? column.year ?? yearOf(table.title ?? ''),
    value: value.value,
    unit: value.unit,
    value_text: trimmed,
    labels,
    start,
    end: start + trimmed.length,
    ...suretyOf(row),
    evidence: table.titleSpan ? [{ field: 'table', ...table.titleSpan }] : [],
  };
}

/** Which of row label and column head is the indicator and which the place. */
function roles(
  row: FigureRow,
  column: FigureColumn,
  table: NoticeTable,
): { indicator: string; area: string | null; labels: Record<string, string> } {
  const labels = { ...row.labels };
  if (row.indicator !== null)
    return {
      indicator: row.indicator,
      area: row.area ?? (column.name === '' ? null : column.name),
      labels: withColumn(labels, row, column),
    };
  const first = Object.keys(labels)[0];
  if (column.name === '') {
    // columns are years: the row's first label is the indicator
    const indicator = first === undefined ? (table.title ?? '') : (labels[first] ?? '');
    if (first !== undefined) Reflect.deleteProperty(labels, first);
    return { indicator, area: row.area, labels };
  }
  if (row.area === null && first !== undefined) {
    const area = labels[first] ?? null;
    Reflect.deleteProperty(labels, first);
    return { indicator: column.name, area, labels };
  }
  return { indicator: column.name, area: row.area, labels };
}

function withColumn(labels: Record<string, string>, row: FigureRow, column: FigureColumn): Record<string, string> {
  return row.area !== null && column.name !== '' ? { ...labels, 列: column.name } : labels;
}

function suretyOf({ repairs }: FigureRow): Sureness {
  return sureness(
    'figure_in_table',
    (repairs.includes('label') || repairs.includes('year')) && 'label_filled',
    repairs.includes('surplus') && 'cells_surplus',
    repairs.includes('shifted') && 'cells_shifted',
  );
}
