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

/** The hits of one type and kind, the latest stored first. */
export async function findHits(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  filter: SearchFilter,
  { kind, before = null, limit }: Wanted,
): Promise<Found[]> {
  const { rows } = await sql<Row>`${hits(db, model, words, filter, { kind, before, limit }, false)}`.execute(db);
  return rows.map(({ pk }) => ({ pk: Number(pk), kind, bm25: null }));
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
    edge: count > RANKED ? Number(first?.edge) : null,
  };
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
  const table = searchTable(model);
  const rowid = sql.ref(`${table}.rowid`);
  const tests: RawBuilder<boolean>[] = [sql`${sql.ref(table)} match ${expressionOf(words, kind)}`];
  if (before !== null) tests.push(sql`${rowid} < ${before}`);
  const narrowed = narrowing(model, filter);
  if (narrowed.length > 0) tests.push(among(db, model, narrowed, filter, rowid));
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
  const rows = recordsFrom(db, model).where(sql<boolean>`${sql.join(narrowed, sql` and `)}`);
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
  for (const kind of KINDS) if ((await findHits(db, model, words, filter, { kind, limit: 1 })).length > 0) return true;
  return false;
}
