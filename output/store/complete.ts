import { sql, type AliasedExpression, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { passage } from './passage.js';
import { isList, type ListField, type Model, type ScalarField } from '../model.js';
import { jsonArray, jsonBoolean, jsonObject, type Db, type Tables } from './dialect.js';
import { listRows, RESOLUTION_ROWS, resolutionColumn, rowsOf, slotColumn, slotsOf } from './tables.js';

// How a record's fields come together again: its own columns, names from the resolutions, lists from their tables,
// ids from its notice. The views that people query and the store's own reading are both made from this.

/** A query over our tables whose columns are known by name only. */
export type Query = SelectQueryBuilder<Tables, string, Record<string, unknown>>;

/** In a complete query `n` is the notice, `i` the input, `r` the record; a notice is its own record. */
export function recordAlias(model: Model): 'n' | 'r' {
  return model.name === 'notices' ? 'n' : 'r';
}

/** The rows of a record type with all that its fields need joined to them; columns are yet to be chosen. */
export function completeFrom(db: Db, model: Model, begin: Begin = 'anywhere'): Query {
  return slotsOf(model.fields.filter((field) => !isList(field))).reduce(
    (query, slot) => joinSlot(query, slot, recordAlias(model)),
    recordsFrom(db, model, begin),
  );
}

/** Joins what a slot was resolved to, as `s_<slot>`: of the record, or of a list's item (`c`). */
export function joinSlot(query: Query, slot: string, of: 'n' | 'r' | 'c'): Query {
  return query.leftJoin(`${RESOLUTION_ROWS} as ${slotAlias(slot)}`, `${slotAlias(slot)}.pk`, `${of}.${slotColumn(slot)}`);
}

/**
 * Where SQLite may begin: with the records, or with whichever table it likes. Every record has its notice and its input, so the rows are the same;
 * beginning with the records (joined from the left), it leaves out a notice or an input that nothing is asked of, and takes the order of an index.
 */
export type Begin = 'records' | 'anywhere';

/** The rows of a record type with their notice and input. */
export function recordsFrom(db: Db, model: Model, begin: Begin = 'anywhere'): Query {
  if (begin === 'records') return recordsFirst(db, model);
  if (model.name === 'notices') return db.selectFrom('notices_rows as n').innerJoin('inputs as i', 'i.pk', 'n.input_pk');
  const rows = db.selectFrom(`${rowsOf(model)} as r`).innerJoin('inputs as i', 'i.pk', 'r.input_pk');
  // A finding about a file has no notice.
  return model.name === 'findings'
    ? rows.leftJoin('notices_rows as n', 'n.pk', 'r.notice_pk')
    : rows.innerJoin('notices_rows as n', 'n.pk', 'r.notice_pk');
}

function recordsFirst(db: Db, model: Model): Query {
  if (model.name === 'notices') return db.selectFrom('notices_rows as n').leftJoin('inputs as i', 'i.pk', 'n.input_pk');
  return db
    .selectFrom(`${rowsOf(model)} as r`)
    .leftJoin('inputs as i', 'i.pk', 'r.input_pk')
    .leftJoin('notices_rows as n', 'n.pk', 'r.notice_pk');
}

/** Every field of a record type as a column, in the order of the schema; lists and maps are JSON. */
export function completeColumns(model: Model): AliasedExpression<unknown, string>[] {
  return model.fields.map((field) => fieldValue(model, field.name).as(field.name));
}

/** The value of one field in a complete query. */
export function fieldValue(model: Model, name: string): RawBuilder<unknown> {
  const field = model.fields.find((each) => each.name === name);
  if (!field) throw new Error(`${model.name} has no field ${name}`);
  if (isList(field)) return listValue(model, field);
  if (field.marks.composed) return composed(model, field.marks.composed);
  if (field.marks.resolved) return resolvedValue(field, slotAlias(field.marks.resolved.slot));
  return field.marks.passage ? passage(`r.${name}`) : sql.ref(`${recordAlias(model)}.${name}`);
}

/** The public id of a record, from its notice's id and its own key; one without a notice goes by its input. */
export function recordId(model: Model): RawBuilder<unknown> {
  if (model.name === 'notices') return sql.ref('n.id');
  const owner = model.name === 'findings' ? sql`coalesce(n.id, i.path_id)` : sql.ref('n.id');
  return sql`${owner} || ':' || ${sql.ref('r.key')}`;
}

function composed(model: Model, what: NonNullable<ScalarField['marks']['composed']>): RawBuilder<unknown> {
  switch (what) {
    case 'id':
      return recordId(model);
    case 'notice_id':
      return sql.ref('n.id');
    case 'file':
      return sql.ref('i.file');
    case 'same_as':
      return jsonArray(
        sql.ref('other.id'),
        sql`from notices_rows as other join inputs as its on its.pk = other.input_pk
            where other.identity = n.identity and other.pk <> n.pk`,
        sql`its.path, other.sort_no`,
      );
    case 'attachment_of':
      return linkedIds('notice_id', 'attachment_id');
    case 'attached':
      return linkedIds('attachment_id', 'notice_id');
  }
}

/** The ids at one end of the attachment links whose other end is the notice. */
function linkedIds(take: string, by: string): RawBuilder<unknown> {
  const id = sql.ref(`l.${take}`);
  return jsonArray(id, sql`from attachment_links_rows as l where ${sql.ref(`l.${by}`)} = n.id`, id);
}

function slotAlias(slot: string): string {
  return `s_${slot}`;
}

function resolvedValue(field: ScalarField, alias: string): RawBuilder<unknown> {
  const take = field.marks.resolved?.take ?? 'rest';
  const value = sql.ref(`${alias}.${resolutionColumn(take)}`);
  // What is left of a name has no official form of its own where nothing is known of it.
  return take === 'rest' ? sql`coalesce(${value}, ${sql.ref(`${alias}.name`)})` : value;
}

/** A list field as a JSON array, in the order written. */
function listValue(model: Model, field: ListField): RawBuilder<unknown> {
  const item = field.items ? jsonObject(field.items.map((each) => [each.name, jsonItem(each)])) : sql.ref('c.value');
  const from = sql`from ${sql.table(listRows(model, field))} as c ${listJoins(field)}
    where c.record_pk = ${sql.ref(`${recordAlias(model)}.pk`)}`;
  return jsonArray(item, from, sql.ref('c.position'), field.items ? 'json' : 'text');
}

function jsonItem(item: ScalarField): RawBuilder<unknown> {
  return item.value === 'boolean' ? jsonBoolean(itemValue(item)) : itemValue(item);
}

/** Joins the resolutions that fill fields of a list's items (`c`). */
export function listJoins(field: ListField): RawBuilder<unknown> {
  const joins = slotsOf(field.items ?? []).map((slot) => {
    const alias = sql.id(slotAlias(slot));
    return sql`left join ${sql.table(RESOLUTION_ROWS)} as ${alias} on ${alias}.pk = ${sql.ref(`c.${slotColumn(slot)}`)}`;
  });
  return joins.length > 0 ? sql.join(joins, sql` `) : sql``;
}

/** The value of one field of a list's item. */
export function itemValue(item: ScalarField): RawBuilder<unknown> {
  return item.marks.resolved ? resolvedValue(item, slotAlias(item.marks.resolved.slot)) : sql.ref(`c.${item.name}`);
}

/** The same by the field's name. */
export function itemOf(list: ListField, name: string): RawBuilder<unknown> {
  const item = list.items?.find((each) => each.name === name);
  if (!item) throw new Error(`${list.name} has no field ${name}`);
  return itemValue(item);
}

/** How many records of a type the notice has. */
export function countOf(model: Model): RawBuilder<number> {
  return sql`(select count(*) from ${sql.table(rowsOf(model))} as c where c.notice_pk = n.pk)`;
}
