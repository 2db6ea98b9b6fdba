import { sql, type RawBuilder } from 'kysely';
import type { RecordTypeName } from '../../schemas/index.js';
import type { RecordModel } from '../model.js';
import { recordAlias, recordsFrom } from '../store/complete.js';
import type { Db } from '../store/dialect.js';
import { fewOf } from '../store/few.js';
import { wayOf } from '../store/filters.js';
import type { SearchFilter } from '../store/types.js';
import { narrowing } from './filter.js';

/** What a filter asks of the hits of one type. */
export interface Passing {
  /** whether the record with that key is one that the filter lets through */
  test: (pk: RawBuilder<unknown>) => RawBuilder<boolean>;
  /**
   * whether each hit's record is read as it comes, so that the first ones come soon and not all are read; else the keys of those that pass are known, and asking
   * all hits costs little
   */
  each: boolean;
}

/** What a filter asks of each type, worked out once; null where it asks nothing. */
export type Passings = (model: RecordModel) => Promise<Passing | null>;

export function passingsOf(db: Db, filter: SearchFilter): Passings {
  const known = new Map<RecordTypeName, Promise<Passing | null>>();
  return (model) => {
    const passing = known.get(model.name) ?? passingOf(db, model, filter);
    known.set(model.name, passing);
    return passing;
  };
}

async function passingOf(db: Db, model: RecordModel, filter: SearchFilter): Promise<Passing | null> {
  if (narrowing(model, filter).length === 0) return null;
  const rows = (tests: readonly RawBuilder<boolean>[]) =>
    recordsFrom(db, model, 'records').where(sql<boolean>`${sql.join([sql`1 = 1`, ...tests], sql` and `)}`);
  const key = sql.ref(`${recordAlias(model)}.pk`);
  if (filter.notice !== undefined) {
    const ofNotice = rows(narrowing(model, filter)).select(key.as('pk'));
    return { test: (pk) => sql`${pk} in ${ofNotice}`, each: false };
  }
  const way = await wayOf(db, model, filter);
  const few = await fewOf(db, model, filter, way);
  const left = narrowing(model, few?.left ?? filter, { ...way, each: true });
  const rest = (pk: RawBuilder<unknown>) =>
    sql<boolean>`exists ${rows([...left, sql`${key} = ${pk}`]).select(sql.lit(1).as('one'))}`;
  if (!few) return { test: rest, each: true };
  // The sign keeps SQLite from asking the index for each key by itself, which takes a hundred times as long as one look at a hit.
  const listed = (pk: RawBuilder<unknown>) => sql<boolean>`+${pk} in (select value from json_each(${few.keys}))`;
  return { test: (pk) => (left.length > 0 ? sql`${listed(pk)} and ${rest(pk)}` : listed(pk)), each: false };
}
