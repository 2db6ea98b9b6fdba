import { sql, type CreateTableBuilder } from 'kysely';
import {
  ALL_LINK_MODELS,
  ALL_MODELS,
  isList,
  isStored,
  RESOLUTION_FIELDS,
  type ListField,
  type Model,
  type ScalarField,
} from '../model.js';
import { queryBuilder, type Db } from './dialect.js';

// The record tables, derived from the schemas. Their names end in `_rows`: they are how records are kept. The name
// without the ending is a view (see views.ts), with the same fields as the exports.

/** The table that holds a record type's own columns. */
export function rowsOf(model: Model): string {
  return `${model.name}_rows`;
}

/** The view of a list field's items; its table's name has `_rows` behind it. */
export function listName(model: Model, field: ListField): string {
  return `${model.name}_${field.name}`;
}

export function listRows(model: Model, field: ListField): string {
  return `${listName(model, field)}_rows`;
}

/** What names mean, each meaning once: `<slot>_pk` of a record or of a list's item leads to it. */
export const RESOLUTION_ROWS = 'resolutions_rows';
/** Fields of a resolution that say where it stands; they are told by the column that leads to it. */
const STANDS = ['slot', 'position'];
/** The fields of a resolution that its row holds. */
export const MEANING_FIELDS = RESOLUTION_FIELDS.filter((field) => !STANDS.includes(field.name));
/** Links of pages to files, as their documents have them: the pass over the whole store reads them without the documents. */
export const LINKED_FILE_ROWS = 'linked_files_rows';

/** The slots that fields are filled from, each once. */
export function slotsOf(fields: readonly { marks: ScalarField['marks'] }[]): string[] {
  return [...new Set(fields.flatMap(({ marks }) => (marks.resolved ? [marks.resolved.slot] : [])))];
}

/** The column that leads from a record, or an item of a list, to what a slot of it was resolved to. */
export function slotColumn(slot: string): string {
  return `${slot}_pk`;
}

/** The column of a record that leads to the place it belongs to, in types whose records have a place other than their notice's. */
export const PLACE_COLUMN = 'at_pk';

/** Whether records of a type may belong to another place than their notice. */
export function hasOwnPlace(model: Model): boolean {
  return model.name === 'clusters' || model.name === 'ratings';
}

/** The record tables, each after those that it refers to. */
export function recordTableNames(): string[] {
  const ofModels = ALL_MODELS.flatMap((model) => [
    rowsOf(model),
    ...model.fields.filter(isList).map((field) => listRows(model, field)),
  ]);
  return [RESOLUTION_ROWS, ...ofModels, LINKED_FILE_ROWS];
}

/** Columns that every record table has before those of its schema. */
const OWN_COLUMNS = ['pk', 'input_pk', 'notice_pk', 'sort_no', 'key', 'identity', 'pages', PLACE_COLUMN];

/** The tables of what the pass over the whole store makes, each after those that it refers to. */
export function linkTableNames(): string[] {
  return ALL_LINK_MODELS.flatMap((model) => [
    rowsOf(model),
    ...model.fields.filter(isList).map((field) => listRows(model, field)),
  ]);
}

interface Ddl {
  compile(): { sql: string };
}

/** The statements that make the record tables and their indexes, in order. */
export function recordTables(): string[] {
  const db = queryBuilder(null);
  const statements: Ddl[] = [resolutionTable(db), ...resolutionIndexes(db)];
  for (const model of ALL_MODELS) {
    checkNames(model);
    statements.push(model.name === 'notices' ? noticeTable(db, model) : recordTable(db, model));
    if (model.name === 'notices')
      statements.push(db.schema.createIndex('notices_rows_identity').on('notices_rows').column('identity'));
    statements.push(...indexes(db, rowsOf(model), model.fields.filter(isStored)), ...slotIndexes(db, model));
    for (const field of model.fields.filter(isList)) {
      statements.push(listTable(db, model, field));
      statements.push(...indexes(db, listRows(model, field), storedItems(field)));
      statements.push(...columnIndexes(db, listRows(model, field), slotsOf(field.items ?? []).map(slotColumn)));
    }
  }
  const findings = db.schema.createIndex('findings_rows_of_input').on('findings_rows').columns(['input_pk', 'key']).unique();
  statements.push(findings.where(sql.ref('notice_pk'), 'is', null));
  statements.push(linkedFileTable(db));
  statements.push(...ALL_LINK_MODELS.flatMap((model) => linkTables(db, model)));
  return statements.map((statement) => statement.compile().sql);
}

/** The columns of a list field's own table that hold its items. */
export function storedItems(field: ListField): ScalarField[] {
  return field.items?.filter(isStored) ?? [STRING_ITEM];
}

/** The single column of a list of strings. */
export const STRING_ITEM: ScalarField = {
  kind: 'scalar',
  name: 'value',
  value: 'text',
  nullable: false,
  choices: null,
  json: null,
  date: false,
  marks: {},
};

function checkNames(model: Model): void {
  const clash = model.fields.find((field) => OWN_COLUMNS.includes(field.name));
  if (clash) throw new Error(`${model.name}.${clash.name}: the store needs this column name for itself`);
}

/** Tables without a notice or an input of their own: the pass that fills them makes them anew from all. */
function linkTables(db: Db, model: Model): Ddl[] {
  checkNames(model);
  const table = db.schema.createTable(rowsOf(model)).addColumn('pk', 'integer', (column) => column.primaryKey());
  return [
    withFields(table, model.fields.filter(isStored)),
    ...indexes(db, rowsOf(model), model.fields.filter(isStored)),
    ...columnIndexes(db, rowsOf(model), ['id']),
    ...model.fields.filter(isList).flatMap((field) => [listTable(db, model, field), ...leadIndexes(db, model, field)]),
  ];
}

/** From a record the way leads to the links that name it in a list. */
function leadIndexes(db: Db, model: Model, field: ListField): Ddl[] {
  const leads = storedItems(field).filter(({ marks }) => marks.references !== undefined && marks.references !== 'notices');
  return columnIndexes(
    db,
    listRows(model, field),
    leads.map(({ name }) => name),
  );
}

function noticeTable(db: Db, model: Model): Ddl {
  const table = keyColumns(db, model)
    .addColumn('identity', 'text', (column) => column.notNull())
    // null only inside a transaction, while ids move from one notice to another
    .addColumn('id', 'text', (column) => column.unique())
    .addColumn('pages', 'text', (column) => column.notNull());
  return withFields(withSlots(table, recordSlots(model)), model.fields.filter(isStored));
}

function recordTable(db: Db, model: Model): Ddl {
  const ofNotice = model.fields.find((field) => field.marks.composed === 'notice_id');
  const optional = ofNotice?.kind === 'scalar' && ofNotice.nullable;
  const table = keyColumns(db, model)
    .addColumn('notice_pk', 'integer', (column) => {
      const reference = column.references('notices_rows.pk').onDelete('cascade');
      return optional ? reference : reference.notNull();
    })
    .addColumn('key', 'text', (column) => column.notNull())
    .addUniqueConstraint(`${rowsOf(model)}_key`, ['notice_pk', 'key']);
  return withFields(withSlots(table, recordSlots(model)), model.fields.filter(isStored));
}

function keyColumns(db: Db, model: Model): CreateTableBuilder<string, string> {
  return db.schema
    .createTable(rowsOf(model))
    .addColumn('pk', 'integer', (column) => column.primaryKey())
    .addColumn('input_pk', 'integer', (column) => column.notNull().references('inputs.pk').onDelete('cascade'))
    .addColumn('sort_no', 'integer', (column) => column.notNull())
    .addUniqueConstraint(`${rowsOf(model)}_sort`, ['input_pk', 'sort_no']);
}

function listTable(db: Db, model: Model, field: ListField): Ddl {
  const name = listRows(model, field);
  const table = db.schema
    .createTable(name)
    .addColumn('record_pk', 'integer', (column) =>
      column
        .notNull()
        .references(`${rowsOf(model)}.pk`)
        .onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_pk`, ['record_pk', 'position']);
  return withFields(withSlots(table, slotsOf(field.items ?? []).map(slotColumn)), storedItems(field));
}

/** The columns of a record's own that lead to resolutions. */
export function recordSlots(model: Model): string[] {
  const slots = slotsOf(model.fields.filter((field) => !isList(field))).map(slotColumn);
  return hasOwnPlace(model) ? [...slots, PLACE_COLUMN] : slots;
}

function withSlots(table: CreateTableBuilder<string, string>, columns: readonly string[]): CreateTableBuilder<string, string> {
  let result = table;
  for (const column of columns)
    result = result.addColumn(column, 'integer', (leads) => leads.references(`${RESOLUTION_ROWS}.pk`));
  return result;
}

/** From a meaning the way leads back to what bears it. */
function slotIndexes(db: Db, model: Model): Ddl[] {
  return columnIndexes(db, rowsOf(model), recordSlots(model));
}

function columnIndexes(db: Db, table: string, columns: readonly string[]): Ddl[] {
  return columns.map((column) => db.schema.createIndex(`${table}_${column}`).on(table).column(column));
}

function withFields(table: CreateTableBuilder<string, string>, fields: ScalarField[]): CreateTableBuilder<string, string> {
  let result = table;
  for (const field of fields) {
    result = result.addColumn(field.name, columnType(field), (column) =>
      field.nullable || field.marks.passage ? column : column.notNull(),
    );
  }
  return result;
}

function columnType(field: ScalarField): 'text' | 'integer' | 'real' {
  switch (field.value) {
    case 'integer':
    case 'boolean':
      return 'integer';
    case 'number':
      return 'real';
    case 'text':
    case 'json':
      return 'text';
  }
}

function indexes(db: Db, table: string, fields: ScalarField[]): Ddl[] {
  return columnIndexes(
    db,
    table,
    fields.filter((field) => field.marks.index).map((field) => field.name),
  );
}

/**
 * Names given their identity, beside the records, so that they can be resolved again without reading a file. Many records bear the same name with the
 * same meaning: it is kept once, found by a digest of all that it says.
 */
function resolutionTable(db: Db): Ddl {
  const table = db.schema
    .createTable(RESOLUTION_ROWS)
    .addColumn('pk', 'integer', (column) => column.primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull().unique());
  return withFields(table, MEANING_FIELDS);
}

function linkedFileTable(db: Db): Ddl {
  return db.schema
    .createTable(LINKED_FILE_ROWS)
    .addColumn('input_pk', 'integer', (column) => column.notNull().references('inputs.pk').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('href', 'text', (column) => column.notNull())
    .addColumn('path', 'text')
    .addPrimaryKeyConstraint(`${LINKED_FILE_ROWS}_pk`, ['input_pk', 'position']);
}

/** A field filled from the resolutions is found through an index there. */
function resolutionIndexes(db: Db): Ddl[] {
  const scalars = ALL_MODELS.flatMap((model) => model.fields.flatMap((field) => (isList(field) ? (field.items ?? []) : [field])));
  const taken = scalars.flatMap(({ marks }) => (marks.index && marks.resolved ? [resolutionColumn(marks.resolved.take)] : []));
  return columnIndexes(db, RESOLUTION_ROWS, [...new Set(taken)]);
}

/** The column of the resolutions that a resolved field takes; `rest` is the name that was left, see views.ts. */
export function resolutionColumn(take: 'entity_id' | 'entity_name' | 'code' | 'rest'): string {
  return take === 'rest' ? 'entity_name' : take;
}
