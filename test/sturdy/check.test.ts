import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkStore, faultWords, openStore, type Fault } from '../../output/index.js';
import { openDriver } from '../../output/store/driver.js';
import type { Ingested } from '../../schemas/index.js';
import { input, notice, scratch } from '../output/fixture.js';

/** A page with a file that it offers, two files with the same notice, one that cites another, and one read again since. */
function inputs(): Ingested[] {
  const page = input('a/通知.html', { notices: [notice('甲')] });
  const linkedFiles = [{ title: '附件', href: './1.pdf', path: null }];
  const citing = notice('丁');
  const cites = [{ title: null, document_number: '甲发〔2026〕1号' }];
  return [
    { ...page, document: { ...page.document, format: 'html', linkedFiles } },
    input('a/1.pdf', { notices: [notice('乙')] }),
    input('b/乙.txt', { notices: [notice('乙')] }),
    input('d.txt', { notices: [{ ...citing, head: { ...citing.head, cites } }] }),
    input('e.txt', {
      notices: [notice('戊')],
      document: { ...input('e').document, linkedFiles: [{ title: '表', href: 'none.xlsx', path: null }] },
    }),
  ];
}

/** A store with all that a check looks at in it, made once; every test has a copy. */
let folder: string;
let copies = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-check-'));
  const store = await openStore(join(folder, 'store.db'));
  const former = { path: 'e.txt', file: 'e.txt', sha256: 'old', bytes: 1 };
  await store.put(input('e.txt', { notices: [notice('前')], input: former }));
  for (const each of inputs()) await store.put(each);
  await store.link();
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function made(): Promise<string> {
  copies += 1;
  const path = join(folder, `${copies}.db`);
  await copyFile(join(folder, 'store.db'), path);
  return path;
}

/** Runs SQL on a store behind the program's back. */
async function damage(path: string, ...statements: readonly string[]): Promise<void> {
  const driver = await openDriver(path, { readOnly: false });
  try {
    await driver.exec('pragma foreign_keys = off');
    for (const statement of statements) await driver.exec(statement);
  } finally {
    await driver.close();
  }
}

async function faultsOf(path: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  const checked = await checkStore(path, (fault) => {
    faults.push(fault);
  });
  expect(checked.faults).toBe(faults.length);
  return faults;
}

const pkOf = (path: string): string => `(select pk from inputs where path = '${path}')`;

/** What is done to a store, and what must be told of it: code, path, and a part of what it is about. */
const DAMAGES: readonly [what: string, sql: readonly string[], told: readonly [code: string, path: string | null, at: string]][] =
  [
    [
      'a quote is edited',
      [`update clusters_rows set quote = '别的' where input_pk = ${pkOf('d.txt')}`],
      ['quote', 'd.txt', 'clusters '],
    ],
    [
      'a span is moved',
      [`update targets_rows set "start" = "start" + 1 where input_pk = ${pkOf('d.txt')}`],
      ['change_differs', 'd.txt', 'targets '],
    ],
    [
      'a span leads outside',
      [`update targets_rows set "end" = 9999 where input_pk = ${pkOf('d.txt')}`],
      ['quote', 'd.txt', 'targets '],
    ],
    [
      'a text is edited',
      [`update notices_rows set text = '前' || text where input_pk = ${pkOf('d.txt')}`],
      ['change_differs', 'd.txt', 'obligations '],
    ],
    [
      'evidence leads outside',
      [`update ratings_rows set evidence = '[{"field":"year","start":1,"end":9999}]' where input_pk = ${pkOf('d.txt')}`],
      ['evidence', 'd.txt', 'ratings '],
    ],
    [
      'evidence is no JSON',
      [`update ratings_rows set evidence = '[{' where input_pk = ${pkOf('d.txt')}`],
      ['unreadable', 'd.txt', 'ratings '],
    ],
    [
      'pages begin behind the end',
      [`update notices_rows set pages = '[{"start":9999,"page":1}]' where input_pk = ${pkOf('d.txt')}`],
      ['pages', 'd.txt', 'notices '],
    ],
    [
      'a field is edited',
      [`update targets_rows set value = 51 where input_pk = ${pkOf('d.txt')}`],
      ['change_differs', 'd.txt', 'targets '],
    ],
    [
      'a record is deleted',
      [`delete from projects_rows where input_pk = ${pkOf('d.txt')}`],
      ['change_extra', 'd.txt', 'projects '],
    ],
    [
      'a record slips in',
      [`update changes set removed = 1 where type = 'projects' and path = 'd.txt'`],
      ['change_missing', 'd.txt', 'projects '],
    ],
    [
      'a change is younger than the last pass',
      [`update changes set seq = 99999 where type = 'projects' and path = 'd.txt'`],
      ['change_order', 'd.txt', 'projects '],
    ],
    ['an input is deleted from the table', [`delete from inputs where path = 'd.txt'`], ['foreign_key', null, 'documents']],
    [
      'records of an input that is gone',
      [`pragma foreign_keys = on; delete from inputs where path = 'd.txt'`],
      ['change_extra', 'd.txt', 'projects '],
    ],
    [
      'an item of a list is deleted',
      [
        `delete from obligations_units_rows where position = 0 and record_pk in (select pk from obligations_rows where input_pk = ${pkOf('d.txt')})`,
      ],
      ['list', 'd.txt', 'obligations '],
    ],
    [
      'the last item of a list is deleted',
      [
        `delete from obligations_units_rows where position = 1 and record_pk in (select pk from obligations_rows where input_pk = ${pkOf('d.txt')})`,
      ],
      ['change_differs', 'd.txt', 'obligations '],
    ],
    [
      'a name leads to a meaning that is gone',
      [`delete from resolutions_rows where pk = (select min(park_pk) from clusters_rows)`],
      ['foreign_key', null, 'clusters_rows '],
    ],
    ['a document is deleted', [`delete from documents where input_pk = ${pkOf('d.txt')}`], ['document_missing', 'd.txt', '']],
    [
      'a document is cut off',
      [`update documents set body = substr(body, 1, 40) where input_pk = ${pkOf('d.txt')}`],
      ['document_unreadable', 'd.txt', ''],
    ],
    [
      'a document is another format’s',
      [`update documents set format = 'pdf' where input_pk = ${pkOf('d.txt')}`],
      ['document_differs', 'd.txt', ''],
    ],
    ['an input has another’s short name', [`update inputs set path_id = 'x' where path = 'd.txt'`], ['input', 'd.txt', '']],
    ['history is cut off', [`update history set records = substr(records, 1, 10)`], ['history', 'e.txt', '']],
    [
      'an index row is deleted',
      [`delete from targets_search where rowid = (select pk from targets_rows where input_pk = ${pkOf('d.txt')})`],
      ['index_missing', 'd.txt', 'targets '],
    ],
    [
      'an index row is of no record',
      [`insert into targets_search (rowid, grams) values (9999, '低空 空')`],
      ['index_extra', null, 'targets_search'],
    ],
    [
      'an index row has other words',
      [
        `delete from targets_search where rowid = (select pk from targets_rows where input_pk = ${pkOf('d.txt')})`,
        `insert into targets_search (rowid, grams) select pk, '低空 空' from targets_rows where input_pk = ${pkOf('d.txt')}`,
      ],
      ['index_differs', 'd.txt', 'targets '],
    ],
    [
      'words of an index are lost',
      [`delete from targets_search_data where id > 10`, `delete from targets_search_idx`],
      ['integrity', null, ''],
    ],
    ['an id is another one', [`update notices_rows set id = 'x' where input_pk = ${pkOf('d.txt')}`], ['notice_id', 'd.txt', 'x']],
    ['a citation leads nowhere', [`update citation_links_rows set cited_id = 'x'`], ['link', null, 'citation_links ']],
    [
      'an attachment leads nowhere',
      [`update attachment_links_rows set attachment_id = 'x'`],
      ['link', null, 'attachment_links '],
    ],
    [
      'a mention leads nowhere',
      [`update cluster_entities_mentions_rows set cluster_id = cluster_id || 'x'`],
      ['link', null, 'cluster_entities '],
    ],
    ['a link is edited', [`update citation_links_rows set title = 'x'`], ['change_differs', null, 'citation_links ']],
    ['a link is deleted', [`delete from citation_links_rows`], ['change_extra', null, 'citation_links']],
    [
      'a finding of the whole is deleted',
      [`delete from findings_rows where extractor = 'link@1'`],
      ['change_extra', null, 'findings'],
    ],
    [
      'a finding of the whole is edited',
      [`update findings_rows set severity = 'error' where extractor = 'link@1'`],
      ['change_differs', 'e.txt', 'findings '],
    ],
    ['a view is dropped', [`drop view notices_overview`], ['schema', null, 'notices_overview']],
    ['a column is added', [`alter table inputs add column mine text`], ['schema', null, 'inputs']],
    ['an index of a column is dropped', [`drop index ratings_rows_grade`], ['schema', null, 'ratings_rows_grade']],
    ['tables are of another version', [`update meta set value = 'x' where key = 'record_tables'`], ['outdated', null, '']],
  ];

describe('a store', () => {
  test('as the program makes it is sound', async () => {
    expect(await faultsOf(await made())).toEqual([]);
  });

  test('has all in it that is damaged below', async () => {
    const path = await made();
    const driver = await openDriver(path, { readOnly: true });
    const tables = ['history', 'citation_links_rows', 'attachment_links_rows', 'cluster_entities_mentions_rows'];
    for (const table of tables) expect([table, (await driver.all(`select 1 from ${table}`)).length]).not.toEqual([table, 0]);
    expect(await driver.all(`select 1 from findings_rows where extractor = 'link@1'`)).not.toEqual([]);
    await driver.close();
  });

  test.each(DAMAGES)('%s', async (_, sql, [code, path, at]) => {
    const store = await made();
    await damage(store, ...sql);
    const told = await faultsOf(store);
    expect(told.map((fault) => [fault.code, fault.path, (fault.at ?? '').startsWith(at)])).toContainEqual([code, path, true]);
    for (const fault of told) {
      expect(faultWords(fault, 'en').what).not.toContain('%');
      expect(faultWords(fault, 'zh').next).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('of which a page of the file is overwritten', async () => {
    const path = await made();
    const bytes = await readFile(path);
    const at = bytes.indexOf(Buffer.from('抓好招商'));
    await writeFile(path, bytes.fill(0x5a, at - (at % 4096), at - (at % 4096) + 4096));
    const told = await faultsOf(path);
    expect(told.map(({ code, detail }) => [code, detail])).toContainEqual(['unfinished', 'integrity, The store is damaged.']);
  });

  test('between an ingest and its last step is sound; links are not looked at', async () => {
    const path = await made();
    const store = await openStore(path);
    await store.put(input('d.txt', { notices: [notice('己')] }));
    await store.close();
    const faults: Fault[] = [];
    const checked = await checkStore(path, (fault) => {
      faults.push(fault);
    });
    expect(faults).toEqual([]);
    expect(checked.unlinked).toBeGreaterThan(0);
  });

  test('that its user has added to is sound', async () => {
    const path = await made();
    await damage(path, 'create view mine as select name from clusters', 'create table notes (id text)');
    expect(await faultsOf(path)).toEqual([]);
  });

  test('is not changed by it', async () => {
    const path = await made();
    const before = await readFile(path);
    await faultsOf(path);
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  test.each([
    ['nothing', 'missing_store', null],
    ['a text', 'not_a_store', '赣府发〔2021〕1号 '.repeat(100)],
    ['an empty file', 'not_a_store', ''],
  ])('%s is refused', async (_, code, content) => {
    const path = join(await scratch(), 'store.db');
    if (content !== null) await writeFile(path, content);
    await expect(checkStore(path, () => undefined)).rejects.toMatchObject({ code });
  });
});
