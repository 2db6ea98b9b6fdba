import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_MODELS } from '../../../output/model.js';
import { searchTable } from '../../../output/search/dialect.js';
import { openDriver, type Driver, type Row } from '../../../output/store/driver.js';
import { openStore } from '../../../output/index.js';
import { input, notice, openAt, scratch } from '../fixture.js';

async function onFile<T>(path: string, work: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = await openDriver(path, { readOnly: false });
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}

/** Every gram of every index with its row and place. */
function contents(path: string): Promise<Row[][]> {
  return onFile(path, async (driver) => {
    const all: Row[][] = [];
    for (const model of ALL_MODELS) {
      const index = searchTable(model);
      await driver.exec(`create virtual table temp.v using fts5vocab(main, '${index}', 'instance')`);
      all.push(await driver.all('select * from temp.v order by doc, "offset"'));
      await driver.exec('drop table temp.v');
      await driver.exec(`insert into ${index} (${index}) values ('integrity-check')`);
    }
    return all;
  });
}

describe('the index', () => {
  test('is the same made with each input and made anew from the records', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openStore(path);
    const two = notice('乙');
    two.head.cites = [{ title: '没有的文件', document_number: '甲发〔2026〕1号' }];
    for (const each of [input('a.txt', { notices: [notice('甲'), two] }), input('b.txt')]) await store.put(each);
    await store.link();
    await store.close();
    const written = await contents(path);
    expect(written.every((rows) => rows.length > 0)).toBe(true);
    await onFile(path, (driver) => driver.run("delete from meta where key = 'search'"));
    await (await openStore(path)).close();
    expect(await contents(path)).toEqual(written);
  });

  test('of a store made before is made when the store is opened for writing', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openStore(path);
    await store.put(input('a.txt'));
    await store.close();
    await onFile(path, async (driver) => {
      for (const model of ALL_MODELS) await driver.exec(`drop table ${searchTable(model)}`);
      await driver.run("delete from meta where key = 'search'");
    });
    await expect(openAt(path, { readOnly: true })).rejects.toMatchObject({ code: 'outdated' });
    const again = await openAt(path);
    expect((await again.search('陶瓷产业集群', { types: ['clusters'] })).total.count).toBe(1);
    expect(await again.counts()).toMatchObject({ clusters: 1 });
  });

  test('lets go of what is replaced, removed or found anew, and does not know history', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openStore(path);
    const count = async (query: string): Promise<number> => (await store.search(query)).total.count;
    await store.put(input('a.txt', { notices: [notice('甲')] }));
    expect(await count('甲陶瓷')).toBeGreaterThan(0);
    const changed = input('a.txt', { notices: [notice('乙')] });
    await store.put({ ...changed, input: { ...changed.input, sha256: 'f'.repeat(64) } });
    await store.link();
    await store.link();
    expect(await count('甲陶瓷')).toBe(0);
    expect(await count('乙陶瓷')).toBeGreaterThan(0);
    await store.remove('a.txt');
    expect(await count('乙陶瓷')).toBe(0);
    await store.close();
    expect((await contents(path)).flat()).toEqual([]);
  });

  test('is not changed by a write that fails', async () => {
    const store = await openAt(join(await scratch(), 'store.db'));
    const twice = notice('甲');
    twice.records.clusters = [...twice.records.clusters, ...twice.records.clusters];
    await store.put(input('a.txt'));
    await expect(store.put(input('b.txt', { notices: [twice] }))).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await store.search('甲陶瓷')).total.count).toBe(0);
    expect((await store.search('陶瓷产业集群', { types: ['clusters'] })).total.count).toBe(1);
  });
});

describe('the segments of the index', () => {
  const segments = (path: string): Promise<number[]> =>
    onFile(path, (driver) =>
      Promise.all(
        ALL_MODELS.map(async (model) =>
          Number((await driver.get(`select count(distinct segid) as number from ${searchTable(model)}_idx`))?.number),
        ),
      ),
    );

  test('are one after many inputs were stored, and stay as they are after few', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openStore(path);
    const put = (from: number, number: number): Promise<unknown> =>
      Promise.all(
        Array.from({ length: number }, (_, i) => store.put(input(`${from + i}.txt`, { notices: [notice(`${from + i}`)] }))),
      );
    await put(0, 101);
    expect(Math.max(...(await segments(path)))).toBeGreaterThan(1);
    await store.link();
    expect(await segments(path)).toEqual(ALL_MODELS.map(() => 1));
    const before = (await store.search('陶瓷产业集群')).total;
    await put(101, 2);
    await store.link();
    expect(Math.max(...(await segments(path)))).toBeGreaterThan(1);
    expect((await store.search('陶瓷产业集群')).total.count).toBeGreaterThan(before.count);
    await store.close();
    await contents(path);
  });
});
