import type { Child } from 'hono/jsx';
import type { RecordFilter } from '../../../output/index.js';
import { Figure, gradesByPlace, gradesByYear, sourceOf } from '../../charts/index.js';
import type { Filters } from '../../filters.js';
import type { View } from '../view.js';

/** Grades by city, of the ratings that the page lists. */
export async function GradesByPlace(v: View, filters: Filters, filter: RecordFilter): Promise<Child> {
  const chart = await gradesByPlace(sourceOf(v.site, v.lang), filter);
  return <Figure chart={chart} address={v.href('/charts/grades.svg', filters)} lang={v.lang} />;
}

/** Grades by year, of the whole store. */
export async function GradesByYear(v: View): Promise<Child> {
  const chart = await gradesByYear(sourceOf(v.site, v.lang), {});
  return <Figure chart={chart} address={v.href('/charts/grades.svg', { by: 'year' })} lang={v.lang} />;
}
