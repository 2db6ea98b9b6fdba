import { sql, type RawBuilder } from 'kysely';
import type { RecordTypeName } from '../../schemas/index.js';
import { isList, isStored, MODELS, type ListField, type RecordModel } from '../model.js';
import { completeFrom, fieldValue, itemOf, joinSlot, recordAlias, type Query } from './complete.js';
import type { Db } from './dialect.js';
import { StoreError } from './errors.js';
import { passingFew } from './few.js';
import { conditions } from './filters.js';
import type { Total, TotalOptions } from './page-types.js';
import { placeOf } from './places.js';
import { plainFields } from './sorting.js';
import { listRows } from './tables.js';
import type { RecordFilter } from './types.js';

const GROUPS = 1_000;
/** A limit of none: SQLite then joins first and counts afterwards, and leaves tables out that nothing is asked of. */
const WHOLE = sql`limit -1`;

/** See `Store.count`. */
export async function countRecords(db: Db, type: RecordTypeName, filter: RecordFilter): Promise<number> {
  const [total] = await totalsOf(db, type, filter, [], {});
  return total?.count ?? 0;
}

/** See `Store.totals`. */
export async function totalsOf(
  db: Db,
  type: RecordTypeName,
  filter: RecordFilter,
  by: readonly string[],
  { sum, limit = GROUPS }: TotalOptions,
): Promise<Total[]> {
  const model = MODELS[type];
  const known = groupings(model);
  const groups = by.map((name) => known.get(name) ?? refuse(model, name, 'counted', [...known.keys()]));
  const units = groups.some(({ ofUnits }) => ofUnits) ? unitsOf(model) : undefined;
  const amount = sum === undefined ? null : numberField(model, sum);
  if (units && sum !== undefined) throw refusal('Units have no numbers to add up.', 'Leave out the sum, or the units.');
  const all = await rowsToCount(db, model, filter, units);
  // A task that names a unit twice counts once for it. Its key comes first: rows come in its order, and what was met is kept in order.
  const counted = (units ? all.select(sql.ref('r.pk').as('pk')).distinct() : all)
    .select(groups.map(({ value }, i) => value.as(`g${i}`)))
    .select([(amount ?? sql`null`).as('amount')]);
  const columns = groups.map((_, i) => sql.ref(`g${i}`));
  const grouped = columns.length > 0 ? sql`group by ${sql.join(columns)}` : sql``;
  const order = sql.join([sql`count(*) desc`, ...columns]);
  const wanted = sql.join([...columns, sql`count(*) as count`, amount ? sql`sum(amount) as sum` : sql`null as sum`]);
  const result = await sql<
    Record<string, unknown>
  >`select ${wanted} from (select * from ${counted} ${WHOLE}) ${grouped} order by ${order} limit ${limit}`.execute(db);
  return result.rows.map((row) => totalOf(row, groups.length));
}

function totalOf(row: Record<string, unknown>, groups: number): Total {
  const { count, sum } = row;
  const values = Array.from({ length: groups }, (_, i) => row[`g${i}`]);
  return {
    values: values.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null)),
    count: Number(count),
    sum: typeof sum === 'number' ? sum : null,
  };
}

/** The records that the filter lets through, as often as they are counted. */
async function rowsToCount(db: Db, model: RecordModel, filter: RecordFilter, units: ListField | undefined): Promise<Query> {
  const tests = conditions(model, filter);
  const few = await passingFew(db, model, filter);
  const from = few?.from ?? completeFrom(db, model, tests.length > 0 ? 'anywhere' : 'records');
  const all = from.where(sql<boolean>`${sql.join([sql`1 = 1`, ...(few?.tests ?? tests)], sql` and `)}`);
  if (!units) return all;
  const joined = all.innerJoin(`${listRows(model, units)} as c`, 'c.record_pk', `${recordAlias(model)}.pk`);
  return joinSlot(joined, units.name, 'c');
}

interface Grouping {
  value: RawBuilder<unknown>;
  ofUnits?: true;
}

/** What records of a type are counted by, by name; a field of the type's own comes before what is made for it. */
function groupings(model: RecordModel): Map<string, Grouping> {
  const year = (date: RawBuilder<unknown>): Grouping => ({ value: sql`cast(substr(${date}, 1, 4) as integer)` });
  const has = (name: string): boolean => model.fields.some((field) => field.name === name);
  const made: [string, Grouping][] = [
    ['place', { value: placeOf(model.name, 'entity_name') }],
    ['place_code', { value: placeOf(model.name, 'code') }],
    ['issued_year', year(sql.ref('n.issued_on'))],
  ];
  if (has('due')) made.push(['due_year', year(fieldValue(model, 'due'))]);
  if (has('period_start')) made.push(['start_year', year(fieldValue(model, 'period_start'))]);
  return new Map([...made, ...ofUnits(model), ...plainFields(model).map(({ name }) => grouping(model, name))]);
}

function grouping(model: RecordModel, name: string): [string, Grouping] {
  return [name, { value: fieldValue(model, name) }];
}

function unitsOf(model: RecordModel): ListField | undefined {
  return model.fields.filter(isList).find((field) => field.name === 'units');
}

/** The units of a task: by their official name, where that is not known by the one that is written. */
function ofUnits(model: RecordModel): [string, Grouping][] {
  const units = unitsOf(model);
  if (!units) return [];
  const of = (name: string): RawBuilder<unknown> => itemOf(units, name);
  return [
    ['unit', { value: sql`coalesce(${of('canonical')}, ${of('name')})`, ofUnits: true }],
    ['unit_id', { value: of('unit_id'), ofUnits: true }],
    ['role', { value: of('role'), ofUnits: true }],
  ];
}

function numberField(model: RecordModel, name: string): RawBuilder<unknown> {
  const numbers = model.fields.filter(isStored).filter(({ value }) => value === 'number' || value === 'integer');
  if (numbers.some((field) => field.name === name)) return fieldValue(model, name);
  const known = numbers.map((field) => field.name);
  return refuse(model, name, 'added up', known);
}

function refuse(model: RecordModel, name: string, what: string, known: readonly string[]): never {
  throw refusal(`${model.name} cannot be ${what} by “${name}”.`, `Give one of: ${known.join(', ')}.`);
}

function refusal(message: string, hint: string): StoreError {
  return new StoreError('invalid_query', message, hint, { fault: 'fields' });
}
