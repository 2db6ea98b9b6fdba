import { readFileSync } from 'node:fs';

/** A row of a table of cases, by the names in the first line. */
export type Case = Record<string, string>;

/** Records of a CSV text: commas, double quotes, quotes doubled inside, line ends inside quotes. Empty lines are none. */
export function parseCsv(source: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const endRow = (): void => {
    row.push(field);
    field = '';
    if (row.some((f) => f !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quoted && c === '"' && text[i + 1] === '"') {
      field += '"';
      i++;
    } else if (c === '"' && (quoted || field === '')) quoted = !quoted;
    else if (quoted) field += c;
    else if (c === ',') {
      row.push(field);
      field = '';
    } else if (c === '\n') endRow();
    else field += c;
  }
  endRow();
  return rows;
}

/**
 * The cases of `test/cases/NAME.csv`. Columns: `text` what is read, `context` what it is read as or for, `expected` what
 * must come out, `tier` how hard it is (`plain`, `style`, `hard`), `source` why it is expected.
 */
export function casesOf(name: string): Case[] {
  const [head = [], ...rows] = parseCsv(readFileSync(new URL(`${name}.csv`, import.meta.url), 'utf8'));
  return rows.map((row, i) => {
    if (row.length !== head.length) throw new Error(`${name}.csv, case ${i + 1}: ${row.length} fields instead of ${head.length}`);
    return Object.fromEntries(head.map((column, k) => [column, row[k] ?? '']));
  });
}

/** The field of a case; an unknown name is an error of the test. */
export function fieldOf(row: Case, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
}
