import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../cli/backup/run.js';
import { openStore } from '../../output/index.js';
import { openDriver } from '../../output/store/driver.js';
import { gongbao } from '../cli/support/program.js';
import { input, scratch } from '../output/fixture.js';
import { faultsIn, pause, start, writeNotices } from './support.js';

async function small(folder: string): Promise<string> {
  const path = join(folder, 'store.db');
  const store = await openStore(path);
  for (const name of ['a.txt', 'b.txt']) await store.put(input(name));
  await store.link();
  await store.close();
  return path;
}

async function countsOf(path: string): Promise<Record<string, number>> {
  const store = await openStore(path, { readOnly: true });
  try {
    return await store.counts();
  } finally {
    await store.close();
  }
}

describe('a backup', () => {
  test('is the store, and leaves nothing else behind', async () => {
    const folder = await scratch();
    const store = await small(folder);
    const bytes = await backUp(store, join(folder, 'copy.db'), false);
    expect(bytes).toBe(statSync(join(folder, 'copy.db')).size);
    expect(await countsOf(join(folder, 'copy.db'))).toEqual(await countsOf(store));
    expect(await faultsIn(join(folder, 'copy.db'))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  });

  test('made while another process ingests is whole, of one moment, and sound', { timeout: 120_000 }, async () => {
    const folder = await scratch();
    const store = join(folder, 'store.db');
    writeNotices(join(folder, 'in'), 60);
    const ingest = start(['ingest', join(folder, 'in'), '--store', store]);
    const inputs = async (): Promise<number> =>
      existsSync(store) ? ((await countsOf(store).catch(() => null))?.inputs ?? 0) : 0;
    while ((await inputs()) === 0 && ingest.process.exitCode === null) await pause(20);
    const seen: number[] = [];
    for (let n = 0; n < 40 && (seen.at(-1) ?? 0) < 60; n += 1) {
      const copy = join(folder, `${n}.db`);
      await backUp(store, copy, false);
      const counts = await countsOf(copy);
      expect(counts.notices).toBe(counts.inputs);
      expect(await faultsIn(copy)).toEqual([]);
      seen.push(counts.inputs ?? 0);
    }
    expect((await ingest.ended).code).toBe(0);
    expect(await inputs()).toBe(60);
    // at least one was made in the midst of it
    expect(Math.min(...seen)).toBeLessThan(60);
    expect(await faultsIn(store)).toEqual([]);
  });

  test('takes no one’s place unless told to', async () => {
    const folder = await scratch();
    const store = await small(folder);
    const copy = join(folder, 'copy.db');
    writeFileSync(copy, 'mine');
    await expect(backUp(store, copy, false)).rejects.toThrow('is there already');
    expect(readFileSync(copy, 'utf8')).toBe('mine');
    await backUp(store, copy, true);
    expect(await faultsIn(copy)).toEqual([]);
  });

  const WRONG: readonly [what: string, message: RegExp, target: (folder: string) => string][] = [
    ['the store itself', /is the store itself/, (folder) => join(folder, 'store.db')],
    ['a folder', /is a folder/, (folder) => folder],
    ['a path in no folder', /there is no folder/, (folder) => join(folder, 'none', 'copy.db')],
    [
      'a path beside which the log of another database lies',
      /copy\.db-wal lies beside it/,
      (folder) => {
        writeFileSync(join(folder, 'copy.db-wal'), 'log');
        return join(folder, 'copy.db');
      },
    ],
  ];
  test.each(WRONG)('is refused %s', async (_, message, target) => {
    const folder = await scratch();
    const store = await small(folder);
    const before = readFileSync(store);
    await expect(backUp(store, target(folder), true)).rejects.toThrow(message);
    expect(readFileSync(store).equals(before)).toBe(true);
  });

  test('of nothing, or of a damaged store, is none: no file is left', async () => {
    const folder = await scratch();
    await expect(backUp(join(folder, 'none.db'), join(folder, 'copy.db'), false)).rejects.toMatchObject({
      code: 'missing_store',
    });
    const store = await small(folder);
    const bytes = readFileSync(store);
    writeFileSync(store, bytes.fill(0x5a, 4096, bytes.length / 2));
    await expect(backUp(store, join(folder, 'copy.db'), false)).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(folder).filter((name) => !name.startsWith('store.db'))).toEqual([]);
  });

  test('is as private as the store', async () => {
    const folder = await scratch();
    const store = await small(folder);
    chmodSync(store, 0o600);
    await backUp(store, join(folder, 'copy.db'), false);
    expect(statSync(join(folder, 'copy.db')).mode & 0o777).toBe(0o600);
  });

  test('of a store that is due to be brought up to date is made all the same', async () => {
    const folder = await scratch();
    const store = await small(folder);
    const driver = await openDriver(store, { readOnly: false });
    await driver.run(`update meta set value = 'x' where key = 'views'`);
    await driver.close();
    await backUp(store, join(folder, 'copy.db'), false);
    expect((await faultsIn(join(folder, 'copy.db'))).map(({ code }) => code)).toEqual(['outdated']);
  });

  test('takes away what a process that was ended has left', async () => {
    const folder = await scratch();
    const store = await small(folder);
    mkdirSync(join(folder, 'to'));
    const gone = await start(['--version']).ended.then(() => 999_999_999);
    for (const name of [`.copy.db.${gone}.part`, `.other.db.${gone}.part`, `.copy.db.${process.ppid}.part`])
      writeFileSync(join(folder, 'to', name), '');
    await backUp(store, join(folder, 'to', 'copy.db'), false);
    expect(readdirSync(join(folder, 'to')).sort()).toEqual(
      [`.copy.db.${process.ppid}.part`, `.other.db.${gone}.part`, 'copy.db'].sort(),
    );
  });
});

describe('the commands', () => {
  test('backup and check say what they did, and check ends with 1 where something is wrong', async () => {
    const folder = await scratch();
    const store = await small(folder);
    const copy = join(folder, 'copy.db');
    const made = gongbao(['backup', copy, '--store', store]);
    expect([made.code, made.out, made.notes[0]]).toEqual([0, '', expect.stringContaining('with the numbers of people')]);
    const sound = gongbao(['check', copy, '--format', 'json']);
    expect([sound.code, sound.out, sound.notes]).toEqual([0, '[]\n', ['2 files, 2 notices looked at: the store is sound']]);
    const driver = await openDriver(copy, { readOnly: false });
    await driver.run(`update targets_rows set quote = 'x' where pk = 1`);
    await driver.close();
    const wrong = gongbao(['check', '--store', copy, '--format', 'jsonl']);
    expect(wrong.code).toBe(1);
    expect(
      wrong.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toContainEqual({
      check: 'quote',
      path: 'a.txt',
      at: expect.stringMatching(/^targets .+:t-1$/) as unknown,
      what: expect.stringContaining('处不是所引的文字') as unknown,
      next: expect.stringContaining('--force') as unknown,
    });
    const lines = gongbao(['check', copy]);
    expect(lines.out).toMatch(
      /^a\.txt targets .+:t-1: its words do not stand at \d+–\d+ of the notice → ingest the file again with --force$/m,
    );
    expect(gongbao(['check', join(folder, 'none.db')]).code).toBe(1);
  });
});
