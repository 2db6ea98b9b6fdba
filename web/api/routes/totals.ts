import { z } from 'zod';
import { RECORD_TYPES, type RecordTypeName } from '../../../schemas/index.js';
import { defined } from '../../filters.js';
import { askedFilter, filterParameters } from '../filters.js';
import { common, text, whole } from '../parameters.js';
import { jsonRoute, type Route } from '../route.js';
import { RECORD_TYPE_NAMES } from '../schemas.js';
import { operationOf } from './lists.js';

const answer = z.object({
  by: z.array(z.string()).describe('the fields that are grouped by, in the order of `values`'),
  sum: z.string().nullable().describe('the field that is summed'),
  totals: z.array(
    z.object({
      values: z.array(z.union([z.string(), z.number(), z.null()])).describe('what these records have in the fields'),
      count: z.int().min(0).describe('how many they are'),
      sum: z.number().nullable().describe('what the number comes to; null where none has it'),
    }),
  ),
});

/** How many records share the values of some fields: `/api/v1/totals/{type}`. */
export function totalRoutes(): Route[] {
  return RECORD_TYPE_NAMES.map(totals);
}

function totals(type: RecordTypeName): Route {
  const { title } = RECORD_TYPES[type];
  return jsonRoute({
    path: `/api/v1/totals/${type}`,
    operation: operationOf('total', type),
    tag: 'questions',
    summary: `Count ${title.en} (${title.zh}) by their fields`,
    description: 'Groups the records that the filters let through, the most first.',
    params: z.object({}),
    query: z.object({
      ...filterParameters(type),
      by: text(
        `fields to group by, with commas between${type === 'obligations' ? '; also unit and role of the units' : ''}; none: all in one`,
      ).optional(),
      sum: text('a number field to sum').optional(),
      limit: whole('at most so many groups', { min: 1, max: 10_000 }).optional(),
      ...common,
    }),
    answer,
    example: type === 'ratings' ? '/api/v1/totals/ratings?by=year,grade' : `/api/v1/totals/${type}`,
    async handle({ store, site, query }) {
      const { filter } = await askedFilter(query, store, site.resolver);
      const by = query.by?.split(',') ?? [];
      const options = defined({ sum: query.sum, limit: query.limit });
      return { by, sum: query.sum ?? null, totals: await store.totals(type, filter, by, options) };
    },
  });
}
