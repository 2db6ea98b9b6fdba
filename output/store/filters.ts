import { sql, type RawBuilder } from 'kysely';
import type { RecordTypeName } from '../../schemas/index.js';
import { isList, type ListField, type RecordModel } from '../model.js';
import { searchTable } from '../search/dialect.js';
import { expressionOfAll } from '../search/expression.js';
import { parseQuery } from '../search/query.js';
import { itemOf, listJoins, recordAlias } from './complete.js';
import { contains, startsWith } from './dialect.js';
import { ofFields, ofItsNotice } from './field-filters.js';
import { groupKey, keyOfGroup } from './group-key.js';
import type { UnitFilter } from './name-types.js';
import { placeOf } from './places.js';
import { listRows } from './tables.js';
import type { RecordFilter } from './types.js';

/** A filter as conditions on a complete query of a record type; what a type has no field for does not narrow it. */
export function conditions(model: RecordModel, filter: RecordFilter): RawBuilder<boolean>[] {
  const all: RawBuilder<boolean>[] = [];
  if (filter.id !== undefined) all.push(hasId(model, filter.id));
  if (filter.notice !== undefined) all.push(ofNotice(filter.notice));
  if (filter.text !== undefined) all.push(holdsWords(model, filter.text));
  const units = model.fields.filter(isList).find((field) => field.name === 'units');
  if (units && (filter.unit !== undefined || filter.role !== undefined)) all.push(hasUnit(model, units, filter));
  if (filter.place !== undefined) all.push(inPlace(model.name, filter.place));
  return [...all, ...ofFields(model, filter), ...ofItsNotice(filter)];
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

/** A responsible unit of that name (as written or official, or a part of it) and, both being asked for, in that role. */
function hasUnit(model: RecordModel, units: ListField, { unit, role }: RecordFilter): RawBuilder<boolean> {
  const of = (name: string): RawBuilder<unknown> => itemOf(units, name);
  const tests: RawBuilder<boolean>[] = [sql`c.record_pk = r.pk`];
  if (unit !== undefined) tests.push(isUnit(of, typeof unit === 'string' ? { ids: [], groups: [], part: unit } : unit));
  if (role !== undefined) tests.push(sql`${of('role')} = ${role}`);
  return sql`exists (select 1 from ${sql.table(listRows(model, units))} as c ${listJoins(model, units)} where ${sql.join(tests, sql` and `)})`;
}

/** A unit that is one of these organs or groups, or whose name holds the part. */
function isUnit(of: (name: string) => RawBuilder<unknown>, { ids, groups, part }: UnitFilter): RawBuilder<boolean> {
  const tests: RawBuilder<boolean>[] = [];
  if (ids.length > 0) tests.push(sql`${of('unit_id')} in (${sql.join(ids)})`);
  if (groups.length > 0) tests.push(sql`${groupKey('s_units')} in (${sql.join(groups.map(keyOfGroup))})`);
  if (part !== null) tests.push(contains(of('name'), part), contains(of('canonical'), part));
  return tests.length > 0 ? sql`(${sql.join(tests, sql` or `)})` : sql`1 = 0`;
}

/** By name, or by code: `3601` and `360100` cover what lies below them. */
function inPlace(type: RecordTypeName, place: string): RawBuilder<boolean> {
  return isPlace(placeOf(type, 'code'), placeOf(type, 'entity_name'), place);
}

/** Whether a code and a name are those of a place. */
export function isPlace(code: RawBuilder<unknown>, name: RawBuilder<unknown>, place: string): RawBuilder<boolean> {
  return /^\d+$/.test(place) ? startsWith(code, place.replace(/(00)+$/, '')) : contains(name, place);
}
