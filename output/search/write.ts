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
