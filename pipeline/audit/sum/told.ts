import type { NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { finding } from '../check.js';
import { agree } from './numbers.js';

/** A total of a table with what its parts add up to. */
export interface Sum {
  row: number;
  label: string;
  expected: number;
  actual: number;
  /** a word such as 合计 says that it is a total; 全市 may hold more than its parts */
  explicit: boolean;
  /** how many figures were added up; where it is given, a total that they nearly make is told of though no word vouches for it */
  parts?: number;
}

/** How far the parts may be from a total that nothing but its word vouches for: further off, some of them are not shown. */
const NEAR = 0.25;

/** Only where most sums of the table agree is a total what it seems to be, or where a word says so; then those that do not are told. */
export function told(table: NoticeTable, sums: readonly Sum[]): FindingRead[] {
  const wrong = sums.filter((s) => !agree(s.expected, s.actual));
  const right = sums.length - wrong.length;
  const sure = right >= 2 && right >= sums.length * 0.6;
  const said =
    sums.every((s) => s.explicit) && (sums.length === 1 ? wrong.every(isNear) : right >= 1 && right >= sums.length / 2);
  const close = sums.length === 1 && wrong.every(isClose);
  return sure || said || close ? wrong.map((s) => mismatch(table, s)) : [];
}

const isNear = (s: Sum): boolean => Math.abs(s.expected - s.actual) <= NEAR * Math.abs(s.expected);

/** As near as a slip of the pen leaves it, where some rows left out would leave it further off. */
const CLOSE = 0.01;
/** With fewer parts their sum may be near by chance. */
const FEWEST_PARTS = 4;

/** Nearly the sum of several parts, and further off than the rounding of each of them accounts for. */
const isClose = ({ expected, actual, parts = 0 }: Sum): boolean => {
  const off = Math.abs(expected - actual);
  return parts >= FEWEST_PARTS && off <= CLOSE * Math.abs(expected) && off > ROUNDING * (parts + 1);
};
/** Half a unit in the first place behind the point, the coarsest that figures with decimals are given in. */
const ROUNDING = 0.05;

/** The total that its parts do not make. `rows` are the table's own, so a table whose rows bear numbers of their own gives none. */
export function mismatch(table: NoticeTable, sum: Sum, rows: number[] = [sum.row]): FindingRead {
  const span = table.rows[sum.row];
  return finding({
    check: 'sum',
    severity: 'warning',
    params: { table: table.title, label: sum.label },
    expected: sum.expected,
    actual: sum.actual,
    rows,
    ...(span ? { start: span.start, end: span.end } : {}),
  });
}
