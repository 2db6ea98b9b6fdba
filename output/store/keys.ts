import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { RecordModel } from '../model.js';
import { completeFrom, recordAlias } from './complete.js';
import type { Db } from './dialect.js';
import { conditionsOn } from './field-filters.js';
import { fewOf, isOneOf, testsOfFew } from './few.js';
import { conditions, prefilters, wayOf } from './filters.js';
import type { Stretch } from './sorting.js';
import { rowsOf } from './tables.js';
import type { RecordFilter } from './types.js';

// Which records come next in a list. There are two ways: to go along an index that has them in their order and ask each whether the filter lets it
// through, which is fast where it lets many through; and to look up those that it lets through and sort them, which is fast where they are few. SQLite cannot
// know which it is. Where one part of the filter is found to let few through, those are asked; else the first way is tried for some records, and the second
// taken where they did not do.

/** How many records a way is tried for. */
interface Bounds {
  /** asked in their order */
  asked: number;
  /** sorted, where no more pass a part of the filter */
  few: number;
}
/** Both take a few hundredths of a second. */
const BOUNDS: Bounds = { asked: 2_000, few: 5_000 };

/** The keys of the next records, at most `limit`, from one stretch after the other. */
export async function keysBehind(
  db: Db,
  model: RecordModel,
  filter: RecordFilter,
  behind: readonly Stretch[],
  limit: number,
  bounds = BOUNDS,
): Promise<number[]> {
  const find = await finder(db, model, filter, bounds);
  const keys: number[] = [];
  for (const stretch of behind) {
    const left = limit - keys.length;
    if (left <= 0) break;
    keys.push(...(await find(stretch, left)));
  }
  return keys;
}

type Find = (stretch: Stretch, limit: number) => Promise<number[]>;

/** The way to find the first records of a stretch that the filter lets through. */
async function finder(db: Db, model: RecordModel, filter: RecordFilter, bounds: Bounds): Promise<Find> {
  const way = await wayOf(db, model, filter);
  const each = conditions(model, filter, { ...way, each: true });
  if (each.length === 0) return (stretch, limit) => inOrder(db, model, stretch, limit);
  const few = await fewOf(db, model, filter, way, bounds.few);
  if (few) {
    const tests = testsOfFew(model, few, way);
    return (stretch, limit) => sorted(db, completeFrom(db, model, 'records'), model, tests, stretch, limit);
  }
  const all = [...prefilters(model, filter), ...conditions(model, filter, way)];
  return async (stretch, limit) =>
    (await alongOrder(db, model, each, withinIndex(model, filter, stretch), limit, bounds)) ??
    (await sorted(db, completeFrom(db, model), model, all, stretch, limit));
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
  { asked }: Bounds,
): Promise<number[] | null> {
  if (stretch.ordered === null) return null;
  const first = await inOrder(db, model, stretch, asked);
  const passing = new Set(
    await keysOf(db, completeFrom(db, model, 'records').where(all([isOneOf(model, JSON.stringify(first)), ...tests])), model),
  );
  const found = first.filter((key) => passing.has(key));
  return found.length >= limit || first.length < asked ? found.slice(0, limit) : null;
}

/** The first records of a stretch, in its order. */
async function inOrder(db: Db, model: RecordModel, { tests, by, ordered }: Stretch, limit: number): Promise<number[]> {
  if (ordered !== 'inputs') {
    const query = completeFrom(db, model, 'records').where(all(tests));
    return keysOf(
      db,
      by.reduce((sorted, { value, descending }) => sorted.orderBy(value, descending ? 'desc' : 'asc'), query).limit(limit),
      model,
    );
  }
  const alias = recordAlias(model);
  // `cross join` has SQLite begin with the inputs, whose paths are in order.
  const query = sql`(select ${keyOf(model)} as pk from inputs as i
    cross join ${sql.table(rowsOf(model))} as ${sql.id(alias)} on ${sql.ref(`${alias}.input_pk`)} = i.pk
    where ${all(tests)} order by ${sql.join(by.map(({ value }) => value))} limit ${limit})`;
  return keysIn(db, query);
}

/** The first of the records that pass, which are found in whatever order and sorted: `+` keeps an index from giving the order. */
async function sorted(
  db: Db,
  from: ReturnType<typeof completeFrom>,
  model: RecordModel,
  tests: readonly RawBuilder<boolean>[],
  stretch: Stretch,
  limit: number,
): Promise<number[]> {
  const found = from.where(all([...tests, ...stretch.tests]));
  const inItsOrder = stretch.by.reduce(
    (ordered, { value, descending }) => ordered.orderBy(sql`+${value}`, descending ? 'desc' : 'asc'),
    found,
  );
  return keysOf(db, inItsOrder.limit(limit), model);
}

function keysOf(db: Db, query: ReturnType<typeof completeFrom>, model: RecordModel): Promise<number[]> {
  return keysIn(db, sql`${query.select(keyOf(model).as('pk'))}`);
}

const keysSchema = z.array(z.int());

/** The keys that a query gives as `pk`, in its order, as one JSON list: rows are handed over one by one, which costs more than finding them. */
async function keysIn(db: Db, query: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ keys: string }>`select json_group_array(pk) as keys from ${query}`.execute(db);
  return keysSchema.parse(JSON.parse(rows[0]?.keys ?? '[]'));
}

function keyOf(model: RecordModel): RawBuilder<unknown> {
  return sql.ref(`${recordAlias(model)}.pk`);
}

function all(tests: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return tests.length > 0 ? sql`${sql.join(tests, sql` and `)}` : sql`1 = 1`;
}
