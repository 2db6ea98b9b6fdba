import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTools, runPipeline, type PipelineTools } from '../../pipeline/index.js';
import type { Ingested } from '../../schemas/index.js';
import { differences, untold, type Gold } from './compare.js';

const samples = new URL('../../corpus/samples/', import.meta.url);
const golds = new URL('../../corpus/sample-sources/gold/', import.meta.url);

/** What is known to come out otherwise than gold says. Each line is a thing to mend: when one is mended, it goes. */
const KNOWN: Record<string, string[]> = {};

describe.each(readdirSync(samples).sort())('%s', (file) => {
  const { name } = parse(file);
  const gold = JSON.parse(readFileSync(new URL(`${name}.json`, golds), 'utf8')) as Gold;
  let tools: PipelineTools;
  let ingested: Ingested;

  beforeAll(async () => {
    tools = await loadTools();
    ingested = await runPipeline(readFileSync(new URL(file, samples)), { path: file }, tools);
  });

  it('has as many notices as gold says', () => {
    expect(ingested.notices).toHaveLength(gold['notices']?.length ?? 0);
  });

  it('gives what gold says, but for what is known', () => {
    expect(differences(ingested, gold)).toEqual(KNOWN[name] ?? []);
  });

  it('tells the slip that its writer put in', () => {
    expect(untold(ingested, gold)).toEqual([]);
  });

  it('comes out the same again', async () => {
    expect(await runPipeline(readFileSync(new URL(file, samples)), { path: file }, tools)).toEqual(ingested);
  });
});
