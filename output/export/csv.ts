import { isList, type Field, type ListField, type Model, type ScalarField } from '../model.js';
import type { ExportFiles, OpenFile } from './files.js';
import { gathered, listOf, valuesOf, type Table, type Values } from './tables.js';

/** Without it, Excel on a Chinese Windows takes UTF-8 for GBK. */
export const BOM = '\uFEFF';
/** Between the items of a list in one cell; names hold 、 and ， themselves. */
const SEPARATOR = '；';

/** For whom a table is: a spreadsheet gets a BOM and texts that it cannot run, a machine the bare values. */
export type CsvReader = 'spreadsheet' | 'machine';

/**
 * One file per record type and per thing that is made of all notices together, and one per list field with its items (`obligations_units.csv`): id of the record,
 * position, and the item's fields. The record's own file has the items joined in one cell, for reading. Maps are JSON.
 */
export async function writeCsv(tables: readonly Table[], files: ExportFiles, reader: CsvReader): Promise<void> {
  for (const table of tables) await writeTable(table, files, reader);
}

/** A type's own file, without those of its lists, as text. */
export function csvText(model: Model, rows: AsyncIterable<Values>, reader: CsvReader): AsyncGenerator<string> {
  return gathered(csvLines(model, rows, reader));
}

async function* csvLines(model: Model, rows: AsyncIterable<Values>, reader: CsvReader): AsyncGenerator<string> {
  yield headLine(columnsOf(model), reader);
  for await (const values of rows) yield recordLine(model.fields, values, reader);
}

export async function writeTable({ model, rows }: Table, files: ExportFiles, reader: CsvReader): Promise<void> {
  const main = await startFile(files, model.name, columnsOf(model), reader);
  const lists: [ListField, OpenFile][] = [];
  for (const field of model.fields.filter(isList)) {
    lists.push([field, await startFile(files, listFileOf(model, field), itemColumns(field), reader)]);
  }
  for await (const values of main.counting(rows())) {
    await main.write(recordLine(model.fields, values, reader));
    for (const [field, file] of lists) {
      for (const line of itemLines(field, values, reader)) {
        await file.write(line);
        file.records += 1;
      }
    }
  }
}

/** The name, without its ending, of the file that holds a list's items. */
export function listFileOf(model: Model, field: ListField): string {
  return `${model.name}_${field.name}`;
}

/** The heads of the file that holds a list's items. */
export function itemColumns(field: ListField): string[] {
  return ['id', 'position', ...(field.items?.map((item) => item.name) ?? ['value'])];
}

const columnsOf = (model: Model): string[] => model.fields.map((field) => field.name);

async function startFile(files: ExportFiles, name: string, columns: string[], reader: CsvReader): Promise<OpenFile> {
  const file = await files.create(`${name}.csv`);
  await file.write(headLine(columns, reader));
  return file;
}

const headLine = (columns: string[], reader: CsvReader): string => (reader === 'spreadsheet' ? BOM : '') + csvLine(columns);

function recordLine(fields: readonly Field[], values: Values, reader: CsvReader): string {
  return csvLine(
    fields.map((field) =>
      isList(field) ? textFor(reader, joinedItems(field, values[field.name])) : cell(field, values[field.name], reader),
    ),
  );
}

function itemLines(field: ListField, values: Values, reader: CsvReader): string[] {
  return listOf(values[field.name]).map((item, position) => {
    const cells = field.items
      ? field.items.map((each) => cell(each, valuesOf(item)[each.name], reader))
      : [textFor(reader, plain(item))];
    return csvLine([textFor(reader, plain(values['id'])), String(position), ...cells]);
  });
}

/** The items of a list for reading: of objects what they are called by, the first field that is not empty. */
export function joinedItems(field: ListField, value: unknown): string {
  const names = listOf(value).map((item) => {
    if (!field.items) return plain(item);
    return Object.values(valuesOf(item)).find((each): each is string => typeof each === 'string') ?? '';
  });
  return names.join(SEPARATOR);
}

function cell(field: ScalarField, value: unknown, reader: CsvReader): string {
  if (value === null || value === undefined) return '';
  switch (field.value) {
    case 'json':
      return textFor(reader, JSON.stringify(value));
    case 'text':
      return textFor(reader, plain(value));
    case 'integer':
    case 'number':
    case 'boolean':
      return plain(value);
  }
}

const textFor = (reader: CsvReader, text: string): string => (reader === 'spreadsheet' ? guarded(text) : text);

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
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
