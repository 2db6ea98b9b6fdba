import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';

/** A row of a table of cases, by the names in the first line. */
export type Case = Record<string, string>;

const rowsSchema = z.array(z.record(z.string(), z.string()));

/**
 * The cases of `test/cases/NAME.csv`. Columns: `text` what is read, `context` what it is read as or for, `expected` what
 * must come out, `tier` how hard it is (`plain`, `style`, `hard`), `source` why it is expected.
 * @throws where a row has more or fewer fields than the head
 */
export function casesOf(name: string): Case[] {
  const source = readFileSync(new URL(`${name}.csv`, import.meta.url), 'utf8');
  return rowsSchema.parse(parse(source, { columns: true, bom: true, skip_empty_lines: true }));
}

/** The field of a case; an unknown name is an error of the test. */
export function fieldOf(row: Case, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
}

/** Families of styles: folders of tables, one table a style. */
export const FAMILIES = ['metadata', 'clusters', 'ratings', 'obligations', 'targets', 'projects', 'observations'] as const;
export type FamilyName = (typeof FAMILIES)[number];

export const STYLE_COLUMNS = ['text', 'context', 'expected', 'tier', 'source', 'now'] as const;
const styleSchema = z.object(Object.fromEntries(STYLE_COLUMNS.map((c) => [c, z.string()])) as Record<StyleColumn, z.ZodString>);
type StyleColumn = (typeof STYLE_COLUMNS)[number];

/** A case of a style; `now` is what comes out today where that is not what is expected, else empty. */
export type StyleCase = Record<StyleColumn, string>;

/** Names of the tables of a family, `[]` where it has none yet. */
export function stylesOf(family: FamilyName): string[] {
  const files = readdirSync(new URL(`${family}/`, import.meta.url));
  return files
    .filter((f) => f.endsWith('.csv'))
    .map((f) => f.slice(0, -4))
    .sort();
}

export const styleCases = (family: FamilyName, style: string): StyleCase[] =>
  z.array(styleSchema).parse(casesOf(`${family}/${style}`));

/** Writes a table of cases back, for the column `now`. */
export function writeStyle(family: FamilyName, style: string, cases: readonly StyleCase[]): void {
  const text = stringify([...cases], { header: true, columns: [...STYLE_COLUMNS] });
  writeFileSync(new URL(`${family}/${style}.csv`, import.meta.url), text);
}
