import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../../intake/index.js';
import { Readers } from '../../intake/readers.js';
import { takeIn, type Result } from '../../intake/run.js';
import { openStore } from '../../output/index.js';
import { openDriver } from '../../output/store/driver.js';
import { gongbao } from '../cli/support/program.js';
import { input, scratch } from '../output/fixture.js';
import { differenceOf, outcomeOf, type Outcome } from './kill/outcome.js';
import { cityOf, faultsIn, noticeText, pause, start, writeNotices } from './support.js';

// What disks, other programs and people do while files go in. Each time the store must be left with whole files only, and the
// same command, once the trouble is over, must give what an undisturbed run gives.

/** An undisturbed run over the folder, to hold others against. */
async function undisturbed(folder: string, inputs: string): Promise<Outcome> {
  const store = join(folder, 'undisturbed.db');
  expect(gongbao(['ingest', inputs, '--store', store]).code).toBe(0);
  return outcomeOf(store);
}

const withoutChanges = (outcome: Outcome): Outcome =>
  Object.fromEntries(Object.entries(outcome).filter(([name]) => !name.startsWith('changes.jsonl')));

/** Can this machine give a disk of a few megabytes to a process that is not root's? */
const hasSmallDisks = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt']).status === 0;

describe('a disk that is full', () => {
  test.runIf(hasSmallDisks)('ends the ingest by its name; the store that is left is sound', async () => {
    const folder = await scratch();
    writeNotices(join(folder, 'in'), 12);
    const [disk, kept] = [join(folder, 'disk'), join(folder, 'kept')];
    mkdirSync(disk);
    mkdirSync(kept);
    // The disk is that of one process and gone with it: what it held is copied out before.
    const script = `mount -t tmpfs -o size=1100k tmpfs "$1"; shift; "$@"; code=$?; cp ${disk}/* ${kept}/; exit $code`;
    const { ended } = start(['ingest', join(folder, 'in'), '--store', join(disk, 's.db')], {
      command: ['unshare', '-rm', 'sh', '-c', script, 'sh', disk],
    });
    const { code, err } = await ended;
    expect([code, err]).toEqual([1, expect.stringContaining('The disk is full.')]);
    const store = join(kept, 's.db');
    expect(await faultsIn(store)).toEqual([]);
    expect(gongbao(['ingest', join(folder, 'in'), '--store', store]).code).toBe(0);
    expect(differenceOf(await undisturbed(folder, join(folder, 'in')), await outcomeOf(store))).toBeNull();
  });

  test.skipIf(process.platform === 'win32')('or gives files no more room does the same', async () => {
    const folder = await scratch();
    writeNotices(join(folder, 'in'), 12);
    const store = join(folder, 's.db');
    // No file may grow past 1,100 blocks of 1,024 bytes: writing fails with EFBIG, as the signal is ignored.
    const limited = ['bash', '-c', 'trap "" XFSZ; ulimit -f 1100; exec "$@"', 'bash'];
    const { code, err } = await start(['ingest', join(folder, 'in'), '--store', store], { command: limited }).ended;
    expect([code, err]).toEqual([1, expect.stringMatching(/The disk (?:is full|could not be read or written)\.\n {2}→ /)]);
    expect(await faultsIn(store)).toEqual([]);
    expect(gongbao(['ingest', join(folder, 'in'), '--store', store]).code).toBe(0);
    expect(differenceOf(await undisturbed(folder, join(folder, 'in')), await outcomeOf(store))).toBeNull();
  });
});

describe('a store', () => {
  test('that may not be written is told, and stays as it is', async () => {
    const folder = await scratch();
    const store = join(folder, 's.db');
    await (await openStore(store)).close();
    writeNotices(join(folder, 'in'), 1);
    const before = readFileSync(store);
    chmodSync(store, 0o444);
    chmodSync(folder, 0o555);
    // root may write what nobody may: the program then runs as nobody
    const command = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    const { code, err } = await start(['ingest', join(folder, 'in'), '--store', store], { command }).ended;
    chmodSync(folder, 0o755);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/The store (?:cannot be|may not be) (?:written|opened)\.\n {2}→ Check/),
    ]);
    expect(readFileSync(store).equals(before)).toBe(true);
  });

  test('that another holds is waited for, and goes on as soon as it is free', { timeout: 60_000 }, async () => {
    const folder = await scratch();
    const store = join(folder, 's.db');
    await (await openStore(store)).close();
    writeNotices(join(folder, 'in'), 2);
    const holder = await openDriver(store, { readOnly: false });
    await holder.run('begin immediate');
    const ingest = start(['ingest', join(folder, 'in'), '--store', store]);
    await pause(1_500);
    expect(ingest.process.exitCode).toBeNull();
    await holder.run('commit');
    await holder.close();
    expect((await ingest.ended).code).toBe(0);
    expect(await faultsIn(store)).toEqual([]);
  });

  test('that another never lets go ends the ingest by its name', { timeout: 60_000 }, async () => {
    const folder = await scratch();
    const store = join(folder, 's.db');
    await (await openStore(store)).close();
    writeNotices(join(folder, 'in'), 1);
    const holder = await openDriver(store, { readOnly: false });
    await holder.run('begin immediate');
    const { code, err } = await start(['ingest', join(folder, 'in'), '--store', store]).ended;
    await holder.run('rollback');
    await holder.close();
    expect([code, err]).toEqual([1, expect.stringContaining('Another program holds the store.\n  → Wait until it has finished')]);
    expect(await faultsIn(store)).toEqual([]);
  });

  test(
    'that two ingests of overlapping folders fill at once holds what one after the other gives',
    { timeout: 60_000 },
    async () => {
      const folder = await scratch();
      const inputs = join(folder, 'in');
      const files = writeNotices(inputs, 16, (n) => cityOf(n % 5));
      const store = join(folder, 's.db');
      const halves = [files.slice(0, 11), files.slice(5)];
      const ends = await Promise.all(halves.map((half) => start(['ingest', ...half, '--store', store]).ended));
      expect(ends.map(({ code }) => code)).toEqual([0, 0]);
      expect(await faultsIn(store)).toEqual([]);
      const [there, expected] = [withoutChanges(await outcomeOf(store)), withoutChanges(await undisturbed(folder, inputs))];
      // The order of changes is that in which files came in; all else does not know of it.
      expect(differenceOf(there, expected)).toBeNull();
    },
  );
});

/** Takes in the files of a folder without threads: \`meanwhile\` is called when the first of them is being read. */
async function takeInWith(folder: string, meanwhile: () => void): Promise<Result[]> {
  const store = await openStore(':memory:');
  const { inputs } = await collect([folder], { store: null, prefix: null });
  const readers = new (class extends Readers {
    override read(...[{ path }]: Parameters<Readers['read']>): ReturnType<Readers['read']> {
      if (path === '000.txt') meanwhile();
      return Promise.resolve({ kind: 'ingested' as const, ingested: input(path) });
    }
  })(1000);
  try {
    return await takeIn(inputs, { store, readers, isCurrent: () => true, force: false, jobs: 1 }, () => undefined);
  } finally {
    await store.close();
  }
}

describe('a file', () => {
  test('that is deleted before its turn is refused; the others go in', async () => {
    const folder = await scratch();
    const [, second = ''] = writeNotices(folder, 3);
    const results = await takeInWith(folder, () => {
      rmSync(second);
    });
    expect(results.map(({ status, path }) => [path, status])).toEqual([
      ['000.txt', 'stored'],
      ['001.txt', 'refused'],
      ['002.txt', 'stored'],
    ]);
    expect(results[1]).toMatchObject({ refusal: { code: 'missing', cause: { en: 'no such file or folder' } } });
  });

  test('that becomes a folder before its turn is refused; the others go in', async () => {
    const folder = await scratch();
    const [, second = ''] = writeNotices(folder, 3);
    const results = await takeInWith(folder, () => {
      rmSync(second);
      mkdirSync(second);
    });
    expect(results.map(({ status }) => status)).toEqual(['stored', 'refused', 'stored']);
  });

  test(
    'that is cut off or written while it is read goes in as it was at some moment, or is refused; again it is as it is',
    { timeout: 60_000 },
    async () => {
      const folder = await scratch();
      const files = writeNotices(join(folder, 'in'), 6);
      const store = join(folder, 's.db');
      const ingest = start(['ingest', join(folder, 'in'), '--store', store]);
      for (let n = 0; ingest.process.exitCode === null; n += 1) {
        const text = noticeText(cityOf(n % 9));
        for (const file of files) writeFileSync(file, n % 3 === 0 ? text.slice(0, text.length >> 1) : text);
        await pause(10);
      }
      expect([0, 3]).toContain((await ingest.ended).code);
      expect(await faultsIn(store)).toEqual([]);
      for (const [n, file] of files.entries()) writeFileSync(file, noticeText(cityOf(n)));
      expect(gongbao(['ingest', join(folder, 'in'), '--store', store]).code).toBe(0);
      const { 'notices.jsonl': notices } = await outcomeOf(store);
      expect(notices).toBe((await undisturbed(folder, join(folder, 'in')))['notices.jsonl']);
    },
  );
});
