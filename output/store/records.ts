import { createHash } from 'node:crypto';
import { MESSAGES_VERSION } from '../messages.js';
import { indexHash, rebuildIndexes } from '../search/write.js';
import type { Driver } from './driver.js';
import { recordTables } from './tables.js';
import { views } from './views.js';

// Record tables and views follow the schemas by themselves: each carries a hash of what it was made from in `meta`,
// and is made anew when that differs. Nothing is lost by it: records are read again from the stored documents.

const TABLES_KEY = 'record_tables';
const SEARCH_KEY = 'search';
const VIEWS_KEY = 'views';
const VIEW_NAMES_KEY = 'view_names';

interface Derived {
  tables: string;
  tablesHash: string;
  views: string;
  viewsHash: string;
  viewNames: string[];
}
let derivedOnce: Derived | undefined;

/** What the schemas give now; worked out once. */
function derived(): Derived {
  if (derivedOnce) return derivedOnce;
  const made = views();
  const [tables, statements] = [recordTables().join(';\n'), made.map((view) => view.sql).join(';\n')];
  // The Chinese messages of findings are stored for people who read them with SQL.
  const tablesHash = hashOf(`${tables}\nmessages ${MESSAGES_VERSION}`);
  const viewNames = made.map((view) => view.name);
  return (derivedOnce = { tables, tablesHash, views: statements, viewsHash: hashOf(statements), viewNames });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** By which a store tells what its record tables, views and search indexes were made from. */
export interface StorePrints {
  tables: string;
  views: string;
  search: string;
}

/** The prints of this program, worked out from the schemas. */
export function workedOutPrints(): StorePrints {
  const { tablesHash, viewsHash } = derived();
  return { tables: tablesHash, views: viewsHash, search: indexHash() };
}

/** Whether a store's record tables, indexes and views are those that this program derives. */
export async function recordsAreCurrent(driver: Driver, prints = workedOutPrints()): Promise<boolean> {
  const rows = await driver.all('select key, value from meta where key in (?, ?, ?)', [TABLES_KEY, VIEWS_KEY, SEARCH_KEY]);
  const made = new Map(rows.map(({ key, value }) => [key, value]));
  return made.get(TABLES_KEY) === prints.tables && made.get(VIEWS_KEY) === prints.views && made.get(SEARCH_KEY) === prints.search;
}

/** Makes the record tables, search indexes and views, or makes them anew where the schemas have changed. Call it inside a transaction. */
export async function syncRecords(driver: Driver): Promise<void> {
  if (await recordsAreCurrent(driver)) return;
  await dropViews(driver);
  const tablesAreOld = (await metaValue(driver, TABLES_KEY)) !== derived().tablesHash;
  if (tablesAreOld) await rebuildTables(driver);
  if (tablesAreOld || (await metaValue(driver, SEARCH_KEY)) !== indexHash()) await rebuildIndexes(driver);
  await setMeta(driver, SEARCH_KEY, indexHash());
  await driver.exec(derived().views);
  await setMeta(driver, VIEWS_KEY, derived().viewsHash);
  await setMeta(driver, VIEW_NAMES_KEY, derived().viewNames.join(' '));
}

/** Empties the record tables, and forgets with what they were made: each input is due to be run again. */
async function rebuildTables(driver: Driver): Promise<void> {
  // The youngest first: a table is made after those it refers to.
  const tables = await driver.all(
    String.raw`select name from sqlite_master where type = 'table' and name like '%\_rows' escape '\' order by rowid desc`,
  );
  for (const { name } of tables) await driver.exec(`drop table "${String(name)}"`);
  await driver.exec(derived().tables);
  await driver.exec("update inputs set pipeline = '', gazetteer = ''");
  await setMeta(driver, TABLES_KEY, derived().tablesHash);
}

/** Drops the views that the store has made; any that its user has added stay. */
async function dropViews(driver: Driver): Promise<void> {
  const names = (await metaValue(driver, VIEW_NAMES_KEY)) ?? '';
  for (const name of names.split(' ').filter(Boolean)) await driver.exec(`drop view if exists "${name}"`);
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
