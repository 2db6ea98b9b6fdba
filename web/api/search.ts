import type { z } from 'zod';
import type { Resolver } from '../../names/index.js';
import type { SearchFilter, Store } from '../../output/index.js';
import { askedPlace } from '../../questions/index.js';
import { defined } from '../filters.js';
import { rememberedUnit } from '../units.js';
import { someFilters } from './filters.js';
import { several, text } from './parameters.js';
import { RECORD_TYPE_NAMES } from './schemas.js';

/** What a search is for; its answer and its files share it. */
export const searched = {
  q: text('words that a hit must all hold; "…" is one phrase; or a question'),
  type: several(RECORD_TYPE_NAMES, 'only hits of these types, with commas between').optional(),
  ...someFilters('notice', 'place', 'unit', 'issuer', 'role', 'due_before', 'year', 'grade', 'check', 'severity'),
};
export type Searched = z.output<z.ZodObject<typeof searched>>;

/** The filter of a search as the store takes it. */
export async function searchFilter(query: Searched, store: Store, resolver: Resolver): Promise<SearchFilter> {
  const unit = query.unit === undefined ? undefined : await rememberedUnit(query.unit, query.place, store, resolver);
  return defined<SearchFilter>({
    types: query.type,
    notice: query.notice,
    place: query.place === undefined ? undefined : askedPlace(query.place, resolver),
    unit: unit?.filter,
    // Beside the tasks of an organ, the notices that it has signed.
    issuer: query.issuer ?? query.unit,
    role: query.role,
    dueBefore: query.due_before,
    year: query.year,
    grade: query.grade,
    check: query.check,
    severity: query.severity,
  });
}
