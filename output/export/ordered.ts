import type { RecordTypeName } from '../../schemas/index.js';
import type { RecordFilter, RecordOf, Store } from '../store/types.js';

/** Which records come first, and how many of them are wanted; see `ListPage`. */
export interface Ordered {
  sort?: string;
  limit?: number;
}

const PAGE = 500;

/** The records of a type in an order, read page by page. Throws a `StoreError` (`invalid_query`) where they cannot be sorted so. */
export async function* ordered<T extends RecordTypeName>(
  store: Store,
  type: T,
  filter: RecordFilter,
  { sort, limit = Infinity }: Ordered,
): AsyncGenerator<RecordOf[T]> {
  let left = limit;
  let cursor: string | null = null;
  do {
    const page: { records: RecordOf[T][]; next: string | null } = await store.page(type, filter, {
      limit: Math.min(left, PAGE),
      ...(sort === undefined ? {} : { sort }),
      ...(cursor === null ? {} : { cursor }),
    });
    yield* page.records;
    left -= page.records.length;
    cursor = page.next;
  } while (cursor !== null && left > 0);
}
