import { ALL_LINK_MODELS, ALL_MODELS, isList, type Field, type ListField, type ScalarField } from '../model.js';
import type { RecordFilter, Store } from '../store/types.js';
import type { ExportFiles, OpenFile } from './files.js';

/** Without it, Excel on a Chinese Windows takes UTF-8 for GBK. */
const BOM = '\uFEFF';
/** Between the items of a list in one cell; names hold 、 and ， themselves. */
const SEPARATOR = '；';

/**
 * One file per record type and per thing that is made of all notices together, and one per list field with its items (`obligations_units.csv`): id of the record,
 * position, and the item's fields. The record's own file has the items joined in one cell, for reading. Maps are JSON.
 */
export async function writeCsv(store: Store, files: ExportFiles, filter: RecordFilter): Promise<void> {
  for (const { name, fields } of ALL_MODELS) await writeType(files, name, fields, store.list(name, filter));
  for (const { name, fields } of ALL_LINK_MODELS) await writeType(files, name, fields, store.links(name));
}

async function writeType(
  files: ExportFiles,
  type: string,
  fields: Field[],
  records: AsyncIterable<{ id: string }>,
): Promise<void> {
  const main = await startFile(
    files,
    type,
    fields.map((field) => field.name),
  );
  const lists: [ListField, OpenFile][] = [];
  for (const field of fields.filter(isList)) {
    const columns = ['id', 'position', ...(field.items?.map((item) => item.name) ?? ['value'])];
    lists.push([field, await startFile(files, `${type}_${field.name}`, columns)]);
  }
  for await (const record of records) {
    const values: Values = { ...record };
    await writeLine(
      main,
      fields.map((field) => (isList(field) ? guarded(joinedItems(field, values)) : cell(field, values[field.name]))),
    );
    for (const [field, file] of lists) await writeItems(file, field, record.id, values);
  }
}

type Values = Record<string, unknown>;

async function startFile(files: ExportFiles, name: string, columns: string[]): Promise<OpenFile> {
  const file = await files.create(`${name}.csv`);
  await file.write(BOM + csvLine(columns));
  return file;
}

async function writeLine(file: OpenFile, cells: string[]): Promise<void> {
  await file.write(csvLine(cells));
  file.records += 1;
}

async function writeItems(file: OpenFile, field: ListField, id: string, values: Values): Promise<void> {
  for (const [position, item] of listOf(values[field.name]).entries()) {
    const cells = field.items ? field.items.map((each) => cell(each, valuesOf(item)[each.name])) : [guarded(plain(item))];
    await writeLine(file, [guarded(id), String(position), ...cells]);
  }
}

/** The items of a list for reading: of objects what they are called by, the first field that is not empty. */
function joinedItems(field: ListField, values: Values): string {
  const names = listOf(values[field.name]).map((item) => {
    if (!field.items) return plain(item);
    return Object.values(valuesOf(item)).find((value): value is string => typeof value === 'string') ?? '';
  });
  return names.join(SEPARATOR);
}

function cell(field: ScalarField, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (field.value) {
    case 'json':
      return guarded(JSON.stringify(value));
    case 'text':
      return guarded(plain(value));
    case 'integer':
    case 'number':
    case 'boolean':
      return plain(value);
  }
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front. One that has apostrophes before
 * such a beginning gets another, so that taking one away always gives the text back.
 */
export function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A text as it was before `guarded`. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** A line after RFC 4180. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
