import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type ListPage, type RecordFilter, type RecordOf, type Store } from '../../output/index.js';
import { ALL_MODELS, MODELS } from '../../output/model.js';
import { completeFrom } from '../../output/store/complete.js';
import { queryBuilder } from '../../output/store/dialect.js';
import { openDriver, type Connection } from '../../output/store/driver.js';
import { conditions } from '../../output/store/filters.js';
import { keysBehind } from '../../output/store/keys.js';
import { orderOf, plainFields, stretches } from '../../output/store/sorting.js';
import { LINK_TYPES, RECORD_TYPE_NAMES, type IngestedNotice, type LinkTypeName } from '../../schemas/index.js';
import { Random } from '../support/seeded.js';
import { filled, finding, input, linked, listed, notice, resolution } from './fixture.js';

/** A notice with several records of each type, their values few, so that many are equal, and many missing. */
function variedNotice(name: string, random: Random): IngestedNotice {
  const made = notice(name);
  const several = <R extends { key: string }>(records: R[], change: (record: R) => Partial<R>): R[] =>
    records.flatMap((record) =>
      Array.from({ length: 4 }, (_, i) => ({ ...record, key: `${record.key}-${i}`, ...change(record) })),
    );
  const { records } = made;
  const due = (): string | null => random.pick([null, '2026', '2026-12', '2027-06-30']);
  records.projects = several(records.projects, () => ({
    investment_cny: random.pick([null, 0, 1.5e8, 500_000_000]),
    period_start: random.pick([null, '2025', '2026-01']),
    table: random.pick([null, '项目清单']),
  }));
  records.targets = several(records.targets, () => ({ due: due(), value: random.pick([null, -1, 50]) }));
  records.obligations = several(records.obligations, () => ({ due: due(), title: random.pick([null, '抓好招商', '抓好项目']) }));
  records.ratings = several(records.ratings, () => ({ grade: random.pick(['优秀', '良好']), year: random.pick([null, 2024]) }));
  records.clusters = several(records.clusters, (record) => ({ resolutions: random.pick([record.resolutions, []]) }));
  made.resolutions = random.pick([made.resolutions, [resolution('region', name, { entity_name: '南昌市', code: '360100' })], []]);
  return made;
}

let store: Store;
beforeAll(async () => {
  const random = new Random(7);
  store = await openStore(':memory:');
  // Stored in the order of their paths, so that what was stored first comes first in the list too.
  for (const path of ['a.txt', 'b.txt', 'c.txt', 'd/e.txt']) {
    const notices = [path, 'same', `${path} 2`].map((name) => variedNotice(name, random));
    await store.put(input(path, { notices, findings: [finding({ key: 'f-0' })] }));
  }
  await store.link();
});
afterAll(() => store.close());

/** All pages of a list after another. */
async function allPages(type: keyof RecordOf, filter: RecordFilter, page: ListPage, from = store): Promise<object[]> {
  const records: object[] = [];
  let cursor: string | undefined;
  do {
    const found = await from.page(type, filter, { ...page, ...(cursor === undefined ? {} : { cursor }) });
    if (found.next !== null) expect(found.records).toHaveLength(page.limit ?? 50);
    records.push(...found.records);
    cursor = found.next ?? undefined;
  } while (cursor !== undefined);
  return records;
}

/** The list as it should be: those with a value by it, those without behind them. */
async function sorted(type: keyof RecordOf, filter: RecordFilter, sort: string | undefined, from = store): Promise<object[]> {
  const all: Record<string, unknown>[] = (await listed(from, type, filter)).map((record) => ({ ...record }));
  if (sort === undefined) return all;
  const [field, descending] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false];
  const valued = all.filter((record) => record[field] !== null);
  if (descending) valued.reverse();
  const inOrder = valued.toSorted((a, b) => (descending ? -1 : 1) * compare(a[field], b[field]));
  return [...inOrder, ...all.filter((record) => record[field] === null)];
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

const lists = ALL_MODELS.flatMap((model) =>
  plainFields(model).flatMap(({ name }) => [name, `-${name}`].map((sort) => ({ type: model.name, sort }))),
);
const filters: RecordFilter[] = [
  {},
  { place: '360200' },
  { notice: 'b.txt' },
  { dueAfter: '2026-12' },
  { once: true },
  { unit: '工信' },
  { unit: '工信', role: 'lead' },
  { unit: '工信', place: '360200', dueBefore: '2027' },
  { place: '南昌' },
  { issuer: '市' },
];

describe('pages', () => {
  test('all pages together are the whole list, whatever their size, order and filter', async () => {
    const some = fc.record({
      list: fc.constantFrom(...lists, ...RECORD_TYPE_NAMES.map((type) => ({ type, sort: undefined }))),
      filter: fc.constantFrom(...filters),
      limit: fc.integer({ min: 1, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(some, async ({ list: { type, sort }, filter, limit }) => {
        const page = sort === undefined ? { limit } : { limit, sort };
        expect(await allPages(type, filter, page)).toEqual(await sorted(type, filter, sort));
      }),
      { numRuns: 40 },
    );
  });

  test.each(RECORD_TYPE_NAMES)('%s: one record and their number are found', async (type) => {
    const all = await listed(store, type);
    expect(all.length).toBeGreaterThan(3);
    for (const record of all.slice(0, 3)) expect(await store.get(type, record.id)).toEqual(record);
    expect(await store.get(type, 'none')).toBeNull();
    expect(await store.count(type)).toBe(all.length);
    expect(await store.count(type, { notice: 'b.txt' })).toBe((await listed(store, type, { notice: 'b.txt' })).length);
  });

  test('a finding about a file is found by its id', async () => {
    const [found] = (await listed(store, 'findings')).filter((each) => each.notice_id === null);
    expect(found && (await store.get('findings', found.id))).toEqual(found);
  });

  test('a page holds 50 unless said otherwise, and 500 at most', async () => {
    const projects = (await listed(store, 'projects')).length;
    expect(projects).toBeLessThan(50);
    expect((await store.page('projects')).next).toBeNull();
    expect((await store.page('projects', {}, { limit: 100_000 })).records).toHaveLength(projects);
  });

  test('a cursor goes on in its own order where none is given', async () => {
    const first = await store.page('projects', {}, { limit: 3, sort: '-investment_cny' });
    const second = await store.page('projects', {}, { limit: 3, cursor: first.next ?? '' });
    expect([...first.records, ...second.records]).toEqual((await sorted('projects', {}, '-investment_cny')).slice(0, 6));
  });
});

describe('a list of more records than are asked one by one', () => {
  const notices = ['甲', '乙', '丙'].map((name) => notice(name));
  const random = new Random(11);
  let long: Store;
  beforeAll(async () => {
    long = await openStore(':memory:');
    for (const [i, each] of notices.entries()) {
      const [project] = each.records.projects;
      const [target] = each.records.targets;
      if (!project || !target) throw new Error('the fixture has one of each');
      const many = <R extends { key: string }>(record: R, change: (n: number) => Partial<R>): R[] =>
        Array.from({ length: 900 }, (_, n) => ({ ...record, key: `k-${String(n).padStart(4, '0')}`, ...change(n) }));
      each.records.projects = many(project, () => ({
        investment_cny: random.pick([null, ...Array.from({ length: 50 }, (_, yuan) => yuan)]),
        period_start: random.pick([null, '2025', '2026-01', '2027']),
        seq: random.below(100),
      }));
      each.records.targets = many(target, (n) => ({
        due: random.pick([null, '2026', '2027-06']),
        indicator: n % 300 === 7 ? 'R&D 人员' : '企业',
      }));
      await long.put(input(`${i}.txt`, { notices: [each] }));
    }
    await long.link();
  });
  afterAll(() => long.close());

  const cases: [keyof RecordOf, RecordFilter, string | undefined][] = [
    ['projects', { notice: '2.txt' }, undefined],
    ['projects', { notice: '2.txt' }, '-investment_cny'],
    ['projects', { notice: '1.txt' }, 'seq'],
    ['projects', { investmentMin: 49 }, undefined],
    ['projects', { investmentMin: 49 }, 'period_start'],
    ['projects', { investmentMin: 10 }, undefined],
    ['projects', { startYear: 2026, investmentMax: 0 }, '-seq'],
    ['projects', {}, '-investment_cny'],
    ['targets', { indicator: 'r&d' }, undefined],
    ['targets', { indicator: '人员' }, '-due'],
    ['targets', { indicator: '人" OR "' }, undefined],
  ];
  test.each(cases)('%s %o by %s', async (type, filter, sort) => {
    const expected = await sorted(type, filter, sort, long);
    const page = sort === undefined ? { limit: 100 } : { limit: 100, sort };
    expect(await allPages(type, filter, page, long)).toEqual(expected);
  });
});

describe('a list found in whichever way', () => {
  const ways = [
    { asked: 2000, few: 5000 },
    { asked: 2000, few: 0 },
    { asked: 3, few: 0 },
    { asked: 3, few: 2 },
  ];
  const asked: RecordFilter[] = [
    { unit: '工信' },
    { unit: { ids: [], groups: [], part: '工信' }, role: 'lead' },
    { unit: '工信', role: 'support' },
    { unit: '工信', place: '360200', dueBefore: '2027' },
    { place: '3601' },
    { issuer: '甲' },
  ];
  const cases = asked.flatMap((filter) => [null, 'due', '-due'].map((sort): [RecordFilter, string | null] => [filter, sort]));

  let driver: Connection;
  beforeAll(async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'gongbao-ways-')), 'store.db');
    const made = await openStore(path);
    const random = new Random(3);
    for (const name of ['甲', '乙', '丙']) await made.put(input(`${name}.txt`, { notices: [variedNotice(name, random)] }));
    await made.link();
    await made.close();
    driver = await openDriver(path, { readOnly: true });
  });
  afterAll(() => driver.close());

  test.each(cases)('%o by %s', async (filter, sort) => {
    const [db, model] = [queryBuilder(driver), MODELS.obligations];
    const behind = stretches(model, orderOf(model, sort), null);
    const found = await Promise.all(ways.map((bounds) => keysBehind(db, model, filter, behind, 100, bounds)));
    const passing: Record<string, unknown>[] = await completeFrom(db, model)
      .select('r.pk as pk')
      .where(sql<boolean>`${sql.join([sql`1 = 1`, ...conditions(model, filter)], sql` and `)}`)
      .execute();
    expect(found[0]?.toSorted((a, b) => a - b)).toEqual(passing.map(({ pk }) => Number(pk)).toSorted((a, b) => a - b));
    for (const keys of found) expect(keys).toEqual(found[0]);
  });
});

describe('what is refused', () => {
  const changes: [string, (cursor: string) => [keyof RecordOf, RecordFilter, ListPage]][] = [
    ['no cursor at all', () => ['projects', {}, { cursor: 'x' }]],
    ['an empty cursor', () => ['projects', {}, { cursor: '' }]],
    ['a cursor cut short', (cursor) => ['projects', {}, { cursor: cursor.slice(0, -7) }]],
    ['a cursor of another type', (cursor) => ['targets', {}, { cursor }]],
    ['a cursor of another filter', (cursor) => ['projects', { place: '3602' }, { cursor }]],
    ['a cursor of another order', (cursor) => ['projects', {}, { cursor, sort: '-seq' }]],
    ['an unknown field', () => ['projects', {}, { sort: 'height' }]],
    ['a list', () => ['obligations', {}, { sort: 'units' }]],
    ['a long text', () => ['projects', {}, { sort: 'content' }]],
    ['a map', () => ['projects', {}, { sort: 'other' }]],
    ['SQL', () => ['projects', {}, { sort: 'name desc --' }]],
    ['a page of nothing', () => ['projects', {}, { limit: 0 }]],
    ['half a record', () => ['projects', {}, { limit: 1.5 }]],
  ];
  test.each(changes)('%s', async (_, change) => {
    const { next } = await store.page('projects', {}, { limit: 2 });
    await expect(store.page(...change(next ?? ''))).rejects.toMatchObject({ name: 'StoreError', code: 'invalid_query' });
  });

  test('a cursor whose record has gone', async () => {
    const changing = await filled([input('a.txt'), input('b.txt')]);
    const { next } = await changing.page('projects', {}, { limit: 1 });
    await changing.remove('a.txt');
    await expect(changing.page('projects', {}, { limit: 1, cursor: next ?? '' })).rejects.toThrow('no longer there');
  });
});

test('a cursor holds nothing that is covered in the records', async () => {
  const own = notice('甲');
  own.records.projects = ['13812345678', '13912345678'].map(
    (name, i) => ({ ...own.records.projects[0], key: `p-${i}`, name }) as never,
  );
  const masking = await filled([input('a.txt', { notices: [own] })]);
  const { records, next } = await masking.page('projects', {}, { limit: 1, sort: 'name' });
  expect(records[0]?.name).toBe('138****5678');
  expect((await masking.get('projects', records[0]?.id ?? ''))?.name).toBe('138****5678');
  expect(Buffer.from(next ?? '', 'base64url').toString()).not.toContain('13812345678');
});

describe('what the pass over the whole store makes', () => {
  test.each(Object.keys(LINK_TYPES) as LinkTypeName[])('%s page by page', async (type) => {
    const all = await linked(store, type);
    const pages: object[] = [];
    let next: string | null = null;
    do {
      const page: { records: object[]; next: string | null } = await store.linkPage(type, {
        limit: 1,
        ...(next === null ? {} : { cursor: next }),
      });
      pages.push(...page.records);
      ({ next } = page);
    } while (next !== null);
    expect(pages).toEqual(all);
    for (const each of all.slice(0, 2)) expect(await store.getLink(type, each.id)).toEqual(each);
    expect(await store.getLink(type, 'none')).toBeNull();
    await expect(store.linkPage(type, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_query' });
    await expect(store.linkPage(type, { sort: 'name' })).rejects.toMatchObject({ code: 'invalid_query' });
  });
});
