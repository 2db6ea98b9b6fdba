import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notice } from './support/files.js';
import { Workplace } from './support/place.js';
import { root, type Ran } from './support/program.js';

const place = new Workplace();

/** Runs a script as npm does: in the project's folder, the user's own folder being in INIT_CWD. */
function npmRun(name: string, args: readonly string[]): Omit<Ran, 'notes'> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, `scripts/${name}.mjs`), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], INIT_CWD: place.path, npm_lifecycle_event: name },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the scripts', () => {
  it('gongbao takes paths from where the user stands, and passes the exit code on', () => {
    place.write('folder/通知.txt', notice);
    expect(npmRun('gongbao', ['ingest', 'folder', 'none.txt', '--store', 'store.db'])).toMatchObject({ code: 3, out: '' });
    expect(statSync(place.at('store.db')).isFile()).toBe(true);
    expect(npmRun('gongbao', ['cluster'])).toMatchObject({ code: 2, out: '' });
  });

  it('start ingests, shows what it found and what to ask next', () => {
    const { code, out } = npmRun('start', ['folder', '--store', 'start.db']);
    expect(code).toBe(0);
    expect(out).toContain('赣工信字〔2024〕12号');
    expect(out.match(/^ {2}npm run --silent gongbao -- .* --store start\.db$/gm)).toHaveLength(4);
  });

  it('start tells of an option that it does not have', () => {
    expect(npmRun('start', ['--stor', 'x.db'])).toMatchObject({ code: 2, out: '' });
  });

  it('.ci/run may be executed', () => {
    expect(statSync(join(root, '.ci/run')).mode & 0o111).toBe(0o111);
  });
});
