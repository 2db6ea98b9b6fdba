import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sql } from 'kysely';
import { documentSchema, type Document, type Finding, type RecordTypeName } from '../../schemas/index.js';
import { findingMessage, type Lang } from '../messages.js';
import { ALL_MODELS, isList, MODELS, type Field, type RecordModel } from '../model.js';
import { completeColumns, completeFrom, countOf, fieldValue, recordAlias } from './complete.js';
import type { Db } from './dialect.js';
import type { Driver } from './driver.js';
import { FEW, passingFew } from './few.js';
import { conditions } from './filters.js';
import { keysBehind } from './keys.js';
import { stretches } from './sorting.js';
import { rowsOf } from './tables.js';
import type { NoticeSummary, RecordFilter, RecordOf } from './types.js';

const decompress = promisify(gunzip);

/** A JSON value kept by `packed`. */
export async function unpacked(body: unknown): Promise<unknown> {
  if (!(body instanceof Uint8Array)) throw new TypeError('not a packed value');
  return JSON.parse((await decompress(body)).toString('utf8'));
}

/** Checked again on reading: another version of the program may have written it. */
export async function readDocument(body: unknown): Promise<Document> {
  return documentSchema.parse(await unpacked(body));
}

/** Records held at a time while listing. */
const PAGE = 500;

/**
 * Records in their exported shape, in the order of path, notice and place in it. Pages are found by the last
 * record's place, so that memory stays the same however many there are.
 */
export async function* listRecords<T extends RecordTypeName>(
  db: Db,
  type: T,
  filter: RecordFilter,
  lang: Lang,
): AsyncGenerator<RecordOf[T]> {
  let left = filter.limit ?? Infinity;
  // A list of few at most is found as a page is.
  if (left <= FEW || (await passingFew(db, MODELS[type], filter))) {
    const keys = await keysBehind(db, MODELS[type], filter, stretches(MODELS[type], null, null), Math.min(left, FEW));
    for (let from = 0; from < keys.length; from += PAGE)
      for (const record of await recordsWith(db, MODELS[type], keys.slice(from, from + PAGE), lang))
        yield record as unknown as RecordOf[T];
    return;
  }
  let after: { path: string; sortNo: number } | null = null;
  while (left > 0) {
    const rows: Record<string, unknown>[] = await recordPage(db, MODELS[type], filter, after, Math.min(left, PAGE));
    for (const row of rows) yield recordOf(MODELS[type], row, lang) as unknown as RecordOf[T];
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    left -= rows.length;
    after = { path: String(last.at_path), sortNo: Number(last.at_sort_no) };
  }
}

function recordPage(
  db: Db,
  model: RecordModel,
  filter: RecordFilter,
  after: { path: string; sortNo: number } | null,
  limit: number,
) {
  const sortNo = sql.ref(`${recordAlias(model)}.sort_no`);
  const tests = conditions(model, filter);
  if (after) tests.push(sql`i.path >= ${after.path} and (i.path > ${after.path} or ${sortNo} > ${after.sortNo})`);
  return completeFrom(db, model)
    .select([...completeColumns(model), sql.ref('i.path').as('at_path'), sortNo.as('at_sort_no')])
    .where(tests.length > 0 ? sql<boolean>`${sql.join(tests, sql` and `)}` : sql<boolean>`1 = 1`)
    .orderBy('i.path')
    .orderBy(sortNo)
    .limit(limit)
    .execute();
}

/** All records of one input, type by type, in Chinese. Making the queries costs more than running them, so they are made once for many inputs. */
export function inputReader(driver: Driver, db: Db): (inputPk: number) => Promise<Record<string, Record<string, unknown>[]>> {
  const queries = ALL_MODELS.map((model) => {
    const query = completeFrom(db, model)
      .select(completeColumns(model))
      .where(sql<boolean>`i.pk = ?1`)
      .orderBy(`${recordAlias(model)}.sort_no`);
    return { model, sql: query.compile().sql };
  });
  return async (inputPk) => {
    const records: Record<string, Record<string, unknown>[]> = {};
    for (const { model, sql: text } of queries) {
      records[model.name] = (await driver.all(text, [inputPk])).map((row) => recordOf(model, row, 'zh'));
    }
    return records;
  };
}

/** The records with these keys, in their order. */
export async function recordsWith(
  db: Db,
  model: RecordModel,
  keys: readonly number[],
  lang: Lang,
): Promise<Record<string, unknown>[]> {
  if (keys.length === 0) return [];
  const pk = sql.ref(`${recordAlias(model)}.pk`);
  const rows: Record<string, unknown>[] = await completeFrom(db, model)
    .select([...completeColumns(model), pk.as('row_pk')])
    .where(sql<boolean>`${pk} in (${sql.join(keys)})`)
    .execute();
  const byKey = new Map(rows.map((row) => [Number(row['row_pk']), row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    return row ? [recordOf(model, row, lang)] : [];
  });
}

/** A row of a complete query as the record that its schema describes. */
export function recordOf(model: RecordModel, row: Record<string, unknown>, lang: Lang): Record<string, unknown> {
  const result = Object.fromEntries(model.fields.map((field) => [field.name, valueOf(field, row[field.name])]));
  if (model.name === 'findings') result.message = findingMessage(result as Finding, lang);
  return result;
}

function valueOf(field: Field, value: unknown): unknown {
  if (isList(field) || field.value === 'json') return typeof value === 'string' ? JSON.parse(value) : null;
  if (field.value === 'boolean') return value === null ? null : Boolean(value);
  return value;
}

/** The fields of a notice that its summary shows. */
const SUMMARY_FIELDS = ['id', 'file', 'ordinal', 'title', 'document_number', 'issuers', 'issued_on'];

/** One line per notice, in the order of path and place in it. */
export async function readSummaries(db: Db): Promise<NoticeSummary[]> {
  const model = MODELS.notices;
  const shown = model.fields.filter((field) => SUMMARY_FIELDS.includes(field.name));
  const counted = ALL_MODELS.filter((each) => each !== model);
  const rows = await completeFrom(db, model)
    .select(shown.map((field) => fieldValue(model, field.name).as(field.name)))
    .select(counted.map((each) => countOf(each).as(`n_${each.name}`)))
    .orderBy('i.path')
    .orderBy('n.sort_no')
    .execute();
  return rows.map((row: Record<string, unknown>) => {
    const head = Object.fromEntries(shown.map((field) => [field.name, valueOf(field, row[field.name])]));
    const counts = Object.fromEntries(counted.map((each) => [each.name, row[`n_${each.name}`]]));
    return { ...head, counts } as unknown as NoticeSummary;
  });
}

/** How many inputs, and how many records of each type. */
export async function readCounts(db: Db): Promise<Record<RecordTypeName | 'inputs', number>> {
  const tables: [name: string, table: string][] = [
    ['inputs', 'inputs'],
    ...ALL_MODELS.map((model): [string, string] => [model.name, rowsOf(model)]),
  ];
  const counts = tables.map(([name, table]) => sql<number>`(select count(*) from ${sql.table(table)})`.as(name));
  const row = await db.selectNoFrom(counts).executeTakeFirstOrThrow();
  return row as Record<RecordTypeName | 'inputs', number>;
}
