import { isList, type Field, type ListField, type Model, type ScalarField } from '../model.js';
import { fieldLabel } from '../labels.js';
import type { Store } from '../store/types.js';
import { itemColumns, listFileOf, writeTable } from './csv.js';
import type { ExportFiles, WrittenFile } from './files.js';
import { tablesOf, type Selection, type Table, type Values } from './tables.js';

// A Frictionless Data Package: the CSV files for machines, and a descriptor that says what is in them (Tabular Data Package and Table
// Schema, version 1, which all tools read).

/** A date to the precision given. */
const DATE_PATTERN = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';

/**
 * Writes the CSV files and `datapackage.json`. Every foreign key holds: of a filtered selection the notices are those that its records are from,
 * and what is made of all notices together is left out, as it would name records that are not there.
 */
export async function writeDataPackage(store: Store, files: ExportFiles, selection: Selection, facts: object): Promise<void> {
  const tables = closed(tablesOf(store, selection), selection, store);
  for (const table of tables) await writeTable(table, files, 'machine');
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'gongbao',
    title: '公文数据',
    description: 'Records read from government notices (公文), each pointing at the words that it was read from.',
    resources: resourcesOf(
      tables.map(({ model }) => model),
      await files.finish(),
    ),
    gongbao: facts,
  };
  await files.describe('datapackage.json', `${JSON.stringify(descriptor, null, 1)}\n`);
}

/** The tables so that no record names another one that is left out; notices come last, when it is known which are named. */
function closed(tables: readonly Table[], { filter }: Selection, store: Store): Table[] {
  if (Object.keys(filter).length === 0) return [...tables];
  const own = tables.filter(({ linked }) => !linked);
  if (Object.keys(filter).every((name) => name === 'notice')) return own;
  const named = new Set<string>();
  const others = own
    .filter(({ name }) => name !== 'notices')
    .map((table) => ({ ...table, rows: () => naming(table.rows(), named) }));
  const [notices] = own.filter(({ name }) => name === 'notices');
  if (!notices) return others;
  const rows = (): AsyncIterable<Values> => alsoNamed(notices.rows(), store.list('notices'), named);
  return [...others, { ...notices, rows }];
}

async function* naming(rows: AsyncIterable<Values>, named: Set<string>): AsyncGenerator<Values> {
  for await (const row of rows) {
    if (typeof row['notice_id'] === 'string') named.add(row['notice_id']);
    yield row;
  }
}

/** The rows of a filter and those that are named, each once. */
async function* alsoNamed(rows: AsyncIterable<Values>, all: AsyncIterable<Values>, named: Set<string>): AsyncGenerator<Values> {
  for await (const row of rows) {
    named.delete(String(row['id']));
    yield row;
  }
  for await (const row of all) if (named.has(String(row['id']))) yield row;
}

function resourcesOf(models: readonly Model[], written: readonly WrittenFile[]): object[] {
  const present = new Set(models.map(({ name }) => name));
  const facts = new Map(written.map((file) => [file.name, file]));
  return models.flatMap((model) => [
    resource(model.name, `${model.title.zh}. ${model.description}`, facts, mainSchema(model, present)),
    ...model.fields
      .filter(isList)
      .map((field) =>
        resource(listFileOf(model, field), field.marks.description ?? field.name, facts, listSchema(model, field, present)),
      ),
  ]);
}

function resource(name: string, description: string, facts: ReadonlyMap<string, WrittenFile>, schema: object): object {
  const path = `${name}.csv`;
  const file = facts.get(path);
  return {
    profile: 'tabular-data-resource',
    name: name.toLowerCase(),
    path,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(file ? { bytes: file.bytes, hash: `sha256:${file.sha256}` } : {}),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, skipInitialSpace: false, header: true },
    schema,
  };
}

function mainSchema(model: Model, present: ReadonlySet<string>): object {
  return {
    fields: model.fields.map(fieldSchema),
    missingValues: [''],
    primaryKey: 'id',
    ...keysOf(model.fields.flatMap((field) => (isList(field) ? [] : foreignKeys(field, present)))),
  };
}

/** The profile wants no empty list of foreign keys. */
const keysOf = (foreign: object[]): object => (foreign.length > 0 ? { foreignKeys: foreign } : {});

function listSchema(model: Model, field: ListField, present: ReadonlySet<string>): object {
  const [id = 'id', position = 'position', ...others] = itemColumns(field);
  return {
    fields: [
      { name: id, type: 'string', description: `id of the record in ${model.name}`, constraints: { required: true } },
      { name: position, type: 'integer', description: 'place in the list, from 0', constraints: { required: true } },
      ...(field.items?.map(fieldSchema) ?? others.map((name) => ({ name, type: 'string' }))),
    ],
    missingValues: [''],
    primaryKey: [id, position],
    foreignKeys: [
      { fields: id, reference: { resource: model.name, fields: 'id' } },
      ...(field.items ?? []).flatMap((item) => foreignKeys(item, present)),
    ],
  };
}

function foreignKeys({ name, marks }: ScalarField, present: ReadonlySet<string>): object[] {
  const target = marks.references;
  return target !== undefined && present.has(target) ? [{ fields: name, reference: { resource: target, fields: 'id' } }] : [];
}

function fieldSchema(field: Field): object {
  const named = {
    name: field.name,
    title: fieldLabel(field.name, 'zh'),
    ...(field.marks.description === undefined ? {} : { description: field.marks.description }),
  };
  if (isList(field)) return { ...named, type: 'string', description: `${named.description ?? ''}; joined by ； for reading` };
  switch (field.value) {
    case 'json':
      return { ...named, type: field.json ?? 'any' };
    case 'boolean':
      return { ...named, type: 'boolean', trueValues: ['true'], falseValues: ['false'] };
    case 'integer':
    case 'number':
      return { ...named, type: field.value, ...(field.nullable ? {} : { constraints: { required: true } }) };
    case 'text':
      return { ...named, type: 'string', ...textConstraints(field) };
  }
}

/** A text may be empty where it may not be null, so only keys are required. */
function textConstraints({ name, choices, date }: ScalarField): object {
  const constraints = {
    ...(name === 'id' ? { required: true } : {}),
    ...(choices ? { enum: choices } : {}),
    ...(date ? { pattern: DATE_PATTERN } : {}),
  };
  return Object.keys(constraints).length > 0 ? { constraints } : {};
}
