import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTools, type PipelineTools } from '../../pipeline/index.js';
import { caseOf, judge, leftBehind } from '../support/fuzz/judge.js';
import { SAMPLES } from '../support/fuzz/samples.js';

/** Cases of each format: 500 in all for the six that people are sent most, some more for the others. */
const CASES: Readonly<Record<string, number>> = {
  txt: 84,
  html: 84,
  docx: 83,
  pdf: 83,
  xlsx: 83,
  ofd: 83,
  md: 20,
  csv: 20,
  doc: 20,
  zip: 20,
};

/** Files that once were wrong: `bench/fuzz.ts --keep` puts them there under a name that says what they are. */
const folder = fileURLToPath(new URL('fuzz-cases/', import.meta.url));

let tools: PipelineTools;
let before: string[];
beforeAll(async () => {
  tools = await loadTools();
  before = leftBehind();
});
afterAll(() => {
  expect(leftBehind()).toEqual(before);
});

describe.each(Object.entries(CASES))('%s spoilt in %d ways', (format, cases) => {
  it('the sample itself is read', async () => {
    const sample = SAMPLES[format]?.();
    expect(sample && (await judge(sample, tools))).toEqual({ outcome: format === 'zip' ? 'opened' : 'read', fault: null });
  });

  it('is refused by a cause, or read with records that are grounded', { timeout: 120_000 }, async () => {
    const faults: string[] = [];
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= cases; seed += 1) {
      const { outcome, fault } = await judge(caseOf(format, seed), tools);
      outcomes.add(outcome);
      if (fault !== null) faults.push(`${format}:${seed} ${fault}`);
    }
    expect(faults).toEqual([]);
    // a way of spoiling that leaves every file as it was, or nothing of it, would test nothing
    expect(outcomes.has('read') || outcomes.has('opened')).toBe(true);
  });
});

describe('what a seed gives', () => {
  it.each(Object.keys(SAMPLES))('%s: the same file each time, and for most seeds another than the sample', (format) => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const files = seeds.map((seed) => Buffer.from(caseOf(format, seed).bytes).toString('base64'));
    expect(seeds.map((seed) => Buffer.from(caseOf(format, seed).bytes).toString('base64'))).toEqual(files);
    expect(new Set(files).size).toBeGreaterThan(5);
  });
});

it('files that once were wrong are not wrong again', async () => {
  const faults: string[] = [];
  for (const name of readdirSync(folder).filter((each) => !each.endsWith('.md'))) {
    const { fault } = await judge({ name, bytes: new Uint8Array(readFileSync(`${folder}${name}`)) }, tools);
    if (fault !== null) faults.push(`${name} ${fault}`);
  }
  expect(faults).toEqual([]);
});
