import type { SearchFilter, Store } from '../../../output/index.js';
import { RECORD_TYPES, type SearchHit } from '../../../schemas/index.js';
import type { Lang } from '../../site.js';
import { whole } from '../parameters.js';
import type { Route } from '../route.js';
import { searched, searchFilter } from '../search.js';
import { heads, tableParameters, tableRoutes, type Row } from '../table-routes.js';

// What a search finds as a file: the hits in the order of the answer, a row each.

/** Hits of a file unless the address says, and at most. */
const MOST = 1000;
/** Hits that the store is asked for at a time. */
const AT_ONCE = 200;

const HEADS = heads(
  ['类型', 'type', 10],
  ['名称', 'title', 40],
  ['原文片段', 'passages', 60],
  ['公文', 'notice', 40],
  ['发文字号', 'document number', 20],
  ['成文日期', 'issued on', 12],
  ['页', 'page', 6],
  ['文件', 'file', 30],
  ['编号', 'id', 30],
);

export const searchFileRoutes = (): Route[] =>
  tableRoutes({
    path: '/api/v1/search',
    operation: 'Search',
    summary: 'What a search finds',
    description: `The hits in the order of the answer, the first ${MOST} unless \`limit\` is smaller; passages are joined by “ … ”.`,
    row: 'hit',
    params: {},
    query: {
      ...searched,
      limit: whole('only so many, the first ones', { min: 1, max: MOST }).optional(),
      ...tableParameters,
    },
    name: { zh: '搜索结果', en: 'search' },
    heads: () => HEADS,
    rows: async ({ store, site, lang, query }) =>
      rowsOf(store, query.q, await searchFilter(query, store, site.resolver), query.limit ?? MOST, lang),
  });

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
