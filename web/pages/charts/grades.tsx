import type { Child } from 'hono/jsx';
import type { RecordFilter } from '../../../output/index.js';
import { gradesByCity, gradesByYear } from '../../charts/data.js';
import type { Filters } from '../filters.js';
import type { View } from '../view.js';
import { figure } from './figure.js';

/** Grades by city, of the ratings that the page lists. */
export async function GradesByPlace(v: View, filters: Filters, filter: RecordFilter): Promise<Child> {
  const chart = await gradesByCity({ store: v.store, resolver: v.site.resolver, filter, lang: v.lang });
  const title = v.say({ zh: '各市评价等次', en: 'Grades by city' });
  return figure(v, chart, { title, src: v.href('/charts/grades-by-city.svg', { ...filters, lang: v.lang }) });
}

/** Grades by year, of the whole store. */
export async function GradesByYear(v: View): Promise<Child> {
  const chart = await gradesByYear({ store: v.store, resolver: v.site.resolver, filter: {}, lang: v.lang });
  const title = v.say({ zh: '历年评价等次', en: 'Grades by year' });
  return figure(v, chart, { title, src: v.href('/charts/grades-by-year.svg', { lang: v.lang }) });
}
