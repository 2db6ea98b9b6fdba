import { z } from 'zod';
import { fieldLabel, type Store, type Total } from '../../../output/index.js';
import { RECORD_TYPES, type RecordTypeName } from '../../../schemas/index.js';
import { defined } from '../../filters.js';
import type { Site } from '../../site.js';
import { askedFilter, filterParameters } from '../filters.js';
import { common, text, whole } from '../parameters.js';
import { jsonRoute, type Route } from '../route.js';
import { RECORD_TYPE_NAMES } from '../schemas.js';
import { tableParameters, tableRoutes } from '../table-routes.js';
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

/** How many records share the values of some fields: `/api/v1/totals/{type}`, also as tables. */
export function totalRoutes(): Route[] {
  return RECORD_TYPE_NAMES.flatMap((type) => [...totalTable(type), totals(type)]);
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
    query: z.object({ ...askedOf(type), ...common }),
    answer,
    example: type === 'ratings' ? '/api/v1/totals/ratings?by=year,grade' : `/api/v1/totals/${type}`,
    handle: async ({ store, site, query }) => ({
      by: fieldsOf(query),
      sum: query.sum ?? null,
      totals: await totalsOf(type, store, site, query),
    }),
  });
}

function totalTable(type: RecordTypeName): Route[] {
  const { title } = RECORD_TYPES[type];
  return tableRoutes({
    path: `/api/v1/totals/${type}`,
    operation: operationOf('total', type),
    summary: `Counts of ${title.en} (${title.zh}) by their fields`,
    row: 'group',
    params: {},
    query: { ...askedOf(type), ...tableParameters },
    name: title,
    heads: ({ by, sum }) => [
      ...fieldsOf({ by }).map((name) => ({ zh: fieldLabel(name, 'zh'), en: fieldLabel(name, 'en'), width: 30 })),
      { zh: '数量', en: 'number', width: 10 },
      ...(sum === undefined ? [] : [{ zh: '合计', en: 'sum', width: 16 }]),
    ],
    rows: async ({ store, site, query }) =>
      (await totalsOf(type, store, site, query)).map(({ values, count, sum }) => [
        ...values,
        count,
        ...(query.sum === undefined ? [] : [sum]),
      ]),
  });
}

const askedOf = (type: RecordTypeName) => ({
  ...filterParameters(type),
  by: text(
    `fields to group by, with commas between${type === 'obligations' ? '; also unit and role of the units' : ''}; none: all in one`,
  ).optional(),
  sum: text('a number field to sum').optional(),
  limit: whole('at most so many groups', { min: 1, max: 10_000 }).optional(),
});
type Asked = z.output<z.ZodObject<ReturnType<typeof askedOf>>>;

const fieldsOf = ({ by }: { by?: string | undefined }): string[] => by?.split(',') ?? [];

async function totalsOf(type: RecordTypeName, store: Store, site: Site, query: Asked): Promise<Total[]> {
  const { filter } = await askedFilter(query, store, site.resolver);
  return store.totals(type, filter, fieldsOf(query), defined({ sum: query.sum, limit: query.limit }));
}
