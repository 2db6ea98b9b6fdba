import { z } from 'zod';
import type { RecordOf, LinkOf } from '../../../output/index.js';
import { LINK_TYPES, RECORD_TYPES, type LinkTypeName, type RecordTypeName } from '../../../schemas/index.js';
import { notFound } from '../errors.js';
import { defined } from '../../filters.js';
import { askedFilter, filterParameters, withMatches, type Asked } from '../filters.js';
import { common, cursor, text, whole } from '../parameters.js';
import { jsonRoute, type Call, type Route } from '../route.js';
import { LINK_TYPE_NAMES, matchedObligationSchema, pageOf, RECORD_TYPE_NAMES } from '../schemas.js';

// `/api/v1/{type}` and `/api/v1/{type}/{id}` of every type.

const LONGEST_PAGE = 500;

const paging = {
  limit: whole('at most so many on a page; 50 unless said otherwise', { min: 1, max: LONGEST_PAGE }).optional(),
  cursor: cursor('`next` of the page before, with the same filters and order').optional(),
};
const sort = text('a field to sort by, with `-` before it for the largest first; records without a value come last').optional();
const nothing = z.object({});
const byId = z.object({ id: z.string().describe('id of the record') });
const justLang = z.object(common);

export function listRoutes(): Route[] {
  return [...RECORD_TYPE_NAMES.flatMap((type) => [recordList(type), oneRecord(type)]), ...LINK_TYPE_NAMES.flatMap(linkRoutes)];
}

/** A name for the document: `listClusterEntities`. */
export function operationOf(verb: string, type: string): string {
  return (
    verb +
    type
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
  );
}

function recordList(type: RecordTypeName): Route {
  const { title, description, schema } = RECORD_TYPES[type];
  return jsonRoute({
    path: `/api/v1/${type}`,
    operation: operationOf('list', type),
    tag: 'records',
    summary: `List ${title.en} (${title.zh})`,
    description: `${description} In the order of files, notices and places in them, unless \`sort\` says otherwise.`,
    params: nothing,
    query: z.object({ ...filterParameters(type), ...paging, sort, ...common }),
    answer: pageOf<z.ZodType>(type === 'obligations' ? matchedObligationSchema : schema),
    example:
      type === 'obligations'
        ? '/api/v1/obligations?unit=市工信局&place=景德镇市&due_before=2026-12-31'
        : `/api/v1/${type}?limit=10`,
    async handle(call) {
      const { store, site, query } = call;
      const asked = await askedFilter(query, store, site.resolver);
      const page = defined({ limit: query.limit, cursor: query.cursor, sort: query.sort });
      const { records, next } = await store.page(type, asked.filter, page);
      return { records: await marked(type, records, asked, call), ...onward(call, next) };
    },
  });
}

/** Tasks say why they were found; other records are as they are. */
async function marked<T extends RecordTypeName>(
  type: T,
  records: RecordOf[T][],
  asked: Asked,
  { store }: Call<unknown, unknown>,
): Promise<unknown[]> {
  return type === 'obligations' ? withMatches(records as RecordOf['obligations'][], asked, store) : records;
}

function oneRecord(type: RecordTypeName): Route {
  const { title, schema } = RECORD_TYPES[type];
  return jsonRoute({
    path: `/api/v1/${type}/{id}`,
    operation: operationOf('get', type),
    tag: 'records',
    summary: `One of the ${title.en} (${title.zh}) by its id`,
    params: byId,
    query: justLang,
    answer: schema as z.ZodType<RecordOf[RecordTypeName]>,
    errors: [404],
    handle: async ({ store, params }) => found(await store.get(type, params.id), type),
  });
}

function linkRoutes(type: LinkTypeName): Route[] {
  const { title, description, schema } = LINK_TYPES[type];
  const list = jsonRoute({
    path: `/api/v1/${type}`,
    operation: operationOf('list', type),
    tag: 'records',
    summary: `List ${title.en} (${title.zh})`,
    description: `${description} In the order of their ids.`,
    params: nothing,
    query: z.object({ ...paging, ...common }),
    answer: pageOf<z.ZodType>(schema),
    async handle(call) {
      const { records, next } = await call.store.linkPage(type, defined({ limit: call.query.limit, cursor: call.query.cursor }));
      return { records, ...onward(call, next) };
    },
  });
  const one = jsonRoute({
    path: `/api/v1/${type}/{id}`,
    operation: operationOf('get', type),
    tag: 'records',
    summary: `One of the ${title.en} (${title.zh}) by its id`,
    params: byId,
    query: justLang,
    answer: schema as z.ZodType<LinkOf[LinkTypeName]>,
    errors: [404],
    handle: async ({ store, params }) => found(await store.getLink(type, params.id), type),
  });
  return [list, one];
}

function found<T>(record: T | null, type: string): T {
  if (record !== null) return record;
  throw notFound(
    `None of the ${type} has this id.`,
    `Ids are those that /api/v1/${type} gives; a record that was read anew may have another.`,
  );
}

/** Where the list goes on: the same question with the cursor of the next page. */
export function onward(
  { c }: Pick<Call<unknown, unknown>, 'c'>,
  next: string | null,
): { next: string | null; next_url: string | null } {
  if (next === null) return { next, next_url: null };
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', next);
  return { next, next_url: url.pathname + url.search };
}
