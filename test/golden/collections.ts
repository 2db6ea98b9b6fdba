import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTools, runPipeline } from '../../pipeline/index.js';
import type { ExtractedType, Ingested, Keyed, ReadRecords } from '../../schemas/index.js';
import { goldSchema, judge, type Gold } from './judge.js';

/** Notices whose records are known: a folder of files and a folder with a JSON file of the same name for each. */
export interface Collection {
  name: string;
  notices: string;
  gold: string;
}

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The real notices where they stand beside the repository, the samples, and each set of trial notices. */
export function collections(): Collection[] {
  const trials = here('corpus/trials');
  const sets = existsSync(trials) ? readdirSync(trials, { withFileTypes: true }).filter((e) => e.isDirectory()) : [];
  return [
    { name: 'real', notices: here('../shared/notices'), gold: here('../shared/eval/gold') },
    { name: 'samples', notices: here('corpus/samples'), gold: here('corpus/sample-sources/gold') },
    ...sets.map(({ name }) => ({ name, notices: join(trials, name, 'notices'), gold: join(trials, name, 'gold') })),
  ].filter(({ notices, gold }) => existsSync(notices) && existsSync(gold));
}

type AnyRecord = { [T in ExtractedType]: Keyed<ReadRecords[T]> }[ExtractedType];
export interface JudgedRecord {
  file: string;
  type: ExtractedType;
  record: AnyRecord;
  /** null where it is right */
  why: string | null;
}

const TYPES: readonly ExtractedType[] = ['clusters', 'ratings', 'targets', 'obligations', 'projects', 'observations'];

/** Every file of a collection that has gold, run through the pipeline. */
export async function ingestedFiles(collection: Collection): Promise<{ file: string; gold: Gold; ingested: Ingested }[]> {
  const tools = await loadTools();
  const files: { file: string; gold: Gold; ingested: Ingested }[] = [];
  for (const file of readdirSync(collection.notices).sort()) {
    const stem = parse(file).name;
    const path = [stem, stem.slice(0, 3)].map((s) => join(collection.gold, `${s}.json`)).find((p) => existsSync(p));
    if (path === undefined) continue;
    const gold = goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const ingested = await runPipeline(readFileSync(join(collection.notices, file)), { path: file }, tools);
    files.push({ file, gold, ingested });
  }
  return files;
}

/** The records of one type of a whole file. */
const recordsOf = (ingested: Ingested, type: ExtractedType): AnyRecord[] =>
  ingested.notices.flatMap((n): AnyRecord[] => n.records[type]);

/** Every record of a collection with whether it is right. */
export async function judgedRecords(collection: Collection): Promise<JudgedRecord[]> {
  const files = await ingestedFiles(collection);
  return files.flatMap(({ file, gold, ingested }) =>
    TYPES.flatMap((type) => {
      const { right, wrong } = judge(type, gold, recordsOf(ingested, type));
      return [
        ...right.map((record) => ({ file, type, record, why: null })),
        ...wrong.map(({ record, why }) => ({ file, type, record, why })),
      ];
    }),
  );
}

/** How many records of each type a collection gives rightly, wrongly and not at all. */
export async function tally(collection: Collection): Promise<Record<string, { right: number; wrong: number; missed: number }>> {
  const files = await ingestedFiles(collection);
  return Object.fromEntries(
    TYPES.map((type) => {
      const judged = files.map(({ gold, ingested }) => judge(type, gold, recordsOf(ingested, type)));
      const sum = (part: 'right' | 'wrong' | 'missed'): number => judged.reduce((n, j) => n + j[part].length, 0);
      return [type, { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') }];
    }),
  );
}
