import { sql, type RawBuilder } from 'kysely';
import type { RecordModel } from '../model.js';
import { completeFrom, recordAlias } from './complete.js';
import type { Db } from './dialect.js';
import { conditionsOn } from './field-filters.js';
import { conditions, prefilters } from './filters.js';
import type { Stretch } from './sorting.js';
import { rowsOf } from './tables.js';
import type { RecordFilter } from './types.js';

// Which records come next in a list. There are two ways: to go along an index that has them in their order and ask each whether the filter lets it
// through, which is fast where it lets many through; and to look up those that it lets through and sort them, which is fast where they are few. SQLite cannot
// know which it is, so the first is tried for some records, and the second taken where they did not do.

/** So many records are asked in their order. */
const ASKED = 2_000;

/** The keys of the next records, at most `limit`, from one stretch after the other. */
export async function keysBehind(
  db: Db,
  model: RecordModel,
  filter: RecordFilter,
  behind: readonly Stretch[],
  limit: number,
): Promise<number[]> {
  const tests = conditions(model, filter);
  const keys: number[] = [];
  for (const stretch of behind) {
    const left = limit - keys.length;
    if (left <= 0) break;
    const found =
      tests.length === 0
        ? await inOrder(db, model, stretch, left)
        : ((await alongOrder(db, model, tests, withinIndex(model, filter, stretch), left)) ??
          (await lookedUp(db, model, [...prefilters(model, filter), ...tests], stretch, left)));
    keys.push(...found);
  }
  return keys;
}

/** The stretch, narrowed by what the filter asks of the field that it is sorted by: an index of the field begins and ends there. */
function withinIndex(model: RecordModel, filter: RecordFilter, stretch: Stretch): Stretch {
  const { field } = stretch;
  return field === null ? stretch : { ...stretch, tests: [...stretch.tests, ...conditionsOn(model, filter, field)] };
}

/** The first records of a stretch whose order an index gives, asked one after the other; null where too few of them pass to tell. */
async function alongOrder(
  db: Db,
  model: RecordModel,
  tests: readonly RawBuilder<boolean>[],
  stretch: Stretch,
  limit: number,
): Promise<number[] | null> {
  if (stretch.ordered === null) return null;
  const first = await inOrder(db, model, stretch, ASKED);
  const asked = sql<boolean>`${keyOf(model)} in (select value from json_each(${JSON.stringify(first)}))`;
  const passing = new Set(await keysOf(completeFrom(db, model, 'records').where(all([asked, ...tests])), model));
  const found = first.filter((key) => passing.has(key));
  return found.length >= limit || first.length < ASKED ? found.slice(0, limit) : null;
}

/** The first records of a stretch, in its order. */
async function inOrder(db: Db, model: RecordModel, { tests, by, ordered }: Stretch, limit: number): Promise<number[]> {
  if (ordered !== 'inputs') {
    const query = completeFrom(db, model, 'records').where(all(tests));
    return keysOf(
      by.reduce((sorted, { value, descending }) => sorted.orderBy(value, descending ? 'desc' : 'asc'), query).limit(limit),
      model,
    );
  }
  const alias = recordAlias(model);
  // `cross join` has SQLite begin with the inputs, whose paths are in order.
  const { rows } = await sql<{ pk: number }>`select ${keyOf(model)} as pk from inputs as i
    cross join ${sql.table(rowsOf(model))} as ${sql.id(alias)} on ${sql.ref(`${alias}.input_pk`)} = i.pk
    where ${all(tests)} order by ${sql.join(by.map(({ value }) => value))} limit ${limit}`.execute(db);
  return rows.map(({ pk }) => pk);
}

/** The first of the records that pass, which are looked up in whatever order and sorted: `+` keeps an index from giving the order. */
async function lookedUp(
  db: Db,
  model: RecordModel,
  tests: readonly RawBuilder<boolean>[],
  stretch: Stretch,
  limit: number,
): Promise<number[]> {
  const query = completeFrom(db, model).where(all([...tests, ...stretch.tests]));
  const sorted = stretch.by.reduce(
    (ordered, { value, descending }) => ordered.orderBy(sql`+${value}`, descending ? 'desc' : 'asc'),
    query,
  );
  return keysOf(sorted.limit(limit), model);
}

async function keysOf(query: ReturnType<typeof completeFrom>, model: RecordModel): Promise<number[]> {
  const rows: Record<string, unknown>[] = await query.select(keyOf(model).as('pk')).execute();
  return rows.map(({ pk }) => Number(pk));
}

function keyOf(model: RecordModel): RawBuilder<unknown> {
  return sql.ref(`${recordAlias(model)}.pk`);
}

function all(tests: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return tests.length > 0 ? sql`${sql.join(tests, sql` and `)}` : sql`1 = 1`;
}
