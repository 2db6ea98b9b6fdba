import { z } from 'zod';
import { matchesIn } from '../../questions/index.js';
import type { RecordFilter, Store } from '../../output/index.js';
import type { Resolver } from '../../names/index.js';
import type { Obligation, RecordTypeName } from '../../schemas/index.js';
import { askedFilter as lookedUp, defined, type Asked } from '../filters.js';
import { amount, date, text, whole, yesNo } from './parameters.js';

/** All that lists can be filtered by: the names of the contract, and what each sets in the store's filter. */
const FILTERS = {
  notice: text('of one notice: its id, document number (发文字号) or file name').optional(),
  q: text('with all these words in it, in the source text or any field; "…" is one phrase').optional(),
  place: text(
    'of this place and what lies in it: its name or GB/T 2260 code; a name that several places bear is refused with their codes',
  ).optional(),
  issuer: text('of notices that this organ has signed: its name or a part of it').optional(),
  issued_after: date('of notices issued on this day or later').optional(),
  issued_before: date('of notices issued on this day or earlier').optional(),
  kind: text('of notices of this kind (文种), e.g. 通知').optional(),
  status: text('of notices of this status as their portal says, e.g. 有效').optional(),
  once: yesNo('1: of a notice that stands in several files only one, and its records only once').optional(),
  industry: text('clusters of this industry, or a part of its name').optional(),
  park: text('clusters of this park: its name or id').optional(),
  year: whole('of this year', { min: 1000, max: 9999 }).optional(),
  grade: text('with this grade (等次), e.g. 优秀').optional(),
  indicator: text('of this indicator (指标), or a part of its name').optional(),
  unit: text('tasks of this unit (责任单位), by any of its names; groups that it belongs to are found as well').optional(),
  role: z.enum(['lead', 'responsible', 'support']).optional().describe('with that unit, or any, in this role'),
  due_before: date('due on this day or before; a due of 2028 counts as its last day').optional(),
  due_after: date('due on this day or later').optional(),
  table: text('of the table with this title').optional(),
  area: text('figures of this place or unit, as the table has it').optional(),
  investment_min: amount('with an investment of so many yuan or more').optional(),
  investment_max: amount('with an investment of so many yuan or less').optional(),
  start_year: whole('that start in this year', { min: 1000, max: 9999 }).optional(),
  end_year: whole('that end in this year', { min: 1000, max: 9999 }).optional(),
  check: text('of this check, e.g. declared_count').optional(),
  severity: z.enum(['info', 'warning', 'error']).optional().describe('of this severity or a higher one'),
} as const;
export type FilterName = keyof typeof FILTERS;
export type { Asked };

const ALL = ['notice', 'q', 'place', 'issuer', 'issued_after', 'issued_before', 'kind', 'status', 'once'] as const;

/** What each type can be filtered by. */
const FILTERS_OF = {
  notices: [...ALL],
  clusters: [...ALL, 'industry', 'park'],
  ratings: [...ALL, 'year', 'grade'],
  targets: [...ALL, 'indicator', 'due_before', 'due_after'],
  obligations: [...ALL, 'unit', 'role', 'due_before', 'due_after'],
  projects: [...ALL, 'table', 'investment_min', 'investment_max', 'start_year', 'end_year'],
  observations: [...ALL, 'table', 'indicator', 'area', 'year'],
  findings: [...ALL, 'check', 'severity'],
} as const satisfies Record<RecordTypeName, readonly FilterName[]>;

/** What a request filters by: those filters that its type has. */
export type Filters = { [N in FilterName]?: z.output<(typeof FILTERS)[N]> };

/** The parameters that a type can be filtered by. All are optional, so that those which it has not may be asked for: they are never set. */
export function filterParameters(type: RecordTypeName): typeof FILTERS {
  const names: readonly FilterName[] = FILTERS_OF[type];
  return Object.fromEntries(names.map((name) => [name, FILTERS[name]])) as typeof FILTERS;
}

/** These of the parameters. */
export function someFilters<N extends FilterName>(...names: readonly N[]): Pick<typeof FILTERS, N> {
  return Object.fromEntries(names.map((name) => [name, FILTERS[name]])) as Pick<typeof FILTERS, N>;
}

/** The store's filter for what a request filters by; see `askedFilter` of all addresses. */
export async function askedFilter(filters: Filters, store: Store, resolver: Resolver): Promise<Asked> {
  const asked = await lookedUp(filters, store, resolver);
  const once = filters.once === undefined ? undefined : filters.once === '1';
  return { ...asked, filter: { ...asked.filter, ...defined<RecordFilter>({ once }) } };
}

/** Tasks with why each was found, where a unit was asked for. */
export async function withMatches(
  tasks: readonly Obligation[],
  { unit, filter }: Asked,
  store: Pick<Store, 'names'>,
): Promise<(Obligation & { matched?: Awaited<ReturnType<typeof matchesIn>> })[]> {
  if (unit === null) return [...tasks];
  return Promise.all(tasks.map(async (task) => ({ ...task, matched: await matchesIn(task, unit, filter.role, store) })));
}
