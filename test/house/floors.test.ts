import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, root } from './repository.js';

/** The floors of the house: imports go down only, and between rooms of one floor not at all. */
const FLOORS: Record<string, number> = {
  schemas: 1,
  corpus: 2,
  extractors: 3,
  names: 3,
  output: 3,
  pipeline: 4,
  questions: 4,
  intake: 5,
  web: 5,
  cli: 6,
  library: 6,
  test: 7,
  bench: 8,
};

/** Rooms whose files may be imported one by one: data modules that nobody wants to load all of, and the tables of cases. */
const OPEN_ROOMS = new Set(['corpus', 'test']);

interface Import {
  from: string;
  to: string;
}

const imports = repositoryFiles()
  // tests look into every room; only what is taken from them is of interest
  .filter((file) => /\.tsx?$/.test(file) && roomOf(file) in FLOORS && roomOf(file) !== 'test')
  .flatMap(importsOf);

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** Imports of our own files by a file, `import type` and `import()` included. */
function importsOf(from: string): Import[] {
  const source = readFileSync(join(root, from), 'utf8');
  const specifiers = source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"](\.{1,2}\/[^'"]+)['"]/g);
  return [...specifiers].map((match) => ({ from, to: relative(root, join(root, dirname(from), match[1] ?? '')) }));
}

function crossing({ from, to }: Import): boolean {
  return roomOf(from) !== roomOf(to);
}

function show({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

describe('the floors of the house', () => {
  it('finds imports at all', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter(crossing).length).toBeGreaterThan(10);
  });

  it('imports go down only, and never between rooms of one floor', () => {
    const wrong = imports.filter(crossing).filter(({ from, to }) => {
      const above = FLOORS[roomOf(from)] ?? 0;
      const below = FLOORS[roomOf(to)];
      return below === undefined || below >= above;
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('other rooms are entered by their door', () => {
    const wrong = imports.filter(crossing).filter(({ to }) => !OPEN_ROOMS.has(roomOf(to)) && to !== `${roomOf(to)}/index.js`);
    expect(wrong.map(show)).toEqual([]);
  });

  it('no file imports itself in a circle', () => {
    expect(circles()).toEqual([]);
  });
});

/** A file is imported as `.js` whether it is written in `.ts` or `.tsx`. */
function withoutEnding(path: string): string {
  return path.replace(/\.(js|tsx?)$/, '');
}

/** Circles of files that need each other at run time or for their types. */
function circles(): string[] {
  const below = new Map<string, string[]>();
  for (const { from, to } of imports) {
    const [file, target] = [withoutEnding(from), withoutEnding(to)];
    below.set(file, [...(below.get(file) ?? []), target]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) for (const next of below.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of below.keys()) visit(file, []);
  return found;
}
