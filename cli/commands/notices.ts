import { defineListing, idColumn } from '../kit/listing.js';
import { recordTypeNames, recordTypes } from '../kit/types.js';

export const notices = defineListing({
  type: 'notices',
  summary: { en: 'list the notices (公文) and how many records each gave', zh: '列出公文及其记录数' },
  filters: ['place'],
  async columns(store) {
    const summaries = new Map((await store.summaries()).map((summary) => [summary.id, summary]));
    return [
      { head: { en: 'notice', zh: '公文' }, cell: (notice) => notice.title ?? notice.file },
      { head: { en: 'number', zh: '发文字号' }, cell: (notice) => notice.document_number },
      { head: { en: 'issuer', zh: '发文机关' }, cell: (notice) => notice.issuers.join('、') },
      { head: { en: 'date', zh: '成文日期' }, cell: (notice) => notice.issued_on },
      ...recordTypes.map((type) => ({
        head: recordTypeNames[type],
        cell: (notice: { id: string }) => summaries.get(notice.id)?.counts[type] ?? 0,
      })),
      idColumn,
    ];
  },
  examples: ['notices', 'notices --place 江西省', "notices --json | jq '.[].title'"],
});
