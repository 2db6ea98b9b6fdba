import { sql } from 'kysely';
import type { LinkTypeName, RecordTypeName } from '../../schemas/index.js';
import type { Lang } from '../messages.js';
import { MODELS, type RecordModel } from '../model.js';
import { completeFrom, recordAlias } from './complete.js';
import type { Db } from './dialect.js';
import type { Driver } from './driver.js';
import { linkById, linksAfter } from './entities/list.js';
import { StoreError } from './errors.js';
import { hasId } from './filters.js';
import { keysBehind } from './keys.js';
import { badCursor, listDigest, readListCursor, writeListCursor } from './list-cursor.js';
import type { ListPage, RecordPage } from './page-types.js';
import { recordsWith } from './read.js';
import { orderOf, stretches, type Last, type Order } from './sorting.js';
import type { LinkOf, RecordFilter, RecordOf } from './types.js';

// Lists page by page. A page begins behind the last record of the one before it (never at a number of records), so that the
// thousandth page costs what the first one does. The keys of a page are found first, its records put together afterwards.

const RECORDS = 50;
const MOST_RECORDS = 500;

/** See `Store.page`. */
export async function recordPage<T extends RecordTypeName>(
  db: Db,
  type: T,
  filter: RecordFilter,
  page: ListPage,
  lang: Lang,
): Promise<RecordPage<RecordOf[T]>> {
  const model = MODELS[type];
  const limit = limitOf(page);
  const of = listDigest(type, filter);
  const cursor = page.cursor === undefined ? null : readListCursor(page.cursor, of);
  const sort = page.sort ?? cursor?.sort ?? null;
  const order = orderOf(model, sort);
  if (cursor && cursor.sort !== sort) throw badCursor('The cursor is of another order.');
  const last = cursor && (await lastOf(db, model, order, cursor.after));
  const keys = await keysBehind(db, model, filter, stretches(model, order, last), limit + 1);
  const records = await recordsWith(db, model, keys.slice(0, limit), lang);
  const end = records.at(-1);
  const next = keys.length > limit && end ? writeListCursor({ after: String(end['id']), sort, of }) : null;
  return { records: records as unknown as RecordOf[T][], next };
}

/** How many are asked for; more than a page holds are a full page. */
function limitOf({ limit = RECORDS }: ListPage): number {
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, MOST_RECORDS);
  throw new StoreError(
    'invalid_query',
    `A page cannot hold ${limit} records.`,
    `Give a whole number from 1 to ${MOST_RECORDS}.`,
    {
      fault: 'size',
    },
  );
}

/** Where the record stands that a page ended with. */
async function lastOf(db: Db, model: RecordModel, order: Order, id: string): Promise<Last> {
  const alias = recordAlias(model);
  const [row]: Record<string, unknown>[] = await completeFrom(db, model)
    .select([sql.ref(`${alias}.pk`).as('pk'), sql.ref('i.path').as('path'), sql.ref(`${alias}.sort_no`).as('sort_no')])
    .select((order?.value ?? sql`null`).as('value'))
    .where(hasId(model, id))
    .execute();
  if (!row) throw badCursor('The record that the page before ended with is no longer there.');
  return { pk: Number(row['pk']), path: String(row['path']), sortNo: Number(row['sort_no']), value: row['value'] };
}

/** See `Store.linkPage`. */
export async function linkPage<T extends LinkTypeName>(driver: Driver, type: T, page: ListPage): Promise<RecordPage<LinkOf[T]>> {
  if (page.sort !== undefined && page.sort !== 'id')
    throw new StoreError('invalid_query', `${type} cannot be sorted by “${page.sort}”.`, 'They come in the order of their ids.', {
      fault: 'order',
    });
  const limit = limitOf(page);
  const of = listDigest(type, {});
  const after = page.cursor === undefined ? '' : readListCursor(page.cursor, of).after;
  if (after !== '' && !(await linkById(driver, type, after)))
    throw badCursor('The record that the page before ended with is no longer there.');
  const found = await linksAfter(driver, type, after, limit + 1);
  const records = found.slice(0, limit);
  const end = records.at(-1);
  return { records, next: found.length > limit && end ? writeListCursor({ after: end.id, sort: null, of }) : null };
}
