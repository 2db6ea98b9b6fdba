import { RECORD_TYPE_NAMES } from '../../schemas/index.js';
import { notFound } from './page-error.js';
import { anchorOf, noticePath, type View } from './view.js';

/** Where a record stands now, by its id: its words in its notice; a finding about a file leads to the findings. */
export async function recordAddress(v: View, id: string): Promise<string> {
  for (const type of RECORD_TYPE_NAMES) {
    const record = await v.store.get(type, id);
    if (record === null) continue;
    if (!('notice_id' in record)) return v.href(noticePath(record.id));
    if (record.notice_id === null) return v.href('/findings', { notice: 'file' in record ? record.file : null });
    return `${v.href(noticePath(record.notice_id))}#${record.start === null ? 'r' : 'm'}-${anchorOf(id)}`;
  }
  throw notFound(
    { zh: '库中没有这条记录。', en: 'The store has no such record.' },
    {
      zh: '它可能随公文一起被移除，或重新读取后编号已变；请搜索其文字。',
      en: 'It may have gone with its notice, or have another id since it was read anew; search for its words.',
    },
  );
}
