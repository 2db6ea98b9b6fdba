import { z } from 'zod';
import { plainTable, type SearchFilter, type Store } from '../../../output/index.js';
import { RECORD_TYPES, type SearchHit } from '../../../schemas/index.js';
import type { Lang } from '../../site.js';
import { CSV, WORKBOOK } from '../file-types.js';
import { common, whole, yesNo } from '../parameters.js';
import { fileRoute, type Route } from '../route.js';
import { searched, searchFilter } from '../search.js';
import { sendPieces } from '../send.js';

// What a search finds as a file: the hits in the order of the answer, a row each.

/** Hits of a file unless the address says, and at most. */
const MOST = 1000;
/** Hits that the store is asked for at a time. */
const AT_ONCE = 200;

const HEADS: readonly (readonly [zh: string, en: string, width: number])[] = [
  ['类型', 'type', 10],
  ['名称', 'title', 40],
  ['原文片段', 'passages', 60],
  ['公文', 'notice', 40],
  ['发文字号', 'document number', 20],
  ['成文日期', 'issued on', 12],
  ['页', 'page', 6],
  ['文件', 'file', 30],
  ['编号', 'id', 30],
];

export function searchFileRoutes(): Route[] {
  return [searchFile('csv'), searchFile('xlsx')];
}

function searchFile(format: 'csv' | 'xlsx'): Route {
  const type = format === 'csv' ? CSV : WORKBOOK;
  return fileRoute({
    path: `/api/v1/search.${format}`,
    operation: `${format}OfSearch`,
    tag: 'files',
    summary: `What a search finds, as ${format === 'csv' ? 'CSV' : 'a workbook (XLSX)'}`,
    description: `The hits in the order of the answer, the first ${MOST} unless \`limit\` is smaller; passages are joined by “ … ”.`,
    params: z.object({}),
    query: z.object({
      ...searched,
      limit: whole('only so many, the first ones', { min: 1, max: MOST }).optional(),
      bom: yesNo(
        'CSV; 0 for machines: no byte order mark, cells as they are; else for spreadsheets: formulas are guarded',
      ).optional(),
      ...common,
    }),
    answer: { types: [type], description: 'a row for each hit' },
    async handle({ c, stream, site, lang, query }) {
      const filter = await searchFilter(query, stream, site.resolver);
      const name = lang === 'zh' ? '搜索结果' : 'search';
      const table = {
        name,
        columns: HEADS.map(([zh, en, width]) => ({ head: lang === 'zh' ? zh : en, width })),
        rows: () => rowsOf(stream, query.q, filter, query.limit ?? MOST, lang),
      };
      return sendPieces(c, { type, name: `${name}.${format}` }, () => plainTable(table, format, { bom: query.bom !== '0' }));
    },
  });
}

type Row = (string | number | null)[];

async function* rowsOf(store: Store, words: string, filter: SearchFilter, most: number, lang: Lang): AsyncGenerator<Row> {
  let left = most;
  for (let cursor: string | null | undefined; left > 0 && cursor !== null;) {
    const answer = await store.search(words, filter, {
      limit: Math.min(left, AT_ONCE),
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const hit of answer.hits) yield rowOf(hit, lang);
    left -= answer.hits.length;
    cursor = answer.next;
  }
}

function rowOf(hit: SearchHit, lang: Lang): Row {
  const passages = hit.passages.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' … ');
  const title = RECORD_TYPES[hit.type].title[lang];
  return [title, hit.title, passages, hit.notice_title, hit.document_number, hit.issued_on, hit.page, hit.file, hit.id];
}
