import { z } from 'zod';
import type { NameQuery, Store, UnresolvedName } from '../../../output/index.js';
import { NAME_KINDS } from '../../../names/index.js';
import { defined } from '../../filters.js';
import { common, text, whole } from '../parameters.js';
import { jsonRoute, type Route } from '../route.js';
import { heads, tableParameters, tableRoutes, type Row } from '../table-routes.js';

// The work list of names that nobody could place, the most frequent first.

const MOST = 1000;
/** Occurrences that are told of each name. */
const TOLD = 24;
/** Names where the address does not say. */
const NAMES = 300;

const asked = {
  type: z.enum(NAME_KINDS).optional().describe('names of this kind only'),
  notice: text('of one notice: its id, document number (发文字号) or file name').optional(),
  limit: whole(`at most so many names; ${NAMES} unless said otherwise`, { min: 1, max: MOST }).optional(),
};

const nameSchema = z.object({
  name: z.string(),
  kind: z.enum([...NAME_KINDS, 'industry']),
  times: z.int().min(1).describe('how often it stands in the records of the store'),
  candidates: z.array(z.string()).describe('gazetteer ids of what it may mean'),
  occurrences: z
    .array(
      z.object({
        notice_id: z.string(),
        notice_title: z.string(),
        file: z.string(),
        record_type: z.string(),
        record_id: z.string(),
        slot: z.string().describe('the field that it stands in'),
      }),
    )
    .describe(`where it stands, the first ${TOLD}`),
});

export function unresolvedRoutes(): Route[] {
  return [...unresolvedTable(), unresolvedList()];
}

type Query = { [N in keyof typeof asked]?: z.output<(typeof asked)[N]> };

const namesOf = (store: Store, { type, notice, limit = NAMES }: Query): Promise<UnresolvedName[]> =>
  store.names.unresolved({ ...defined<NameQuery>({ kind: type, notice }), limit, occurrences: TOLD });

function unresolvedList(): Route {
  return jsonRoute({
    path: '/api/v1/unresolved',
    operation: 'listUnresolved',
    tag: 'questions',
    summary: 'Names of organs, parks and places that nobody could place, the most frequent first',
    params: z.object({}),
    query: z.object({ ...asked, ...common }),
    answer: z.object({ names: z.array(nameSchema) }),
    handle: async ({ store, query }) => ({ names: await namesOf(store, query) }),
  });
}

const HEADS = heads(
  ['次数', 'times', 8],
  ['名称', 'name', 40],
  ['类型', 'kind', 10],
  ['可能是', 'may be', 40],
  ['出现于', 'stands in', 60],
);

const unresolvedTable = (): Route[] =>
  tableRoutes({
    path: '/api/v1/unresolved',
    operation: 'Unresolved',
    summary: 'Names that nobody could place',
    row: 'name',
    params: {},
    query: { ...asked, ...tableParameters },
    name: { zh: '未定名称', en: 'open names' },
    heads: () => HEADS,
    rows: async ({ store, query }) => (await namesOf(store, query)).map(rowOf),
  });

function rowOf({ times, name, kind, candidates, occurrences }: UnresolvedName): Row {
  const titles = new Set(occurrences.map(({ notice_title }) => notice_title));
  return [times, name, kind, candidates.join('；'), [...titles].join('；')];
}
