import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadTools, runPipeline } from '../../pipeline/index.js';
import type { Ingested, Keyed, KeyedFinding } from '../../schemas/index.js';

// Whole notices as they come out today, to be read when they change. `UPDATE_GOLDEN=1 npx vitest run test/golden` writes them
// anew; read the difference before you commit it.
const update = process.env['UPDATE_GOLDEN'] === '1';
const samples = new URL('../../corpus/samples/', import.meta.url);
const expected = new URL('./expected/', import.meta.url);

type AnyRecord = Keyed<object>;

/** A record without the version of its extractor, and its names with what they resolve to: a new gazetteer changes no line but theirs. */
function shown({ extractor, resolutions, ...record }: AnyRecord): object {
  const names = resolutions.map((r) => `${r.slot}: ${r.name} → ${r.entity_name ?? '?'}`);
  return { ...record, extractor: extractor.replace(/@.*/, ''), ...(names.length > 0 ? { names } : {}) };
}
const told = ({ extractor, ...finding }: KeyedFinding): object => ({ ...finding, extractor: extractor.replace(/@.*/, '') });

function whole({ notices, findings }: Ingested): string {
  const plain = notices.map((n) => ({
    identity: n.identity,
    head: n.head,
    pages: n.pages,
    records: Object.fromEntries(
      Object.entries(n.records).map(([type, records]) => [type, records.map((r: AnyRecord) => shown(r))]),
    ),
    findings: n.findings.map(told),
  }));
  return `${JSON.stringify({ notices: plain, findings: findings.map(told) }, null, 1)}\n`;
}

it.each(['joint.txt', 'plan.docx'])('%s comes out as it did', async (file) => {
  const now = whole(await runPipeline(readFileSync(new URL(file, samples)), { path: file }, await loadTools()));
  const path = new URL(`${file.replace(/\..*/, '')}.json`, expected);
  if (update) {
    mkdirSync(expected, { recursive: true });
    writeFileSync(path, now);
  }
  expect(existsSync(path)).toBe(true);
  expect(JSON.parse(now)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});

it('is held against files that this run did not write', () => {
  expect(update, 'UPDATE_GOLDEN is on: read what was written, then run again without it').toBe(false);
});
