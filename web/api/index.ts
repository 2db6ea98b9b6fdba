import { Hono, type Context } from 'hono';
import type { Env } from '../site.js';
import { ApiError, notFound } from './errors.js';
import { openApiDocument } from './openapi.js';
import { docsPage } from './docs.js';
import type { Route } from './route.js';
import { allRoutes } from './routes/index.js';

/** What programs ask: `/api/v1`, `/openapi.json`, `/docs`, `/reconcile`. */
export function api(): Hono<Env> {
  const app = new Hono<Env>();
  const routes = allRoutes();
  for (const { method, path, run } of routes) app.on(method.toUpperCase(), honoPath(path), run);
  let document: ReturnType<typeof openApiDocument> | null = null;
  app.get('/openapi.json', (c) => {
    c.set('route', '/openapi.json');
    document ??= openApiDocument(routes, c.get('site').settings);
    return c.json(document);
  });
  app.get('/docs', (c) => {
    c.set('route', '/docs');
    return docsPage(c, routes);
  });
  for (const { path } of routes) app.all(honoPath(path), (c) => refuseMethod(c, path, routes));
  app.all('/api/*', (c) => {
    c.set('route', '/api');
    throw notFound('There is no such address.', `All addresses stand in ${c.get('site').settings.basePath}/openapi.json.`);
  });
  return app;
}

/** `{id}` of a definition is `:id` to the router. */
function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** The address is there, not for this method: nothing is written here but forms with questions (RFC 9110, 15.5.6). */
function refuseMethod(c: Context<Env>, path: string, routes: readonly Route[]): never {
  c.set('route', path);
  const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
  const allowed = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ');
  throw new ApiError(405, 'method_not_allowed', `This address does not take ${c.req.method}.`, {
    hint: `It takes ${allowed}.`,
    headers: { allow: allowed },
  });
}
