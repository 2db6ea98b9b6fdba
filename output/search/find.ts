import { sql, type RawBuilder } from 'kysely';
import type { RecordModel } from '../model.js';
import { recordAlias, recordsFrom } from '../store/complete.js';
import type { Db } from '../store/dialect.js';
import type { Row } from '../store/driver.js';
import type { SearchFilter } from '../store/types.js';
import { searchTable } from './dialect.js';
import { expressionOf, expressionOfAll, KINDS, type Kind } from './expression.js';
import { narrowing } from './filter.js';
import type { Word } from './query.js';

/** So many hits of a type and kind are ranked; what is beyond them comes behind, the latest stored first, and is not counted. */
export const RANKED = 1000;
/** A filter is asked of so many hits of a type and kind at a time; a page behind them may hold few hits, or none, and still go on. */
export const SCANNED = 5_000;

export interface Found {
  pk: number;
  kind: Kind;
  /** how well the words fit, smaller is better; null where asking would take too long */
  bm25: number | null;
}

/** Which hits are asked for. */
export interface Wanted {
  kind: Kind;
  /** only those stored before this one */
  before?: number | null;
  limit: number;
}

/** The hits of one type and kind, the latest stored first; `edge` is where to go on, null where there are no more. */
export async function findHits(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  filter: SearchFilter,
  { kind, before = null, limit }: Wanted,
): Promise<{ found: Found[]; edge: number | null }> {
  const one = { kind, before, limit: limit + 1 };
  const { rows } = await sql<Row>`${hits(db, model, words, filter, one, false)}`.execute(db);
  const found = rows.slice(0, limit).map(({ pk }): Found => ({ pk: Number(pk), kind, bm25: null }));
  const last = found.at(-1);
  return { found, edge: rows.length > limit && last ? last.pk : await edgeOf(db, model, words, filter, one) };
}

/** The hits of one type and kind, looked at together. */
export interface Best {
  /** those that fit best; or, where that was not asked, the latest stored */
  found: Found[];
  /** how many there are, `RANKED` at most */
  count: number;
  /** the last one that was looked at, where there are more */
  edge: number | null;
}

/** The best of the latest `RANKED` hits of one type and kind, at most `limit`; `weighed` asks how well the words fit. */
export async function bestHits(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  filter: SearchFilter,
  { kind, limit, weighed }: { kind: Kind; limit: number; weighed: boolean },
): Promise<Best> {
  // Sorted where it is found: a row handed to us costs more than finding it.
  const looked = sql`select pk, bm25, row_number() over (order by pk desc) as place from (${hits(db, model, words, filter, { kind, limit: RANKED + 1 }, weighed)})`;
  const { rows } = await sql<Row>`with looked as materialized (${looked})
    select pk, bm25, (select count(*) from looked) as count, (select pk from looked where place = ${RANKED}) as edge
    from looked where place <= ${RANKED} order by bm25, pk desc limit ${limit}`.execute(db);
  const [first] = rows;
  const count = Number(first?.count ?? 0);
  return {
    found: rows.map(({ pk, bm25 }) => ({ pk: Number(pk), kind, bm25: bm25 === null ? null : Number(bm25) })),
    count: Math.min(count, RANKED),
    edge: count > RANKED ? Number(first?.edge) : await edgeOf(db, model, words, filter, { kind }),
  };
}

/** Whether a filter is asked of each hit as it comes; the records of one notice are few and are looked up beforehand. */
function asksEach(model: RecordModel, filter: SearchFilter): boolean {
  return filter.notice === undefined && narrowing(model, filter).length > 0;
}

/** The last of the `SCANNED` hits that a filter was asked of, where there are as many. */
async function edgeOf(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  filter: SearchFilter,
  { kind, before = null }: { kind: Kind; before?: number | null },
): Promise<number | null> {
  if (!asksEach(model, filter)) return null;
  const { rows } =
    await sql<Row>`select min(pk) as pk, count(*) as count from (${scanned(model, words, kind, before, SCANNED, false)})`.execute(
      db,
    );
  return Number(rows[0]?.count) === SCANNED ? Number(rows[0]?.pk) : null;
}

/** The query for the hits of one type and kind, the latest stored first. */
function hits(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  filter: SearchFilter,
  { kind, before = null, limit }: Wanted,
  weighed: boolean,
): RawBuilder<unknown> {
  if (!asksEach(model, filter)) {
    const narrowed = narrowing(model, filter);
    const also = narrowed.length > 0 ? among(db, model, narrowed, filter, sql.ref(`${searchTable(model)}.rowid`)) : null;
    return scanned(model, words, kind, before, limit, weighed, also);
  }
  const passes = among(db, model, narrowing(model, filter), filter, sql.ref('h.pk'));
  return sql`select h.pk, h.bm25 from (${scanned(model, words, kind, before, SCANNED, weighed)}) as h
    where ${passes} order by h.pk desc limit ${limit}`;
}

/** The query for what the index gives, the latest stored first. */
function scanned(
  model: RecordModel,
  words: readonly Word[],
  kind: Kind,
  before: number | null,
  limit: number,
  weighed: boolean,
  also: RawBuilder<boolean> | null = null,
): RawBuilder<unknown> {
  const table = searchTable(model);
  const rowid = sql.ref(`${table}.rowid`);
  const tests: RawBuilder<boolean>[] = [sql`${sql.ref(table)} match ${expressionOf(words, kind)}`];
  if (before !== null) tests.push(sql`${rowid} < ${before}`);
  if (also) tests.push(also);
  return sql`select ${rowid} as pk, ${weighed ? sql`bm25(${sql.ref(table)})` : sql`null`} as bm25
    from ${sql.table(table)} where ${sql.join(tests, sql` and `)} order by ${rowid} desc limit ${limit}`;
}

/**
 * Whether a hit's record is one that the filter lets through. Asked of each hit as it comes, so that the first hits come soon;
 * the few records of a notice are looked up beforehand.
 */
function among(
  db: Db,
  model: RecordModel,
  narrowed: readonly RawBuilder<boolean>[],
  filter: SearchFilter,
  rowid: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const pk = sql.ref(`${recordAlias(model)}.pk`);
  const rows = recordsFrom(db, model, 'records').where(sql<boolean>`${sql.join(narrowed, sql` and `)}`);
  if (filter.notice !== undefined) return sql`${rowid} in ${rows.select(pk.as('pk'))}`;
  return sql`exists ${rows.select(sql.lit(1).as('one')).where(sql<boolean>`${pk} = ${rowid}`)}`;
}

/** In how many rows of a type each word stands, up to `RANKED` and one more. */
export async function wordCounts(db: Db, model: RecordModel, words: readonly Word[]): Promise<number[]> {
  const table = searchTable(model);
  const counts = words.map((word) => {
    const rows = sql`select 1 from ${sql.table(table)} where ${sql.ref(table)} match ${expressionOfAll([word])} limit ${RANKED + 1}`;
    return sql`(select count(*) from (${rows}))`;
  });
  const { rows } = await sql<Row>`select ${sql.join(counts.map((count, i) => sql`${count} as ${sql.id(`w${i}`)}`))}`.execute(db);
  return words.map((_, i) => Number(rows[0]?.[`w${i}`] ?? 0));
}

/** Whether any row of a type holds all the words. */
export async function holds(db: Db, model: RecordModel, words: readonly Word[], filter: SearchFilter): Promise<boolean> {
  for (const kind of KINDS) if ((await findHits(db, model, words, filter, { kind, limit: 1 })).found.length > 0) return true;
  return false;
}
