import { Hono } from 'hono';
import { api } from './api/index.js';
import { assets } from './assets.js';
import { charts } from './charts/index.js';
import { headers } from './headers.js';
import { pages } from './pages/index.js';
import type { Env, Site } from './site.js';

/** The whole site as one function from requests to answers; no socket is needed to ask it (`app.request`). */
export function createApp(site: Site): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  app.use(headers);
  app.use(async (c, next) => {
    c.set('site', site);
    await next();
  });
  const base = site.settings.basePath || '/';
  for (const part of [assets(), api(), charts(), pages()]) app.route(base, part);
  return app;
}
