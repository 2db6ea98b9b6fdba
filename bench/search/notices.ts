import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTools, runPipeline } from '../../pipeline/index.js';
import type { Ingested } from '../../schemas/index.js';
import { Random } from '../../test/support/seeded.js';

// Any number of notices for measuring: the sample notices as the pipeline reads them, each time with other words. A word is
// replaced by one as long, everywhere in text and records alike, so that offsets stay right and every substring is as frequent
// as in notices.

const FOLDERS = ['corpus/samples', 'corpus/trials/second/notices', 'corpus/trials/third/notices'];

/** What the pipeline reads from the sample notices in TXT. */
export async function sampleInputs(root: string): Promise<Ingested[]> {
  const tools = await loadTools();
  const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)));
  const texts = files.filter((file) => file.endsWith('.txt')).sort();
  return Promise.all(texts.map((file) => runPipeline(readFileSync(join(root, file)), { path: file }, tools)));
}

/** The Han characters of the texts, the most frequent first. */
export function frequentCharacters(inputs: readonly Ingested[], wanted: number): string[] {
  const counts = new Map<string, number>();
  for (const { head } of inputs.flatMap((input) => input.notices))
    for (const [c] of head.text.matchAll(/\p{Script=Han}/gu)) counts.set(c, (counts.get(c) ?? 0) + 1);
  const ordered = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ordered.slice(0, wanted).map(([c]) => c);
}

/** How many of the characters stand for others in a variant. */
const CHANGED = 0.06;

/** The `n`-th variant of the samples (as JSON): characters changed as the number says. */
export function variant(samples: readonly string[], characters: readonly string[], n: number): Ingested {
  const random = new Random(n + 1);
  const swaps = new Map<string, string>();
  const swapped = (c: string): string => {
    const known = swaps.get(c);
    if (known !== undefined) return known;
    const chosen = random.next() < CHANGED ? (characters[random.below(characters.length)] ?? c) : c;
    swaps.set(c, chosen);
    return chosen;
  };
  const made = JSON.parse((samples[n % samples.length] ?? '').replace(/\p{Script=Han}/gu, swapped)) as Ingested;
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return {
    ...made,
    input: { ...made.input, path: `${n}.txt`, file: `${n}.txt`, sha256: hash(String(n)) },
    notices: made.notices.map((notice, i) => ({ ...notice, identity: hash(`${n} ${i}`).slice(0, 16) })),
  };
}
