import { sql } from 'kysely';
import { z } from 'zod';
import { MODELS } from '../model.js';
import { completeColumns, completeFrom } from '../store/complete.js';
import type { Db } from '../store/dialect.js';
import { recordOf } from '../store/read.js';
import { searchTable } from './dialect.js';
import { searchables } from './entry.js';
import { expressionOf } from './expression.js';
import { foldedText, spellings } from './fold.js';
import type { Word } from './query.js';

// A single character stands for all pairs that begin with it: the index puts the places of all of them in all notices together before it gives the first,
// 800 ms for a comma in 100,000 notices. Where most notices hold the character, reading the latest texts finds the latest hits sooner.

const NOTICES = MODELS.notices;
/** So many of the latest notices tell whether a character is frequent: that share of them holds it. */
const [TRIED, FREQUENT] = [100, 0.7];

/** Which hits are asked for: the latest, before a key where one is given. */
interface Wanted {
  before: number | null;
  limit: number;
}

/**
 * The keys of the latest notices whose texts, but not whose names, hold a single character, the latest first, as the index would give them; null where the character is
 * not frequent, or no single one: then ask the index.
 */
export async function latestHolding(db: Db, words: readonly Word[], { before, limit }: Wanted): Promise<number[] | null> {
  const [word, ...others] = words;
  const characters = word && others.length === 0 && Array.from(word.folded).length === 1 ? spellings(word.folded) : [];
  if (!word || characters.length === 0) return null;
  const most = Math.ceil(Math.max(limit, TRIED) / FREQUENT);
  const candidates = await withoutIt(db, word, before, most);
  const tried = await read(db, characters, candidates.slice(0, TRIED));
  if (tried.filter(({ holds }) => holds === 1).length < FREQUENT * tried.length) return null;
  const all = [...tried, ...(await read(db, characters, candidates.slice(TRIED)))];
  const lacks = new Set(await lacking(db, word.folded, all));
  const keys = candidates.filter((pk) => !lacks.has(pk));
  return keys.length >= limit || candidates.length < most ? keys.slice(0, limit) : null;
}

/** The latest notices that do not have the character in their names, which the index tells soon: names are short, and pairs in them few. */
async function withoutIt(db: Db, word: Word, before: number | null, limit: number): Promise<number[]> {
  const table = searchTable(NOTICES);
  const named = sql`select rowid from ${sql.table(table)} where ${sql.ref(table)} match ${expressionOf([word], 'head')}`;
  // The keys stand close together here, in the rows of notices a page apart (FTS5, “The Document Sizes Table”).
  const from = before === null ? sql`1 = 1` : sql`id < ${before}`;
  const { rows } = await sql<{ keys: string }>`select json_group_array(id) as keys from
    (select id from ${sql.table(`${table}_docsize`)} where ${from} and id not in (${named}) order by id desc limit ${limit})`.execute(
    db,
  );
  return z.array(z.int()).parse(JSON.parse(rows[0]?.keys ?? '[]'));
}

/** A notice and whether its text holds the character. */
interface Read {
  pk: number;
  holds: number;
}

/** Looks into the texts of notices for one of the spellings, the plainest first. */
async function read(db: Db, characters: readonly string[], pks: readonly number[]): Promise<Read[]> {
  const tests = characters.map((c) => sql`instr(n.text, ${c}) > 0`);
  const { rows } = await sql<Read>`select n.pk, (${sql.join(tests, sql` or `)}) as holds from notices_rows as n
    where n.pk in (select value from json_each(${JSON.stringify(pks)}))`.execute(db);
  return rows;
}

/** Of notices whose texts do not hold the character, those that have it in no other field either. */
async function lacking(db: Db, character: string, all: readonly Read[]): Promise<number[]> {
  const open = all.filter(({ holds }) => holds === 0).map(({ pk }) => pk);
  if (open.length === 0) return [];
  const rows: Record<string, unknown>[] = await completeFrom(db, NOTICES)
    .select([...completeColumns(NOTICES), 'n.pk as row_pk'])
    .where(sql<boolean>`n.pk in (select value from json_each(${JSON.stringify(open)}))`)
    .execute();
  return rows.filter((row) => !isIn(character, recordOf(NOTICES, row, 'zh'))).map((row) => Number(row.row_pk));
}

function isIn(character: string, record: Readonly<Record<string, unknown>>): boolean {
  return searchables(NOTICES, record).body.some(({ text }) => foldedText(text).includes(character));
}
