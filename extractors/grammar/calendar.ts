import { numeral } from './numerals.js';
import { matchesOf } from './matches.js';

/** A date that stands in a compact text. */
export interface DateInText {
  from: number;
  to: number;
  /** ISO to the precision given; a `底` or `末` gives the last day */
  date: string;
}

const CHINESE_YEAR = '[二一][〇○零一二三四五六七八九]{3}';
const NUMBER = '\\d{1,2}|[一二三四五六七八九十]{1,3}';

/** Source of a pattern for one date as notices write it, without groups: for patterns that only find out where one stands. */
export const DATE_SOURCE = [
  `(?:\\d{4}|${CHINESE_YEAR})年(?:年?[底末]|(?:${NUMBER})月(?:[底末]|(?:${NUMBER})日)?)?`,
  '\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}',
  '\\d{1,2}月\\d{1,2}日',
].join('|');

const DATES = new RegExp(
  [
    `(\\d{4}|${CHINESE_YEAR})年(?:年?([底末])|(${NUMBER})月(?:([底末])|(${NUMBER})日)?)?`,
    '(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})',
    '(\\d{1,2})月(\\d{1,2})日',
    '(?<=[至到—~-])(\\d{1,2})日',
  ].join('|'),
  'g',
);

const pad = (n: number): string => String(n).padStart(2, '0');
const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** ISO date of its parts to the precision given; null where there is no such day. */
function iso(year: number | null, month: number | null = null, day: number | null = null): string | null {
  if (year === null || year < 1949 || year > 2100) return null;
  if (month === null) return String(year);
  if (month < 1 || month > 12) return null;
  if (day === null) return `${year}-${pad(month)}`;
  return day < 1 || day > lastDayOf(year, month) ? null : `${year}-${pad(month)}-${pad(day)}`;
}

/**
 * All dates of a compact text in order. A date without a year has that of the date before it, else `year`; one that would
 * then lie before the date it follows with 至 is of the next year (`2023年12月28日至1月4日`).
 */
export function datesIn(text: string, year: number | null = null): DateInText[] {
  const found: DateInText[] = [];
  for (const m of matchesOf(text, DATES)) {
    const last = found.at(-1);
    const date = m[9] !== undefined || m[11] !== undefined ? shortDate(m, last?.date ?? null, year) : fullDate(m);
    if (date !== null) found.push({ from: m.index, to: m.index + m[0].length, date });
  }
  return found;
}

const valueOf = (text: string | undefined): number | null => (text === undefined ? null : numeral(text));

function fullDate(m: RegExpExecArray): string | null {
  if (m[6] !== undefined) return iso(valueOf(m[6]), valueOf(m[7]), valueOf(m[8]));
  const year = valueOf(m[1]?.replace(/○/g, '〇'));
  const month = valueOf(m[3]);
  if (year === null) return null;
  if (m[2] !== undefined) return iso(year, 12, 31);
  if (m[4] !== undefined) return month === null ? null : iso(year, month, lastDayOf(year, month));
  return iso(year, month, valueOf(m[5]));
}

function shortDate(m: RegExpExecArray, last: string | null, year: number | null): string | null {
  if (m[11] !== undefined) return last === null || last.length < 7 ? null : iso(yearOf(last), monthOf(last), Number(m[11]));
  const [month, day] = [Number(m[9]), Number(m[10])];
  const date = iso(last === null ? year : yearOf(last), month, day);
  return date !== null && last !== null && date < last ? iso(yearOf(last) + 1, month, day) : date;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const monthOf = (date: string): number => Number(date.slice(5, 7));

/** A length of time as notices give it. */
export interface TimeSpan {
  count: number;
  unit: 'year' | 'month' | 'day';
}

/** The date so much later, to the same precision; a day past the end of its month is that month's last. Null where a day is added to a month. */
export function later(date: string, { count, unit }: TimeSpan): string | null {
  const [year, month, day] = [
    yearOf(date),
    date.length > 4 ? monthOf(date) : null,
    date.length > 7 ? Number(date.slice(8)) : null,
  ];
  if (unit === 'day') {
    if (month === null || day === null) return null;
    return new Date(Date.UTC(year, month - 1, day + count)).toISOString().slice(0, 10);
  }
  if (month === null) return unit === 'year' ? iso(year + count) : null;
  const months = year * 12 + month - 1 + (unit === 'year' ? count * 12 : count);
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  return iso(y, m, day === null ? null : Math.min(day, lastDayOf(y, m)));
}

/** The last day, month or year of a period that begins on `date`: five years from 2023-01-01 end on 2027-12-31. */
export function lastOf(date: string, period: TimeSpan): string | null {
  const end = later(date, period);
  if (end === null) return null;
  const unit = end.length === 10 ? 'day' : end.length === 7 ? 'month' : 'year';
  return later(end, { count: -1, unit });
}
