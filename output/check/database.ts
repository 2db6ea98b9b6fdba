import type { Driver, Row } from '../store/driver.js';
import { openDriver } from '../store/driver.js';
import { migrate } from '../store/migrations.js';
import { syncRecords } from '../store/records.js';
import type { Fault } from './fault.js';

/** So many faults of one kind are asked of SQLite, which gives them all at once. */
const MOST = 1000;

/** The file as SQLite sees it: pages, indexes, unique and required columns, the inner order of the search indexes. */
export async function* integrity(driver: Driver): AsyncGenerator<Fault> {
  for (const row of await driver.all(`pragma integrity_check(${MOST})`)) {
    const said = String(row.integrity_check);
    if (said !== 'ok') yield { code: 'integrity', path: null, at: null, detail: said };
  }
}

export async function* foreignKeys(driver: Driver): AsyncGenerator<Fault> {
  const broken = await driver.all(`select "table", rowid as row, parent from pragma_foreign_key_check limit ${MOST}`);
  for (const { table, row, parent } of broken) {
    yield {
      code: 'foreign_key',
      path: null,
      at: `${String(table)} ${String(row)}`,
      detail: `${String(table)} → ${String(parent)}`,
    };
  }
}

/** Tables, indexes and views against those of a store made now; what a user has added is theirs. */
export async function* schema(driver: Driver): AsyncGenerator<Fault> {
  const there = new Map((await driver.all(OBJECTS)).map((row) => [String(row.name), statement(row)]));
  for (const row of await (freshOnce ??= freshObjects())) {
    const name = String(row.name);
    if (there.get(name) !== statement(row)) yield { code: 'schema', path: null, at: name, detail: `${String(row.type)} ${name}` };
  }
}

const OBJECTS = `select type, name, sql from sqlite_master where sql is not null order by name`;
const statement = (row: Row): string => String(row.sql);

let freshOnce: Promise<Row[]> | undefined;

/** What a store made now consists of; it is the same for every store. */
async function freshObjects(): Promise<Row[]> {
  const driver = await openDriver(':memory:', { readOnly: false });
  try {
    await migrate(driver);
    await syncRecords(driver);
    return await driver.all(OBJECTS);
  } finally {
    await driver.close();
  }
}
