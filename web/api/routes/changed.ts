import { z } from 'zod';
import { entryName, fieldLabel, type Store } from '../../../output/index.js';
import { comparedTypes, noticeDiffSchema, RECORD_TYPES, type ComparedType, type NoticeDiff } from '../../../schemas/index.js';
import { loadChanges } from '../../pages/notice/versions.js';
import { PageError } from '../../pages/page-error.js';
import { plain } from '../../pages/parts/records.js';
import type { Lang } from '../../site.js';
import { notFound } from '../errors.js';
import { common, text } from '../parameters.js';
import { jsonRoute, type Route } from '../route.js';
import { heads, tableParameters, tableRoutes, type Row } from '../table-routes.js';

// What has changed in a notice since an older version of its file: what the page of that version shows.

const params = { id: z.string().describe('id of the notice') };
const asked = {
  version: text('number of the older version, as `versions` tells them; the last of them unless said otherwise').optional(),
};

export const changedRoutes = (): Route[] => [
  ...tableRoutes({
    path: '/api/v1/notices/{id}/diff',
    operation: 'DiffOfNotice',
    summary: 'What has changed in a notice since an older version of its file',
    row: 'field that differs, and each record that was added or is gone',
    params,
    query: { ...asked, ...tableParameters },
    errors: [404],
    name: { zh: '变化', en: 'changes' },
    heads: () =>
      heads(
        ['类型', 'type', 12],
        ['变化', 'change', 10],
        ['名称', 'name', 50],
        ['项目', 'field', 16],
        ['原为', 'before', 50],
        ['现为', 'now', 50],
      ),
    rows: async ({ store, lang, params: { id }, query: { version } }) => rowsOf(await changesOf(store, id, version), lang),
  }),
  jsonRoute({
    path: '/api/v1/notices/{id}/diff',
    operation: 'diffOfNotice',
    tag: 'notices',
    summary: 'What has changed in a notice since an older version of its file',
    params: z.object(params),
    query: z.object({ ...asked, ...common }),
    errors: [404],
    answer: noticeDiffSchema,
    handle: ({ store, params: { id }, query: { version } }) => changesOf(store, id, version),
  }),
];

async function changesOf(store: Store, id: string, version: string | undefined): Promise<NoticeDiff> {
  try {
    return (await loadChanges(store, id, version)).diff;
  } catch (error) {
    if (!(error instanceof PageError) || error.status !== 404) throw error;
    throw notFound(error.what.en, error.hint.en);
  }
}

const WORDS = {
  zh: { notice: '公文', changed: '变更', added: '新增', gone: '删除' },
  en: { notice: 'notice', changed: 'changed', added: 'added', gone: 'gone' },
} as const;

function rowsOf(diff: NoticeDiff, lang: Lang): Row[] {
  const words = WORDS[lang];
  const fields = (type: string, name: string, changes: NoticeDiff['head']): Row[] =>
    changes.map(({ field, before, after }) => [type, words.changed, name, fieldLabel(field, lang), plain(before), plain(after)]);
  return [
    ...fields(words.notice, '', diff.head),
    ...comparedTypes.flatMap((type): Row[] => {
      const { changed, added, gone } = diff[type];
      const title = RECORD_TYPES[type].title[lang];
      return [
        ...changed.flatMap((each) => fields(title, nameOf(type, each.after), each.fields)),
        ...added.map((record): Row => [title, words.added, nameOf(type, record), null, null, null]),
        ...gone.map((record): Row => [title, words.gone, nameOf(type, record), null, null, null]),
      ];
    }),
  ];
}

const nameOf = (type: ComparedType, record: object): string => entryName({ number: 0, type, span: null, values: { ...record } });
