import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type RecordFilter, type RecordOf, type Store } from '../../output/index.js';
import { finding, freshStore, hash, input, listed, notice, resolution } from './fixture.js';
import type { IngestedNotice } from '../../schemas/index.js';

/** Two notices of two places, with dates, grades and roles that differ. */
function notices(): IngestedNotice[] {
  const [one, two] = [notice('甲'), notice('乙')];
  const [obligation] = one.records.obligations;
  const [target] = one.records.targets;
  const [rating] = two.records.ratings;
  const [cluster] = two.records.clusters;
  if (!obligation || !target || !rating || !cluster) throw new Error('the fixture has one of each');
  const due = (dates: (string | null)[]): (typeof target)[] => dates.map((date, i) => ({ ...target, key: `t-${i}`, due: date }));
  one.records.targets = due(['2026', '2026-12', '2027-06-30', '2028', '2027-02', null]);
  two.records.targets = [];
  two.records.obligations = [
    {
      ...obligation,
      units: [{ name: '财政部', role: 'responsible', group: false }],
      resolutions: [],
      due: null,
    },
  ];
  two.records.ratings = [
    { ...rating, grade: '良好', year: 2020 },
    { ...rating, key: 'r-2', subject: '某园区', subject_kind: 'park', year: null },
  ];
  two.records.clusters = [{ ...cluster, name: '100%_集群', resolutions: [] }];
  two.resolutions = [resolution('region', '乙', { entity_name: '南昌市', code: '360100' })];
  two.head = { ...two.head, kind: '公告', status: '失效', issued_on: '2025-08' };
  two.findings = [finding({ key: 'f-1', check: 'text_repair', severity: 'info' }), finding({ key: 'f-2', severity: 'error' })];
  return [one, two];
}

type Case = [string, keyof RecordOf, RecordFilter, unknown[], string];
const [jia, yi] = ['甲', '乙'].map((name) => notice(name).identity);

const cases: Case[] = [
  ['notice id', 'notices', { notice: jia ?? '' }, ['甲文件'], 'title'],
  ['document number', 'clusters', { notice: '甲发〔2026〕1号' }, ['甲陶瓷产业集群'], 'name'],
  ['document number in other brackets', 'clusters', { notice: '甲发[2026]1号' }, ['甲陶瓷产业集群'], 'name'],
  ['base name of the file', 'notices', { notice: 'x.txt' }, ['甲文件', '乙文件'], 'title'],
  ['no such notice', 'findings', { notice: 'y.txt' }, [], 'id'],
  ['findings of the file too', 'findings', { notice: 'x.txt' }, [`f-0`, 'f-1', 'f-1', 'f-2'], 'key'],
  ['text of a notice', 'notices', { text: '培育乙' }, ['乙文件'], 'title'],
  ['text of a name', 'projects', { text: '甲一' }, ['甲一期'], 'name'],
  ['text with the signs of LIKE', 'clusters', { text: '0%_' }, ['100%_集群'], 'name'],
  ['text that only a pattern would find', 'clusters', { text: '甲%群' }, [], 'name'],
  ['text where a type has none', 'ratings', { text: '某园区' }, ['某园区'], 'subject'],
  ['unit as written', 'obligations', { unit: '市工信局' }, [jia], 'notice_id'],
  ['unit by its official name', 'obligations', { unit: '景德镇市工业和信息化局' }, [jia], 'notice_id'],
  ['part of a unit', 'obligations', { unit: '财政' }, [yi], 'notice_id'],
  ['unit in a role', 'obligations', { unit: '市工信局', role: 'lead' }, [jia], 'notice_id'],
  ['unit in another role', 'obligations', { unit: '市工信局', role: 'support' }, [], 'notice_id'],
  ['role alone', 'obligations', { role: 'support' }, [jia], 'notice_id'],
  ['unit does not narrow other types', 'projects', { unit: '市工信局', role: 'lead' }, ['甲一期', '乙一期'], 'name'],
  ['place of a cluster by name', 'clusters', { place: '浮梁' }, ['甲陶瓷产业集群'], 'name'],
  ['place by code', 'clusters', { place: '360222' }, ['甲陶瓷产业集群'], 'name'],
  ['place by prefecture', 'clusters', { place: '360200' }, ['甲陶瓷产业集群'], 'name'],
  ['place by province', 'clusters', { place: '360000' }, ['甲陶瓷产业集群', '100%_集群'], 'name'],
  ['a cluster without place lies where its notice does', 'clusters', { place: '3601' }, ['100%_集群'], 'name'],
  ['place of a rated cluster', 'ratings', { place: '浮梁县' }, ['甲陶瓷产业集群'], 'subject'],
  ['place of an area', 'observations', { place: '昌江' }, ['昌江区', '昌江区'], 'area'],
  ['place of the notice by code', 'observations', { place: '360100' }, [yi], 'notice_id'],
  ['place of other types is their notice’s', 'projects', { place: '南昌' }, ['乙一期'], 'name'],
  ['due by a day', 'targets', { dueBefore: '2027-03-01' }, ['2026', '2026-12', '2027-02'], 'due'],
  ['due on that day', 'targets', { dueBefore: '2026-12-31' }, ['2026', '2026-12'], 'due'],
  ['due by the day before', 'targets', { dueBefore: '2026-12-30' }, [], 'due'],
  ['due by the end of a month', 'targets', { dueBefore: '2027-02' }, ['2026', '2026-12', '2027-02'], 'due'],
  ['due by the end of a year', 'targets', { dueBefore: '2028' }, ['2026', '2026-12', '2027-06-30', '2028', '2027-02'], 'due'],
  ['due of an obligation', 'obligations', { dueBefore: '2027' }, [jia], 'notice_id'],
  ['year', 'ratings', { year: 2020 }, ['良好'], 'grade'],
  ['grade', 'ratings', { grade: '优秀' }, ['优秀', '优秀'], 'grade'],
  ['grade and year', 'ratings', { grade: '优秀', year: 2025 }, ['甲陶瓷产业集群'], 'subject'],
  ['check', 'findings', { check: 'text_repair' }, ['info'], 'severity'],
  ['lowest severity', 'findings', { severity: 'warning' }, ['warning', 'warning', 'error'], 'severity'],
  ['highest severity', 'findings', { severity: 'error' }, ['error'], 'severity'],
  ['due from a day on', 'targets', { dueAfter: '2027-02-28' }, ['2027-06-30', '2028', '2027-02'], 'due'],
  ['due from the first day of a year on', 'targets', { dueAfter: '2027' }, ['2027-06-30', '2028', '2027-02'], 'due'],
  ['due from a month on', 'targets', { dueAfter: '2026-12' }, ['2026', '2026-12', '2027-06-30', '2028', '2027-02'], 'due'],
  ['due between two dates', 'targets', { dueAfter: '2026-12', dueBefore: '2027-02' }, ['2026', '2026-12', '2027-02'], 'due'],
  ['id of a notice', 'notices', { id: yi ?? '' }, ['乙文件'], 'title'],
  ['id of a record', 'clusters', { id: `${jia ?? ''}:c-1` }, ['甲陶瓷产业集群'], 'name'],
  ['id of a finding about a file', 'findings', { id: `${hash('x.txt').slice(0, 16)}:f-0` }, ['f-0'], 'key'],
  ['id of another type', 'clusters', { id: `${jia ?? ''}:p-1` }, [], 'name'],
  ['issuer of a notice', 'notices', { issuer: '乙人民政府' }, ['乙文件'], 'title'],
  ['part of an issuer, of its records', 'projects', { issuer: '甲工业和' }, ['甲一期'], 'name'],
  ['kind of a notice', 'notices', { kind: '公告' }, ['乙文件'], 'title'],
  ['kind of its notice', 'projects', { kind: '公告' }, ['乙一期'], 'name'],
  ['a finding about a file is of no kind of notice', 'findings', { kind: '公告' }, ['f-1', 'f-2'], 'key'],
  ['status of a notice', 'notices', { status: '失效' }, ['乙文件'], 'title'],
  ['issued from a day on', 'notices', { issuedAfter: '2026-03-01' }, ['甲文件'], 'title'],
  ['issued by the end of a month', 'projects', { issuedBefore: '2025-08' }, ['乙一期'], 'name'],
  ['indicator', 'targets', { indicator: '企', dueBefore: '2026' }, ['2026', '2026-12'], 'due'],
  ['indicator of a figure', 'observations', { indicator: '户数', notice: jia ?? '' }, [jia], 'notice_id'],
  ['indicator that there is none of', 'observations', { indicator: '企业' }, [], 'notice_id'],
  ['table', 'projects', { table: '项目清单' }, ['甲一期', '乙一期'], 'name'],
  ['part of a table’s title', 'projects', { table: '清单' }, [], 'name'],
  ['area', 'observations', { area: '昌江区' }, ['昌江区', '昌江区'], 'area'],
  ['part of an area', 'observations', { area: '昌江' }, [], 'area'],
  ['industry', 'clusters', { industry: '陶' }, ['甲陶瓷产业集群'], 'name'],
  ['park by its id', 'clusters', { park: 'jdz-gxq' }, ['甲陶瓷产业集群'], 'name'],
  ['park by part of its name', 'clusters', { park: '高新技术' }, ['甲陶瓷产业集群'], 'name'],
  ['another park', 'clusters', { park: '南昌' }, [], 'name'],
  ['least investment', 'projects', { investmentMin: 500_000_000 }, ['甲一期', '乙一期'], 'name'],
  ['more than there is', 'projects', { investmentMin: 500_000_001 }, [], 'name'],
  ['most investment', 'projects', { investmentMax: 499_999_999 }, [], 'name'],
  ['year of the start', 'projects', { startYear: 2026 }, ['甲一期', '乙一期'], 'name'],
  ['year of the end', 'projects', { endYear: 2026 }, [], 'name'],
  ['limit', 'projects', { limit: 1 }, ['甲一期'], 'name'],
  ['limit above what is there', 'projects', { limit: 10 }, ['甲一期', '乙一期'], 'name'],
];

let store: Store;
beforeAll(async () => {
  store = await openStore(':memory:');
  await store.put(input('x.txt', { notices: notices(), findings: [finding({ key: 'f-0' })] }));
});
afterAll(() => store.close());

describe('filters', () => {
  test.each(cases)('%s (%s)', async (_, type, filter, expected, field) => {
    const found: Record<string, unknown>[] = (await listed(store, type, filter)).map((record) => ({ ...record }));
    const shown = found.map((record) => (field === 'key' ? String(record.id).split(':')[1] : record[field]));
    expect(shown).toEqual(expected);
  });
});

test('a date that is none is refused', async () => {
  await expect(listed(store, 'targets', { dueAfter: '2026-6' })).rejects.toMatchObject({ code: 'invalid_query' });
});

test('of a notice that stands in several files only one is asked for, and its records once', async () => {
  const twice = await freshStore();
  for (const path of ['b.txt', 'a.txt'])
    await twice.put(input(path, { notices: [notice('同')], findings: [finding({ key: 'f-0' })] }));
  await twice.link();
  const ids = async (filter: RecordFilter): Promise<string[]> => (await listed(twice, 'notices', filter)).map(({ id }) => id);
  expect(await ids({})).toEqual([notice('同').identity, `${notice('同').identity}~2`]);
  expect((await listed(twice, 'notices', { once: true })).map(({ file }) => file)).toEqual(['a.txt']);
  expect(await listed(twice, 'projects', { once: true })).toHaveLength(1);
  expect(await twice.count('projects')).toBe(2);
  expect(await twice.count('projects', { once: true })).toBe(1);
  // What is about a file is about that file alone.
  expect(await twice.count('findings', { once: true })).toBe(3);
});
