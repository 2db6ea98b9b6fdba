import type { RecordOf, Store } from '../../output/index.js';
import type { NoticeRecord, RecordTypeName } from '../../schemas/index.js';
import { recordTypes } from '../kit/types.js';

export interface FoundRecord {
  kind: 'record';
  type: RecordTypeName;
  record: RecordOf[Exclude<RecordTypeName, 'notices'>];
  /** null for a finding about a file as a whole */
  notice: NoticeRecord | null;
}
export type Found = FoundRecord | { kind: 'notices'; notices: NoticeRecord[] };

/** What an id, document number or file name stands for: notices first (a gazette's file name stands for several), then records. */
export async function find(store: Store, wanted: string): Promise<Found | null> {
  const notices = await all(store.list('notices', { notice: wanted }));
  if (notices.length > 0) return { kind: 'notices', notices };
  // A record's id begins with its notice's; a finding about a whole file has none.
  const [owner = ''] = wanted.split(':');
  for (const type of recordTypes) {
    for await (const record of store.list(type, type === 'findings' ? {} : { notice: owner })) {
      if (record.id !== wanted) continue;
      const notice = record.notice_id === null ? null : await noticeOf(store, record.notice_id);
      return { kind: 'record', type, record, notice };
    }
  }
  return null;
}

async function noticeOf(store: Store, id: string): Promise<NoticeRecord | null> {
  const [notice] = await all(store.list('notices', { notice: id }));
  return notice ?? null;
}

export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
