import { z } from 'zod';
import type { Resolver } from '../names/index.js';
import type { RecordFilter, Store } from '../output/index.js';
import { askedPlace, type AskedUnit } from '../questions/index.js';
import { rememberedUnit } from './units.js';

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

/** A filter as the store takes it, with what the unit was understood as. */
export interface Asked {
  filter: RecordFilter;
  unit: AskedUnit | null;
}

/**
 * The store's filter for what an address filters by. A unit is looked up so that any name of it will do; a place too, so that a city's
 * counties come with it.
 * @throws SeveralPlaces
 */
export async function askedFilter(filters: Filters, store: Store, resolver: Resolver): Promise<Asked> {
  const { unit, place } = filters;
  const organ = unit === undefined ? null : await rememberedUnit(unit, place, store, resolver);
  const own: Pick<RecordFilter, 'unit' | 'place'> = defined({
    unit: organ?.filter,
    place: place === undefined ? undefined : askedPlace(place, resolver),
  });
  return { filter: { ...storeFilter(filters), ...own }, unit: organ };
}

/** What an address filters by that nothing need be looked up for. */
function storeFilter(filters: Filters): RecordFilter {
  return defined<RecordFilter>({
    notice: filters.notice,
    text: filters.q,
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
