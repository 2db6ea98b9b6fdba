import { Hono, type Context } from 'hono';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { Env } from '../site.js';
import { clusterPage, clustersPage } from './clusters.js';
import { ErrorBody } from './error.js';
import { Layout, type Page } from './layout.js';
import { listPage } from './list.js';
import { findingList } from './lists/findings.js';
import { noticeList } from './lists/notices.js';
import { projectList } from './lists/projects.js';
import { ratingList } from './lists/ratings.js';
import { targetList } from './lists/targets.js';
import { changesPage } from './notice/changes.js';
import { noticePage } from './notice/page.js';
import { entityPage } from './names.js';
import { obligationsPage } from './obligations/page.js';
import { observationsPage } from './observations/page.js';
import { overviewPage } from './overview.js';
import { notFound, pageErrorOf, type PageError } from './page-error.js';
import { recordAddress } from './record.js';
import { searchPage } from './search.js';
import { suggest } from './suggest.js';
import { unresolvedPage } from './unresolved.js';
import { viewOf, type View } from './view.js';

/** What makes a page: the request, and the parts of the address that have a name. */
type Making = (v: View, part: (name: string) => string) => Promise<Page>;

/** Every page by its address. */
const PAGES: Readonly<Record<string, Making>> = {
  '/': overviewPage,
  '/search': searchPage,
  '/obligations': obligationsPage,
  '/notices': (v) => listPage(v, noticeList),
  '/notices/:id': (v, part) => noticePage(v, part('id')),
  '/notices/:id/versions/:version': (v, part) => changesPage(v, part('id'), part('version')),
  '/clusters': clustersPage,
  '/clusters/:id': (v, part) => clusterPage(v, part('id')),
  '/ratings': (v) => listPage(v, ratingList),
  '/targets': (v) => listPage(v, targetList),
  '/projects': (v) => listPage(v, projectList),
  '/observations': observationsPage,
  '/names/:id': (v, part) => entityPage(v, part('id')),
  '/findings': (v) => listPage(v, findingList),
  '/unresolved': unresolvedPage,
};

/** What people look at. */
export function pages(): Hono<Env> {
  const app = new Hono<Env>();
  for (const [path, making] of Object.entries(PAGES)) {
    app.get(path, (c) => answer(c, async (v) => document(c, v, await making(v, (name) => c.req.param(name) ?? ''))));
  }
  app.get('/records/:id', (c) => answer(c, async (v) => c.redirect(await recordAddress(v, c.req.param('id')))));
  app.get('/suggest', suggest);
  app.get('*', (c) => (c.req.path.startsWith(`${c.get('site').settings.basePath}/api/`) ? c.notFound() : answer(c, noPage)));
  return app;
}

/** The answer, or a page that says what went wrong. */
async function answer(c: Context<Env>, make: (v: View) => Promise<Response>): Promise<Response> {
  const v = viewOf(c);
  try {
    return await make(v);
  } catch (error) {
    const told = pageErrorOf(error);
    if (told.status >= 500) v.site.failed?.(error);
    return errorPage(c, told);
  }
}

/** A page that says what went wrong. */
export function errorPage(c: Context<Env>, error: PageError): Response | Promise<Response> {
  const v = viewOf(c);
  return document(c, v, { title: v.say(error.what), status: error.status, body: <ErrorBody v={v} error={error} /> });
}

function document(c: Context<Env>, v: View, page: Page): Response | Promise<Response> {
  c.header('cache-control', 'no-cache');
  c.header('vary', 'Cookie, Accept-Language');
  return c.html(<Framed v={v} page={page} />, page.status ?? 200);
}

/** The frame with the doctype in front, which no element stands for. */
const Framed: FC<{ v: View; page: Page }> = ({ v, page }) => (
  <>
    {raw('<!doctype html>')}
    <Layout v={v} page={page} />
  </>
);

function noPage(): Promise<never> {
  throw notFound(
    { zh: '没有这个页面。', en: 'There is no such page.' },
    { zh: '请检查地址，或从上面的栏目进入。', en: 'Check the address, or go on from the sections above.' },
  );
}
