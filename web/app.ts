import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { api } from './api/index.js';
import { answerable, ApiError, errorBody, fault } from './api/errors.js';
import { assets } from './assets.js';
import { charts } from './charts/index.js';
import { Exports } from './exports.js';
import { hostGuard } from './guard/host.js';
import { tokenGuard } from './guard/token.js';
import { watchdog } from './guard/watchdog.js';
import { headers } from './headers.js';
import { Metrics } from './metrics.js';
import { errorPage, pages } from './pages/index.js';
import { tooSlow } from './pages/page-error.js';
import { openToOthers } from './reconcile/index.js';
import type { Env, Site } from './site.js';

/** As much as may be sent to us: questions of a reconciliation. */
const LARGEST_BODY = 1024 * 1024;

/** The whole site as one function from requests to answers; no socket is needed to ask it (`app.request`). */
export function createApp(site: Site): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  const metrics = new Metrics();
  const exports = new Exports();
  app.use(async (c, next) => {
    c.set('site', site);
    c.set('metrics', metrics);
    c.set('exports', exports);
    const began = performance.now();
    await next();
    told(c, performance.now() - began);
  });
  app.use(headers, hostGuard);
  const base = site.settings.basePath || '/';
  // Before the token: a browser asks whether it may ask (CORS preflight) without one.
  app.route(base, openToOthers());
  app.use(tokenGuard, watchdog(), bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }));
  for (const part of [assets(), api(), charts(), pages()]) app.route(base, part);
  app.onError((error, c) => answerTo(error, c));
  return app;
}

/** Counts and logs an answer. */
function told(c: Context<Env>, ms: number): void {
  const { method, path } = c.req;
  const { status } = c.res;
  c.get('metrics').answered(method, c.get('route') ?? 'page', status, ms / 1000);
  c.get('site').log({ time: new Date().toISOString(), method, path, status, ms: Math.round(ms * 10) / 10 });
}

function tooLarge(): never {
  throw new ApiError(413, 'too_large', `What was sent is larger than ${LARGEST_BODY / 1024} KB.`, {
    hint: 'Send fewer questions at a time.',
  });
}

/** Any error as an answer, as a page where a browser asks; what a fault is, the log of the server says. */
function answerTo(error: Error, c: Context<Env>): Response | Promise<Response> {
  const known = answerable(error);
  if (known === null || known.status >= 500) c.get('site').failed?.(error);
  const told = known ?? fault();
  const forPeople = c.req.header('accept')?.includes('text/html') === true && !/\/api\/|\/reconcile/.test(c.req.path);
  if (!forPeople) return c.json(errorBody(told), told.status, { ...told.headers });
  if (told.code === 'too_slow') return errorPage(c, tooSlow());
  const { lang } = c.get('site').settings;
  return c.html(
    html`<!doctype html>
      <html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
        <meta charset="utf-8" />
        <title>${told.status}</title>
        <p>${told.message}</p>
        <p>${told.hint}</p>
      </html>`,
    told.status,
    { ...told.headers },
  );
}
