import { z } from 'zod';
import { RECORD_TYPES } from '../../../schemas/index.js';
import { common } from '../parameters.js';
import { fileRoute, jsonRoute, type Route } from '../route.js';
import { RECORD_TYPE_NAMES } from '../schemas.js';
import { heads, tableParameters, tableRoutes } from '../table-routes.js';

// The service itself: is it well, what does it hold, what has it done.

const params = z.object({});
const query = z.object(common);
const counts = z.object(Object.fromEntries(['inputs', ...RECORD_TYPE_NAMES].map((name) => [name, z.int().min(0)])));

export function serviceRoutes(): Route[] {
  return [...countTable(), stats(), health(), metrics()];
}

function stats(): Route {
  return jsonRoute({
    path: '/api/v1/stats',
    operation: 'stats',
    tag: 'service',
    summary: 'What the store holds: files and records of each type, and what they were made with',
    params,
    query,
    answer: z.object({
      counts,
      made_with: z.object({ pipelines: z.array(z.string()), gazetteers: z.array(z.string()) }),
    }),
    handle: async ({ store }) => ({ counts: await store.counts(), made_with: await store.madeWith() }),
  });
}

const countTable = (): Route[] =>
  tableRoutes({
    path: '/api/v1/stats',
    operation: 'Stats',
    summary: 'How many records of each type the store holds',
    row: 'type of record',
    params: {},
    query: tableParameters,
    name: { zh: '概览', en: 'overview' },
    heads: () => heads(['类型', 'type', 20], ['数量', 'number', 12]),
    rows: async ({ store, lang }) => {
      const counted: Record<string, number> = await store.counts();
      return RECORD_TYPE_NAMES.map((type) => [RECORD_TYPES[type].title[lang], counted[type] ?? 0]);
    },
  });

function health(): Route {
  return jsonRoute({
    path: '/api/v1/health',
    operation: 'health',
    tag: 'service',
    summary: 'Whether the service answers and can read its store',
    params,
    query,
    cached: false,
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
    async handle({ site, store }) {
      // It throws where the store cannot be read.
      await store.revision();
      return { status: 'ok' as const, version: site.settings.version };
    },
  });
}

/** Text exposition format 0.0.4 of Prometheus. */
const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

function metrics(): Route {
  return fileRoute({
    path: '/api/v1/metrics',
    operation: 'metrics',
    tag: 'service',
    summary: 'Requests, durations and counts of the store, for Prometheus',
    params,
    query,
    cached: false,
    answer: { types: [PROMETHEUS], description: 'the metrics as text' },
    async handle({ c, site, store }) {
      const body = c.get('metrics').text(await store.counts(), {
        exports: c.get('exports').running,
        version: site.settings.version,
        ready: site.ready?.(),
      });
      return c.body(body, 200, { 'content-type': PROMETHEUS });
    },
  });
}
