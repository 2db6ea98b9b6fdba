import type { Driver } from './driver.js';
import { recordTables, recordTablesHash } from './tables.js';
import { views, viewsHash } from './views.js';

// Record tables and views follow the schemas by themselves: each carries a hash of what it was made from in `meta`,
// and is made anew when that differs. Nothing is lost by it: records are read again from the stored documents.

const TABLES_KEY = 'record_tables';
const VIEWS_KEY = 'views';

/** Whether a store's record tables and views are those that this program derives. */
export async function recordsAreCurrent(driver: Driver): Promise<boolean> {
  return (await metaValue(driver, TABLES_KEY)) === recordTablesHash() && (await metaValue(driver, VIEWS_KEY)) === viewsHash();
}

/** Makes the record tables and views, or makes them anew where the schemas have changed. Call it inside a transaction. */
export async function syncRecords(driver: Driver): Promise<void> {
  if (await recordsAreCurrent(driver)) return;
  await dropAll(driver, 'view');
  if ((await metaValue(driver, TABLES_KEY)) !== recordTablesHash()) await rebuildTables(driver);
  for (const view of views()) await driver.exec(view.sql);
  await setMeta(driver, VIEWS_KEY, viewsHash());
}

/** Empties the record tables, and forgets with what they were made: each input is due to be run again. */
async function rebuildTables(driver: Driver): Promise<void> {
  await dropAll(driver, 'table');
  for (const statement of recordTables()) await driver.exec(statement);
  await driver.exec("update inputs set pipeline = '', gazetteer = ''");
  await setMeta(driver, TABLES_KEY, recordTablesHash());
}

/** Drops all views, or all record tables, whatever an older schema called them. */
async function dropAll(driver: Driver, type: 'view' | 'table'): Promise<void> {
  const ours = type === 'view' ? '' : String.raw`and name like '%\_rows' escape '\'`;
  // The youngest first: a table is made after those it refers to.
  const found = await driver.all(`select name from sqlite_master where type = ? ${ours} order by rowid desc`, [type]);
  for (const { name } of found) await driver.exec(`drop ${type} "${String(name)}"`);
}

async function metaValue(driver: Driver, key: string): Promise<string | null> {
  const row = await driver.get('select value from meta where key = ?', [key]);
  return typeof row?.value === 'string' ? row.value : null;
}

async function setMeta(driver: Driver, key: string, value: string): Promise<void> {
  await driver.run('insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value', [
    key,
    value,
  ]);
}
