import { PLAN_NUMBERS, monthEnd } from './dates.js';
import { foldSameLength } from './fold.js';
import { matchesOf } from './matches.js';

/** Start and end of a building period, to the precision given; null for what is not said. */
export interface Period {
  start: string | null;
  end: string | null;
}

/** A date of a period: its beginning, and its end where it is said to be done by then. */
interface Point {
  from: number;
  to: number;
  first: string;
  last: string;
  /** what is said of it: it begins then, it is done by then, or no more than the date */
  says: 'start' | 'end' | null;
}

const YEAR = '((?:19|20)\\d{2})';
const MONTH = '(1[0-2]|0?[1-9])(?!\\d)';
const DAY = '(3[01]|[12]\\d|0?[1-9])(?!\\d)';
const POINT = new RegExp(
  [
    `${YEAR}年${MONTH}月${DAY}日?`,
    `${YEAR}([-./])${MONTH}\\5${DAY}`,
    `${YEAR}(?:年|[-./])${MONTH}(?:月份?)?(?!季)`,
    `${YEAR}(?!\\d)年?`,
    `(?<![\\d.])${MONTH}月`,
  ].join('|'),
  'g',
);
const QUARTER = /^(?:第?([一二三四1-4])季度|([上下])半年)/;
const DONE = /^(?:年?底前?|年?末前?|以?前|之前)?(?:竣工|完工|建成|投产|完成|交付)|^(?:年?底|年?末|以?前|之前)/;
const BEGUN = /^(?:起|开始|以来|至今|开工|动工|启动)/;
const PLAN = /[“"]?(十[二三四五六]五)[”"]?/;

/**
 * Start and end of a period: `2020-2022`, `2021.03-2022.12`, `2020年1月至2022年6月`, `2025年7-8月`, `2024年起`, `2025年底`. A bare date
 * is both; a note in brackets counts for neither; phases span from the first start to the last end. A length of time
 * (`24个月`) gives none.
 */
export function period(text: string): Period {
  const t = folded(text);
  const points = pointsOf(t);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return planned(t);
  if (first !== last) return { start: first.first, end: last.says === 'start' ? null : last.last };
  const open = /^(?:-|至|-?至今)$/.test(t.slice(first.to));
  return {
    start: first.says === 'end' ? null : first.first,
    end: first.says === 'start' || open ? null : first.last,
  };
}

/** The date of a column of ends: `2026年底` is 2026-12-31. */
export const endOf = (text: string): string | null => pointsOf(folded(text)).at(-1)?.last ?? null;

const folded = (text: string): string =>
  foldSameLength(text)
    .replace(/\s+/g, '')
    .replace(/（[^）]*）/g, '')
    .replace(/[–―－—~～]+/g, '-')
    // months of one year: 2025年7-8月, 2025.3-8
    .replace(/(\d{4}[./]\d{1,2})-(\d{1,2})(?![\d./年月])/g, '$1-$2月')
    .replace(/年(\d{1,2})[-至到](\d{1,2})月/g, '年$1月-$2月');

function pointsOf(t: string): Point[] {
  const points: Point[] = [];
  let year = '';
  for (const m of matchesOf(t, POINT)) {
    const [y, month, day] = partsOf(m);
    if (y === '' && year === '') continue;
    year = y || year;
    points.push(pointOf(t, m.index, m.index + m[0].length, year, Number(month), Number(day)));
  }
  return points;
}

/** Year, month and day of a match, '' for what it has not. */
const partsOf = (m: RegExpExecArray): [string, string, string] => [
  m[1] ?? m[4] ?? m[8] ?? m[10] ?? '',
  m[2] ?? m[6] ?? m[9] ?? m[11] ?? '',
  m[3] ?? m[7] ?? '',
];

const pad = (n: number) => String(n).padStart(2, '0');

function pointOf(t: string, from: number, to: number, year: string, month: number, day: number): Point {
  const tail = t.slice(to, to + 8);
  const quarter = QUARTER.exec(tail);
  const after = tail.slice(quarter?.[0].length ?? 0);
  const says = DONE.test(after) ? 'end' : BEGUN.test(after) ? 'start' : null;
  const date = [year, ...(month > 0 ? [pad(month)] : []), ...(day > 0 ? [pad(day)] : [])].join('-');
  const wholly = says === 'end' && /^(?:年?[底末]|以?前|之前)/.test(after);
  const last = quarter
    ? monthEnd(Number(year), lastMonth(quarter))
    : wholly && day === 0
      ? monthEnd(Number(year), month || 12)
      : date;
  return { from, to, first: date, last, says };
}

const QUARTERS = '一二三四';
const lastMonth = (m: RegExpExecArray): number =>
  m[2] !== undefined ? (m[2] === '上' ? 6 : 12) : 3 * (QUARTERS.indexOf(m[1] ?? '') + 1 || Number(m[1]));

/** A five-year plan: the 15th runs from 2026 to 2030. */
function planned(t: string): Period {
  const end = PLAN_NUMBERS[PLAN.exec(t)?.[1] ?? ''];
  return end === undefined ? { start: null, end: null } : { start: String(end - 4), end: String(end) };
}
