import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notice } from './support/files.js';
import { Workplace } from './support/place.js';
import { gongbao, program, samples } from './support/program.js';

const place = new Workplace();

function ingest(args: readonly string[], env: NodeJS.ProcessEnv = {}): string[] {
  const { code, out, notes } = gongbao(['ingest', ...args], { cwd: place.path, env });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  return notes;
}

/** The files of a JSONL export of a store, by name. */
function exported(store: string): Record<string, string> {
  const out = `${store}-out`;
  expect(gongbao(['export', '--store', store, '--out', out], { cwd: place.path }).code).toBe(0);
  return Object.fromEntries(readdirSync(place.at(out)).map((name) => [name, place.read(join(out, name))]));
}

/** Runs the program and kills it as soon as it has told of one file. */
async function killAfterFirstFile(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], { cwd: place.path, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.once('data', () => child.kill('SIGKILL'));
  await new Promise((resolve) => child.on('close', resolve));
  expect(child.signalCode).toBe('SIGKILL');
}

describe('ingest', () => {
  it('tells of each file in a plain line where nobody sees a bar', () => {
    place.write('one/通知.txt', notice);
    const notes = ingest(['one', '--store', 'one.db']);
    expect(notes[0]).toMatch(/^\[1\/1\] 通知\.txt: 1 notice, \d+ records, \d+ findings?$/);
    expect(notes.at(-1)).toBe('1 stored, 0 unchanged, 0 refused');
  });

  it('skips what is unchanged, reads it again by force, and takes a changed file in the place of the old one', () => {
    place.write('again/通知.txt', notice);
    ingest(['again', '--store', 'again.db']);
    expect(ingest(['again', '--store', 'again.db'])).toEqual(['[1/1] 通知.txt: unchanged', '0 stored, 1 unchanged, 0 refused']);
    expect(ingest(['again', '--store', 'again.db', '--force']).at(-1)).toBe('1 stored, 0 unchanged, 0 refused');
    place.write('again/通知.txt', notice.replace('铜基新材料', '铜精深加工'));
    const notes = ingest(['again', '--store', 'again.db']);
    expect(notes[0]).toMatch(/^replaced 通知\.txt: /);
    const { out } = gongbao(['ratings', '--jsonl', '--store', 'again.db'], { cwd: place.path });
    expect(out).toContain('铜精深加工');
    expect(out).not.toContain('铜基新材料');
  });

  it('keeps equal paths of two folders apart, in one call and with --prefix', () => {
    place.write('2024/通知.txt', notice);
    place.write('2025/通知.txt', notice.replaceAll('2024', '2025'));
    ingest(['2024', '2025', '--store', 'both.db']);
    ingest(['2024', '--prefix', '2024', '--store', 'apart.db']);
    ingest(['2025', '--prefix', '2025/', '--store', 'apart.db']);
    for (const store of ['both.db', 'apart.db']) {
      const { out } = gongbao(['notices', '--jsonl', '--store', store], { cwd: place.path });
      expect(out.trim().split('\n')).toHaveLength(2);
    }
    expect(exported('both.db')).toEqual(exported('apart.db'));
  });

  it('gives byte-identical exports in any order, twice, with any number of jobs, after a crash, in another locale and time zone', async () => {
    ingest([samples, '--store', 'a.db']);
    const wanted = exported('a.db');
    expect(wanted['notices.jsonl']).not.toBe('');

    ingest([samples, '--force', '--jobs', '1', '--store', 'a.db']);
    expect(exported('a.db')).toEqual(wanted);

    const paths = readdirSync(samples)
      .map((file) => join(samples, file))
      .toReversed();
    ingest([...paths.slice(0, 3), '--store', 'b.db'], { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' });
    ingest([...paths.slice(3), '--store', 'b.db'], { LC_ALL: 'C', TZ: 'America/New_York' });
    expect(exported('b.db')).toEqual(wanted);

    await killAfterFirstFile(['ingest', samples, '--store', 'c.db']);
    const rest = ingest([samples, '--store', 'c.db']);
    expect(rest.some((line) => line.endsWith(': unchanged'))).toBe(true);
    expect(exported('c.db')).toEqual(wanted);
  }, 240_000);

  it('writes CSV with a byte order mark for spreadsheets', () => {
    place.write('csv/通知.txt', notice);
    ingest(['csv', '--store', 'csv.db']);
    expect(gongbao(['export', '--format', 'csv', '--out', 'csv-out', '--store', 'csv.db'], { cwd: place.path }).code).toBe(0);
    expect(readFileSync(place.at('csv-out/clusters.csv')).subarray(0, 3).toString('hex')).toBe('efbbbf');
  });
});
