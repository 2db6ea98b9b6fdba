import { sql, type RawBuilder } from 'kysely';
import { isList, type RecordModel } from '../model.js';
import { searchTable } from '../search/dialect.js';
import { expressionOfAll } from '../search/expression.js';
import { parseQuery } from '../search/query.js';
import { recordAlias } from './complete.js';
import type { Db } from './dialect.js';
import { ofFields, ofItsNotice } from './field-filters.js';
import { inPlace } from './places.js';
import { listRows } from './tables.js';
import type { RecordFilter } from './types.js';
import { hasUnit, meaningsOfUnit, type Way } from './unit-filter.js';

/** A filter as conditions on a complete query of a record type; what a type has no field for does not narrow it. They mean the same in every way of asking. */
export function conditions(model: RecordModel, filter: RecordFilter, way: Way = {}): RawBuilder<boolean>[] {
  const all: RawBuilder<boolean>[] = [];
  if (filter.id !== undefined) all.push(hasId(model, filter.id));
  if (filter.notice !== undefined) all.push(ofNotice(filter.notice));
  if (filter.notices !== undefined) all.push(sql`n.id in (${sql.join(filter.notices)})`);
  if (filter.text !== undefined) all.push(holdsWords(model, filter.text));
  const units = unitRows(model);
  if (units !== null && (filter.unit !== undefined || filter.role !== undefined)) all.push(hasUnit(units, filter, way));
  if (filter.place !== undefined) all.push(inPlace(model.name, filter.place));
  return [...all, ...ofFields(model, filter), ...ofItsNotice(filter, way)];
}

/** How records are best asked: what a unit means is looked up beforehand. */
export async function wayOf(db: Db, model: RecordModel, { unit }: RecordFilter): Promise<Way> {
  return unit === undefined || unitRows(model) === null ? {} : { meant: await meaningsOfUnit(db, unit) };
}

/** The table of the units of a type's records; null in types that have none. */
export function unitRows(model: RecordModel): string | null {
  const units = model.fields.filter(isList).find((field) => field.name === 'units');
  return units ? listRows(model, units) : null;
}

/**
 * What the search index can tell beforehand of texts that a filter asks for a part of: each record that passes is among these. For looking up few records in many;
 * where many pass, asking each is faster.
 */
export function prefilters(model: RecordModel, filter: RecordFilter): RawBuilder<boolean>[] {
  const { indicator } = filter;
  if (indicator === undefined || !model.fields.some(({ name }) => name === 'indicator')) return [];
  return [holdsWords(model, `"${indicator.replaceAll('"', ' ')}"`)];
}

/** The words of a query, as `search` takes them, in any field that can be searched. */
function holdsWords(model: RecordModel, query: string): RawBuilder<boolean> {
  const words = parseQuery(query);
  if (words.length === 0) return sql`1 = 1`;
  const index = searchTable(model);
  return sql`${sql.ref(`${recordAlias(model)}.pk`)} in
    (select rowid from ${sql.table(index)} where ${sql.ref(index)} match ${expressionOfAll(words)})`;
}

/** One record: a notice goes by its own id, a record by that of its notice (a finding about a file: of its input) with its key behind a colon. */
export function hasId(model: RecordModel, id: string): RawBuilder<boolean> {
  if (model.name === 'notices') return sql`n.id = ${id}`;
  const at = id.indexOf(':');
  const [owner, key] = at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
  const ofNotice = sql<boolean>`r.notice_pk = (select x.pk from notices_rows as x where x.id = ${owner})`;
  if (model.name !== 'findings') return sql`${ofNotice} and r.key = ${key}`;
  return sql`r.key = ${key} and (${ofNotice} or (r.notice_pk is null and i.path_id = ${owner}))`;
}

/** Notice id, document number in whatever brackets, or base name of its file. */
export function ofNotice(notice: string): RawBuilder<boolean> {
  // An id of ours is looked up by its index; no number of a document looks like one.
  if (/^[0-9a-f]{16}(~\d+)?$/.test(notice)) return sql`n.id = ${notice}`;
  const number = notice.replace(/[[(（【〔](\d{4})[\])）】〕]/u, '〔$1〕');
  return sql`(n.id = ${notice} or n.document_number = ${number} or i.file = ${notice})`;
}
