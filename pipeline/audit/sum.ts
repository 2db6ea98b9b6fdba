import {
  figureTable,
  isReadElsewhere,
  projectRows,
  type FigureColumn,
  type FigureRow,
  type FigureTable,
  type Notice,
  type NoticeTable,
} from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding } from './check.js';

/** Totals against their parts: a total column against its areas, a total row against the rows above, a table's declared investment. */
export const sum = defineCheck({
  name: 'sum',
  version: 1,
  run: ({ notice }) => notice.tables.flatMap((table) => [...figureSums(table), ...projectSums(notice, table)]),
});

/** A plain figure; one with a unit, a sign or a word around it is none that adds up. */
const number = (text: string | undefined): number | null => {
  const figure = (text ?? '').replace(/[,，\s]/g, '');
  return /^[-+]?\d+(?:\.\d+)?$/.test(figure) ? Number(figure) : null;
};
const close = (a: number, b: number) => Math.abs(a - b) <= 0.02 * Math.max(1, decimals(a, b)) + 1e-9;
/** Rounding may cost half a unit in the last place for each part: figures with decimals get a little room. */
const decimals = (a: number, b: number) => (Number.isInteger(a) && Number.isInteger(b) ? 0 : 5);
const round = (x: number) => Number(x.toFixed(6));

function figureSums(table: NoticeTable): FindingRead[] {
  const figures = isReadElsewhere(table) ? null : figureTable(table);
  return figures ? [...acrossColumns(table, figures), ...downRows(table, figures)] : [];
}

interface Sum {
  row: FigureRow;
  label: string;
  expected: number;
  actual: number;
}

/** Only where most sums of the table agree is a total what it seems to be; then those that do not are told. */
function told(table: NoticeTable, sums: Sum[]): FindingRead[] {
  const wrong = sums.filter((s) => !close(s.expected, s.actual));
  const agree = sums.length - wrong.length;
  if (wrong.length === 0 || agree < 2 || agree < sums.length * 0.6) return [];
  return wrong.map((s) => {
    const span = table.rows[s.row.row];
    return finding({
      check: 'sum',
      severity: 'warning',
      params: { table: table.title, label: s.label },
      expected: round(s.expected),
      actual: round(s.actual),
      rows: [s.row.row],
      ...(span ? { start: span.start, end: span.end } : {}),
    });
  });
}

function acrossColumns(table: NoticeTable, figures: FigureTable): FindingRead[] {
  const totals = figures.columns.map((c, i) => ({ c, i })).filter(({ c }) => c.total);
  const only = totals[0];
  if (totals.length !== 1 || !only) return [];
  const sums: Sum[] = [];
  for (const row of figures.rows) {
    const expected = number(row.values[only.i]?.text);
    const parts = row.values
      .flatMap((v, i) => (i === only.i || !sameKind(figures.columns[i], only.c) ? [] : [number(v?.text)]))
      .filter((n) => n !== null);
    if (expected === null || parts.length < 2) continue;
    sums.push({ row, label: labelOf(row, null), expected, actual: parts.reduce((a, b) => a + b, 0) });
  }
  return told(table, sums);
}

const sameKind = (a: FigureColumn | undefined, b: FigureColumn) =>
  a !== undefined &&
  a.year === b.year &&
  a.unit === b.unit &&
  (a.area === null) === (b.area === null) &&
  (b.area === null || a.name === b.name);

function labelOf(row: FigureRow, column: FigureColumn | null): string {
  return [
    ...Object.values(row.labels),
    row.area,
    row.year,
    row.indicator,
    column?.name,
    column?.year === row.year ? null : column?.year,
  ]
    .filter((x) => x !== null && x !== undefined && x !== '')
    .join(' ');
}

/** Total rows against the rows they add up, per column and, where the rows bear a year or an indicator, per year and indicator. */
function downRows(table: NoticeTable, figures: FigureTable): FindingRead[] {
  const totals = figures.rows.filter((r) => r.total);
  if (totals.length === 0) return [];
  const sums: Sum[] = [];
  for (const total of totals) {
    const parts = figures.rows.filter(
      (r) => !r.total && r.year === total.year && (total.whole || r.indicator === total.indicator),
    );
    figures.columns.forEach((column, i) => {
      const expected = number(total.values[i]?.text);
      const values = parts.map((r) => number(r.values[i]?.text)).filter((n) => n !== null);
      if (expected === null || values.length < 2 || isRate(column, total)) return;
      sums.push({ row: total, label: labelOf(total, column), expected, actual: values.reduce((a, b) => a + b, 0) });
    });
  }
  return told(table, sums);
}

const isRate = (column: FigureColumn, row: FigureRow) =>
  /(率|比重|占比|增速|增幅|增长|%|同比|平均|人均)/.test(
    `${column.name}${column.unit ?? ''}${row.indicator ?? ''}${row.unit ?? ''}`,
  );

function projectSums(notice: Notice, table: NoticeTable): FindingRead[] {
  const rows = projectRows(notice, table);
  const totals = rows.filter((r) => r.kind === 'total' && r.amount !== null);
  const out: FindingRead[] = [];
  for (const total of totals) {
    const whole = totals.length === 1 || /^(合计|总计|共计)/.test(total.row.cells.find((c) => c.text !== '')?.text ?? '');
    const lastGroup = whole
      ? 0
      : Math.max(
          0,
          ...rows.filter((r) => r.index < total.index && (r.kind === 'group' || r.kind === 'total')).map((r) => r.index),
        );
    const below = total.index <= Math.min(...rows.filter((r) => r.kind === 'project').map((r) => r.index));
    const parts = rows.filter(
      (r) => r.kind === 'project' && (whole || (below ? r.index > total.index : r.index > lastGroup && r.index < total.index)),
    );
    const actual = round(parts.reduce((a, r) => a + (r.amount ?? 0), 0));
    if (parts.some((r) => r.amount === null)) continue;
    if (parts.length < 2 || total.amount === null || close(actual / 1e4, total.amount / 1e4)) continue;
    out.push(
      finding({
        check: 'sum',
        severity: 'warning',
        params: { table: table.title, label: '总投资（元）' },
        expected: total.amount,
        actual,
        start: total.row.start,
        end: total.row.end,
      }),
    );
  }
  return out;
}
