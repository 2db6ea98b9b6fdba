import { noticeName } from '../parts/records.js';
import { choicesOf, type ListSpec } from '../list.js';
import { noticePath } from '../view.js';
import { COMMA, field } from '../words.js';

export const noticeList: ListSpec<'notices'> = {
  type: 'notices',
  about: {
    zh: '库中的公文，最新的在前。点标题看全文和其中读出的记录。',
    en: 'The notices of the store, the latest first. A title leads to its text with all that was read from it.',
  },
  fields: ['q', 'place', 'issuer', 'kind', 'status', 'issued_after', 'issued_before'],
  sort: '-issued_on',
  sorts: [
    ['-issued_on', { zh: '成文日期，新的在前', en: 'date, latest first' }],
    ['issued_on', { zh: '成文日期，旧的在前', en: 'date, earliest first' }],
    ['title', { zh: '标题', en: 'title' }],
  ],
  choices: async (v) => ({ kind: await choicesOf(v, 'notices', 'kind'), status: await choicesOf(v, 'notices', 'status') }),
  columns: (v) => [
    { head: field('title'), kind: 'wide', cell: (notice) => <a href={v.href(noticePath(notice.id))}>{noticeName(notice)}</a> },
    { head: field('document_number'), sort: 'document_number', kind: 'tight', cell: (notice) => notice.document_number },
    { head: field('issuers'), cell: (notice) => notice.issuers.join(v.say(COMMA)) },
    { head: field('issued_on'), sort: 'issued_on', largestFirst: true, kind: 'tight', cell: (notice) => notice.issued_on },
    { head: field('region'), cell: (notice) => notice.region },
    { head: field('kind'), sort: 'kind', cell: (notice) => notice.kind },
    { head: field('status'), sort: 'status', cell: (notice) => notice.status },
  ],
};
