import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import { isList, type Field, type Model, type ScalarField } from '../model.js';
import type { ExportFiles } from './files.js';
import { listOf, valuesOf, type Table, type Values } from './tables.js';

/** A row group is what a reader holds at a time, and what is held here: so many rows, or so many characters of text. */
const GROUP_ROWS = 5_000;
const GROUP_CHARACTERS = 4_000_000;

/** One file per type. Lists are lists and their items structs, so that nothing has to be taken apart; maps are JSON. */
export async function writeParquet(tables: readonly Table[], files: ExportFiles): Promise<void> {
  for (const { model, rows } of tables) {
    const file = await files.create(`${model.name}.parquet`);
    await file.writeAll(parquetBytes(model, file.counting(rows())));
  }
}

/** A type's records as a Parquet file, row group by row group. */
export async function* parquetBytes(model: Model, rows: AsyncIterable<Values>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(model), createdBy: 'gongbao' });
  for await (const group of groupsOf(rows)) {
    await writer.write({ columnData: model.fields.map((field) => columnOf(field, group)), rowGroupSize: group.length });
    yield taken(bytes);
  }
  await writer.finish();
  yield taken(bytes);
}

/** What was written since it was last taken; offsets in the file count on. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

async function* groupsOf(rows: AsyncIterable<Values>): AsyncGenerator<Values[]> {
  let [group, characters]: [Values[], number] = [[], 0];
  for await (const values of rows) {
    group.push(values);
    for (const value of Object.values(values)) if (typeof value === 'string') characters += value.length;
    if (group.length < GROUP_ROWS && characters < GROUP_CHARACTERS) continue;
    yield group;
    [group, characters] = [[], 0];
  }
  if (group.length > 0) yield group;
}

function columnOf(field: Field, group: readonly Values[]): ColumnSource {
  const data = group.map((values) =>
    isList(field) ? itemsOf(field.items, values[field.name]) : valueOf(field, values[field.name]),
  );
  // Smallest and largest of texts and of JSON say little, and would stand whole in the file’s foot.
  return { name: field.name, data, statistics: !isList(field) && field.value !== 'json' };
}

function itemsOf(items: readonly ScalarField[] | null, value: unknown): unknown[] {
  const list = listOf(value);
  if (!items) return list;
  return list
    .map(valuesOf)
    .map((values) => Object.fromEntries(items.map((each) => [each.name, valueOf(each, values[each.name])])));
}

/** Whole numbers are 64 bits wide there. JSON is written by the library, which takes undefined for nothing. */
function valueOf(field: ScalarField, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return field.value === 'integer' && typeof value === 'number' ? BigInt(value) : value;
}

/** The schema as the format lists it: each element, then its children. Lists have the three levels that readers expect (LogicalTypes.md). */
function schemaOf(model: Model): SchemaElement[] {
  return [{ name: 'root', num_children: model.fields.length }, ...model.fields.flatMap(elementsOf)];
}

function elementsOf(field: Field): SchemaElement[] {
  if (!isList(field)) return [elementOf(field)];
  const item: SchemaElement[] = field.items
    ? [{ name: 'element', repetition_type: 'OPTIONAL', num_children: field.items.length }, ...field.items.map(elementOf)]
    : [{ name: 'element', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
  return [
    { name: field.name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...item,
  ];
}

function elementOf({ name, value, nullable }: ScalarField): SchemaElement {
  const repetition_type = nullable ? 'OPTIONAL' : 'REQUIRED';
  switch (value) {
    case 'integer':
      return { name, repetition_type, type: 'INT64' };
    case 'number':
      return { name, repetition_type, type: 'DOUBLE' };
    case 'boolean':
      return { name, repetition_type, type: 'BOOLEAN' };
    case 'json':
      return { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'JSON' };
    case 'text':
      return { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  }
}
