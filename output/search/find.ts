import { sql, type RawBuilder } from 'kysely';
import type { RecordModel } from '../model.js';
import type { Db } from '../store/dialect.js';
import type { Row } from '../store/driver.js';
import { searchTable } from './dialect.js';
import { expressionOf, expressionOfAll, KINDS, type Kind } from './expression.js';
import { latestHolding } from './frequent.js';
import type { Passing } from './passing.js';
import type { Word } from './query.js';

/** So many hits of a type and kind are ranked; what is beyond them comes behind, the latest stored first, and is not counted. */
export const RANKED = 1000;
/** The records of so many hits of a type and kind are read at a time, where a filter asks it; a page behind them may hold few hits, or none, and still go on. */
export const SCANNED = 3_000;

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
  passing: Passing | null,
  { kind, before = null, limit }: Wanted,
): Promise<{ found: Found[]; edge: number | null }> {
  const best = await hitsOf(db, model, words, passing, { kind, before, most: limit, limit, weighed: false });
  return { found: best.found, edge: best.edge };
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
export function bestHits(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  passing: Passing | null,
  wanted: { kind: Kind; limit: number; weighed: boolean },
): Promise<Best> {
  return hitsOf(db, model, words, passing, { ...wanted, before: null, most: RANKED });
}

interface Asked {
  kind: Kind;
  before: number | null;
  /** so many of the latest are looked at */
  most: number;
  /** so many of these are wanted */
  limit: number;
  weighed: boolean;
}

/** One question tells the hits, their number and where to go on: behind the last one that is looked at, or that a filter was asked of. */
async function hitsOf(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  passing: Passing | null,
  { kind, before, most, limit, weighed }: Asked,
): Promise<Best> {
  const each = passing?.each === true ? passing : null;
  const also = passing && !each ? passing.test(sql.ref(`${searchTable(model)}.rowid`)) : null;
  const scanned = await scan(db, model, words, { kind, before, limit: each ? SCANNED : most + 1, weighed, also });
  const passes = each ? each.test(sql.ref('h.pk')) : sql`1 = 1`;
  const end = each ? sql`(select case count(*) when ${SCANNED} then min(pk) end from scanned)` : sql`null`;
  // Sorted where it is found: a row handed to us costs more than finding it. Where no hit passes, one row without a hit tells how far was asked.
  const { rows } = await sql<Row>`with scanned as (${scanned}),
    looked as materialized (select pk, bm25, row_number() over (order by pk desc) as place
      from (select h.pk, h.bm25 from scanned as h where ${passes} order by h.pk desc limit ${most + 1}))
    select l.pk, l.bm25, (select count(*) from looked) as count, (select pk from looked where place = ${most}) as last, ${end} as "end"
    from (select 1) left join looked as l on l.place <= ${most} order by l.bm25, l.pk desc limit ${limit}`.execute(db);
  const count = Number(rows[0]?.count ?? 0);
  const edge = count > most ? rows[0]?.last : rows[0]?.end;
  return {
    found: rows.flatMap(({ pk, bm25 }) =>
      pk === null ? [] : [{ pk: Number(pk), kind, bm25: bm25 === null ? null : Number(bm25) }],
    ),
    count: Math.min(count, most),
    edge: typeof edge === 'number' ? edge : null,
  };
}

/** The query for what the index gives, the latest stored first. */
async function scan(
  db: Db,
  model: RecordModel,
  words: readonly Word[],
  { kind, before, limit, weighed, also }: Omit<Asked, 'most'> & { also: RawBuilder<boolean> | null },
): Promise<RawBuilder<unknown>> {
  const listed = model.name === 'notices' && kind === 'body' && !also ? await latestHolding(db, words, { before, limit }) : null;
  if (listed) return sql`select value as pk, null as bm25 from json_each(${JSON.stringify(listed)})`;
  const table = searchTable(model);
  const rowid = sql.ref(`${table}.rowid`);
  const tests: RawBuilder<boolean>[] = [sql`${sql.ref(table)} match ${expressionOf(words, kind)}`];
  if (before !== null) tests.push(sql`${rowid} < ${before}`);
  if (also) tests.push(also);
  return sql`select ${rowid} as pk, ${weighed ? sql`bm25(${sql.ref(table)})` : sql`null`} as bm25
    from ${sql.table(table)} where ${sql.join(tests, sql` and `)} order by ${rowid} desc limit ${limit}`;
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
export async function holds(db: Db, model: RecordModel, words: readonly Word[], passing: Passing | null): Promise<boolean> {
  for (const kind of KINDS) if ((await findHits(db, model, words, passing, { kind, limit: 1 })).found.length > 0) return true;
  return false;
}
