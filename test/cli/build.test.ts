import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadGazetteer, prepareFiles } from '../../corpus/gazetteer.js';
import { linesOfRows } from '../../corpus/gazetteer/row-list.js';
import { preparedPrints, prepareStorePrints } from '../../output/store/prints.js';
import { gongbao, program, root, samples } from './support/program.js';

const built = (name: string): unknown => JSON.parse(readFileSync(join(root, 'dist', name), 'utf8'));

describe('what the build prepares', () => {
  it.each(Object.entries(prepareFiles()))('%s holds what the data files give', (name, text) => {
    expect(readFileSync(join(root, 'dist', name), 'utf8')).toBe(text);
  });

  it('gives each division as the data files have it', () => {
    const lines = linesOfRows(readFileSync(join(root, 'dist/divisions.jsonl'), 'utf8'));
    expect(lines.at(3)).toEqual(loadGazetteer().places.divisions[3]);
    expect(lines.all()).toEqual(loadGazetteer().places.divisions);
    expect(lines.all()[3]).toBe(lines.at(3));
    expect(lines.at(lines.all().length)).toBeUndefined();
  });

  it('tells by its signs no park away', () => {
    const { signs } = z
      .object({ signs: z.object({ heads: z.array(z.string()) }) })
      .parse(JSON.parse(prepareFiles()['gazetteer.json']));
    const heads = new Set(signs.heads);
    expect([...loadGazetteer().parks.names()].filter((name) => !heads.has(name.slice(0, 6)))).toEqual([]);
  });

  it('holds the prints of the store that the schemas give', () => {
    expect(built('store.json')).toEqual(prepareStorePrints());
    expect(preparedPrints()).toEqual(prepareStorePrints());
  });
});

const work = mkdtempSync(join(tmpdir(), 'gongbao-quick-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const store = join(work, 'joint.db');

/** The built program in a folder of its own, where files of it can be lost. */
function copyOfBuild(): string {
  cpSync(join(root, 'dist'), join(work, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  cpSync(join(root, 'package.json'), join(work, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  return join(work, 'dist/cli');
}

const answer = (path: string): string =>
  spawnSync(process.execPath, [path, 'obligations', '--role', 'responsible', '--store', store, '--json'], { encoding: 'utf8' })
    .stdout;

it('answers the same by the script kept compiled, by the modules, and where what V8 kept is not its own', () => {
  expect(gongbao(['ingest', join(samples, 'joint.txt'), '--store', store]).code).toBe(0);
  const quick = answer(program);
  expect(JSON.parse(quick)).not.toEqual([]);
  const folder = copyOfBuild();
  const cache = join(folder, `quick.${process.version}-${process.arch}.cache`);
  writeFileSync(cache, readFileSync(cache).fill(1, 0, 64));
  expect(answer(join(folder, 'main.js'))).toBe(quick);
  rmSync(cache);
  rmSync(join(folder, 'quick.js'));
  expect(answer(join(folder, 'main.js'))).toBe(quick);
});
