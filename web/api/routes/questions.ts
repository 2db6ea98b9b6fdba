import { z } from 'zod';
import { NAME_KINDS, ORGAN_RULES, type NameContext, type Resolver } from '../../../names/index.js';
import { resolutionSchema, searchAnswerSchema } from '../../../schemas/index.js';
import { ApiError } from '../errors.js';
import { defined } from '../../filters.js';
import { common, cursor, date, text, whole } from '../parameters.js';
import { jsonRoute, type Route } from '../route.js';
import { searched, searchFilter } from '../search.js';
import { changeSchema } from '../schemas.js';

// What is asked of the whole store: words, names, changes.

export function questionRoutes(): Route[] {
  return [search(), resolve(), changes()];
}

function search(): Route {
  return jsonRoute({
    path: '/api/v1/search',
    operation: 'search',
    tag: 'questions',
    summary: 'Search notices and records of every type',
    description:
      'Everything that holds all the words, with the passages that they stand in. A question that nothing holds as it stands is taken apart into its words. A filter leaves out types that cannot answer it.',
    params: z.object({}),
    query: z.object({
      ...searched,
      limit: whole('at most so many hits; 20 unless said otherwise', { min: 1, max: 200 }).optional(),
      cursor: cursor('`next` of the answer before, with the same words and filters').optional(),
      ...common,
    }),
    answer: searchAnswerSchema,
    example: '/api/v1/search?q=低空经济&limit=5',
    async handle({ store, site, query }) {
      const filter = await searchFilter(query, store, site.resolver);
      return store.search(query.q, filter, defined({ limit: query.limit, cursor: query.cursor }));
    },
  });
}

const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  where: z.string().describe('where that is, from the province down; empty for a national organ'),
  method: resolutionSchema.shape.method.nullable().describe('null for one that only lost'),
  score: z.number().nullable(),
  rule: z.enum(ORGAN_RULES).nullable().describe('the rule by which an organ was found'),
});

const meaningSchema = z.object({
  kind: z.enum(NAME_KINDS),
  resolution: resolutionSchema,
  candidates: z.array(candidateSchema).describe('all that it may mean, the chosen one first'),
  similar: z
    .array(z.object({ id: z.string(), name: z.string(), code: z.string().nullable(), where: z.string(), likeness: z.number() }))
    .describe('known names that look like it, where it means nothing'),
});

function resolve(): Route {
  return jsonRoute({
    path: '/api/v1/resolve',
    operation: 'resolve',
    tag: 'questions',
    summary: 'What a name of a park, place or organ means, and why',
    params: z.object({}),
    query: z.object({
      name: text('a park, place or organ as notices write it'),
      in: text('as in a notice of this place: its name or GB/T 2260 code').optional(),
      type: z.enum(NAME_KINDS).optional().describe('as this kind of thing only'),
      date: date('as in a notice of this date; else today’s names').optional(),
      ...common,
    }),
    answer: z.object({
      name: z.string(),
      in: z
        .object({ code: z.string().nullable(), name: z.string().nullable() })
        .nullable()
        .describe('the place that was understood'),
      date: z.string().nullable(),
      meanings: z.array(meaningSchema),
    }),
    example: '/api/v1/resolve?name=市工信局&in=景德镇市&type=organ',
    handle({ site: { resolver }, query }) {
      const context = contextOf(resolver, query.in, query.date ?? null);
      const kinds = query.type === undefined ? NAME_KINDS : [query.type];
      const place = context.region && { code: context.region.code, name: context.region.entity_name };
      const meanings = resolver.explain(query.name, kinds, context);
      return Promise.resolve({ name: query.name, in: place, date: query.date ?? null, meanings });
    },
  });
}

function contextOf(resolver: Resolver, place: string | undefined, day: string | null): NameContext {
  if (place === undefined) return { region: null, date: day };
  const context = resolver.contextIn(place, day);
  if (context) return context;
  const [found] = resolver.explain(place, ['place'], { region: null, date: day });
  const meant = [...(found?.candidates ?? []), ...(found?.similar ?? [])].map(({ id, where, name }) => `${id} ${where}${name}`);
  throw new ApiError(400, 'invalid_parameter', `“${place}” is no place that is known, or several.`, {
    parameter: 'in',
    hint:
      meant.length > 0
        ? `Give the code of one: ${meant.join(', ')}.`
        : 'Give a place’s name or GB/T 2260 code, e.g. 景德镇市 or 360200.',
  });
}

function changes(): Route {
  return jsonRoute({
    path: '/api/v1/changes',
    operation: 'changes',
    tag: 'questions',
    summary: 'What was added, changed or removed since a cursor',
    description:
      'In the order it came about. Keep `cursor` and ask with it again: at once while `more` is true, later for what is new then. Unchanged content is no change.',
    params: z.object({}),
    query: z.object({
      since: text('`cursor` of the answer before; `start`, or none, for all').optional(),
      limit: whole('at most so many changes; 100 unless said otherwise', { min: 1, max: 500 }).optional(),
      ...common,
    }),
    answer: z.object({
      changes: z.array(changeSchema),
      cursor: z.string().describe('`since` of the next question; it holds good until the store is made anew'),
      more: z.boolean().describe('there are more right now'),
    }),
    async handle({ store, query }) {
      const page = await store.changes(query.since ?? null, query.limit ?? 100);
      return { ...page, changes: page.changes.map((one) => ({ ...one, record: one.record && { ...one.record } })) };
    },
  });
}
