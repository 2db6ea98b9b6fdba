import { z } from 'zod';
import { loadGazetteer } from '../../../corpus/gazetteer.js';
import { NAME_KINDS } from '../../../names/index.js';
import { entityOf, mentionsOf } from '../../../questions/index.js';
import type { Store } from '../../../output/index.js';
import type { Site } from '../../site.js';
import { notFound } from '../errors.js';
import { common } from '../parameters.js';
import { jsonRoute, type Route } from '../route.js';
import { heads, tableParameters, tableRoutes } from '../table-routes.js';

const entitySchema = z.object({
  id: z.string(),
  kind: z.enum(NAME_KINDS),
  name: z.string().describe('official name today'),
  names: z.array(z.string()).describe('further names that it is known by, former ones included'),
  level: z.string().nullable().describe('of a place or organ: province, prefecture, county; of a park: 国家级, 省级, 市级'),
  code: z.string().nullable().describe('GB/T 2260 code of the place that it is or lies in; null for a national organ'),
  where: z.string().describe('that place, from the province down; empty for a national organ'),
  source: z.string().nullable().describe('where the row is from; null for an organ, whose name follows a rule'),
  mentions: z
    .object({ notices: z.int(), clusters: z.int(), obligations: z.int() })
    .describe('how many records of the store mean it: notices of the place or signed by the organ, clusters there, tasks'),
});

const ID = z.string().describe('gazetteer id: of a park, the code of a place, or organ:CODE:NAME');

/** `/api/v1/entities/{id}`: a park, place or organ by its id. */
export function entityRoutes(): Route[] {
  return [
    jsonRoute({
      path: '/api/v1/entities/{id}',
      operation: 'getEntity',
      tag: 'questions',
      summary: 'What the gazetteer knows of a park, place or organ, and how often the store means it',
      params: z.object({ id: ID }),
      query: z.object(common),
      errors: [404],
      answer: entitySchema,
      handle: ({ site, store, params: { id } }) => knownOf(id, site, store),
    }),
    ...tableRoutes({
      path: '/api/v1/entities/{id}/facts',
      operation: 'Entity',
      summary: 'What the gazetteer knows of a park, place or organ, and how often the store means it',
      row: 'fact',
      params: { id: ID },
      query: tableParameters,
      errors: [404],
      name: { zh: '名称', en: 'name' },
      heads: () => heads(['项目', 'field', 20], ['内容', 'value', 60]),
      rows: async ({ site, store, params: { id } }) => {
        const { mentions, ...known } = await knownOf(id, site, store);
        return Object.entries({ ...known, ...mentions }).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join('；') : value,
        ]);
      },
    }),
  ];
}

async function knownOf(id: string, site: Site, store: Store): Promise<z.output<typeof entitySchema>> {
  const entity = entityOf(id, site.gazetteer ?? loadGazetteer(), site.resolver);
  if (entity === null) {
    throw notFound(
      'The gazetteer knows no such id.',
      'Ids are those of /api/v1/resolve and of the fields park_id, place_code and unit_id.',
    );
  }
  return { ...entity, mentions: await mentionsOf(entity, store) };
}
