import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type RecordFilter, type RecordOf, type Store, type TotalOptions } from '../../output/index.js';
import { input, notice, openAt, resolution, scratch } from './fixture.js';

let store: Store;
beforeAll(async () => {
  store = await openStore(':memory:');
  const [one, two, again] = ['甲', '乙', '甲'].map((name) => notice(name));
  if (!one || !two || !again) throw new Error('three notices');
  two.resolutions = [resolution('region', '乙', { entity_name: '南昌市', code: '360100' })];
  const [project] = two.records.projects;
  const [task] = two.records.obligations;
  if (!project || !task) throw new Error('the fixture has one of each');
  two.records.projects = [
    project,
    { ...project, key: 'p-2', period_start: '2026-05', investment_cny: 1e8 },
    { ...project, key: 'p-3', period_start: null, investment_cny: null },
  ];
  const unit = { name: '市工信局', role: 'support' as const, group: false };
  two.records.obligations = [{ ...task, units: [...task.units, unit, { ...unit }] }];
  await store.put(input('x.txt', { notices: [one, two] }));
  await store.put(input('y.txt', { notices: [again] }));
  await store.link();
});
afterAll(() => store.close());

type Case = [string, keyof RecordOf, RecordFilter, string[], TotalOptions, [...(string | number | null)[]][]];

/** Each row expected: the values, how many, the sum. */
const cases: Case[] = [
  ['all in one', 'projects', {}, [], {}, [[5, null]]],
  ['all in one, with their sum', 'projects', {}, [], { sum: 'investment_cny' }, [[5, 1.6e9]]],
  [
    'by a field',
    'projects',
    {},
    ['period_start'],
    {},
    [
      ['2026', 3, null],
      [null, 1, null],
      ['2026-05', 1, null],
    ],
  ],
  [
    'by year',
    'projects',
    {},
    ['start_year'],
    { sum: 'investment_cny' },
    [
      [2026, 4, 1.6e9],
      [null, 1, null],
    ],
  ],
  [
    'by place',
    'projects',
    {},
    ['place', 'place_code'],
    {},
    [
      ['南昌市', '360100', 3, null],
      ['景德镇市', '360200', 2, null],
    ],
  ],
  ['a cluster by its own place', 'clusters', {}, ['place'], {}, [['浮梁县', 3, null]]],
  ['a grade by the place of its cluster', 'ratings', {}, ['place', 'year', 'grade'], {}, [['浮梁县', 2025, '优秀', 3, null]]],
  ['only what the filter lets through', 'projects', { place: '南昌' }, ['issued_year'], {}, [[2026, 3, null]]],
  ['nothing', 'projects', { place: '赣州' }, ['place'], {}, []],
  ['nothing, all in one', 'projects', { place: '赣州' }, [], { sum: 'investment_cny' }, [[0, null]]],
  [
    'a notice in two files once',
    'projects',
    { once: true },
    ['place'],
    {},
    [
      ['南昌市', 3, null],
      ['景德镇市', 1, null],
    ],
  ],
  ['the most first, and no more than asked for', 'projects', {}, ['place'], { limit: 1 }, [['南昌市', 3, null]]],
  ['by a notice’s field', 'projects', {}, ['notice_id'], { limit: 1 }, [[notice('乙').identity, 3, null]]],
  [
    'by file',
    'notices',
    {},
    ['file'],
    {},
    [
      ['x.txt', 2, null],
      ['y.txt', 1, null],
    ],
  ],
  ['tasks by due year', 'obligations', {}, ['due_year'], {}, [[2026, 3, null]]],
  [
    ...(['tasks by unit and role, each once', 'obligations', {}, ['unit', 'role'], {}] as const),
    [
      ['市发改委', 'support', 3, null],
      ['景德镇市工业和信息化局', 'lead', 3, null],
      ['市工信局', 'support', 1, null],
    ],
  ] as unknown as Case,
  [
    'tasks by role',
    'obligations',
    {},
    ['role'],
    {},
    [
      ['lead', 3, null],
      ['support', 3, null],
    ],
  ],
  ['tasks of a unit', 'obligations', { unit: '工信', role: 'support' }, ['unit_id'], { limit: 1 }, [[null, 1, null]]],
];

describe('totals', () => {
  test.each(cases)('%s', async (_, type, filter, by, options, expected) => {
    const totals = await store.totals(type, filter, by, options);
    expect(totals.map(({ values, count, sum }) => [...values, count, sum])).toEqual(expected);
  });

  const refused: [string, keyof RecordOf, string[], TotalOptions][] = [
    ['an unknown field', 'projects', ['height'], {}],
    ['a field of another type', 'projects', ['grade'], {}],
    ['a list', 'obligations', ['leaders'], {}],
    ['a long text', 'projects', ['quote'], {}],
    ['SQL', 'projects', ['name) --'], {}],
    ['the sum of words', 'projects', [], { sum: 'name' }],
    ['the sum of an unknown field', 'projects', [], { sum: 'height' }],
    ['sums by unit, which would count a task for each', 'obligations', ['unit'], { sum: 'confidence' }],
  ];
  test.each(refused)('refused: %s', async (_, type, by, options) => {
    await expect(store.totals(type, {}, by, options)).rejects.toMatchObject({ code: 'invalid_query' });
  });
});

test('what was counted is counted anew when the store has changed, by itself or by another', async () => {
  const path = join(await scratch(), 'store.db');
  const [own, others] = [await openAt(path), await openAt(path)];
  await own.put(input('a.txt'));
  const reader = await openAt(path, { readOnly: true });
  const counted = async (): Promise<number[]> => Promise.all([own, reader].map((each) => each.count('projects')));
  expect(await counted()).toEqual([1, 1]);
  await own.put(input('b.txt'));
  expect(await counted()).toEqual([2, 2]);
  await others.put(input('c.txt'));
  expect(await counted()).toEqual([3, 3]);
  expect(await reader.totals('projects', {}, ['table'])).toEqual([{ values: ['项目清单'], count: 3, sum: null }]);
  await others.remove('c.txt');
  expect((await reader.totals('projects', {}, ['table']))[0]?.count).toBe(2);
});
