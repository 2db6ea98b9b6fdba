import { sql, type RawBuilder } from 'kysely';
import type { RecordModel } from '../model.js';
import type { Db } from './dialect.js';
import { completeFrom, recordAlias, type Query } from './complete.js';
import { conditions, unitRows, wayOf } from './filters.js';
import { recordsInPlace } from './places.js';
import { withUnit, type Way } from './unit-filter.js';
import type { RecordFilter } from './types.js';

// Whether one part of a filter lets few records through, by an index that leads to them. Counting stops where they are too many, so that asking costs little
// where they are.

/** So many are few, unless said otherwise. */
export const FEW = 5_000;

/** What one part of a filter lets through. */
export interface Few {
  /** keys of records as a JSON list; one may come more than once */
  keys: string;
  /** what the filter asks beside that */
  left: RecordFilter;
}

/** The records that pass one part of the filter, where they are few, `most` at most; null where no part is known to let few through. */
export async function fewOf(db: Db, model: RecordModel, filter: RecordFilter, way: Way, most = FEW): Promise<Few | null> {
  for (const { keys, left } of sources(model, filter, way)) {
    // One row of all keys: rows are handed over one by one, which costs more than finding them.
    const { rows } = await sql<{ keys: string; number: number }>`select json_group_array(pk) as keys, count(*) as number
      from (${keys} limit ${most + 1})`.execute(db);
    const [found] = rows;
    if (found && found.number <= most) return { keys: found.keys, left };
  }
  return null;
}

/** The records that pass the filter as the beginning of a query and its conditions: where one part lets few through, these are asked for the rest. */
export async function passingFew(
  db: Db,
  model: RecordModel,
  filter: RecordFilter,
): Promise<{ from: Query; tests: RawBuilder<boolean>[] } | null> {
  const way = await wayOf(db, model, filter);
  const few = await fewOf(db, model, filter, way);
  if (!few) return null;
  return { from: completeFrom(db, model, 'records'), tests: testsOfFew(model, few, way) };
}

/** What is asked of the few. */
export function testsOfFew(model: RecordModel, { keys, left }: Few, way: Way): RawBuilder<boolean>[] {
  return [isOneOf(model, keys), ...conditions(model, left, { ...way, each: true })];
}

/** The record's key is in a JSON list. */
export function isOneOf(model: RecordModel, keys: string): RawBuilder<boolean> {
  return sql`${sql.ref(`${recordAlias(model)}.pk`)} in (select value from json_each(${keys}))`;
}

interface Source {
  keys: RawBuilder<unknown>;
  left: RecordFilter;
}

/** Queries for the keys of the records that parts of the filter let through, as `pk`. */
function sources(model: RecordModel, filter: RecordFilter, { meant }: Way): Source[] {
  const { place, unit, role } = filter;
  const [withoutPlace, withoutUnit] = [{ ...filter }, { ...filter }];
  delete withoutPlace.place;
  delete withoutUnit.unit;
  delete withoutUnit.role;
  const units = unitRows(model);
  const all: Source[] = [];
  const inPlace = place === undefined ? null : recordsInPlace(model.name, place);
  if (inPlace) all.push({ keys: inPlace, left: withoutPlace });
  if (units !== null && unit !== undefined && meant)
    all.push({ keys: withUnit(units, { unit, role }, meant), left: withoutUnit });
  return all;
}
