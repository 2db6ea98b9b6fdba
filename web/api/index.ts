import { Hono } from 'hono';
import type { Env } from '../site.js';

/** What programs ask: `/api/v1`, `/openapi.json`, `/docs`, `/reconcile`. */
export function api(): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/api/v1/health', (c) => c.json({ status: 'ok', version: c.get('site').settings.version }));
  return app;
}
