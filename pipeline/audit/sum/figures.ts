import {
  compact,
  figureTable,
  isReadElsewhere,
  type FigureColumn,
  type FigureRow,
  type FigureTable,
  type NoticeTable,
} from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { add, agree, numberIn } from './numbers.js';
import { told, type Sum } from './told.js';

/** A table of figures: its total column against the other columns, its total rows against the rows that they add up. */
export function figureSums(table: NoticeTable): FindingRead[] {
  const figures = isReadElsewhere(table) ? null : figureTable(table);
  return figures ? [...told(table, acrossColumns(figures)), ...told(table, downRows(figures, groupRows(table)))] : [];
}

function acrossColumns(figures: FigureTable): Sum[] {
  const totals = figures.columns.map((c, i) => ({ c, i })).filter(({ c }) => c.total);
  const only = totals[0];
  if (totals.length !== 1 || !only) return [];
  return figures.rows.flatMap((row): Sum[] => {
    const expected = numberIn(row.values[only.i]?.text);
    const parts = row.values
      .flatMap((v, i) => (i === only.i || !sameKind(figures.columns[i], only.c) ? [] : [numberIn(v?.text)]))
      .filter((n) => n !== null);
    if (expected === null || parts.length < 2) return [];
    return [{ row: row.row, label: labelOf(row, null), expected, actual: add(parts), explicit: false }];
  });
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
    column?.area,
    column?.name,
    column?.year === row.year ? null : column?.year,
  ]
    .filter((x) => x !== null && x !== undefined && x !== '')
    .join(' ');
}

const SUBTOTAL = /^小计$/;
const EXPLICIT = /^(合计|总计|小计|共计|累计)$/;

/** The words of a row's labels. */
const wordsOf = (row: FigureRow): string[] =>
  [...Object.values(row.labels), row.area ?? '', row.indicator ?? ''].map((w) => compact(w).text);
/** Totals of places that the reader of tables takes for one of the rows. */
const WHOLE_PLACE = /^全[旗盟镇乡域]$/;
const isTotal = (row: FigureRow): boolean => row.total || wordsOf(row).some((w) => WHOLE_PLACE.test(w));
const isSubtotal = (row: FigureRow): boolean => row.total && wordsOf(row).some((w) => SUBTOTAL.test(w));

const GROUP = /^(?:[一二三四五六七八九十]{1,3}、?|（[一二三四五六七八九十]{1,3}）)$/;

/** Rows numbered 一, 二 over rows numbered 1, 2: they hold the sums of these. */
function groupRows(table: NoticeTable): Set<number> {
  const numbers = table.rows.map((row) => compact(row.cells.find((c) => c.column === 0)?.text ?? '').text);
  const both = numbers.some((n) => /^\d{1,3}$/.test(n));
  return new Set(both ? numbers.flatMap((n, i) => (GROUP.test(n) ? [i] : [])) : []);
}

/** Total rows, per column and, where the rows bear a year or an indicator, per year and indicator. */
function downRows(figures: FigureTable, groups: ReadonlySet<number>): Sum[] {
  return figures.rows.flatMap((total, at) => {
    if (!isTotal(total)) return [];
    const explicit =
      wordsOf(total).some((w) => EXPLICIT.test(w)) && !figures.rows.some((r) => wordsOf(r).some((w) => w.startsWith('其中')));
    return figures.columns.flatMap((column, i): Sum[] => {
      const expected = numberIn(total.values[i]?.text);
      if (expected === null || isRate(column, total)) return [];
      const parts = partsOf(figures.rows, groups, at, i, expected);
      if (parts === null) return [];
      return [{ row: total.row, label: labelOf(total, column), expected, actual: add(parts), explicit, parts: parts.length }];
    });
  });
}

/** The parts of a total: all rows, those of its block above or below, or the subtotals, whichever fits. */
function partsOf(
  rows: readonly FigureRow[],
  groups: ReadonlySet<number>,
  at: number,
  column: number,
  expected: number,
): number[] | null {
  const total = rows[at];
  const same = rows.filter((r) => r.year === total?.year && (total.whole || r.indicator === total.indicator));
  const here = total ? same.indexOf(total) : -1;
  const before = same.findLastIndex((r, k) => k < here && isTotal(r));
  const behind = same.findIndex((r, k) => k > here && isTotal(r));
  const values = (of: readonly FigureRow[]) => of.map((r) => numberIn(r.values[column]?.text)).filter((n) => n !== null);
  const leaves = (of: readonly FigureRow[]) => values(of.filter((r) => !isTotal(r) && !groups.has(r.row)));
  const all = leaves(same);
  const above = leaves(same.slice(before + 1, here));
  const below = leaves(same.slice(here + 1, behind < 0 ? same.length : behind));
  const candidates = [all, above, below, values(same.filter(isSubtotal))].filter((c) => c.length >= 2);
  const fits = candidates.find((c) => agree(add(c), expected));
  const likely = total && isSubtotal(total) ? (above.length > 0 ? above : below) : all;
  const chosen = fits ?? (likely.length >= 2 ? likely : undefined);
  return chosen ?? null;
}

const isRate = (column: FigureColumn, row: FigureRow) =>
  /(率|比重|占比|增速|增幅|增长|%|同比|平均|人均|亩均|户均)/.test(
    `${column.name}${column.unit ?? ''}${row.indicator ?? ''}${row.unit ?? ''}`,
  );
