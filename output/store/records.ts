import { createHash } from 'node:crypto';
import { MESSAGES_VERSION } from '../messages.js';
import type { Driver } from './driver.js';
import { recordTables } from './tables.js';
import { views } from './views.js';

// Record tables and views follow the schemas by themselves: each carries a hash of what it was made from in `meta`,
// and is made anew when that differs. Nothing is lost by it: records are read again from the stored documents.

const TABLES_KEY = 'record_tables';
const VIEWS_KEY = 'views';

interface Derived {
  tables: string[];
  tablesHash: string;
  views: string[];
  viewsHash: string;
}
let derivedOnce: Derived | undefined;

/** What the schemas give now; worked out once. */
function derived(): Derived {
  if (derivedOnce) return derivedOnce;
  const [tables, statements] = [recordTables(), views().map((view) => view.sql)];
  // The Chinese messages of findings are stored for people who read them with SQL.
  const tablesHash = hashOf([...tables, `messages ${MESSAGES_VERSION}`]);
  return (derivedOnce = { tables, tablesHash, views: statements, viewsHash: hashOf(statements) });
}

function hashOf(parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** Whether a store's record tables and views are those that this program derives. */
export async function recordsAreCurrent(driver: Driver): Promise<boolean> {
  return (
    (await metaValue(driver, TABLES_KEY)) === derived().tablesHash && (await metaValue(driver, VIEWS_KEY)) === derived().viewsHash
  );
}

/** Makes the record tables and views, or makes them anew where the schemas have changed. Call it inside a transaction. */
export async function syncRecords(driver: Driver): Promise<void> {
  if (await recordsAreCurrent(driver)) return;
  await dropAll(driver, 'view');
  if ((await metaValue(driver, TABLES_KEY)) !== derived().tablesHash) await rebuildTables(driver);
  await driver.exec(derived().views.join(';\n'));
  await setMeta(driver, VIEWS_KEY, derived().viewsHash);
}

/** Empties the record tables, and forgets with what they were made: each input is due to be run again. */
async function rebuildTables(driver: Driver): Promise<void> {
  await dropAll(driver, 'table');
  await driver.exec(derived().tables.join(';\n'));
  await driver.exec("update inputs set pipeline = '', gazetteer = ''");
  await setMeta(driver, TABLES_KEY, derived().tablesHash);
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
