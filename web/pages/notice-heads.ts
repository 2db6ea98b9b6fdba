import type { Store } from '../../output/index.js';
import type { NoticeRecord, Target } from '../../schemas/index.js';
import { Remembered, type Kept } from '../remembered.js';
import { headingsOf, type Heading } from './obligations/sections.js';

// What lists say of the notices that their records are of. A page names up to two hundred notices, mostly those of the page before: they are
// asked for together and kept, without their texts.

/** A notice without its text; of that its length and its headings. */
export interface NoticeHead extends Omit<NoticeRecord, 'text'> {
  length: number;
  headings: readonly Heading[];
}

const heads = new Remembered<NoticeHead>(4000);
const targets = new Remembered<readonly Target[]>(1000);

/** The notices with these ids, by id; those that are not there are left out. */
export function noticesOf(store: Store, ids: Iterable<string | null>): Promise<Map<string, NoticeHead>> {
  return lookedUp(heads, store, ids, async (missing, kept) => {
    for await (const { text, ...notice } of store.list('notices', { notices: missing }))
      kept.set(notice.id, { ...notice, length: text.length, headings: headingsOf(text) });
  });
}

/** The targets of these notices, by the notice's id. */
export function targetsOf(store: Store, ids: Iterable<string>): Promise<Map<string, readonly Target[]>> {
  return lookedUp(targets, store, ids, async (missing, kept) => {
    const all = new Map<string, Target[]>(missing.map((id) => [id, []]));
    for await (const target of store.list('targets', { notices: missing })) all.get(target.notice_id)?.push(target);
    for (const [id, own] of all) kept.set(id, own);
  });
}

async function lookedUp<V>(
  remembered: Remembered<V>,
  store: Store,
  ids: Iterable<string | null>,
  find: (missing: string[], kept: Pick<Kept<V>, 'set'>) => Promise<void>,
): Promise<Map<string, V>> {
  const kept = await remembered.of(store);
  const found = new Map<string, V>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const known = id === null ? undefined : kept.get(id);
    if (known !== undefined && id !== null) found.set(id, known);
    else if (id !== null) missing.push(id);
  }
  const both = {
    set: (id: string, value: V): void => {
      kept.set(id, value);
      found.set(id, value);
    },
  };
  if (missing.length > 0) await find(missing, both);
  return found;
}
