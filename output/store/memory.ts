import type { Ingested } from '../../schemas/index.js';
import type { RecordsByType } from './history-types.js';
import { openStore } from './open.js';
import type { OpenOptions, Store } from './types.js';

/**
 * The records of one input in their exported shape, with ids as in a store of it alone; nothing is written to disk. A store in
 * memory composes them, so that they are what a store on disk would give.
 */
export async function recordsOf(ingested: Ingested, options: Omit<OpenOptions, 'readOnly'> = {}): Promise<RecordsByType> {
  const store = await openStore(':memory:', options);
  try {
    await store.put(ingested);
    return await everything(store);
  } finally {
    await store.close();
  }
}

async function everything(store: Store): Promise<RecordsByType> {
  const all = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
    const list: T[] = [];
    for await (const record of records) list.push(record);
    return list;
  };
  return {
    notices: await all(store.list('notices')),
    clusters: await all(store.list('clusters')),
    ratings: await all(store.list('ratings')),
    targets: await all(store.list('targets')),
    obligations: await all(store.list('obligations')),
    projects: await all(store.list('projects')),
    observations: await all(store.list('observations')),
    findings: await all(store.list('findings')),
  };
}
