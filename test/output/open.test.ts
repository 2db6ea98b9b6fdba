import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../output/index.js';
import { openDriver, type Row } from '../../output/store/driver.js';
import { migrate, MIGRATIONS } from '../../output/store/migrations.js';
import { linkTableNames, recordTableNames, recordTables } from '../../output/store/tables.js';
import { input, listed, openAt, scratch } from './fixture.js';

const V1 = join(import.meta.dirname, 'fixtures', 'store-v1.sql');

/** Runs SQL on a file and gives the rows of the last query. */
async function onFile(path: string, ...statements: string[]): Promise<Row[]> {
  const driver = await openDriver(path, { readOnly: false });
  try {
    for (const statement of statements.slice(0, -1)) await driver.exec(statement);
    return await driver.all(statements.at(-1) ?? 'select 1');
  } finally {
    await driver.close();
  }
}

/** The schema of a store as SQLite sees it, and the marks in its header. */
async function schemaOf(path: string): Promise<unknown> {
  const objects = await onFile(path, 'select type, name, tbl_name, sql from sqlite_master order by type, name');
  return {
    objects,
    version: await onFile(path, 'pragma user_version'),
    application: await onFile(path, 'pragma application_id'),
  };
}

describe('opening', () => {
  const wrong: [string, string, (path: string) => Promise<unknown>, { readOnly: boolean }][] = [
    ['a text', 'not_a_store', (path) => writeFile(path, '赣府发〔2021〕1号 '.repeat(100)), { readOnly: false }],
    ['a text, for reading', 'not_a_store', (path) => writeFile(path, '赣府发〔2021〕1号 '.repeat(100)), { readOnly: true }],
    ['an empty file, for reading', 'not_a_store', (path) => writeFile(path, ''), { readOnly: true }],
    ['a folder', 'not_a_store', (path) => mkdir(path), { readOnly: false }],
    [
      'a database of another program',
      'not_a_store',
      (path) => onFile(path, 'create table t (a)', 'select 1'),
      { readOnly: false },
    ],
    ['nothing, for reading', 'missing_store', () => Promise.resolve(), { readOnly: true }],
    ['a store of a newer version', 'newer_version', (path) => newer(path), { readOnly: false }],
    ['a store of a newer version, for reading', 'newer_version', (path) => newer(path), { readOnly: true }],
    ['a store of another schema, for reading', 'outdated', (path) => stale(path), { readOnly: true }],
  ];
  const newer = async (path: string) => {
    await (await openStore(path)).close();
    await onFile(path, 'pragma user_version = 999', 'select 1');
  };
  const stale = async (path: string) => {
    await (await openStore(path)).close();
    await onFile(path, "update meta set value = 'other' where key = 'record_tables'", 'select 1');
  };

  test.each(wrong)('%s is refused as %s', async (_, code, make, options) => {
    const path = join(await scratch(), 'store.db');
    await make(path);
    await expect(openStore(path, options)).rejects.toMatchObject({
      name: 'StoreError',
      code,
      hint: expect.stringMatching(/\S/) as string,
    });
  });

  test('a folder that is not there is named', async () => {
    await expect(openStore(join(await scratch(), 'none', 'store.db'))).rejects.toMatchObject({ code: 'missing_directory' });
  });

  test('an empty file becomes a store', async () => {
    const path = join(await scratch(), 'store.db');
    await writeFile(path, '');
    await (await openAt(path)).put(input('a.txt'));
    expect(await (await openAt(path, { readOnly: true })).counts()).toMatchObject({ notices: 1 });
  });

  test('reading goes on while another writes, and sees whole inputs only', async () => {
    const path = join(await scratch(), 'store.db');
    const [writer, reader] = [await openAt(path), await openAt(path, { readOnly: true })];
    const put = Promise.all(['a.txt', 'b.txt', 'c.txt'].map((name) => writer.put(input(name))));
    const seen = await Promise.all(Array.from({ length: 5 }, () => reader.counts()));
    await put;
    for (const counts of seen) expect(counts.clusters).toBe(counts.notices);
    expect((await reader.counts()).notices).toBe(3);
  });

  test('two writers take turns', async () => {
    const path = join(await scratch(), 'store.db');
    const writers = [await openAt(path), await openAt(path)];
    await Promise.all(writers.flatMap((writer, i) => [1, 2, 3].map((n) => writer.put(input(`${i}-${n}.txt`)))));
    expect(await writers[0]?.counts()).toMatchObject({ inputs: 6, notices: 6 });
  });
});

describe('migrations', () => {
  test('a store of version 1 and a fresh one end with the same schema', async () => {
    const folder = await scratch();
    const [old, fresh] = [join(folder, 'old.db'), join(folder, 'fresh.db')];
    await onFile(old, await readFile(V1, 'utf8'), 'select 1');
    await (await openStore(old)).close();
    await (await openStore(fresh)).close();
    expect(await schemaOf(old)).toEqual(await schemaOf(fresh));
  });

  test('steps one by one and all at once give the same', async () => {
    const steps = [...MIGRATIONS, { name: 'later', sql: 'create table decisions (id text primary key)' }];
    const folder = await scratch();
    const [once, twice] = [join(folder, 'once.db'), join(folder, 'twice.db')];
    for (const [path, stages] of [
      [once, [steps]],
      [twice, [MIGRATIONS, steps, steps]],
    ] as const) {
      const driver = await openDriver(path, { readOnly: false });
      for (const stage of stages) await driver.transaction(() => migrate(driver, stage));
      await driver.close();
    }
    expect(await schemaOf(twice)).toEqual(await schemaOf(once));
  });

  test('record tables of another schema are made anew, documents and history stay', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openStore(path);
    await store.put(input('a.txt'));
    await store.close();
    const before = await schemaOf(path);
    await onFile(
      path,
      "update meta set value = 'other' where key = 'record_tables'",
      'create table former_rows (pk integer primary key, notice_pk integer references notices_rows (pk))',
      'alter table clusters_rows add column gone text',
      'drop view clusters',
      'create view mine as select name from clusters',
      'select 1',
    );
    const again = await openAt(path);
    expect(await again.counts()).toMatchObject({ inputs: 1, notices: 0, clusters: 0 });
    expect(await again.known('a.txt')).toMatchObject({ fingerprint: { pipeline: '', gazetteer: '' } });
    const documents = [];
    for await (const each of again.documents()) documents.push(each.input.path);
    expect(documents).toEqual(['a.txt']);
    await again.put(input('a.txt'));
    expect(await listed(again, 'clusters')).toHaveLength(1);
    expect(await onFile(path, 'select name from mine')).toEqual([{ name: 'a.txt陶瓷产业集群' }]);
    await onFile(path, 'drop view mine', 'select 1');
    expect(await schemaOf(path)).toEqual(before);
  });

  test('views that differ are made anew, records stay', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openStore(path);
    await store.put(input('a.txt'));
    await store.close();
    await onFile(path, "update meta set value = 'other' where key = 'views'", 'drop view clusters', 'select 1');
    expect(await (await openAt(path)).counts()).toMatchObject({ clusters: 1 });
    expect(await onFile(path, 'select count(*) as n from clusters')).toEqual([{ n: 1 }]);
  });
});

describe('derived tables', () => {
  const ddl = recordTables();
  const table = (name: string): string => ddl.find((statement) => statement.startsWith(`create table "${name}"`)) ?? '';

  test('one for each record type and each list, referring to what it hangs on', () => {
    expect(
      ddl.filter((statement) => statement.startsWith('create table')).map((statement) => /"(\w+)"/.exec(statement)?.[1]),
    ).toEqual([...recordTableNames(), ...linkTableNames()]);
    expect(table('clusters_rows')).toContain('"notice_pk" integer not null references "notices_rows" ("pk") on delete cascade');
    expect(table('findings_rows')).toContain('"notice_pk" integer references "notices_rows" ("pk") on delete cascade');
    expect(table('obligations_units_rows')).toContain(
      '"record_pk" integer not null references "obligations_rows" ("pk") on delete cascade',
    );
  });

  test('columns have the type of their field; composed, resolved and listed fields have none', () => {
    expect(table('ratings_rows')).toContain('"score" real, "rank" integer, "quote" text, "start" integer not null');
    expect(table('obligations_units_rows')).toMatch(/"name" text not null, "role" text not null, "group" integer not null,/);
    expect(table('notices_issuers_rows')).toContain('"value" text not null');
    for (const absent of ['park', 'place_code', 'notice_id', 'file']) expect(table('clusters_rows')).not.toContain(`"${absent}"`);
    expect(table('obligations_rows')).not.toContain('"units"');
  });

  test('marked fields have an index', () => {
    expect(ddl).toContain('create index "ratings_rows_grade" on "ratings_rows" ("grade")');
    expect(ddl).toContain('create index "projects_rows_investment_cny" on "projects_rows" ("investment_cny")');
    expect(ddl).toContain('create index "resolutions_rows_code" on "resolutions_rows" ("code")');
    // From a meaning the way leads back to the records whose names have it.
    expect(ddl).toContain('create index "obligations_units_rows_units_pk" on "obligations_units_rows" ("units_pk")');
  });
});
