import { sql, type RawBuilder } from 'kysely';
import { isList, isStored, type RecordModel, type ScalarField } from '../model.js';
import { fieldValue, recordAlias } from './complete.js';
import { StoreError } from './errors.js';

/** How a list is ordered: as in the notices (null), or by the value of a field and then by when it was stored. */
export type Order = { field: string; value: RawBuilder<unknown>; descending: boolean; indexed: boolean } | null;

/** The last record of a page: what places it in its list. */
export interface Last {
  pk: number;
  path: string;
  sortNo: number;
  value: unknown;
}

/** The fields that records can be sorted and counted by: those with one value that is no long text. */
export function plainFields(model: RecordModel): ScalarField[] {
  return model.fields.filter(
    (field): field is ScalarField => !isList(field) && field.value !== 'json' && field.marks.bulky !== true,
  );
}

/** Reads `field` or `-field`; without either the order is that of the notices. */
export function orderOf(model: RecordModel, sort: string | null): Order {
  if (sort === null) return null;
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const field = plainFields(model).find((each) => each.name === name);
  if (field)
    return { field: name, value: fieldValue(model, name), descending, indexed: isStored(field) && field.marks.index === true };
  const known = plainFields(model).map((field) => field.name);
  throw new StoreError('invalid_query', `${model.name} cannot be sorted by “${name}”.`, `Give one of: ${known.join(', ')}.`, {
    fault: 'order',
  });
}

/** One stretch of a list, found by conditions and ordered by expressions: of a list by a field those with a value, then those without. */
export interface Stretch {
  tests: RawBuilder<boolean>[];
  by: Ordering[];
  /** what an index gives in this order: inputs by path with their records, records by a field; null: nothing does */
  ordered: 'inputs' | 'records' | null;
  /** the field that it is sorted by */
  field: string | null;
}
type Ordering = { value: RawBuilder<unknown>; descending: boolean };

/** The stretches of a list that come behind its record `last` (null: all of it). */
export function stretches(model: RecordModel, order: Order, last: Last | null): Stretch[] {
  const pk = sql.ref(`${recordAlias(model)}.pk`);
  if (!order) return [inNotices(sql.ref(`${recordAlias(model)}.sort_no`), last)];
  const behind = last && last.value === null ? [sql<boolean>`${pk} > ${last.pk}`] : [];
  const without: Stretch = {
    tests: [sql`${order.value} is null`, ...behind],
    by: [{ value: pk, descending: false }],
    ordered: order.indexed ? 'records' : null,
    field: order.field,
  };
  return last && last.value === null ? [without] : [withValue(order, pk, last), without];
}

function inNotices(sortNo: RawBuilder<unknown>, last: Last | null): Stretch {
  const by = [sql.ref('i.path'), sortNo].map((value) => ({ value, descending: false }));
  const behind = last && sql<boolean>`i.path >= ${last.path} and (i.path > ${last.path} or ${sortNo} > ${last.sortNo})`;
  return { tests: behind ? [behind] : [], by, ordered: 'inputs', field: null };
}

/** Ordered both by value and by key in one direction, so that an index of the value gives the order as it stands. */
function withValue(
  { field, value, descending, indexed }: NonNullable<Order>,
  pk: RawBuilder<unknown>,
  last: Last | null,
): Stretch {
  const by = [value, pk].map((each) => ({ value: each, descending }));
  const ordered = indexed ? 'records' : null;
  if (!last) return { tests: [sql`${value} is not null`], by, ordered, field };
  const behind = descending
    ? sql<boolean>`${value} <= ${last.value} and (${value} < ${last.value} or ${pk} < ${last.pk})`
    : sql<boolean>`${value} >= ${last.value} and (${value} > ${last.value} or ${pk} > ${last.pk})`;
  return { tests: [behind], by, ordered, field };
}
