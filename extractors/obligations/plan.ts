import { firstLeadsIn } from '../grammar/role-words.js';
import type { ClauseContext } from '../grammar/clauses.js';
import { compact } from '../grammar/fold.js';
import type { Notice } from '../notice.js';

/** What the whole notice says for all its tasks: whether the first unit leads, and the year of dates without one. */
export const contextOf = (notice: Notice): ClauseContext => ({
  first: firstLeadsIn(compact(notice.text).text),
  year: planYear(notice),
});

/** The year that a plan is for: the only one in its title, else that of the notice's date. */
export function planYear(notice: Notice): number | null {
  const years = new Set(compact(notice.head.title ?? '').text.match(/20\d{2}(?=年)/g) ?? []);
  const [only] = years.size === 1 ? years : [];
  const issued = notice.head.issued_on ?? /〔(\d{4})〕/.exec(notice.head.document_number ?? '')?.[1];
  const year = only ?? issued?.slice(0, 4);
  return year === undefined ? null : Number(year);
}

/** Longest quote of an obligation; a longer task is quoted from its last paragraph on. */
export const LONGEST_QUOTE = 3800;
