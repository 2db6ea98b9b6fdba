import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type SearchFilter, type Store } from '../../../output/index.js';
import { MODELS } from '../../../output/model.js';
import { searchables } from '../../../output/search/entry.js';
import { loadTools, runPipeline } from '../../../pipeline/index.js';
import { RECORD_TYPE_NAMES } from '../../../schemas/index.js';

const ROOT = join(import.meta.dirname, '../../..');
/** Some of our own notices and, where they are beside the repository, real ones. */
const FOLDERS = ['corpus/samples', 'corpus/trials/third/notices', '../shared/notices'].map((folder) => join(ROOT, folder));

let folder: string;
let store: Store;
/** What can be searched, with the hit that it must give. */
const notices: { id: string; text: string }[] = [];
const fields: { id: string; type: (typeof RECORD_TYPE_NAMES)[number]; text: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-recall-'));
  store = await openStore(join(folder, 'store.db'));
  const tools = await loadTools();
  const files = FOLDERS.filter((each) => existsSync(each)).flatMap((each) => readdirSync(each).map((name) => join(each, name)));
  for (const file of files.filter((each) => /(^|\/)(c0\d[^/]*|[^c/][^/]*)\.txt$/.test(each)))
    await store.put(await runPipeline(readFileSync(file), { path: basename(file) }, tools));
  await store.link();
  for (const type of RECORD_TYPE_NAMES)
    for await (const record of store.list(type)) {
      if ('text' in record && type === 'notices') notices.push({ id: record.id, text: record.text });
      const { head, body } = searchables(MODELS[type], { ...record });
      fields.push(...[...head, ...body].map(({ text }) => ({ id: record.id, type, text })));
    }
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Goes through the pages of an answer until the hit is there. */
async function finds(query: string, id: string, filter: SearchFilter): Promise<boolean> {
  for (let cursor: string | undefined; ;) {
    const { hits, next } = await store.search(query, filter, { limit: 200, ...(cursor ? { cursor } : {}) });
    const hit = hits.find((each) => each.id === id);
    if (hit) return hit.passages.some(({ marks }) => marks.length > 0);
    if (next === null) return false;
    cursor = next;
  }
}

/** A part of a text without its white space: where it begins and how long it is, in characters, as fractions. */
const cuts = fc.record({
  of: fc.double({ min: 0, max: 1, noNaN: true }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
});

function part(text: string, at: number, length: number): string {
  const characters = Array.from(text.replace(/\s+/g, ''));
  const from = Math.floor(at * Math.max(0, characters.length - 1));
  return characters.slice(from, from + length).join('');
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.min(list.length - 1, Math.floor(at * list.length))];

describe('every part of a text is found', () => {
  test('in notices (property)', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, async ({ of, at, length }) => {
        const chosen = pick(notices, of);
        const query = part(chosen?.text ?? '', at, length);
        fc.pre(query !== '');
        expect(await finds(query, chosen?.id ?? '', { types: ['notices'] }), query).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('in records (property)', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, async ({ of, at, length }) => {
        const chosen = pick(fields, of);
        const query = part(chosen?.text ?? '', at, length);
        fc.pre(chosen !== undefined && query !== '');
        expect(await finds(query, chosen.id, { types: [chosen.type] }), query).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
