// Charts: what they show (store → Chart), how they stand on a page (Figure), and the pictures themselves.
import { Hono, type Context } from 'hono';
import type { RecordFilter } from '../../output/index.js';
import { fresh } from '../api/fresh.js';
import { answerable } from '../api/errors.js';
import { askedFilter } from '../filters.js';
import type { Env, Lang } from '../site.js';
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

type Draw = (source: Source, filter: RecordFilter, wanted: Wanted) => Promise<Chart>;

const DRAWN: Readonly<Record<string, Draw>> = {
  grades: (source, filter, { scheme, by }) => (by === 'year' ? gradesByYear : gradesByPlace)(source, filter, scheme),
  targets: (source, filter) => targetsOverTime(source, filter),
  investment: (source, filter) => investmentByYear(source, filter),
  observations: (source, filter, { pivot }) => observationsOfTable(source, filter, pivot),
};

/** ECharts writes style attributes; this answer may have them, and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** `/charts/grades.svg`, `/charts/targets.svg`, `/charts/investment.svg`, `/charts/observations.svg`, with the filters of the pages. */
export function charts(): Hono<Env> {
  const app = new Hono<Env>();
  for (const [name, chartOf] of Object.entries(DRAWN)) app.get(`/charts/${name}.svg`, (c) => answer(c, chartOf));
  return app;
}

async function answer(c: Context<Env>, chartOf: Draw): Promise<Response> {
  const site = c.get('site');
  const wanted = wantedOf(new URL(c.req.url).searchParams);
  if (typeof wanted === 'string') return c.text(`“${wanted}” has no such value.\n`, 400);
  const lang = wanted.lang ?? site.settings.lang;
  try {
    return await fresh(c, site.stores[lang], lang, () => drawn(c, chartOf, wanted, lang));
  } catch (error) {
    const told = answerable(error);
    if (told?.status === 400) return c.text(`${told.message} ${told.hint}\n`, 400);
    throw error;
  }
}

async function drawn(c: Context<Env>, chartOf: Draw, wanted: Wanted, lang: Lang): Promise<Response> {
  const site = c.get('site');
  // Loaded when the first chart is drawn: most pages have none.
  const { chartSvg } = await import('./svg.js');
  const { filter } = await askedFilter(wanted.filters, site.stores[lang], site.resolver);
  const svg = chartSvg(await chartOf(sourceOf(site, lang), filter, wanted), wanted.size, lang);
  c.set('policy', POLICY);
  return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
}
