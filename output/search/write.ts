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

/** Inputs that have changed since the last pass, from which on it is worth putting the indexes in order: a hundred, and a quarter of all. */
const [MANY, QUARTER] = [100, 0.25];

/** Whether so many inputs are yet to be passed over that their indexes are to be merged; ask it before the pass. */
export async function wantsMerging(driver: Driver): Promise<boolean> {
  const counts = await driver.get(
    'select (select count(*) from changed_inputs) as changed, (select count(*) from inputs) as inputs',
  );
  const changed = Number(counts?.changed ?? 0);
  return changed >= MANY && changed >= QUARTER * Number(counts?.inputs ?? 0);
}

/** Pages that are written in one step of merging: a step is a transaction of its own, short, and its journal stays small. */
const PAGES = 256;

/**
 * Makes one segment of each index, which takes an eighth less space than the many that storing input by input leaves (FTS5, “The 'merge' Command”: with a
 * negative number it merges all, and changes fewer than two rows when it is done). Call it outside of a transaction.
 */
export async function mergeIndexes(driver: Driver): Promise<void> {
  const changes = async (): Promise<number> => Number((await driver.get('select total_changes() as number'))?.number);
  const step = (table: string) => async (): Promise<boolean> => {
    const before = await changes();
    await driver.run(`insert into "${table}" ("${table}", rank) values ('merge', ${-PAGES})`);
    return (await changes()) - before >= 2;
  };
  for (const table of ALL_MODELS.map(searchTable)) for (let more = true; more;) more = await driver.transaction(step(table));
}
