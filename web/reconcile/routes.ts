import type { Context } from 'hono';
import { z } from 'zod';
import { loadGazetteer, type Gazetteer } from '../../corpus/gazetteer.js';
import { ApiError } from '../api/errors.js';
import { common, text, whole } from '../api/parameters.js';
import { jsonRoute, type Call, type Route } from '../api/route.js';
import type { Env, Site } from '../site.js';
import { extension } from './extend.js';
import { manifest } from './manifest.js';
import { candidatesFor } from './match.js';
import { previewRoute } from './preview.js';
import * as shapes from './shapes.js';
import { holding, suggestEntities } from './suggest.js';
import { fetchedOf, hintsOf, kindsAsked, typesOf } from './vocabulary.js';

// The Reconciliation Service API v0.2 over the gazetteer. Its clients may send parameters that we do not know.

const asked = {
  queries: z.string().optional().describe('questions by keys of the client’s, as JSON'),
  extend: z.string().optional().describe('ids and properties to fetch, as JSON'),
};
type Asked = z.output<z.ZodObject<typeof asked>>;

const SUGGESTED = 10;
const prefix = { prefix: text('what is typed so far').optional(), ...common };

/** The addresses of the service below `at`; `name` keeps their names in the document apart. */
export function reconcileRoutes(at: string, name: string): Route[] {
  const base = { tag: 'reconciliation', params: z.object({}), open: true, cached: false } as const;
  return [
    jsonRoute({
      ...base,
      path: at,
      operation: `${name}Manifest`,
      summary: 'What the service can do; with `queries` or `extend` the answer to these',
      query: z.object({ ...asked, ...common }),
      answer: z.union([shapes.manifestSchema, shapes.answerSchema]),
      example: `${at}?queries={"q0":{"query":"景德镇高新区","type":"park"}}`,
      handle: async (call) => (isEmpty(call.query) ? manifest(call, at) : answered(call, call.query)),
    }),
    jsonRoute({
      ...base,
      method: 'post',
      path: at,
      operation: `${name}Batch`,
      summary: 'Match names against parks, places and organs, or fetch values of those that were matched',
      query: z.object(common),
      form: z.object(asked),
      answer: shapes.answerSchema,
      errors: [413],
      handle: async (call) => answered(call, await formOf(call.c)),
    }),
    ...suggestRoutes(at, name, base),
    previewRoute(at, name),
    jsonRoute({
      ...base,
      path: `${at}/extend/propose`,
      operation: `${name}Propose`,
      summary: 'What can be fetched of entities of a type',
      query: z.object({
        type: text('type of the entities').optional(),
        limit: whole('at most so many', { min: 1, max: 100 }).optional(),
        ...common,
      }),
      answer: shapes.proposedSchema,
      handle({ query: { type, limit = 100 }, lang }) {
        const properties = fetchedOf(lang).slice(0, limit);
        return Promise.resolve({ ...(type === undefined ? {} : { type }), limit, properties });
      },
    }),
  ];
}

type Base = { tag: 'reconciliation'; params: z.ZodObject; open: true; cached: false };

function suggestRoutes(at: string, name: string, base: Base): Route[] {
  const query = z.object(prefix);
  return [
    jsonRoute({
      ...base,
      path: `${at}/suggest/entity`,
      operation: `${name}SuggestEntity`,
      summary: 'Parks, places and organs for what is typed so far',
      query: z.object({
        ...prefix,
        type: text('of this type').optional(),
        limit: whole('at most so many', { min: 1, max: 50 }).optional(),
      }),
      answer: shapes.suggestedSchema,
      handle({ site, lang, query: { prefix: typed = '', type, limit = SUGGESTED } }) {
        const known = { gazetteer: gazetteerOf(site), resolver: site.resolver, lang };
        return Promise.resolve(typed === '' ? { result: [] } : suggestEntities(typed, kindsAsked(type), limit, known));
      },
    }),
    jsonRoute({
      ...base,
      path: `${at}/suggest/type`,
      operation: `${name}SuggestType`,
      summary: 'Types for what is typed so far',
      query,
      answer: shapes.suggestedSchema,
      handle: ({ lang, query: { prefix: typed = '' } }) => Promise.resolve(holding(typed, typesOf(lang))),
    }),
    jsonRoute({
      ...base,
      path: `${at}/suggest/property`,
      operation: `${name}SuggestProperty`,
      summary: 'Properties of a question for what is typed so far',
      query,
      answer: shapes.suggestedSchema,
      handle: ({ lang, query: { prefix: typed = '' } }) => Promise.resolve(holding(typed, hintsOf(lang))),
    }),
  ];
}

function gazetteerOf(site: Site): Gazetteer {
  return site.gazetteer ?? loadGazetteer();
}

const isEmpty = ({ queries, extend }: Asked): boolean => queries === undefined && extend === undefined;

/** The answer to one of the two questions that a request may put. */
async function answered({ c, site, lang }: Call<unknown, unknown>, { queries, extend }: Asked) {
  if (extend !== undefined) {
    return extension(read('extend', extend, shapes.extensionQuerySchema), gazetteerOf(site), site.resolver, lang);
  }
  if (queries === undefined) throw missing();
  const batch = Object.entries(read('queries', queries, shapes.queryBatchSchema));
  if (batch.length > shapes.MOST_QUERIES) throw wrong('queries', `More than ${shapes.MOST_QUERIES} questions are sent at once.`);
  const results: z.output<typeof shapes.resultBatchSchema> = {};
  for (const [key, query] of batch) {
    if (c.get('givenUp') === true) break;
    results[key] = { result: candidatesFor(query, site.resolver, lang) };
    // Others get their turn between two questions.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}

/** The fields of a posted form; others than ours are passed over. */
async function formOf(c: Context<Env>): Promise<Asked> {
  const form = new URLSearchParams(await c.req.text());
  const [queries, extend] = [form.get('queries'), form.get('extend')];
  return { queries: queries ?? undefined, extend: extend ?? undefined };
}

function read<S extends z.ZodType>(parameter: string, given: string, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    throw wrong(parameter, `“${parameter}” is no JSON.`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw wrong(
    parameter,
    `“${parameter}” is not of the shape that the specification wants: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}

function wrong(parameter: string, message: string): ApiError {
  return new ApiError(400, 'invalid_parameter', message, {
    parameter,
    hint: 'See the Reconciliation Service API v0.2: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/',
  });
}

function missing(): ApiError {
  return new ApiError(400, 'missing_parameter', 'Neither “queries” nor “extend” is given.', {
    parameter: 'queries',
    hint: 'Send one of them as a form field (application/x-www-form-urlencoded).',
  });
}
