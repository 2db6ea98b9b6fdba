import type { HitCount, RecordTypeName, SearchAnswer } from '../../schemas/index.js';
import { ALL_MODELS, MODELS, type RecordModel } from '../model.js';
import type { Db } from '../store/dialect.js';
import { StoreError } from '../store/errors.js';
import type { SearchFilter, SearchPage } from '../store/types.js';
import { readCursor, writeCursor, type Cursor } from './cursor.js';
import { KINDS, type Kind } from './expression.js';
import { canTell } from './filter.js';
import { bestHits, findHits, holds, RANKED, wordCounts, type Found } from './find.js';
import { showHits, type Shown } from './hit.js';
import { passingsOf, type Passings } from './passing.js';
import { isQuestion, LONGEST_QUERY, parseQuery, type Word } from './query.js';
import { rank, type Ranked } from './rank.js';

/** Hits of one answer, unless said otherwise, and at most. */
const HITS = 20;
const MOST_HITS = 200;

/** See `Store.search`. */
export async function search(db: Db, query: string, filter: SearchFilter, page: SearchPage, shown: Shown): Promise<SearchAnswer> {
  const words = wordsOf(query);
  const cursor = page.cursor === undefined ? { ranked: 0 } : readCursor(page.cursor);
  const limit = Math.min(page.limit ?? HITS, MOST_HITS);
  const best = 'ranked' in cursor ? cursor.ranked + limit : 1;
  const passings = passingsOf(db, filter);
  const all = await survey(db, words, filter, passings, best);
  const { asked, left, surveyed } =
    total(all, filter).count > 0 || !isQuestion(query)
      ? { asked: words, left: [], surveyed: all }
      : await taken(db, query, words, filter, passings, all, best);
  const { hits, next } = await pageOf(db, surveyed, asked, filter, passings, cursor, limit);
  return {
    words: asked.map(({ text }) => text),
    left_out: left.map(({ text }) => text),
    hits: await showHits(
      db,
      hits,
      asked.map(({ folded }) => folded),
      shown,
    ),
    total: total(surveyed, filter),
    by_type: Object.fromEntries([...surveyed].map(([type, { count }]) => [type, count])),
    next: next && writeCursor(next),
  };
}

function wordsOf(query: string): Word[] {
  const refuse = (message: string, hint: string): never => {
    throw new StoreError('invalid_query', message, hint, { fault: 'words' });
  };
  if (query.length > LONGEST_QUERY) refuse(`The query is longer than ${LONGEST_QUERY} characters.`, 'Search for a part of it.');
  const words = parseQuery(query);
  return words.length > 0 ? words : refuse('The query is empty.', 'Give a word, or a phrase in quotation marks.');
}

/** What is known of the hits of one type: the best of them, and how many there are. */
interface Surveyed {
  found: Found[];
  count: HitCount;
  /** the kinds that have more than are ranked, with the last one that is */
  more: { kind: Kind; before: number }[];
}
type Survey = Map<RecordTypeName, Surveyed>;

/** Looks for the words in every type that the filter can be asked of; of types that are not wanted hits are counted only. */
async function survey(db: Db, words: readonly Word[], filter: SearchFilter, passings: Passings, limit: number): Promise<Survey> {
  const result: Survey = new Map();
  for (const model of ALL_MODELS.filter((each) => canTell(each, filter))) {
    const surveyed: Surveyed = { found: [], count: { count: 0, exact: true }, more: [] };
    result.set(model.name, surveyed);
    const weighed = await weighing(db, model, words);
    if (weighed === null) continue;
    const passing = await passings(model);
    for (const kind of KINDS) {
      const wanted = { kind, limit, weighed: weighed && isWanted(model.name, filter) };
      const { found, count, edge } = await bestHits(db, model, words, passing, wanted);
      surveyed.found.push(...found);
      surveyed.count.count += count;
      if (edge !== null) surveyed.more.push({ kind, before: edge });
    }
    surveyed.count.exact = surveyed.more.length === 0;
  }
  return result;
}

/**
 * Whether to ask how well the words fit, which is too much where one of them is frequent; null where one is in no record. A single character, which stands for all
 * pairs that begin with it, is looked for once, and told less of.
 */
async function weighing(db: Db, model: RecordModel, words: readonly Word[]): Promise<boolean | null> {
  if (words.length === 1 && words.every(({ folded }) => Array.from(folded).length === 1)) return false;
  const counts = await wordCounts(db, model, words);
  return counts.includes(0) ? null : counts.every((count) => count <= RANKED);
}

function isWanted(type: RecordTypeName, { types }: SearchFilter): boolean {
  return types === undefined || types.includes(type);
}

function total(surveyed: Survey, filter: SearchFilter): HitCount {
  const counts = [...surveyed].filter(([type]) => isWanted(type, filter)).map(([, { count }]) => count);
  return { count: counts.reduce((sum, { count }) => sum + count, 0), exact: counts.every(({ exact }) => exact) };
}

/**
 * Takes a question apart: its telling words are looked for together and, where nothing holds them all, as many of them as
 * something does, the more telling ones before the others.
 */
async function taken(
  db: Db,
  query: string,
  words: readonly Word[],
  filter: SearchFilter,
  passings: Passings,
  nothing: Survey,
  best: number,
): Promise<{ asked: readonly Word[]; left: Word[]; surveyed: Survey }> {
  const { largestFirst, tellingWords } = await import('./question.js');
  const telling = tellingWords(query);
  const models = ALL_MODELS.filter((model) => canTell(model, filter) && isWanted(model.name, filter));
  for (const kept of largestFirst(telling))
    for (const model of models)
      if (await holds(db, model, kept, await passings(model)))
        return {
          asked: kept,
          left: telling.filter((word) => !kept.includes(word)),
          surveyed: await survey(db, kept, filter, passings, best),
        };
  return { asked: words, left: [], surveyed: nothing };
}

/** The hits from a cursor on, and the cursor behind them. */
async function pageOf(
  db: Db,
  surveyed: Survey,
  words: readonly Word[],
  filter: SearchFilter,
  passings: Passings,
  cursor: Cursor,
  limit: number,
): Promise<{ hits: Ranked[]; next: Cursor | null }> {
  const wanted = new Map([...surveyed].filter(([type]) => isWanted(type, filter)));
  const rest = [...wanted].flatMap(([type, { more }]) => more.map(({ kind, before }) => ({ type, kind, before })));
  if ('ranked' in cursor) {
    const ranked = rank(new Map([...wanted].map(([type, { found }]) => [type, found])));
    const to = cursor.ranked + limit;
    const all = total(surveyed, filter).count;
    return { hits: ranked.slice(cursor.ranked, to), next: to < all ? { ranked: to } : (rest[0] ?? null) };
  }
  const { type, kind, before } = cursor;
  const { found, edge } = await findHits(db, MODELS[type], words, await passings(MODELS[type]), { kind, before, limit });
  const hits = found.map((hit): Ranked => ({ ...hit, type, score: 0 }));
  if (edge !== null) return { hits, next: { type, kind, before: edge } };
  const behind = rest.findIndex((each) => each.type === type && each.kind === kind) + 1;
  return { hits, next: rest[behind] ?? null };
}
