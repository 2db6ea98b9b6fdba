import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import { readDocument, rerun, type PipelineTools } from '../../pipeline/index.js';
import type { Document, Ingested, KeyedFinding } from '../../schemas/index.js';
import { Random } from '../../test/support/seeded.js';
import type { Clean, Kind, Seeded } from './kind.js';
import { shuffled } from './shuffled.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = [
  'corpus/samples',
  ...readdirSync(join(root, 'corpus/trials'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `corpus/trials/${entry.name}/notices`),
];

const process = (document: Document, path: string, tools: PipelineTools): Ingested =>
  rerun(document, { path, file: basename(path), sha256: '', bytes: 0 }, tools);

/** The samples and the trial notices as they were written. */
export async function cleanNotices(tools: PipelineTools): Promise<Clean[]> {
  const paths = FOLDERS.toSorted().flatMap((folder) =>
    readdirSync(join(root, folder))
      .toSorted()
      .map((file) => `${folder}/${file}`),
  );
  const all: Clean[] = [];
  for (const path of paths) {
    const document = await readDocument(new Uint8Array(readFileSync(join(root, path))), basename(path));
    const ingested = process(document, path, tools);
    const [notice] = ingested.notices;
    if (notice) all.push({ path, document, ingested, notice });
  }
  return all;
}

/** An error and what the audit made of it. */
export interface Outcome {
  kind: Kind;
  path: string;
  seeded: Seeded;
  /** a new warning tells of it; `hint`: only a new finding of severity info does */
  found: 'told' | 'hint' | 'missed';
  /** new warnings by checks that have nothing to do with it */
  beside: KeyedFinding[];
}

export const warnings = (ingested: Ingested): KeyedFinding[] => allFindings(ingested).filter((f) => f.severity !== 'info');

const allFindings = (ingested: Ingested): KeyedFinding[] => [
  ...ingested.findings,
  ...ingested.notices.flatMap((notice) => notice.findings),
];

const keyOf = (f: KeyedFinding): string => JSON.stringify([f.check, f.params, f.expected, f.actual]);

/** Findings that were not there before the error was made; of equal ones, as many as there are more. */
function newFindings(before: Ingested, after: Ingested): KeyedFinding[] {
  const left = new Map<string, number>();
  for (const f of allFindings(before)) left.set(keyOf(f), (left.get(keyOf(f)) ?? 0) + 1);
  return allFindings(after).filter((f) => {
    const known = left.get(keyOf(f)) ?? 0;
    if (known > 0) left.set(keyOf(f), known - 1);
    return known === 0;
  });
}

/** Most errors of one kind in one notice, so that a long table does not stand for all. */
const MOST_PER_NOTICE = 3;

/** Makes errors of a kind, `wanted` of them where there are as many sites, and hears the audit on each. */
export function outcomesOf(kind: Kind, notices: readonly Clean[], wanted: number, seed: number, tools: PipelineTools): Outcome[] {
  const random = new Random(seed + Array.from(kind.name).reduce((n, c) => n * 31 + c.charCodeAt(0), 7));
  const sites = notices.flatMap((clean) =>
    shuffled(kind.sites(clean), random)
      .slice(0, MOST_PER_NOTICE)
      .map((site) => ({ clean, site })),
  );
  return shuffled(sites, random)
    .slice(0, wanted)
    .map(({ clean, site }) => {
      const seeded = site(random);
      const found = newFindings(clean.ingested, process(seeded.document, clean.path, tools));
      const telling = found.filter((f) => seeded.tells(f));
      return {
        kind,
        path: clean.path,
        seeded,
        found: telling.some((f) => f.severity !== 'info') ? 'told' : telling.length > 0 ? 'hint' : 'missed',
        beside: found.filter((f) => f.severity !== 'info' && ![...kind.checks, ...(kind.follows ?? [])].includes(f.check)),
      };
    });
}
