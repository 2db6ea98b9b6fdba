import { z } from 'zod';
import type { RecordFilter, UnitFilter } from '../output/index.js';

// What addresses are filtered by, under the names that the API, the pages and the charts share, and what each sets in the store's filter.

const LONGEST = 1000;
/** Any text, shortened of white space around it. */
export const text = z.string().trim().max(LONGEST).optional();
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .optional();
const amount = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,6})?$/)
  .transform(Number)
  .optional();
const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .optional();

/** The filters as pages and charts read them; the API has its own with what its document says of each. */
export const FILTERS = z.object({
  notice: text,
  q: text,
  place: text,
  issuer: text,
  issued_after: date,
  issued_before: date,
  kind: text,
  status: text,
  industry: text,
  park: text,
  year,
  grade: text,
  indicator: text,
  unit: text,
  role: z.enum(['lead', 'responsible', 'support']).optional(),
  due_before: date,
  due_after: date,
  table: text,
  area: text,
  investment_min: amount,
  investment_max: amount,
  start_year: year,
  end_year: year,
  check: text,
  severity: z.enum(['info', 'warning', 'error']).optional(),
});
export type Filters = z.output<typeof FILTERS>;
export type FilterName = keyof Filters;

/** The store's filter for what an address filters by; a unit is given as it was understood. */
export function storeFilter(filters: Filters, unit?: UnitFilter): RecordFilter {
  return defined<RecordFilter>({
    notice: filters.notice,
    text: filters.q,
    place: filters.place,
    issuer: filters.issuer,
    issuedAfter: filters.issued_after,
    issuedBefore: filters.issued_before,
    kind: filters.kind,
    status: filters.status,
    industry: filters.industry,
    park: filters.park,
    year: filters.year,
    grade: filters.grade,
    indicator: filters.indicator,
    unit,
    role: filters.role,
    dueBefore: filters.due_before,
    dueAfter: filters.due_after,
    table: filters.table,
    area: filters.area,
    investmentMin: filters.investment_min,
    investmentMax: filters.investment_max,
    startYear: filters.start_year,
    endYear: filters.end_year,
    check: filters.check,
    severity: filters.severity,
  });
}

/** The fields that say something. */
export function defined<T extends object>(fields: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
