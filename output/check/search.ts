import { ALL_MODELS, type RecordModel } from '../model.js';
import { entryOf, searchTable } from '../search/write.js';
import { completeColumns, completeFrom, recordAlias, recordId } from '../store/complete.js';
import { queryBuilder, type Db } from '../store/dialect.js';
import type { Driver, Row } from '../store/driver.js';
import { recordOf } from '../store/read.js';
import type { Fault } from './fault.js';

// FTS5 keeps no text of a record here (`content=''`), so nothing can be read back from an index. What it does keep: for each row
// the number of its words (the table that ends in `_docsize`), and for each word how often it stands in all rows (fts5vocab).
// Both are held against what the records give now; the inner order of the index is what `pragma integrity_check` looks at.

/** Records held at a time: whole notices are among them. */
const AT_ONCE = 100;

/** Every record is in its index with as many words as it has, nothing else is, and the words are all there. */
export async function* searchIndexes(driver: Driver): AsyncGenerator<Fault> {
  for (const model of ALL_MODELS) yield* ofModel(driver, queryBuilder(driver), model);
}

async function* ofModel(driver: Driver, db: Db, model: RecordModel): AsyncGenerator<Fault> {
  let words = 0;
  for (let last = 0; ;) {
    const records = await recordsAfter(db, model, last);
    const isEnd = records.length < AT_ONCE;
    const upTo = isEnd ? Number.MAX_SAFE_INTEGER : Number(records.at(-1)?.row_pk);
    const entries = await entriesBetween(driver, model, last, upTo);
    for (const record of records) {
      const [pk, due] = [Number(record.row_pk), wordsIn(entryOf(model, recordOf(model, record, 'zh')))];
      const kept = entries.get(pk);
      entries.delete(pk);
      words += kept ?? 0;
      const about = { path: String(record.row_path), at: `${model.name} ${String(record.row_id)}` };
      if (kept === undefined) yield { code: 'index_missing', ...about, detail: '' };
      else if (kept !== due) yield { code: 'index_differs', ...about, detail: `${kept} ≠ ${due}` };
    }
    for (const [pk, kept] of entries) {
      words += kept;
      yield { code: 'index_extra', path: null, at: searchTable(model), detail: `rowid ${pk}` };
    }
    if (isEnd) break;
    last = upTo;
  }
  const found = await wordsStanding(driver, model);
  if (found !== words) yield { code: 'index_differs', path: null, at: searchTable(model), detail: `${found} ≠ ${words}` };
}

function recordsAfter(db: Db, model: RecordModel, after: number): Promise<Record<string, unknown>[]> {
  const alias = recordAlias(model);
  return completeFrom(db, model)
    .select([...completeColumns(model), `${alias}.pk as row_pk`, 'i.path as row_path', recordId(model).as('row_id')])
    .where(`${alias}.pk`, '>', after)
    .orderBy(`${alias}.pk`)
    .limit(AT_ONCE)
    .execute();
}

/** The number of words of each row of an index, by the row's id. */
async function entriesBetween(driver: Driver, model: RecordModel, after: number, upTo: number): Promise<Map<number, number>> {
  const rows = await driver.all(`select id, sz from "${searchTable(model)}_docsize" where id > ? and id <= ?`, [after, upTo]);
  return new Map(rows.map(({ id, sz }) => [Number(id), varint(sz)]));
}

/** A number as SQLite writes it: seven bits a byte, the highest first, the eighth bit where more follow (file format, 1.6). */
function varint(bytes: Row[string] | undefined): number {
  let value = 0;
  for (const byte of bytes instanceof Uint8Array ? bytes : []) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) break;
  }
  return value;
}

/** Words as the tokenizer `ascii` parts them: ASCII letters and digits and all that is not ASCII. */
const wordsIn = (entry: string): number => entry.match(/[0-9A-Za-z\u0080-\uffff]+/g)?.length ?? 0;

/** How many words stand in an index, counted word by word. The table for it is of this connection alone. */
async function wordsStanding(driver: Driver, model: RecordModel): Promise<number> {
  const vocabulary = `${searchTable(model)}_words`;
  await driver.exec(`create virtual table temp."${vocabulary}" using fts5vocab(main, '${searchTable(model)}', row)`);
  const row = await driver.get(`select total(cnt) as words from temp."${vocabulary}"`);
  await driver.exec(`drop table temp."${vocabulary}"`);
  return Number(row?.words);
}
