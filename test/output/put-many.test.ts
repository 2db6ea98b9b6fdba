import { expect, test } from 'vitest';
import { RECORD_TYPES, type Ingested } from '../../schemas/index.js';
import type { RecordOf, Store } from '../../output/index.js';
import { hash, input, listed, notice, openAt } from './fixture.js';

// Inputs that are stored together.

/** All records, changes and the history of the paths. */
async function contents(store: Store, paths: readonly string[]): Promise<unknown> {
  await store.link();
  const types = Object.keys(RECORD_TYPES) as (keyof RecordOf)[];
  const records = await Promise.all(types.map((type) => listed(store, type)));
  const history = await Promise.all(paths.map((path) => store.history.versions(path)));
  return { records, history, found: await store.search('瓷都陶瓷'), changes: (await store.changes(null)).changes };
}

const holding = (path: string, ...names: string[]): Ingested => input(path, { notices: names.map((name) => notice(name)) });
const changed = (ingested: Ingested, sha256: string): Ingested => ({ ...ingested, input: { ...ingested.input, sha256 } });

const inputs = [
  holding('b.txt', '瓷都', '赣江'),
  holding('a.txt', '瓷都'),
  holding('c.txt'),
  // once more under a path that was there before, with another content
  changed(holding('a.txt', '浮梁'), hash('another')),
  holding('d.txt', '乐平'),
];
const PATHS = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];

test('inputs that are stored together give what they give one after the other', { timeout: 240_000 }, async () => {
  const [together, single] = [await openAt(':memory:'), await openAt(':memory:')];
  await together.put(...inputs);
  for (const each of inputs) await single.put(each);
  const given = await contents(together, PATHS);
  expect(given).toEqual(await contents(single, PATHS));
  expect(given).toMatchObject({ history: [[{ version: 1 }, { version: 2 }], [{}], [{}], [{}]] });
});

test('inputs that replace others together give what they give one after the other', { timeout: 240_000 }, async () => {
  const [together, single] = [await openAt(':memory:'), await openAt(':memory:')];
  for (const store of [together, single]) await store.put(...PATHS.map((path) => holding(path, `旧${path.charAt(0)}`)));
  const renewed = inputs.map((each, n) => changed(each, hash(`anew ${n}`)));
  await together.put(...renewed);
  for (const each of renewed) await single.put(each);
  expect(await contents(together, PATHS)).toEqual(await contents(single, PATHS));
});

test('more rows than one statement takes are all there', async () => {
  const store = await openAt(':memory:');
  const names = Array.from({ length: 90 }, (_, n) => `第${n}镇`);
  await store.put(holding('many.txt', ...names));
  expect((await listed(store, 'clusters')).map(({ name }) => name)).toEqual(names.map((name) => `${name}陶瓷产业集群`));
});

test('where one of them is wrong, none is stored', async () => {
  const store = await openAt(':memory:');
  const twice = notice('瓷都');
  twice.records.clusters.push(...twice.records.clusters);
  await expect(store.put(holding('a.txt', '浮梁'), input('b.txt', { notices: [twice] }))).rejects.toThrow(
    'two records of one notice',
  );
  expect(await store.known('a.txt')).toBeNull();
  expect(await listed(store, 'notices')).toEqual([]);
});
