import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Gazetteer } from '../../corpus/gazetteer.js';
import type { NameContext } from '../../names/index.js';
import { placed } from '../../names/results.js';
import type { Resolution } from '../../schemas/index.js';

const COLUMNS = ['name', 'kind', 'place', 'date', 'text', 'expected', 'tier', 'source', 'now'] as const;
export const TIERS = ['plain', 'style', 'hard'] as const;
const caseSchema = z.strictObject({
  name: z.string().describe('as written'),
  kind: z.enum(['park', 'place', 'organ']),
  place: z.string().describe('whose notice it stands in: 江西省/景德镇市; empty for a national one'),
  date: z.string(),
  text: z.string().describe('of the notice, where it matters'),
  expected: z.string().min(1).describe('official name, before it the code for a place; several that are as good with |; or none'),
  tier: z.enum(TIERS),
  source: z.string().min(1),
  now: z.string().describe('what comes out today where that is not what is expected'),
});
export type NameCase = z.infer<typeof caseSchema>;

const folder = new URL('cases/', import.meta.url);

/** The tables of names written by hand, by their file's name. */
export const TABLES = readdirSync(folder)
  .filter((file) => file.endsWith('.csv'))
  .map((file) => file.slice(0, -4))
  .sort();

export function casesOf(table: string): NameCase[] {
  const rows: unknown = parse(readFileSync(new URL(`${table}.csv`, folder), 'utf8'), { columns: true });
  return z.array(caseSchema).parse(rows);
}

/** Writes a table back, for the column `now`. */
export function writeTable(table: string, cases: readonly NameCase[]): void {
  writeFileSync(new URL(`${table}.csv`, folder), stringify([...cases], { header: true, columns: [...COLUMNS] }));
}

/** The code of 江西省/景德镇市; null for an empty path. */
export function codeOf(path: string, { places }: Gazetteer): string | null {
  let code: string | null = null;
  for (const name of path === '' ? [] : path.split('/')) {
    const found = places.divisions.find(
      (division) => division.name === name && (code === null || places.within(division.code, code)),
    );
    if (!found) throw new Error(`no place ${path}`);
    code = found.code;
  }
  return code;
}

/** The context of a case: its notice’s place, date and text. */
export function contextOf({ place, date, text }: Pick<NameCase, 'place' | 'date' | 'text'>, gazetteer: Gazetteer): NameContext {
  const code = codeOf(place, gazetteer);
  const division = code === null ? null : gazetteer.places.byCode(code);
  return { region: division && placed('region', place, division, 'exact', 1), date, text };
}

/** What a name was resolved to, in the notation of `expected`. */
export function shown({ kind, entity_id, entity_name }: Pick<Resolution, 'kind' | 'entity_id' | 'entity_name'>): string {
  if (entity_id === null) return 'none';
  return kind === 'place' ? `${entity_id} ${entity_name ?? ''}` : (entity_name ?? '');
}

/** Is what came out one of the expected? */
export function isRight(expected: string, came: string): boolean {
  return expected.split('|').some((one) => one.trim() === came);
}
