import type { Child } from 'hono/jsx';
import type { RecordFilter } from '../../../output/index.js';
import { Figure, sourceOf, targetsOverTime } from '../../charts/index.js';
import type { Filters } from '../../filters.js';
import type { View } from '../view.js';

/** The targets of an indicator over the years, where one is asked for. */
export async function TargetsOverTime(v: View, filters: Filters, filter: RecordFilter): Promise<Child> {
  if (filters.indicator === undefined) return null;
  const chart = await targetsOverTime(sourceOf(v.site, v.lang), filter);
  return <Figure chart={chart} address={v.href('/charts/targets.svg', filters)} lang={v.lang} />;
}
