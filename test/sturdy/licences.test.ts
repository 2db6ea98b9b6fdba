import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../output/fixture.js';
import { root } from '../house/repository.js';

function checked(...args: readonly string[]): { code: number | null; faults: string[] } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/licences.mjs'), '--check', ...args], {
    encoding: 'utf8',
  });
  return { code: status, faults: stderr.split('\n').filter((line) => line !== '') };
}

test('every package that the program needs has a licence to take, stands in docs/licences.md, and runs no unnamed script', () => {
  expect(checked()).toEqual({ code: 0, faults: [] });
});

test.each<[string, object, string | null]>([
  ['GPL', { license: 'GPL-3.0-only' }, 'x 1.0.0 is under GPL-3.0-only: take another package'],
  ['none', {}, 'x 1.0.0 is under unknown: take another package'],
  ['both of two', { license: '(MIT AND GPL-2.0)' }, 'x 1.0.0 is under (MIT AND GPL-2.0): take another package'],
  ['one of two', { license: '(MIT OR GPL-2.0)' }, null],
  ['GPL, for development only', { license: 'GPL-3.0-only', dev: true }, null],
  [
    'MIT, with a script',
    { license: 'MIT', hasInstallScript: true },
    'x runs a script on installation: name it in allowScripts of package.json',
  ],
])('a package under %s', async (_, entry, fault) => {
  const lock = join(await scratch(), 'lock.json');
  writeFileSync(lock, JSON.stringify({ packages: { '': {}, 'node_modules/x': { version: '1.0.0', ...entry } } }));
  expect(checked('--lock', lock)).toEqual({ code: fault === null ? 0 : 1, faults: fault === null ? [] : [fault] });
});
