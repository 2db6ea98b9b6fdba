import type { Child } from 'hono/jsx';
import type { RecordFilter } from '../../../output/index.js';
import { targetsOverTime } from '../../charts/targets.js';
import type { Filters } from '../filters.js';
import type { View } from '../view.js';
import { figure } from './figure.js';

/** The targets of an indicator over the years, where one is asked for and repeats. */
export async function TargetsOverTime(v: View, filters: Filters, filter: RecordFilter): Promise<Child> {
  if (filters.indicator === undefined) return null;
  const chart = await targetsOverTime(v.store, filter, v.lang);
  const title = v.say({ zh: `“${filters.indicator}”各年目标`, en: `Targets of “${filters.indicator}” by year` });
  return figure(v, chart, { title, src: v.href('/charts/targets-over-time.svg', { ...filters, lang: v.lang }) });
}
