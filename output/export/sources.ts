import type { NoticeRecord, Obligation } from '../../schemas/index.js';
import type { Lang } from '../messages.js';
import type { Store } from '../store/types.js';

/** A task with the notice that gives it. */
export interface Task {
  obligation: Obligation;
  notice: NoticeRecord | null;
}

/** What lists and calendars call what is said of a task. */
export const TASK_HEADS = {
  lead: ['牵头单位', 'Lead'],
  responsible: ['责任单位', 'Responsible'],
  support: ['配合单位', 'Support'],
  due: ['完成时限', 'Due'],
  source: ['出处', 'Source'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

/** Tasks with their notices. They come notice by notice, so one notice is held at a time. */
export async function* withNotices(store: Store, obligations: AsyncIterable<Obligation>): AsyncGenerator<Task> {
  let notice: NoticeRecord | null = null;
  for await (const obligation of obligations) {
    if (notice?.id !== obligation.notice_id) notice = await noticeOf(store, obligation.notice_id);
    yield { obligation, notice };
  }
}

async function noticeOf(store: Store, id: string): Promise<NoticeRecord | null> {
  for await (const notice of store.list('notices', { notice: id })) return notice;
  return null;
}

/** Where a task is from: 《title》（document number）第3页. */
export function sourceOf({ obligation, notice }: Task, lang: Lang): string {
  if (!notice) return '';
  const title = notice.title === null ? notice.file : `《${notice.title}》`;
  const number = notice.document_number === null ? '' : `（${notice.document_number}）`;
  const page = obligation.page === null ? '' : lang === 'zh' ? `第${obligation.page}页` : ` p. ${obligation.page}`;
  return title + number + page;
}

/** A task in words: its number and title, then what is to be done. */
export function taskWords({ number, title, text }: Obligation): string {
  const head = `${number ?? ''}${title ?? ''}`;
  if (head === '' || text === '') return head || text;
  return `${head}${/[。：；.）)]$/.test(head) ? '' : '。'}${text}`;
}

/** Its units in a role, as written. */
export function unitsIn({ units }: Obligation, role: Obligation['units'][number]['role']): string[] {
  return units.filter((unit) => unit.role === role).map((unit) => unit.name);
}
