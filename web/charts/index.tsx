// Charts: what they show (store → Chart), how they stand on a page (Figure), and the pictures themselves.
import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import type { Resolver } from '../../names/index.js';
import { StoreError } from '../../output/index.js';
import type { Env } from '../site.js';
import type { Chart } from './chart.js';
import { gradesByPlace, gradesByYear } from './grades.js';
import { investmentByYear } from './investment.js';
import { observationsOfTable } from './observations.js';
import { wantedOf, type Wanted } from './query.js';
import { sourceOf, type Source } from './source.js';
import { targetsOverTime } from './targets.js';

export { isEmpty, type Chart, type Series } from './chart.js';
export { Figure } from './figure.js';
export { gradesByPlace, gradesByYear, investmentByYear, observationsOfTable, sourceOf, targetsOverTime, type Source };

const DRAWN: Readonly<Record<string, (source: Source, wanted: Wanted) => Promise<Chart>>> = {
  grades: (source, { filter, scheme, by }) => (by === 'year' ? gradesByYear : gradesByPlace)(source, filter, scheme),
  targets: (source, { filter }) => targetsOverTime(source, filter),
  investment: (source, { filter }) => investmentByYear(source, filter),
  observations: (source, { filter, pivot }) => observationsOfTable(source, filter, pivot),
};

/** ECharts writes style attributes; this answer may have them, and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** `/charts/grades.svg`, `/charts/targets.svg`, `/charts/investment.svg`, `/charts/observations.svg`, with the filters of the pages. */
export function charts(): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/charts/*', etag());
  for (const [name, chartOf] of Object.entries(DRAWN)) app.get(`/charts/${name}.svg`, (c) => answer(c, chartOf));
  return app;
}

async function answer(c: Context<Env>, chartOf: (source: Source, wanted: Wanted) => Promise<Chart>): Promise<Response> {
  const site = c.get('site');
  const wanted = wantedOf(new URL(c.req.url).searchParams);
  if (typeof wanted === 'string') return c.text(`“${wanted}” has no such value.\n`, 400);
  const lang = wanted.lang ?? site.settings.lang;
  // Loaded when the first chart is drawn: most pages have none.
  const { chartSvg } = await import('./svg.js');
  try {
    const svg = chartSvg(await chartOf(sourceOf(site, lang), withCode(wanted, site.resolver)), wanted.size, lang);
    c.set('policy', POLICY);
    return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, no-cache' });
  } catch (error) {
    if (error instanceof StoreError && error.code === 'invalid_query') return c.text(`${error.message} ${error.hint}\n`, 400);
    throw error;
  }
}

/** A place by its code, which covers what lies in it; a name that means no place, or several, as it stands. */
function withCode(wanted: Wanted, resolver: Resolver): Wanted {
  const { place } = wanted.filter;
  const code = place === undefined ? null : resolver.contextIn(place, null)?.region?.code;
  return code == null ? wanted : { ...wanted, filter: { ...wanted.filter, place: code } };
}
