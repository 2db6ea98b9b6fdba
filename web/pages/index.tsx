import { Hono } from 'hono';
import type { Env } from '../site.js';
import { Layout } from './layout.js';

/** What people look at. */
export function pages(): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', async (c) => {
    const { stores, settings } = c.get('site');
    const counts = await stores.zh.counts();
    return c.html(
      <Layout title="概览" lang="zh" basePath={settings.basePath}>
        <main>{counts.notices}</main>
      </Layout>,
    );
  });
  return app;
}
