import { z } from 'zod';
import { plainTable, type NameQuery, type Store, type UnresolvedName } from '../../../output/index.js';
import { NAME_KINDS } from '../../../names/index.js';
import { defined } from '../../filters.js';
import { CSV, WORKBOOK } from '../file-types.js';
import { common, text, whole, yesNo } from '../parameters.js';
import { fileRoute, jsonRoute, type Route } from '../route.js';
import { sendPieces } from '../send.js';

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
  return [unresolvedFile('csv'), unresolvedFile('xlsx'), unresolvedList()];
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

const HEADS: readonly (readonly [zh: string, en: string, width: number])[] = [
  ['次数', 'times', 8],
  ['名称', 'name', 40],
  ['类型', 'kind', 10],
  ['可能是', 'may be', 40],
  ['出现于', 'stands in', 60],
];

function unresolvedFile(format: 'csv' | 'xlsx'): Route {
  const type = format === 'csv' ? CSV : WORKBOOK;
  return fileRoute({
    path: `/api/v1/unresolved.${format}`,
    operation: `${format}OfUnresolved`,
    tag: 'files',
    summary: `Names that nobody could place, as ${format === 'csv' ? 'CSV' : 'a workbook (XLSX)'}`,
    params: z.object({}),
    query: z.object({ ...asked, bom: yesNo('CSV; 0 for machines: no byte order mark, cells as they are').optional(), ...common }),
    answer: { types: [type], description: 'a row for each name' },
    handle({ c, stream, lang, query }) {
      const name = lang === 'zh' ? '未定名称' : 'open names';
      const columns = HEADS.map(([zh, en, width]) => ({ head: lang === 'zh' ? zh : en, width }));
      const rows = (): AsyncGenerator<(string | number)[]> => rowsOf(stream, query);
      const make = () => plainTable({ name, columns, rows }, format, { bom: query.bom !== '0' });
      return sendPieces(c, { type, name: `${name}.${format}` }, make);
    },
  });
}

async function* rowsOf(store: Store, query: Query): AsyncGenerator<(string | number)[]> {
  for (const { times, name, kind, candidates, occurrences } of await namesOf(store, query)) {
    const titles = new Set(occurrences.map(({ notice_title }) => notice_title));
    yield [times, name, kind, candidates.join('；'), [...titles].join('；')];
  }
}
