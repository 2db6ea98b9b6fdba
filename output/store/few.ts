import { sql, type RawBuilder } from 'kysely';
import type { RecordModel } from '../model.js';
import type { Db } from './dialect.js';
import { unitRows } from './filters.js';
import { recordsInPlace } from './places.js';
import { withUnit, type Way } from './unit-filter.js';
import type { RecordFilter } from './types.js';

// Whether one part of a filter lets few records through, by an index that leads to them. Counting stops where they are too many, so that asking costs little
// where they are.

/** So many are few, unless said otherwise. */
const FEW = 5_000;

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

interface Source {
  keys: RawBuilder<unknown>;
  left: RecordFilter;
}

/** Queries for the keys of the records that parts of the filter let through, as `pk`. */
function sources(model: RecordModel, filter: RecordFilter, { meant }: Way): Source[] {
  const { place, unit, role, ...rest } = filter;
  const units = unitRows(model);
  const all: Source[] = [];
  const inPlace = place === undefined ? null : recordsInPlace(model.name, place);
  if (inPlace) all.push({ keys: inPlace, left: { ...rest, unit, role } });
  if (units !== null && unit !== undefined && meant)
    all.push({ keys: withUnit(units, { unit, role }, meant), left: { ...rest, place } });
  return all;
}
