import { createHash } from 'node:crypto';
import { ALL_MODELS, type RecordModel } from '../model.js';
import { completeColumns, completeFrom, recordAlias } from '../store/complete.js';
import { queryBuilder } from '../store/dialect.js';
import type { Driver, SqlValue } from '../store/driver.js';
import { insertRows } from '../store/insert.js';
import { recordOf } from '../store/read.js';
import { rowsOf } from '../store/tables.js';
import { createIndex, GRAMS_COLUMN, INDEXES_THERE, searchTable } from './dialect.js';
import { ENTRY_VERSION, entryOf } from './entry.js';
import { FOLD_VERSION } from './fold.js';
import { GRAMS_VERSION } from './grams.js';

// The indexes live beside the record tables and follow them within the same transaction.

export { GRAMS_COLUMN, searchTable } from './dialect.js';
export { entryOf, withNames } from './entry.js';

/** What the indexes are made from: another value means that they are to be made anew. */
export function indexHash(): string {
  const statements = ALL_MODELS.map(createIndex).join(';\n');
  return createHash('sha256').update(`${statements}\n${FOLD_VERSION} ${GRAMS_VERSION} ${ENTRY_VERSION}`).digest('hex');
}

/** Takes an input's records out of the indexes; call it before they are deleted. */
export async function unindexInput(driver: Driver, inputPk: number): Promise<void> {
  for (const model of ALL_MODELS) {
    const rows = `select pk from "${rowsOf(model)}" where input_pk = ?`;
    await driver.run(`delete from "${searchTable(model)}" where rowid in (${rows})`, [inputPk]);
  }
}

/** Makes all indexes anew and fills them from the records that are there. Call it inside a transaction. */
export async function rebuildIndexes(driver: Driver): Promise<void> {
  for (const { name } of await driver.all(INDEXES_THERE)) await driver.exec(`drop table "${String(name)}"`);
  for (const model of ALL_MODELS) {
    await driver.exec(createIndex(model));
    await indexFrom(driver, model, 0);
  }
}

/** Records indexed at a time: whole notices are among them. */
const AT_ONCE = 100;

/** Indexes a type's records whose `pk` is above `after`. */
export async function indexFrom(driver: Driver, model: RecordModel, after: number): Promise<void> {
  const db = queryBuilder(driver);
  for (let last = after; ;) {
    const rows: Record<string, unknown>[] = await completeFrom(db, model)
      .select([...completeColumns(model), `${recordAlias(model)}.pk as row_pk`])
      .where(`${recordAlias(model)}.pk`, '>', last)
      .orderBy(`${recordAlias(model)}.pk`)
      .limit(AT_ONCE)
      .execute();
    const entries = rows.map((row): SqlValue[] => [Number(row.row_pk), entryOf(model, recordOf(model, row, 'zh'))]);
    await insertRows(driver, searchTable(model), ['rowid', GRAMS_COLUMN], entries);
    if (rows.length < AT_ONCE) return;
    last = Number(rows.at(-1)?.row_pk);
  }
}

/**
 * An index is written as a segment per transaction; so many of one size are merged into one while storing (FTS5, “The 'automerge' Configuration Option”; 16 is the
 * most). SQLite's own 4 writes every page of a large index about once more for each quadrupling of the store, which is what makes storing slower as it grows. The
 * pass over the whole store merges what is left, see `mergeIndexes`.
 */
const SEGMENTS = 16;

/** Has the indexes merged so late while records are stored. A store keeps it; one that another program has made is told. */
export async function settleMerging(driver: Driver): Promise<void> {
  const tables = ALL_MODELS.map(searchTable);
  const kept = tables.map((table) => `(select v from "${table}_config" where k = 'automerge') as "${table}"`);
  const settled = await driver.get(`select ${kept.join(', ')}`);
  for (const table of tables)
    if (settled?.[table] !== SEGMENTS)
      await driver.run(`insert into "${table}" ("${table}", rank) values ('automerge', ${SEGMENTS})`);
}

/** Inputs that have changed since the last pass, from which on it is worth making one segment of each index: a hundred, and a quarter of all. */
const [MANY, QUARTER] = [100, 0.25];

/** Pages that are written in one step of merging: a step is a transaction of its own, short, and its journal stays small. */
const PAGES = 256;
/** Inputs that have changed for which one step more is taken: they left less than a step's pages in an index, each of which is merged a few times. */
const INPUTS_A_STEP = 16;

/** How far the indexes are to be merged. */
export interface Merging {
  /** Into one segment each; else segments of a size are merged where there are four of them (FTS5, “The 'usermerge' Configuration Option”). */
  whole: boolean;
  /** at most so many steps an index: a merge that is not at its end goes on with the next pass */
  steps: number;
}

/** How far the indexes are to be merged behind a pass, by the inputs that are yet to be passed over; ask it before the pass. */
export async function wantedMerging(driver: Driver): Promise<Merging> {
  const counts = await driver.get(
    'select (select count(*) from changed_inputs) as changed, (select count(*) from inputs) as inputs',
  );
  const changed = Number(counts?.changed ?? 0);
  const whole = changed >= MANY && changed >= QUARTER * Number(counts?.inputs ?? 0);
  return { whole, steps: whole ? Infinity : Math.ceil(changed / INPUTS_A_STEP) };
}

/**
 * Merges the segments that storing leaves, so that searches look into few; one takes an eighth less space than many (FTS5, “The 'merge' Command”: with a negative
 * number it merges all, and changes fewer than two rows when it is done). Call it outside of a transaction.
 */
export async function mergeIndexes(driver: Driver, { whole, steps }: Merging): Promise<void> {
  const changes = async (): Promise<number> => Number((await driver.get('select total_changes() as number'))?.number);
  const step = (table: string) => async (): Promise<boolean> => {
    const before = await changes();
    await driver.run(`insert into "${table}" ("${table}", rank) values ('merge', ${whole ? -PAGES : PAGES})`);
    return (await changes()) - before >= 2;
  };
  for (const table of ALL_MODELS.map(searchTable))
    for (let [left, more] = [steps, true]; more && left > 0; left--) more = await driver.transaction(step(table));
}
