import type { Context } from 'hono';
import type { z } from 'zod';
import type { Store } from '../../output/index.js';
import { acceptedLanguage } from '../language.js';
import type { Env, Lang, Site } from '../site.js';
import type { ErrorStatus } from './errors.js';
import { fresh } from './fresh.js';
import { readParameters } from './parameters.js';

// What an address is, as data: the server, the OpenAPI document and the page of docs are made of one list of these.

/** What an answer is made of. */
export type Answer =
  | { kind: 'json'; schema: z.ZodType }
  /** bytes of one of these media types */
  | { kind: 'file'; types: readonly string[]; description: string };

/** One address with one method. */
export interface Route {
  method: 'get' | 'post';
  /** from `/`, with `{name}` for its parts */
  path: string;
  /** its name in the OpenAPI document: unique, a word in camel case */
  operation: string;
  tag: Tag;
  summary: string;
  description: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** fields of a form that is posted */
  form: z.ZodObject | null;
  answer: Answer;
  /** statuses that it answers with besides those that every address may */
  errors: readonly ErrorStatus[];
  /** its answers bear an ETag */
  cached: boolean;
  /** parts of its answer can be asked for (206) */
  partial: boolean;
  /** a request that shows it at work, for the docs */
  example: string | null;
  run: (c: Context<Env>) => Promise<Response>;
}

export const TAGS = {
  records: 'Lists of records, and single ones',
  files: 'The same lists as files',
  questions: 'Search, names, totals, changes',
  notices: 'What stands behind a notice',
  reconciliation: 'Reconciliation Service API 0.2, for OpenRefine and others',
  service: 'The service itself',
} as const;
export type Tag = keyof typeof TAGS;

/** What a request asks, read. */
export interface Call<P, Q> {
  c: Context<Env>;
  site: Site;
  lang: Lang;
  /** the store in that language */
  store: Store;
  /** the same for what takes long */
  stream: Store;
  params: P;
  query: Q;
}

interface Definition<P extends z.ZodObject, Q extends z.ZodObject> extends Pick<Route, 'path' | 'operation' | 'tag' | 'summary'> {
  method?: Route['method'];
  description?: string;
  params: P;
  query: Q;
  form?: z.ZodObject;
  errors?: readonly ErrorStatus[];
  example?: string;
  /** parameters that are not known are passed over, see `Reading` */
  open?: boolean;
  /** false where the answer is not made of the store alone: it bears no ETag */
  cached?: boolean;
  partial?: boolean;
}

/** An address that answers with JSON. */
export function jsonRoute<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  definition: Definition<P, Q> & { answer: A; handle: (call: Call<z.output<P>, z.output<Q>>) => Promise<z.output<A>> },
): Route {
  const { answer, handle } = definition;
  return route(definition, { kind: 'json', schema: answer }, async (call) => call.c.json(await handle(call)));
}

/** An address that answers with a file. */
export function fileRoute<P extends z.ZodObject, Q extends z.ZodObject>(
  definition: Definition<P, Q> & {
    answer: Omit<Extract<Answer, { kind: 'file' }>, 'kind'>;
    handle: (call: Call<z.output<P>, z.output<Q>>) => Promise<Response>;
  },
): Route {
  const { answer, handle } = definition;
  return route(definition, { kind: 'file', ...answer }, handle);
}

function route<P extends z.ZodObject, Q extends z.ZodObject>(
  definition: Definition<P, Q>,
  answer: Answer,
  handle: (call: Call<z.output<P>, z.output<Q>>) => Promise<Response>,
): Route {
  const { method = 'get', description = '', form = null, errors = [], example = null } = definition;
  const { open = false, cached = method === 'get', partial = false, params, query, path, operation, tag, summary } = definition;
  const run = async (c: Context<Env>): Promise<Response> => {
    c.set('route', path);
    const asked = readParameters(query, new URL(c.req.url).searchParams, { open });
    const call = { ...standing(c, asked), params: params.parse(c.req.param()), query: asked };
    return cached ? fresh(c, call.store, call.lang, () => handle(call)) : handle(call);
  };
  return {
    method,
    path,
    operation,
    tag,
    summary,
    description,
    params,
    query,
    form,
    answer,
    errors,
    cached,
    partial,
    example,
    run,
  };
}

/** What a request stands on besides what it asks. */
function standing(c: Context<Env>, asked: Record<string, unknown>): Omit<Call<never, never>, 'params' | 'query'> {
  const site = c.get('site');
  const wanted = asked['lang'] === 'zh' || asked['lang'] === 'en' ? asked['lang'] : null;
  const lang = wanted ?? acceptedLanguage(c.req.header('accept-language')) ?? site.settings.lang;
  return { c, site, lang, store: site.stores[lang], stream: (site.streams ?? site.stores)[lang] };
}
