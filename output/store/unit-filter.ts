import { sql, type RawBuilder } from 'kysely';
import { contains, type Db } from './dialect.js';
import { groupKey, keyOfGroup } from './group-key.js';
import type { UnitFilter } from './name-types.js';
import { RESOLUTION_ROWS, slotColumn } from './tables.js';
import type { RecordFilter } from './types.js';

/** How records are asked: `each` as it comes, or with all that pass looked up beforehand; and the keys of the meanings of a unit, where they are known. */
export interface Way {
  each?: boolean;
  meant?: readonly number[];
}

/** A responsible unit of that name (as written or official, or a part of it) and, both being asked for, in that role. `table` holds the units of records. */
export function hasUnit(table: string, { unit, role }: Pick<RecordFilter, 'unit' | 'role'>, way: Way = {}): RawBuilder<boolean> {
  const ofRole = inRole(role);
  // Nearly every task has a unit in some role: each is asked as it comes.
  if (unit === undefined) return sql`exists (select 1 from ${sql.table(table)} as c where c.record_pk = r.pk and ${ofRole})`;
  const asked = sql`${isUnit(askedUnit(unit), way.meant)} and ${ofRole}`;
  if (way.each === true) return sql`exists (select 1 from ${sql.table(table)} as c where c.record_pk = r.pk and ${asked})`;
  return sql`r.pk in (${bearing(table, asked)})`;
}

/** The query for the keys of the records that have the unit, as `pk`; a record may come more than once. */
export function withUnit(
  table: string,
  { unit, role }: { unit: string | UnitFilter; role: RecordFilter['role'] },
  meant: readonly number[],
): RawBuilder<unknown> {
  return bearing(table, sql`${isUnit(askedUnit(unit), meant)} and ${inRole(role)}`);
}

function bearing(table: string, asked: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select c.record_pk as pk from ${sql.table(table)} as c where ${asked}`;
}

function inRole(role: RecordFilter['role']): RawBuilder<boolean> {
  return role === undefined ? sql`1 = 1` : sql`c.role = ${role}`;
}

/** The keys of all meanings that a unit may have. Each has to be read: once for a list, not once for each way that it is looked for. */
export async function meaningsOfUnit(db: Db, unit: string | UnitFilter): Promise<number[]> {
  const { rows } = await sql<{ pk: number }>`${meanings(askedUnit(unit))}`.execute(db);
  return rows.map(({ pk }) => pk);
}

function askedUnit(unit: string | UnitFilter): UnitFilter {
  return typeof unit === 'string' ? { ids: [], groups: [], part: unit } : unit;
}

/** Names are many fewer than the tasks that bear them, so those that are meant are looked up first. */
function isUnit(unit: UnitFilter, meant: readonly number[] | undefined): RawBuilder<boolean> {
  const column = sql.ref(`c.${slotColumn('units')}`);
  const keys = meant ? sql`select value from json_each(${JSON.stringify(meant)})` : meanings(unit);
  const isMeant = sql<boolean>`${column} in (${keys})`;
  return unit.part === null ? isMeant : sql`(${isMeant} or (${column} is null and ${contains(sql.ref('c.name'), unit.part)}))`;
}

function meanings({ ids, groups, part }: UnitFilter): RawBuilder<unknown> {
  const tests: RawBuilder<boolean>[] = [];
  if (ids.length > 0) tests.push(sql`s.entity_id in (${sql.join(ids)})`);
  if (groups.length > 0)
    tests.push(sql`(s.group_kind is not null and ${groupKey('s')} in (${sql.join(groups.map(keyOfGroup))}))`);
  if (part !== null) tests.push(contains(sql.ref('s.name'), part), contains(sql.ref('s.entity_name'), part));
  const any = tests.length > 0 ? sql.join(tests, sql` or `) : sql`1 = 0`;
  return sql`select s.pk from ${sql.table(RESOLUTION_ROWS)} as s where ${any}`;
}
