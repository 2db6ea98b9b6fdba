import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../output/index.js';
import { openDriver } from '../../output/store/driver.js';
import { unpacked } from '../../output/store/read.js';
import { RECORD_TYPES, type Ingested, type RecordTypeName } from '../../schemas/index.js';
import { finding, freshStore, hash, input, listed, notice, openAt, scratch } from './fixture.js';

const TYPES = Object.keys(RECORD_TYPES) as RecordTypeName[];

/** All that a store shows of itself. */
async function contents(store: Awaited<ReturnType<typeof freshStore>>): Promise<unknown> {
  const lists = await Promise.all(TYPES.map((type) => listed(store, type)));
  return { lists, counts: await store.counts(), summaries: await store.summaries() };
}

describe('put and list', () => {
  test.each(TYPES)('%s come back as their schema says', async (type) => {
    const store = await freshStore();
    await store.put(input('a/b.txt'));
    const records = await listed(store, type);
    expect(records).toHaveLength(1);
    expect(Object.keys(records[0] ?? {})).toEqual(Object.keys(RECORD_TYPES[type].schema.shape));
    expect(RECORD_TYPES[type].schema.parse(records[0])).toEqual(records[0]);
  });

  test('fields keep their values, resolved ones are filled in', async () => {
    const store = await freshStore();
    const { identity } = notice('a.txt');
    await store.put(input('a.txt'));
    expect(await listed(store, 'notices')).toMatchObject([
      {
        ...{ id: identity, file: 'a.txt', ordinal: 1, region: '景德镇市', region_code: '360200', same_as: [] },
        ...{ issuers: ['a.txt人民政府', 'a.txt工业和信息化局'], cites: [{ title: '上级文件', document_number: null }] },
      },
    ]);
    const [cluster] = await listed(store, 'clusters');
    expect(cluster).toMatchObject({
      id: `${identity}:c-1`,
      park_id: 'jdz-gxq',
      place_code: '360222',
      industry: '陶瓷',
      confidence: 0.95,
    });
    const [obligation] = await listed(store, 'obligations');
    expect(obligation).toMatchObject({ path: ['二、'], leaders: ['张三'], offices: [] });
    expect(obligation?.units).toEqual([
      { name: '市工信局', role: 'lead', unit_id: 'jdz-gxj', canonical: '景德镇市工业和信息化局', group: false },
      { name: '市发改委', role: 'support', unit_id: null, canonical: null, group: false },
    ]);
    expect(await listed(store, 'projects')).toMatchObject([{ other: { 备注: '', 业主: '甲公司' }, investment_cny: 500000000 }]);
    expect(await listed(store, 'findings')).toMatchObject([
      { expected: 21, actual: 12, rows: [21], params: { label: '2023 户数' } },
    ]);
  });

  test('records stand in the order of path, notice and place, whatever the order they came in', async () => {
    const store = await freshStore();
    const many = notice('m');
    const [observation] = many.records.observations;
    if (!observation) throw new Error('the fixture has an observation');
    const numbers = Array.from({ length: 1203 }, (_, i) => i);
    const spread = numbers.map((i) => ({ ...observation, key: `b-${i}`, value: i, start: i, end: i + 1 })).toReversed();
    await store.put(input('b.txt', { notices: [{ ...many, records: { ...many.records, observations: spread } }] }));
    await store.put(input('a.txt', { notices: [notice('x'), notice('y')] }));
    expect((await listed(store, 'notices')).map((each) => [each.file, each.ordinal])).toEqual([
      ['a.txt', 1],
      ['a.txt', 2],
      ['b.txt', 1],
    ]);
    expect((await listed(store, 'observations')).map((each) => each.value)).toEqual([50, 50, ...numbers]);
    expect(await listed(store, 'observations', { limit: 700 })).toHaveLength(700);
    expect(await listed(store, 'observations', { limit: 0 })).toEqual([]);
  });

  test('findings about a file have no notice, and an id of their own', async () => {
    const store = await freshStore();
    const about = finding({
      key: 'f-9',
      check: 'read_warning',
      params: { code: 'x', detail: '第3页' },
      expected: null,
      actual: null,
      rows: [],
    });
    await store.put(input('a.txt', { findings: [about] }));
    const [first, second] = await listed(store, 'findings');
    expect(first).toMatchObject({
      notice_id: null,
      file: 'a.txt',
      quote: null,
      start: null,
      id: `${hash('a.txt').slice(0, 16)}:f-9`,
    });
    expect(second?.notice_id).toBe(notice('a.txt').identity);
  });

  test('messages are in the language that the store was opened with', async () => {
    const path = join(await scratch(), 'store.db');
    await (await openAt(path)).put(input('a.txt'));
    expect((await listed(await openAt(path, { readOnly: true }), 'findings'))[0]?.message).toBe(
      '第21行“2023 户数”各分项合计 12，与合计数 21 不符',
    );
    expect((await listed(await openAt(path, { readOnly: true, lang: 'en' }), 'findings'))[0]?.message).toContain(
      'the parts add up to 12',
    );
  });

  test('an input without notices is known', async () => {
    const store = await freshStore();
    await store.put(input('empty.txt', { notices: [] }));
    expect(await store.counts()).toMatchObject({ inputs: 1, notices: 0 });
    expect(await store.known('empty.txt')).toEqual({
      sha256: hash('bytes of empty.txt'),
      fingerprint: { pipeline: 'p1', gazetteer: 'g1' },
    });
    expect(await store.known('other.txt')).toBeNull();
  });

  test('documents come back, checked, by path', async () => {
    const store = await freshStore();
    const inputs = [input('b.txt'), input('a.txt')];
    for (const each of inputs) await store.put(each);
    const read = [];
    for await (const each of store.documents()) read.push(each);
    expect(read).toEqual(inputs.toReversed().map(({ input: file, document }) => ({ input: file, document })));
  });

  test('summaries and counts', async () => {
    const store = await freshStore();
    await store.put(input('a.txt', { notices: [notice('x'), notice('y')] }));
    const one = { clusters: 1, ratings: 1, targets: 1, obligations: 1, projects: 1, observations: 1, findings: 1 };
    expect(await store.counts()).toEqual({
      inputs: 1,
      notices: 2,
      ...Object.fromEntries(Object.keys(one).map((type) => [type, 2])),
    });
    expect(await store.summaries()).toMatchObject([
      { id: notice('x').identity, file: 'a.txt', ordinal: 1, issuers: ['x人民政府', 'x工业和信息化局'], counts: one },
      { id: notice('y').identity, ordinal: 2, counts: one },
    ]);
  });
});

describe('putting again', () => {
  test('the same input changes nothing', async () => {
    const store = await freshStore();
    await store.put(input('a.txt'));
    const before = await contents(store);
    await store.put(input('a.txt'));
    await store.link();
    expect(await contents(store)).toEqual(before);
  });

  test('many at once', async () => {
    const store = await freshStore();
    await Promise.all(Array.from({ length: 12 }, (_, i) => store.put(input(`${i % 6}.txt`))));
    expect(await store.counts()).toMatchObject({ inputs: 6, notices: 6 });
  });

  test('another file version puts the old one into the history, another fingerprint does not', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openAt(path);
    const version = (name: string, pipeline: string): Ingested => {
      const made = input('a.txt', { notices: [notice(name)], fingerprint: { pipeline, gazetteer: 'g1' } });
      return { ...made, input: { ...made.input, sha256: hash(name) } };
    };
    await store.put(version('one', 'p1'));
    await store.put(version('one', 'p2'));
    await store.put(version('two', 'p2'));
    await store.put(version('one', 'p2'));
    await store.remove('a.txt');
    expect(await store.counts()).toMatchObject({ inputs: 0, notices: 0, findings: 0 });
    expect(await store.known('a.txt')).toBeNull();
    await store.remove('a.txt');

    const driver = await openDriver(path, { readOnly: true });
    const rows = await driver.all('select * from history order by version');
    await driver.close();
    expect(rows.map((row) => [row.path, row.version, row.sha256, row.pipeline])).toEqual([
      ['a.txt', 1, hash('one'), 'p2'],
      ['a.txt', 2, hash('two'), 'p2'],
      ['a.txt', 3, hash('one'), 'p2'],
    ]);
    expect(await unpacked(rows[1]?.document)).toEqual(version('two', 'p2').document);
    expect(await unpacked(rows[1]?.records)).toMatchObject({ notices: [{ title: 'two文件' }], clusters: [{ place: '浮梁县' }] });
  });

  test('nothing of a replaced or removed input stays behind', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openAt(path);
    await store.put(input('a.txt', { findings: [finding({ key: 'f-0' })] }));
    await store.remove('a.txt');
    const driver = await openDriver(path, { readOnly: true });
    const tables = await driver.all(
      String.raw`select name from sqlite_master where type = 'table' and name like '%\_rows' escape '\'`,
    );
    const left = await Promise.all(
      tables.map(({ name }) => driver.get(`select '${String(name)}' as name, count(*) as n from "${String(name)}"`)),
    );
    await driver.close();
    expect(left.filter((row) => row?.n !== 0)).toEqual([]);
  });
});

describe('a put that fails', () => {
  const twice = notice('t');
  const nameless = notice('n');
  const broken: [string, Ingested][] = [
    ['two records with one key', input('a.txt', { notices: [{ ...twice, findings: [finding(), finding()] }] })],
    [
      'a record without its name, found out after others are written',
      input('a.txt', {
        notices: [
          {
            ...nameless,
            records: {
              ...nameless.records,
              projects: nameless.records.projects.map((each) => ({ ...each, name: null as never })),
            },
          },
        ],
      }),
    ],
  ];

  test.each(broken)('%s: leaves the store as it was', async (_, ingested) => {
    const store = await freshStore();
    await expect(store.put(ingested)).rejects.toThrow(StoreError);
    expect(await store.counts()).toMatchObject({ inputs: 0, notices: 0, clusters: 0 });
    await store.put(input('a.txt'));
    const before = await contents(store);
    await expect(store.put({ ...ingested, input: { ...ingested.input, sha256: hash('new') } })).rejects.toThrow(StoreError);
    expect(await contents(store)).toEqual(before);
    await store.put(input('b.txt'));
    expect(await store.counts()).toMatchObject({ inputs: 2 });
  });

  test('a store opened for reading refuses to change', async () => {
    const path = join(await scratch(), 'store.db');
    await (await openAt(path)).put(input('a.txt'));
    const store = await openAt(path, { readOnly: true });
    await expect(store.put(input('b.txt'))).rejects.toMatchObject({ code: 'read_only' });
    await expect(store.link()).rejects.toMatchObject({ code: 'read_only' });
    expect(await store.counts()).toMatchObject({ inputs: 1 });
  });
});
