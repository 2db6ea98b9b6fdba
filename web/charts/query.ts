import { z } from 'zod';
import type { RecordFilter } from '../../output/index.js';
import { SIZES, type ChartSize } from './layout.js';
import { LANGS, type Lang } from '../site.js';

const LONGEST = 1000;
const text = z.string().trim().max(LONGEST);
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);
const amount = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,6})?$/)
  .transform(Number);
const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** What addresses of charts may say: filters under the names of the API and the pages, and how to draw. */
const PARAMETERS = z.object({
  notice: text.optional(),
  q: text.optional(),
  place: text.optional(),
  issuer: text.optional(),
  issued_after: date.optional(),
  issued_before: date.optional(),
  kind: text.optional(),
  status: text.optional(),
  year: year.optional(),
  grade: text.optional(),
  indicator: text.optional(),
  due_before: date.optional(),
  due_after: date.optional(),
  table: text.optional(),
  area: text.optional(),
  investment_min: amount.optional(),
  investment_max: amount.optional(),
  start_year: year.optional(),
  end_year: year.optional(),
  scheme: text.optional(),
  by: z.enum(['place', 'year']).optional(),
  rows: text.optional(),
  columns: text.optional(),
  size: z.enum(SIZES).optional(),
  lang: z.enum(LANGS).optional(),
});

/** What a chart is asked to show, and how. */
export interface Wanted {
  filter: RecordFilter;
  scheme: string | undefined;
  by: 'place' | 'year';
  pivot: { rows?: string; columns?: string };
  size: ChartSize;
  lang: Lang | undefined;
}

/** Reads the query of an address; a text names the parameter that has no such value. What is empty or unknown is not looked at, as on pages. */
export function wantedOf(query: URLSearchParams): Wanted | string {
  const given = [...query].filter(([, value]) => value.trim() !== '');
  const read = PARAMETERS.safeParse(Object.fromEntries(given));
  if (!read.success) return read.error.issues[0]?.path.join('.') ?? '';
  const { scheme, by = 'place', rows, columns, size = 'wide', lang } = read.data;
  const pivot = { ...(rows === undefined ? {} : { rows }), ...(columns === undefined ? {} : { columns }) };
  return { filter: filterOf(read.data), scheme, by, pivot, size, lang };
}

function filterOf(given: z.output<typeof PARAMETERS>): RecordFilter {
  const named: [keyof RecordFilter, string | number | undefined][] = [
    ['notice', given.notice],
    ['text', given.q],
    ['place', given.place],
    ['issuer', given.issuer],
    ['issuedAfter', given.issued_after],
    ['issuedBefore', given.issued_before],
    ['kind', given.kind],
    ['status', given.status],
    ['year', given.year],
    ['grade', given.grade],
    ['indicator', given.indicator],
    ['dueBefore', given.due_before],
    ['dueAfter', given.due_after],
    ['table', given.table],
    ['area', given.area],
    ['investmentMin', given.investment_min],
    ['investmentMax', given.investment_max],
    ['startYear', given.start_year],
    ['endYear', given.end_year],
  ];
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}
