import { firstLeadsIn } from '../grammar/role-words.js';
import type { ClauseContext } from '../grammar/clauses.js';
import { onlyYear } from '../grammar/dates.js';
import type { PlanYear } from '../grammar/due.js';
import { compact } from '../grammar/fold.js';
import type { Notice } from '../notice.js';

/** What the whole notice says for all its tasks: whether the first unit leads, and the year of dates without one. */
export const contextOf = (notice: Notice): ClauseContext => ({
  first: firstLeadsIn(compact(notice.text).text),
  year: planYear(notice),
});

/** The year that a plan is for: the only one in its title, else that of the notice's date. */
function planYear(notice: Notice): PlanYear | null {
  const only = onlyYear(compact(notice.head.title ?? '').text);
  if (only !== null) return { year: only, since: null };
  const issued = yearIssued(notice);
  return issued === null ? null : { year: issued, since: notice.head.issued_on };
}

/** The year of the notice's date, or of its number where it has none. */
export function yearIssued(notice: Notice): number | null {
  const issued = notice.head.issued_on ?? /〔(\d{4})〕/.exec(notice.head.document_number ?? '')?.[1];
  return issued === undefined ? null : Number(issued.slice(0, 4));
}

/** Longest quote of an obligation; a longer task is quoted from its last paragraph on. */
export const LONGEST_QUOTE = 3800;
