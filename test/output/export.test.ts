import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportStore, exportStream, type ExportedFile, type RecordFilter } from '../../output/index.js';
import { guarded, unguarded } from '../../output/export/csv.js';
import { LINK_TYPES, RECORD_TYPES, type RecordTypeName } from '../../schemas/index.js';
import { freshStore, input, listed, notice, scratch } from './fixture.js';

const TYPES = Object.keys(RECORD_TYPES) as RecordTypeName[];
/** It stands beside the files of every export. */
const MANIFEST = 'manifest.json';
/** What is made of all notices together; without `link` its files are empty. */
const LINKS = Object.keys(LINK_TYPES);

/** Reads a table back as a program that knows RFC 4180 does. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

async function exported(
  format: 'jsonl' | 'csv',
  filter: RecordFilter = {},
  names: string[] = ['a.txt', 'b.txt'],
): Promise<Map<string, string>> {
  const store = await freshStore();
  for (const name of names) await store.put(input(name));
  const outDir = join(await scratch(), 'new', 'folder');
  await exportStore(store, { format, outDir, filter });
  const files = (await readdir(outDir)).filter((name) => name !== MANIFEST);
  return new Map(await Promise.all(files.map(async (name) => [name, await readFile(join(outDir, name), 'utf8')] as const)));
}

describe('jsonl', () => {
  test('every type has a file, one record a line, in the order of the schema', async () => {
    const files = await exported('jsonl');
    expect([...files.keys()].toSorted()).toEqual([...TYPES, ...LINKS].map((type) => `${type}.jsonl`).toSorted());
    for (const type of TYPES) {
      const text = files.get(`${type}.jsonl`) ?? '';
      expect(text.endsWith('\n')).toBe(true);
      const records = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
      expect(records).toHaveLength(2);
      for (const record of records) {
        expect(RECORD_TYPES[type].schema.parse(record)).toEqual(record);
        expect(Object.keys(record as object)).toEqual(Object.keys(RECORD_TYPES[type].schema.shape));
      }
    }
  });

  test('quotes stand in the text of their notice', async () => {
    const store = await freshStore();
    for (const name of ['a.txt', 'b.txt']) await store.put(input(name));
    const texts = new Map((await listed(store, 'notices')).map((each) => [each.id, each.text]));
    for (const type of TYPES.filter((each) => each !== 'notices')) {
      for (const record of await listed(store, type)) {
        expect(texts.get(record.notice_id ?? '')?.slice(record.start ?? 0, record.end ?? 0)).toBe(record.quote);
      }
    }
  });

  test('an empty store gives empty files', async () => {
    const files = await exported('jsonl', {}, []);
    expect([...files.values()]).toEqual([...TYPES, ...LINKS].map(() => ''));
  });

  test('a filter narrows the types that it is about', async () => {
    const files = await exported('jsonl', { notice: 'a.txt' });
    expect(TYPES.map((type) => (files.get(`${type}.jsonl`) ?? '').split('\n').length - 1)).toEqual(TYPES.map(() => 1));
  });
});

describe('csv', () => {
  test('types and lists have files with a BOM and a head', async () => {
    const files = await exported('csv');
    expect([...files.keys()].toSorted()).toEqual(
      [
        ...[...TYPES, ...LINKS].map((type) => `${type}.csv`),
        ...['names', 'mentions', 'ratings'].map((field) => `cluster_entities_${field}.csv`),
        ...['amends', 'attachments', 'cites', 'contacts', 'issuers', 'recipients', 'repeals'].map(
          (field) => `notices_${field}.csv`,
        ),
        ...['leaders', 'offices', 'units'].map((field) => `obligations_${field}.csv`),
      ].toSorted(),
    );
    for (const text of files.values()) expect(text.startsWith('\uFEFF')).toBe(true);
    for (const type of TYPES) {
      const [head, ...rows] = parseCsv(files.get(`${type}.csv`) ?? '');
      expect(head).toEqual(Object.keys(RECORD_TYPES[type].schema.shape));
      expect(rows).toHaveLength(2);
    }
  });

  test('values come back, lists joined for reading and in files of their own', async () => {
    const files = await exported('csv', {}, ['a.txt']);
    const first = (name: string): Record<string, string> => {
      const [head = [], row = []] = parseCsv(files.get(name) ?? '');
      return Object.fromEntries(head.map((column, i) => [column, row[i] ?? '']));
    };
    const { identity, head } = notice('a.txt');
    expect(first('notices.csv')).toMatchObject({
      id: identity,
      text: head.text,
      issuers: 'a.txt人民政府；a.txt工业和信息化局',
      cites: '上级文件',
      repeals: '旧办法',
      contacts: '张三',
      same_as: '[]',
    });
    expect(first('obligations.csv')).toMatchObject({ units: '市工信局；市发改委', path: '["二、"]', due: '2026-12' });
    expect(first('projects.csv')).toMatchObject({ investment_cny: '500000000', other: '{"备注":"","业主":"甲公司"}' });
    expect(parseCsv(files.get('obligations_units.csv') ?? '')).toEqual([
      ['id', 'position', 'name', 'role', 'unit_id', 'canonical', 'group'],
      [`${identity}:o-1`, '0', '市工信局', 'lead', 'jdz-gxj', '景德镇市工业和信息化局', 'false'],
      [`${identity}:o-1`, '1', '市发改委', 'support', '', '', 'false'],
    ]);
  });

  test('no text is run as a formula, no number is changed', async () => {
    const store = await freshStore();
    const made = notice('x');
    const evil = ['=1+1', '+86', '-', '@SUM(A1)', '\tx', '\rx', "'=1", '10%', '"引号"，a,b', '两\n行'];
    const [project] = made.records.projects;
    if (!project) throw new Error('the fixture has a project');
    made.records.projects = evil.map((name, i) => ({
      ...project,
      key: `p-${i}`,
      seq: i,
      name,
      content: name,
      investment_cny: -5,
    }));
    await store.put(input('x.txt', { notices: [made] }));
    const outDir = await scratch();
    await exportStore(store, { format: 'csv', outDir });
    const [head = [], ...rows] = parseCsv(await readFile(join(outDir, 'projects.csv'), 'utf8'));
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? '');
    for (const cell of [...column('name'), ...column('content')]) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(column('name').map(unguarded)).toEqual(evil);
    expect(column('investment_cny')).toEqual(evil.map(() => '-5'));
  });

  test('machines get the bare values, without a BOM', async () => {
    const store = await freshStore();
    const made = notice('x');
    const [project] = made.records.projects;
    if (!project) throw new Error('the fixture has a project');
    made.records.projects = [{ ...project, name: '=1+1', content: "'-x" }];
    await store.put(input('x.txt', { notices: [made] }));
    const outDir = await scratch();
    await exportStore(store, { format: 'csv', outDir, bom: false, types: ['projects'] });
    expect(await readdir(outDir)).toEqual([MANIFEST, 'projects.csv'].toSorted());
    const text = await readFile(join(outDir, 'projects.csv'), 'utf8');
    const [head = [], row = []] = parseCsv(text);
    expect(text.startsWith('\uFEFF')).toBe(false);
    expect([row[head.indexOf('name')], row[head.indexOf('content')]]).toEqual(['=1+1', "'-x"]);
  });

  const sqlite = spawnSync('sqlite3', ['--version']).status === 0;
  test.skipIf(!sqlite)('SQLite’s own import reads them', async () => {
    const store = await freshStore();
    await store.put(input('a.txt'));
    await store.put(input('b,"c.txt'));
    const outDir = await scratch();
    await exportStore(store, { format: 'csv', outDir, bom: false });
    const commands = ['notices', 'obligations', 'obligations_units'].map(
      (name) => `.import --csv "${join(outDir, name)}.csv" ${name}`,
    );
    const query = `select n.file, n.text = '' as empty, u.name, u.role from obligations_units as u join obligations as o on o.id = u.id
      join notices as n on n.id = o.notice_id order by n.file, u.position`;
    const { stdout, stderr } = spawnSync('sqlite3', ['-json', ':memory:', ...commands.flatMap((line) => ['-cmd', line]), query], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(
      ['a.txt', 'b,"c.txt'].flatMap((file) => [
        { file, empty: 0, name: '市工信局', role: 'lead' },
        { file, empty: 0, name: '市发改委', role: 'support' },
      ]),
    );
  });

  test('what is made harmless can be undone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', 'a') })), (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
  });
});

describe('an export', () => {
  test('tells each file and its records when all are in place', async () => {
    const store = await freshStore();
    await store.put(input('a.txt'));
    const [outDir, told] = [await scratch(), [] as ExportedFile[]];
    expect(await exportStore(store, { format: 'jsonl', outDir, onFile: (file) => told.push(file) })).toEqual(told);
    expect(told.map(({ name, records }) => ({ name, records }))).toEqual([
      ...TYPES.map((type) => ({ name: `${type}.jsonl`, records: 1 })),
      ...LINKS.map((type) => ({ name: `${type}.jsonl`, records: 0 })),
    ]);
  });

  test('has a manifest with the hash of each file, and no clock in it', async () => {
    const store = await freshStore();
    await store.put(input('a.txt'));
    const [first, second] = [await scratch(), await scratch()];
    const told = await exportStore(store, { format: 'csv', outDir: first, program: '9.9.9' });
    await exportStore(store, { format: 'csv', outDir: second, program: '9.9.9' });
    const text = await readFile(join(first, MANIFEST), 'utf8');
    expect(await readFile(join(second, MANIFEST), 'utf8')).toBe(text);
    expect(JSON.parse(text)).toMatchObject({
      ...{ program: { name: 'gongbao', version: '9.9.9' }, format: 'csv', pipelines: ['p1'], gazetteers: ['g1'], inputs: 1 },
      ...{ filter: {}, types: null, personal_data: 'masked', files: told },
    });
    for (const { name, sha256, bytes } of told) {
      const written = await readFile(join(first, name));
      expect([createHash('sha256').update(written).digest('hex'), written.length]).toEqual([sha256, bytes]);
    }
  });

  test('may be one file, with its manifest beside it', async () => {
    const store = await freshStore();
    await store.put(input('a.txt'));
    const outDir = await scratch();
    await exportStore(store, { format: 'jsonl', outDir, fileName: 'tasks.jsonl', types: ['obligations'] });
    expect((await readdir(outDir)).toSorted()).toEqual(['tasks.jsonl', 'tasks.jsonl.manifest.json']);
  });

  test('that is more than one file does not go into one', async () => {
    const store = await freshStore();
    const outDir = await scratch();
    await expect(exportStore(store, { format: 'jsonl', outDir, fileName: 'all.jsonl' })).rejects.toThrow('all.jsonl is one');
    expect(await readdir(outDir)).toEqual([]);
  });

  test('comes as a stream with the same bytes as the file', async () => {
    const store = await freshStore();
    for (const name of ['a.txt', 'b.txt']) await store.put(input(name));
    const outDir = await scratch();
    await exportStore(store, { format: 'csv', outDir });
    const chunks: Buffer[] = [];
    for await (const chunk of exportStream(store, { format: 'csv', type: 'obligations' })) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks).equals(await readFile(join(outDir, 'obligations.csv')))).toBe(true);
  });

  test('that fails leaves the folder as it was', async () => {
    const store = await freshStore();
    const outDir = await scratch();
    await writeFile(join(outDir, 'notices.jsonl'), 'before');
    const broken = { ...store, list: (type: never) => (type === 'targets' ? failing() : store.list(type)) };
    await expect(exportStore(broken, { format: 'jsonl', outDir })).rejects.toThrow('disk');
    expect(await readdir(outDir)).toEqual(['notices.jsonl']);
    expect(await readFile(join(outDir, 'notices.jsonl'), 'utf8')).toBe('before');
  });

  test('over an older one replaces its files and leaves others alone', async () => {
    const store = await freshStore();
    const outDir = await scratch();
    await writeFile(join(outDir, 'readme.txt'), 'mine');
    await exportStore(store, { format: 'jsonl', outDir });
    await store.put(input('a.txt'));
    await exportStore(store, { format: 'jsonl', outDir });
    expect((await readFile(join(outDir, 'clusters.jsonl'), 'utf8')).split('\n')).toHaveLength(
      (await listed(store, 'clusters')).length + 1,
    );
    expect(await readFile(join(outDir, 'readme.txt'), 'utf8')).toBe('mine');
    expect((await readdir(outDir)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('into a place that is no folder fails with its name', async () => {
    const store = await freshStore();
    const folder = await scratch();
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'sub'));
    await expect(exportStore(store, { format: 'csv', outDir: join(folder, 'file') })).rejects.toThrow('file');
  });
});

function failing(): never {
  throw new Error('disk');
}
