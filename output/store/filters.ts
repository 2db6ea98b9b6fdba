import { sql, type RawBuilder } from 'kysely';
import { MODELS, type RecordModel } from '../model.js';
import { fieldValue } from './complete.js';
import { contains, lastDay, startsWith } from './dialect.js';
import type { RecordFilter } from './types.js';

/** The fields that `text` looks into, in whichever types have them. */
const SEARCHED = ['name', 'title', 'subject', 'indicator', 'text', 'message'];
const SEVERITIES = ['info', 'warning', 'error'] as const;

/** A filter as conditions on a complete query of a record type; what a type has no field for does not narrow it. */
export function conditions(model: RecordModel, filter: RecordFilter): RawBuilder<boolean>[] {
  const has = (name: string): boolean => model.fields.some((field) => field.name === name);
  const value = (name: string): RawBuilder<unknown> => fieldValue(model, name);
  const all: RawBuilder<boolean>[] = [];
  if (filter.notice !== undefined) all.push(ofNotice(filter.notice));
  if (filter.text !== undefined) all.push(anyOf(SEARCHED.filter(has).map((name) => contains(value(name), filter.text ?? ''))));
  if (has('units') && (filter.unit !== undefined || filter.role !== undefined)) all.push(hasUnit(filter));
  if (filter.place !== undefined) all.push(inPlace(model, filter.place));
  if (filter.dueBefore !== undefined && has('due')) {
    all.push(sql`${lastDay(value('due'))} <= ${lastDay(sql.val(filter.dueBefore))}`);
  }
  if (filter.year !== undefined && has('year')) all.push(sql`${value('year')} = ${filter.year}`);
  if (filter.grade !== undefined && has('grade')) all.push(sql`${value('grade')} = ${filter.grade}`);
  if (filter.check !== undefined && has('check')) all.push(sql`${value('check')} = ${filter.check}`);
  if (filter.severity !== undefined && has('severity')) {
    all.push(sql`${value('severity')} in (${sql.join(SEVERITIES.slice(SEVERITIES.indexOf(filter.severity)))})`);
  }
  return all;
}

function anyOf(some: RawBuilder<boolean>[]): RawBuilder<boolean> {
  return some.length > 0 ? sql`(${sql.join(some, sql` or `)})` : sql`1 = 1`;
}

/** Notice id, document number in whatever brackets, or base name of its file. */
function ofNotice(notice: string): RawBuilder<boolean> {
  const number = notice.replace(/[[(（【〔](\d{4})[\])）】〕]/u, '〔$1〕');
  return sql`(n.id = ${notice} or n.document_number = ${number} or i.file = ${notice})`;
}

/** A responsible unit of that name (as written or official, or a part of it) and, both being asked for, in that role. */
function hasUnit({ unit, role }: RecordFilter): RawBuilder<boolean> {
  const tests: RawBuilder<boolean>[] = [sql`u.id = ${fieldValue(MODELS.obligations, 'id')}`];
  if (unit !== undefined) tests.push(sql`(${contains(sql.ref('u.name'), unit)} or ${contains(sql.ref('u.canonical'), unit)})`);
  if (role !== undefined) tests.push(sql`u.role = ${role}`);
  return sql`exists (select 1 from obligations_units as u where ${sql.join(tests, sql` and `)})`;
}

/** By name, or by code: `3601` and `360100` cover what lies below them. */
function inPlace(model: RecordModel, place: string): RawBuilder<boolean> {
  const region = { name: fieldOfNotice('entity_name'), code: fieldOfNotice('code') };
  const own = ownPlace(model);
  if (/^\d+$/.test(place)) {
    const prefix = place.replace(/(00)+$/, '');
    return startsWith(sql`coalesce(${own.code}, ${region.code})`, prefix);
  }
  return contains(sql`coalesce(${own.name}, ${region.name})`, place);
}

/** What a notice's region is resolved to; records that have no place of their own lie where their notice does. */
function fieldOfNotice(column: 'entity_name' | 'code'): RawBuilder<unknown> {
  return sql`(select rg.${sql.id(column)} from resolutions_rows as rg where rg.notice_pk = n.pk and rg.record_type = 'notices'
    and rg.record_key = '' and rg.slot = 'region' and rg.position = 0)`;
}

interface Place {
  name: RawBuilder<unknown>;
  code: RawBuilder<unknown>;
}

/** The place of a record itself: of a cluster, of a rated cluster, of an observation's area. */
function ownPlace(model: RecordModel): Place {
  switch (model.name) {
    case 'clusters':
      return { name: fieldValue(model, 'place'), code: fieldValue(model, 'place_code') };
    case 'ratings': {
      const rated = (column: string): RawBuilder<unknown> =>
        sql`(select w.${sql.id(column)} from ratings_with_places as w where w.id = ${fieldValue(model, 'id')})`;
      return { name: rated('place'), code: rated('place_code') };
    }
    case 'observations':
      return { name: sql.ref('r.area'), code: resolved('observations', 'code') };
    case 'notices':
    case 'targets':
    case 'obligations':
    case 'projects':
    case 'findings':
      return { name: sql.lit(null), code: sql.lit(null) };
  }
}

function resolved(type: string, column: 'code'): RawBuilder<unknown> {
  return sql`(select rp.${sql.id(column)} from resolutions_rows as rp where rp.notice_pk = r.notice_pk and rp.record_type = ${type}
    and rp.record_key = r.key and rp.slot = 'place' and rp.position = 0)`;
}
