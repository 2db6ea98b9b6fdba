import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { Workplace } from './support/place.js';
import { gongbao, root, samples } from './support/program.js';

const place = new Workplace();

const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

/** The program's command lines in the blocks of a document, as arguments; what stands for something else (COMMAND …) is none. */
function examplesIn(document: string): string[][] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/^ {4}npm run --silent gongbao -- ([a-z].*)$/gm)].map(([, line = '']) =>
    [...line.replace(/\s+#.*$/, '').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );
}

/** They go on until somebody ends them, and are tried in test/cli/watch.test.ts and test/web/safe/serve.test.ts. */
const ENDLESS = ['serve', 'watch'];

const examples = documents
  .flatMap((document) => examplesIn(document).map((args) => [document, args] as const))
  .filter(([, [command = '']]) => !ENDLESS.includes(command));

beforeAll(() => {
  expect(gongbao(['ingest', samples, '--store', place.at('gongbao.db')]).code).toBe(0);
});

it('there are examples', () => {
  expect(examples.length).toBeGreaterThan(8);
});

it.each(examples)('%s: gongbao %j does what it says over the samples', (_, args) => {
  const { code, out, err } = gongbao(args, { cwd: place.path });
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  expect(out + err).not.toBe('');
});
