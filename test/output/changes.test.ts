import { join } from 'node:path';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exportChanges, type Change, type Store } from '../../output/index.js';
import { freshStore, hash, input, notice, openAt, scratch } from './fixture.js';

const START = 'start';

/** What came since a cursor, as `change type`, each with how many; and the next cursor. */
async function since(
  store: Store,
  cursor: string,
): Promise<{ counts: Record<string, number>; cursor: string; changes: Change[] }> {
  const page = await store.changes(cursor);
  const counts: Record<string, number> = {};
  for (const { change, type } of page.changes) counts[`${change} ${type}`] = (counts[`${change} ${type}`] ?? 0) + 1;
  return { counts, cursor: page.cursor, changes: page.changes };
}

const TYPES = ['clusters', 'findings', 'notices', 'obligations', 'observations', 'projects', 'ratings', 'targets'];
const all = (change: string, n: number): Record<string, number> =>
  Object.fromEntries(TYPES.map((type) => [`${change} ${type}`, n]));

async function storeOf(...names: string[]): Promise<Store> {
  const store = await freshStore();
  for (const name of names) await store.put(input(name));
  await store.link();
  return store;
}

describe('changes', () => {
  test('since the beginning are all records, as they are', async () => {
    const store = await storeOf('a', 'b');
    const { counts, changes } = await since(store, START);
    expect(counts).toEqual({ ...all('added', 2), 'added cluster_entities': 1 });
    for (const type of ['obligations', 'findings', 'notices'] as const) {
      for await (const record of store.list(type)) {
        expect(changes.find(({ id }) => id === record.id)?.record).toEqual(record);
      }
    }
  });

  test('of nothing are none, also when all is made anew', async () => {
    const store = await storeOf('a', 'b');
    const { cursor } = await since(store, START);
    await store.link();
    await store.put({ ...input('a'), fingerprint: { pipeline: 'p2', gazetteer: 'g2' } });
    await store.put(input('b'));
    await store.link();
    expect(await since(store, cursor)).toEqual({ counts: {}, cursor, changes: [] });
  });

  test('tell what came, what says something else and what went', async () => {
    const store = await storeOf('a', 'b');
    const { cursor } = await since(store, START);
    const made = notice('a');
    made.records.targets = [];
    made.records.ratings = made.records.ratings.map((rating) => ({ ...rating, grade: '良好' }));
    made.records.projects = made.records.projects.flatMap((project) => [project, { ...project, key: 'p-2' }]);
    await store.put({ ...input('a', { notices: [made] }), input: { ...input('a').input, sha256: hash('other') } });
    await store.link();
    const { counts, changes, cursor: next } = await since(store, cursor);
    expect(counts).toMatchObject({ 'removed targets': 1, 'changed ratings': 1, 'added projects': 1 });
    expect(Object.keys(counts).filter((key) => !key.endsWith('cluster_entities'))).toHaveLength(3);
    expect(changes.find(({ change }) => change === 'removed')?.record).toBeNull();
    expect((await since(store, next)).changes).toEqual([]);
  });

  test('an input that goes takes its records with it, and a record that comes again is added', async () => {
    const store = await storeOf('a', 'b');
    const first = await since(store, START);
    await store.remove('b');
    await store.link();
    const second = await since(store, first.cursor);
    expect(second.counts).toMatchObject(all('removed', 1));
    await store.put(input('b'));
    await store.link();
    expect((await since(store, second.cursor)).counts).toMatchObject(all('added', 1));
    expect((await since(store, START)).counts).toMatchObject(all('added', 2));
  });

  test('a notice that another file has as well changes what it says of its equals', async () => {
    const store = await freshStore();
    await store.put(input('b', { notices: [notice('same')] }));
    await store.link();
    const { cursor } = await since(store, START);
    await store.put(input('a', { notices: [notice('same')] }));
    await store.link();
    const { counts } = await since(store, cursor);
    // The first by path has the plain id: what b held goes by ~2 now, and the plain one knows of it.
    expect(counts).toMatchObject({ 'added notices': 1, 'changed notices': 1, 'added targets': 1 });
  });

  test('come page by page, each once', async () => {
    const store = await storeOf('a', 'b', 'c');
    const whole = await store.changes(null);
    const ids: string[] = [];
    for (let cursor = START, more = true; more;) {
      const page = await store.changes(cursor, 4);
      expect(page.changes.length).toBeLessThanOrEqual(4);
      ids.push(...page.changes.map(({ type, id }) => `${type} ${id}`));
      ({ cursor, more } = page);
    }
    expect(ids).toEqual(whole.changes.map(({ type, id }) => `${type} ${id}`));
  });

  test('a cursor of another store is refused', async () => {
    const [one, other] = [await storeOf('a'), await storeOf('b')];
    const { cursor } = await since(one, START);
    await expect(other.changes(cursor)).rejects.toThrow('no cursor of this store');
    await expect(other.changes('nonsense')).rejects.toThrow('no cursor of this store');
  });

  test('the same steps give the same cursor', async () => {
    expect((await since(await storeOf('a', 'b'), START)).cursor).toBe((await since(await storeOf('b', 'a'), START)).cursor);
  });

  test('are masked as all else is', async () => {
    const made = notice('a');
    made.records.projects = made.records.projects.map((project) => ({ ...project, other: { 联系方式: '13812345678' } }));
    const path = join(await scratch(), 'store.db');
    const store = await openAt(path);
    await store.put(input('a', { notices: [made] }));
    await store.link();
    const recordsOf = async (of: Store) => JSON.stringify((await of.changes(null)).changes);
    expect(await recordsOf(store)).toContain('138****5678');
    expect(await recordsOf(await openAt(path, { readOnly: true, personalData: 'shown' }))).toContain('13812345678');
  });

  test('are exported a line each, with the cursor in the manifest', async () => {
    const store = await storeOf('a');
    const outDir = await scratch();
    const { cursor } = await exportChanges(store, START, { outDir, types: ['projects', 'targets'] });
    expect((await readdir(outDir)).toSorted()).toEqual(['changes.jsonl', 'manifest.json']);
    const lines = (await readFile(join(outDir, 'changes.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Change).type)).toEqual(['projects', 'targets']);
    expect(JSON.parse(await readFile(join(outDir, 'manifest.json'), 'utf8'))).toMatchObject({ cursor, format: 'changes' });
  });
});
