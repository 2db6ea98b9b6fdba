import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Pattern } from './collect.js';

/** What recheck said of a pattern: `known` is one of KNOWN, `unknown` one that it did not decide in its time. */
const verdictSchema = z.enum(['safe', 'unknown', 'known']);
export type Verdict = z.infer<typeof verdictSchema>;

const file = new URL('verdicts.json', import.meta.url);

/** Names a pattern with its flags. */
export const verdictKey = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);

/** What is kept of what recheck said (`npm run patterns`), by the pattern's key. */
export const readVerdicts = (): Map<string, Verdict> =>
  new Map(Object.entries(z.record(z.string(), verdictSchema).parse(JSON.parse(readFileSync(file, 'utf8')))));

/** Keeps them, in the order of their keys. */
export function writeVerdicts(verdicts: ReadonlyMap<string, Verdict>): void {
  const sorted = Object.fromEntries([...verdicts].sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
