import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportStore, type Store } from '../../output/index.js';
import type { Ingested } from '../../schemas/index.js';
import { finding, freshStore, hash, input, listed, notice, scratch } from './fixture.js';

/** Every file of an export, by name. */
async function exported(store: Store): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const format of ['jsonl', 'csv'] as const) {
    const outDir = await scratch();
    await exportStore(store, { format, outDir });
    for (const name of (await readdir(outDir)).toSorted()) files[name] = await readFile(join(outDir, name), 'utf8');
  }
  return files;
}

/** Inputs that share notices: `same` is in three files, twice in one of them. */
const inputs: Ingested[] = [
  input('a/gazette.txt', { notices: [notice('other'), notice('same'), notice('third')] }),
  input('b/same.txt', { notices: [notice('same')] }),
  input('c/twice.txt', { notices: [notice('same'), notice('same')], findings: [finding({ key: 'f-0' })] }),
  input('d.txt'),
];

/** Earlier versions of inputs, or the same made by another program version. */
const former: Ingested[] = [
  { ...input('b/same.txt', { notices: [notice('third')] }), fingerprint: { pipeline: 'p0', gazetteer: 'g0' } },
  ...inputs.map(({ input: file }) => {
    const old = input(file.path, { notices: [notice('former'), notice('same')] });
    return { ...old, input: { ...file, sha256: hash('old') } };
  }),
];

describe('ids', () => {
  const same = notice('same').identity;

  test('equal notices share an identity and know each other', async () => {
    const store = await freshStore();
    for (const each of inputs.toReversed()) await store.put(each);
    const found = (await listed(store, 'notices')).filter((each) => each.id.startsWith(same));
    expect(found.map((each) => [each.file, each.ordinal, each.id, each.same_as])).toEqual([
      ['gazette.txt', 2, same, [`${same}~2`, `${same}~3`, `${same}~4`]],
      ['same.txt', 1, `${same}~2`, [same, `${same}~3`, `${same}~4`]],
      ['twice.txt', 1, `${same}~3`, [same, `${same}~2`, `${same}~4`]],
      ['twice.txt', 2, `${same}~4`, [same, `${same}~2`, `${same}~3`]],
    ]);
    const clusters = await listed(store, 'clusters');
    expect(clusters.filter((each) => each.notice_id.startsWith(same)).map((each) => each.id)).toEqual(
      found.map((each) => `${each.id}:c-1`),
    );
  });

  test('when the first of equals goes, the next one has the plain id', async () => {
    const store = await freshStore();
    for (const each of inputs) await store.put(each);
    await store.remove('a/gazette.txt');
    expect((await listed(store, 'notices')).map((each) => [each.file, each.id, each.same_as.length])).toEqual([
      ['same.txt', same, 2],
      ['twice.txt', `${same}~2`, 2],
      ['twice.txt', `${same}~3`, 2],
      ['d.txt', notice('d.txt').identity, 0],
    ]);
  });

  test('link may be repeated', async () => {
    const store = await freshStore();
    for (const each of inputs) await store.put(each);
    await store.link();
    const before = await exported(store);
    await store.link();
    await store.link();
    expect(await exported(store)).toEqual(before);
  });

  test('neither order nor repetition nor what was there before shows in an export', async () => {
    const reference = await freshStore();
    for (const each of inputs) await reference.put(each);
    await reference.link();
    const expected = await exported(reference);
    const orders = fc.record({
      before: fc.shuffledSubarray([...former.keys()]),
      then: fc.shuffledSubarray([...inputs.keys()], { minLength: inputs.length }),
      again: fc.shuffledSubarray([...inputs.keys()]),
      extra: fc.constantFrom(null, 'a/before.txt', 'x/behind.txt'),
    });
    await fc.assert(
      fc.asyncProperty(orders, async ({ before, then, again, extra }) => {
        const store = await freshStore();
        if (extra) await store.put(input(extra, { notices: [notice('same')] }));
        for (const each of [...before.map((i) => former[i]), ...[...then, ...again].map((i) => inputs[i])]) {
          if (each) await store.put(each);
        }
        if (extra) await store.remove(extra);
        await store.link();
        expect(await exported(store)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
