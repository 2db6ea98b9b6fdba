import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_MODELS } from '../../../output/model.js';
import { searchTable } from '../../../output/search/dialect.js';
import { openDriver } from '../../../output/store/driver.js';
import { openStore, type Store } from '../../../output/index.js';
import { input, notice, openAt, scratch } from '../fixture.js';

/** Segments of the index of notices: each has its own leaves. */
async function segments(path: string): Promise<number> {
  const driver = await openDriver(path, { readOnly: true });
  try {
    // FTS5, “The Data Tables”: the id of a leaf begins with its segment's, 37 bits up (FTS5_SEGMENT_ROWID); below that stand averages and structure.
    const found = await driver.get('select count(distinct id >> 37) as number from notices_search_data where id > 1 << 37');
    return Number(found?.number);
  } finally {
    await driver.close();
  }
}

async function put(store: Store, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) await store.put(input(`${n}.txt`, { notices: [notice(`第${n}`)] }));
}

const found = async (store: Store): Promise<unknown> => {
  const { total, hits } = await store.search('陶瓷产业集群', {}, { limit: 200 });
  return [total, hits.map(({ type, id }) => [type, id])];
};

describe('merging', () => {
  test('is put off while records are stored, and done behind the pass', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openAt(path);
    await put(store, 0, 15);
    expect(await segments(path)).toBe(15);
    const before = await found(store);
    await store.link();
    expect(await segments(path)).toBeLessThan(4);
    expect(await found(store)).toEqual(before);
    await put(store, 15, 19);
    await store.link();
    expect(await segments(path)).toBeLessThan(6);
  });

  test('does not wait for the pass for ever: sixteen segments of a size become one', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openAt(path);
    await put(store, 0, 40);
    expect(await segments(path)).toBeLessThan(20);
  });

  test('of a store that another program has made is put off too', async () => {
    const path = join(await scratch(), 'store.db');
    await (await openStore(path)).close();
    const driver = await openDriver(path, { readOnly: false });
    await driver.run(`insert into notices_search (notices_search, rank) values ('automerge', 4)`);
    await driver.close();
    await openAt(path);
    const again = await openDriver(path, { readOnly: true });
    for (const model of ALL_MODELS) {
      const kept = await again.get(`select v from ${searchTable(model)}_config where k = 'automerge'`);
      expect(kept, model.name).toEqual({ v: 16 });
    }
    await again.close();
  });
});
