import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Env } from '../site.js';

export { reconcileRoutes } from './routes.js';

/** Where the service answers. */
export const RECONCILE_PATHS = ['/reconcile', '/api/v1/reconcile'] as const;

/**
 * Pages of other sites may ask the service from a browser, as the specification wants it (section 3, “Cross-origin access”): it
 * tells of the gazetteer only, never of the store.
 */
export function openToOthers(): Hono<Env> {
  const app = new Hono<Env>();
  const open = cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    allowHeaders: ['authorization', 'content-type'],
  });
  for (const path of RECONCILE_PATHS) app.use(`${path}/*`, open);
  return app;
}
