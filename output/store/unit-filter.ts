import { sql, type RawBuilder } from 'kysely';
import { contains } from './dialect.js';
import { groupKey, keyOfGroup } from './group-key.js';
import type { UnitFilter } from './name-types.js';
import { RESOLUTION_ROWS, slotColumn } from './tables.js';
import type { RecordFilter } from './types.js';

/** A responsible unit of that name (as written or official, or a part of it) and, both being asked for, in that role. `table` holds the units of records. */
export function hasUnit(table: string, { unit, role }: Pick<RecordFilter, 'unit' | 'role'>): RawBuilder<boolean> {
  const ofRole = role === undefined ? sql`1 = 1` : sql`c.role = ${role}`;
  // Nearly every task has a unit in some role: each is asked as it comes.
  if (unit === undefined) return sql`exists (select 1 from ${sql.table(table)} as c where c.record_pk = r.pk and ${ofRole})`;
  const asked = typeof unit === 'string' ? { ids: [], groups: [], part: unit } : unit;
  return sql`r.pk in (select c.record_pk from ${sql.table(table)} as c where ${isUnit(asked)} and ${ofRole})`;
}

/** Names are many fewer than the tasks that bear them, so those that are meant are looked up first. */
function isUnit({ ids, groups, part }: UnitFilter): RawBuilder<boolean> {
  const column = sql.ref(`c.${slotColumn('units')}`);
  const tests: RawBuilder<boolean>[] = [];
  if (ids.length > 0) tests.push(sql`s.entity_id in (${sql.join(ids)})`);
  if (groups.length > 0)
    tests.push(sql`(s.group_kind is not null and ${groupKey('s')} in (${sql.join(groups.map(keyOfGroup))}))`);
  if (part !== null) tests.push(contains(sql.ref('s.name'), part), contains(sql.ref('s.entity_name'), part));
  if (tests.length === 0) return sql`1 = 0`;
  const meant = sql<boolean>`${column} in (select s.pk from ${sql.table(RESOLUTION_ROWS)} as s
    where ${sql.join(tests, sql` or `)})`;
  return part === null ? meant : sql`(${meant} or (${column} is null and ${contains(sql.ref('c.name'), part)}))`;
}
