import { sql, type RawBuilder } from 'kysely';
import { partialDate } from '../../schemas/index.js';
import { lastDay } from './dialect.js';
import { StoreError } from './errors.js';

// Dates are kept to the precision given, `2028`, `2026-12` or `2021-07-08`, and compare as texts: one comes before all that lie within it. The first
// comparison of each condition is one that an index answers, the second one tells exactly.

/** A date lies on or before the last day of `until`: one given to the year or month with its own last day. */
export function endsBy(date: RawBuilder<unknown>, until: string): RawBuilder<boolean> {
  const last = lastDayOf(until);
  return sql`(${date} <= ${last} and ${lastDay(date)} <= ${last})`;
}

/** A date, with its last day, lies on or after the first day of `from`. */
export function endsFrom(date: RawBuilder<unknown>, from: string): RawBuilder<boolean> {
  const first = firstDayOf(from);
  return sql`(${date} >= ${first.slice(0, 4)} and ${lastDay(date)} >= ${first})`;
}

/** A date lies in a year. */
export function inYear(date: RawBuilder<unknown>, year: number): RawBuilder<boolean> {
  return sql`(${date} >= ${String(year)} and ${date} < ${String(year + 1)})`;
}

function firstDayOf(date: string): string {
  const [year = '', month = '01', day = '01'] = checked(date).split('-');
  return `${year}-${month}-${day}`;
}

function lastDayOf(date: string): string {
  const [year = 0, month, day] = checked(date).split('-').map(Number);
  if (month === undefined) return `${date}-12-31`;
  if (day !== undefined) return date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function checked(date: string): string {
  if (partialDate.safeParse(date).success) return date;
  throw new StoreError('invalid_query', `“${date}” is no date.`, 'Give it as 2026, 2026-06 or 2026-06-30.', { fault: 'date' });
}
