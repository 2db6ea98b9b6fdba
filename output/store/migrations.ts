import type { Driver } from './driver.js';
import { StoreError } from './errors.js';

/** One step in the life of the durable tables. Steps are never changed once released, only added to. */
export interface Migration {
  name: string;
  sql: string;
}

/**
 * The durable tables: what cannot be made again from anything else in the store. Record tables are not here;
 * they are derived from the schemas and rebuilt when these change (see records.ts).
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'documents as read, history',
    sql: `
      create table meta (key text primary key, value text not null);
      create table inputs (
        pk integer primary key,
        path text not null unique,
        path_id text not null,
        file text not null,
        sha256 text not null,
        bytes integer not null,
        pipeline text not null,
        gazetteer text not null
      );
      create table documents (
        input_pk integer primary key references inputs (pk) on delete cascade,
        format text not null,
        reader text not null,
        pages integer,
        body blob not null
      );
      create table history (
        path text not null,
        version integer not null,
        file text not null,
        sha256 text not null,
        bytes integer not null,
        pipeline text not null,
        gazetteer text not null,
        document blob not null,
        records blob not null,
        primary key (path, version)
      );`,
  },
  {
    name: 'changes since a cursor',
    sql: `
      create table changes (
        type text not null,
        id text not null,
        path text not null,
        linked integer not null,
        hash text not null,
        seq integer not null,
        added_seq integer not null,
        removed integer not null,
        primary key (type, id)
      ) without rowid;
      create unique index changes_seq on changes (seq);
      create index changes_path on changes (path);
      create table change_passes (seq integer primary key, mark text not null);
      create table changed_inputs (path text primary key) without rowid;
      insert into changed_inputs (path) select path from inputs;`,
  },
];

/** Marks the file as ours (`gbao`), so that another program's database is not taken for a store. */
const APPLICATION_ID = 0x6762616f;

/** The version of a store's durable tables; 0 for an empty database. */
export async function versionOf(driver: Driver): Promise<number> {
  const version = await pragma(driver, 'user_version');
  const application = await pragma(driver, 'application_id');
  if (application === APPLICATION_ID) return version;
  const tables = await driver.get('select count(*) as n from sqlite_master');
  if (version === 0 && application === 0 && tables?.n === 0) return 0;
  throw new StoreError(
    'not_a_store',
    'The file is a SQLite database of another program.',
    'Give the path of a store, or of a file yet to be made.',
  );
}

/** Refuses a store that a newer program has made. */
export function checkNotNewer(version: number, migrations: readonly Migration[] = MIGRATIONS): void {
  if (version <= migrations.length) return;
  throw new StoreError(
    'newer_version',
    `The store was made by a newer version of this program (store version ${version}, known up to ${migrations.length}).`,
    'Update the program, or ingest the files into a new store.',
  );
}

/** Brings the durable tables up to date, each step at most once. Call it inside a transaction. */
export async function migrate(driver: Driver, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const version = await versionOf(driver);
  checkNotNewer(version, migrations);
  if (version === migrations.length) return;
  for (const step of migrations.slice(version)) await driver.exec(step.sql);
  await driver.exec(`pragma user_version = ${migrations.length}; pragma application_id = ${APPLICATION_ID}`);
}

async function pragma(driver: Driver, name: 'user_version' | 'application_id'): Promise<number> {
  return Number((await driver.get(`pragma ${name}`))?.[name]);
}
