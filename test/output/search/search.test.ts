import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchAnswerSchema, type SearchAnswer } from '../../../schemas/index.js';
import { openStore, type SearchFilter, type Store } from '../../../output/index.js';
import { finding, freshStore, input, listed, notice, resolution } from '../fixture.js';

const ids = (answer: SearchAnswer): string[] => answer.hits.map(({ type, id }) => `${type} ${id.split(':')[1] ?? ''}`.trim());

let folder: string;
let store: Store;

/** Two notices with one record of each type, of two years and places; nothing below changes them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-search-'));
  store = await openStore(join(folder, 'store.db'));
  const [one, two] = [notice('甲'), notice('乙')];
  const [rating] = two.records.ratings;
  if (rating) two.records.ratings = [{ ...rating, grade: '良好', year: 2020 }];
  two.head.issued_on = '2020-05';
  two.resolutions = [resolution('region', '乙', { entity_name: '南昌市', code: '360100' })];
  await store.put(input('x.txt', { notices: [one, two], findings: [finding({ key: 'f-0' })] }));
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

type Case = [string, string, SearchFilter, string[]];
const cases: Case[] = [
  ['a name', '甲陶瓷产业集群', {}, ['clusters c-1', 'ratings r-1', 'notices']],
  ['two characters', '甲陶', { types: ['clusters'] }, ['clusters c-1']],
  ['a document number in other brackets', '甲发[2026]1号', {}, ['notices']],
  ['words across fields of a record', '抓好招商 景德镇市工业和信息化局', {}, ['obligations o-1', 'obligations o-1']],
  ['the official name of a park', '景德镇高新技术产业开发区', {}, ['clusters c-1', 'clusters c-1']],
  ['a cell of a map', '业主甲公司', {}, []],
  ['the heading and the cell of a map', '业主 甲公司', {}, ['projects p-1', 'projects p-1']],
  ['the sentence of a finding', '与合计数21不符', {}, ['findings f-0', 'findings f-1', 'findings f-1']],
  ['white space in the query is no part of a phrase', '"甲 陶 瓷"', { types: ['clusters'] }, ['clusters c-1']],
  ['all words', '甲陶瓷 乙陶瓷', {}, []],
  ['one character', '甲', { types: ['notices', 'clusters'] }, ['notices', 'notices', 'clusters c-1']],
  ['the last character of a text', '群', { types: ['clusters'] }, ['clusters c-1', 'clusters c-1']],
  ['a tab between cells is white space', '甲一期5', {}, ['notices', 'projects p-1']],
  ['a year', '50家', { year: 2025 }, ['observations b-1', 'observations b-1']],
  ['the year of the notice', '50家', { year: 2020 }, ['notices', 'targets t-1', 'findings f-1']],
  ['a grade', '陶瓷', { grade: '良好' }, ['ratings r-1']],
  ['a place', '一期', { place: '南昌市' }, ['projects p-1', 'notices']],
  ['a responsible unit', '招商', { unit: '市工信局' }, ['obligations o-1', 'obligations o-1']],
  ['an issuer', '招商', { issuer: '乙工业和信息化局' }, ['notices']],
  ['a notice', '招商', { notice: '乙发〔2026〕1号' }, ['obligations o-1', 'notices']],
  ['what would be a pattern or an operator elsewhere', 'NOT * OR NEAR( ^甲', {}, []],
];

describe('search', () => {
  test.each(cases)('%s', async (_, query, filter, expected) => {
    const answer = await store.search(query, filter);
    expect(searchAnswerSchema.safeParse(answer).error).toBeUndefined();
    expect(ids(answer).toSorted()).toEqual(expected.toSorted());
    expect(answer.total).toEqual({ count: expected.length, exact: true });
  });

  test('puts names before texts, and tells the notice and the words that hold the hit', async () => {
    const { hits } = await store.search('甲陶瓷产业集群', { types: ['clusters', 'notices'] });
    expect(hits.map(({ type }) => type)).toEqual(['clusters', 'notices']);
    const text = (await listed(store, 'notices'))[0]?.text ?? '';
    for (const { passages, document_number, file, notice_title } of hits) {
      expect({ document_number, file, notice_title }).toEqual({
        document_number: '甲发〔2026〕1号',
        file: 'x.txt',
        notice_title: '甲文件',
      });
      for (const passage of passages) {
        expect(text.slice(passage.start ?? 0, passage.end ?? 0)).toBe(passage.text);
        for (const mark of passage.marks) expect(passage.text.slice(mark.start, mark.end)).toBe('甲陶瓷产业集群');
      }
    }
  });

  test('names the field of words that the notice does not have', async () => {
    const { hits } = await store.search('景德镇高新技术产业开发区');
    expect(hits[0]?.passages).toEqual([
      { field: 'park', text: '景德镇高新技术产业开发区', start: null, end: null, marks: [{ start: 0, end: 12 }] },
    ]);
  });

  test('counts the types that are not asked for too', async () => {
    const { by_type, total } = await store.search('招商', { types: ['notices'] });
    expect(total.count).toBe(2);
    expect(by_type).toMatchObject({ notices: { count: 2 }, obligations: { count: 2 }, clusters: { count: 0 } });
  });

  test('takes a question apart, and says which words it left out', async () => {
    const answer = await store.search('市工信局要牵头抓好哪些招商飞碟？');
    expect(answer.hits.length).toBeGreaterThan(0);
    expect(answer.left_out.length).toBeGreaterThan(0);
    expect((await store.search('市工信局招商飞碟')).hits).toEqual([]);
  });

  test.each(['', '   ', '字'.repeat(1001)])('a query that says nothing or too much is refused', async (query) => {
    await expect(store.search(query)).rejects.toMatchObject({ name: 'StoreError', code: 'invalid_query' });
  });

  test.each(['x', Buffer.from('{"ranked":-1}').toString('base64url')])('a cursor of another kind is refused', async (cursor) => {
    await expect(store.search('招商', {}, { cursor })).rejects.toMatchObject({ code: 'invalid_query' });
  });
});

describe('pages', () => {
  /** A store of one notice with so many clusters, of which only the first stored has a place. */
  async function manyClusters(count: number): Promise<Store> {
    const large = await freshStore();
    const many = notice('甲');
    const [cluster] = many.records.clusters;
    if (!cluster) throw new Error('the fixture has one');
    many.records.clusters = Array.from({ length: count }, (_, i) => ({
      ...{ ...cluster, key: `c-${String(i).padStart(6, '0')}`, resolutions: i === 0 ? cluster.resolutions : [] },
      name: i < count / 2 ? `甲陶瓷产业集群${i}` : `其他${i}`,
    }));
    await large.put(input('x.txt', { notices: [many] }));
    return large;
  }

  /** A store of one notice with so many ratings, of which only the first stored has another grade. */
  async function manyRatings(count: number): Promise<Store> {
    const large = await freshStore();
    const many = notice('甲');
    const [rating] = many.records.ratings;
    if (!rating) throw new Error('the fixture has one');
    many.records.ratings = Array.from({ length: count }, (_, i) => ({
      ...{ ...rating, key: `r-${String(i).padStart(6, '0')}`, resolutions: [] },
      subject: `甲陶瓷产业集群${i}`,
      grade: i === 0 ? '良好' : '优秀',
    }));
    await large.put(input('x.txt', { notices: [many] }));
    return large;
  }

  async function followed(large: Store, filter: SearchFilter): Promise<{ seen: string[]; answers: SearchAnswer[] }> {
    const answers: SearchAnswer[] = [];
    for (let cursor: string | undefined; ;) {
      const answer: SearchAnswer = await large.search('甲陶瓷', filter, { limit: 200, ...(cursor ? { cursor } : {}) });
      answers.push(answer);
      if (answer.next === null) return { seen: answers.flatMap(({ hits }) => hits.map(({ id }) => id)), answers };
      cursor = answer.next;
    }
  }

  test('reach every hit once, however many there are', async () => {
    const { seen, answers } = await followed(await manyClusters(2300), { types: ['clusters'] });
    expect(answers[0]?.total).toEqual({ count: 2000, exact: false });
    expect(seen).toHaveLength(2300);
    expect(new Set(seen).size).toBe(2300);
  });

  test('of a place reach its hits at once, however many others there are', async () => {
    const { seen, answers } = await followed(await manyClusters(10_500), { types: ['clusters'], place: '浮梁县' });
    expect(answers).toHaveLength(1);
    expect(answers[0]?.total).toEqual({ count: 1, exact: true });
    expect(seen).toEqual([`${notice('甲').identity}:c-000000`]);
  });

  test('go on behind hits that the filter does not let through, though they hold none', async () => {
    const { seen, answers } = await followed(await manyRatings(5000), { types: ['ratings'], grade: '良好' });
    expect(answers[0]).toMatchObject({ hits: [], total: { count: 0, exact: false } });
    expect(answers.length).toBeLessThan(5);
    expect(seen).toEqual([`${notice('甲').identity}:r-000000`]);
  });
});
