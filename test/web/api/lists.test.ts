import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RECORD_TYPES } from '../../../schemas/index.js';
import { TestSite } from '../support.js';

const test = new TestSite();
let ask: ReturnType<TestSite['asker']>;
beforeAll(() => {
  ask = test.asker();
});

const record = z.looseObject({ id: z.string() });
const page = z.object({ records: z.array(record), next: z.string().nullable(), next_url: z.string().nullable() });
const csv = (text: string) => z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true, bom: true }));

async function listed(address: string): Promise<z.output<typeof page>> {
  return page.parse(await (await ask(address)).json());
}

describe('a list', () => {
  it('goes on at next_url to its end, each record once, in the order of the store', async () => {
    const whole = await listed('/api/v1/ratings?limit=500');
    const found: string[] = [];
    let address: string | null = '/api/v1/ratings?limit=7';
    for (let pages = 0; address !== null && pages < 50; pages += 1) {
      const { records, next, next_url }: z.output<typeof page> = await listed(address);
      found.push(...records.map(({ id }) => id));
      expect(next === null).toBe(next_url === null);
      address = next_url;
    }
    expect(found.length).toBeGreaterThan(14);
    expect(found).toEqual(whole.records.map(({ id }) => id));
  });

  it('has its next page below the base path of a reverse proxy', async () => {
    const below = test.asker({ basePath: '/gongbao' });
    const { next_url } = page.parse(await (await below('/gongbao/api/v1/ratings?limit=1&grade=优秀')).json());
    expect(next_url).toMatch(/^\/gongbao\/api\/v1\/ratings\?limit=1&grade=%E4%BC%98%E7%A7%80&cursor=/);
    expect((await below(next_url ?? '')).status).toBe(200);
    expect((await below('/api/v1/ratings')).status).toBe(404);
  });

  it('finds the tasks of a unit by any of its names, and says why each is there', async () => {
    const short = await listed('/api/v1/obligations?unit=市工信局&place=景德镇市');
    const full = await listed('/api/v1/obligations?unit=景德镇市工业和信息化局');
    expect(short.records.length).toBeGreaterThan(1);
    expect(full.records.map(({ id }) => id)).toEqual(short.records.map(({ id }) => id));
    expect(full.records[0]?.['matched']).toEqual([{ unit: '市工信局', via: 'unit', share: null }]);
    const group = await listed('/api/v1/obligations?unit=浮梁县人民政府');
    expect(group.records[0]?.['matched']).toEqual([{ unit: '各县（市、区）政府', via: 'group', share: 'every' }]);
    const all = await listed('/api/v1/obligations');
    expect(all.records[0]).not.toHaveProperty('matched');
  });

  it('is narrowed by each filter that its type has, and by no other', async () => {
    const cases: readonly (readonly [address: string, test: (each: z.output<typeof record>) => boolean])[] = [
      ['ratings?grade=优秀', (each) => each['grade'] === '优秀'],
      ['ratings?year=2025&q=陶瓷', (each) => each['year'] === 2025],
      ['projects?investment_min=1000000', (each) => Number(each['investment_cny']) >= 1_000_000],
      ['projects?start_year=2026', (each) => String(each['period_start']).startsWith('2026')],
      ['findings?check=sum', (each) => each['check'] === 'sum'],
      ['targets?due_after=2027&due_before=2027', (each) => String(each['due']).startsWith('2027')],
      ['notices?issuer=景德镇', (each) => String(each['issuers']).includes('景德镇')],
    ];
    for (const [address, holds] of cases) {
      const { records } = await listed(`/api/v1/${address}`);
      expect(records.length, address).toBeGreaterThan(0);
      expect(
        records.filter((each) => !holds(each)),
        address,
      ).toEqual([]);
    }
    expect((await ask('/api/v1/notices?grade=优秀')).status).toBe(400);
    expect((await ask('/api/v1/citation_links?place=景德镇市')).status).toBe(400);
  });

  it('of a place has what lies in it, by whichever name, as the pages and charts have', async () => {
    const [code, name, short] = await Promise.all(
      ['430000', '湖南省', '湖南'].map(async (place) => (await listed(`/api/v1/ratings?place=${place}&limit=500`)).records),
    );
    expect(code?.length).toBeGreaterThan(1);
    // Of cities of the province, none of them of its name.
    expect(JSON.stringify(code)).not.toContain('湖南');
    expect([name, short]).toEqual([code, code]);
    const pages = await Promise.all(['430000', '湖南'].map(async (place) => (await ask(`/ratings?place=${place}`)).text()));
    expect(pages.map((page) => /共 (\d+) 条/.exec(page)?.[1])).toEqual([String(code?.length), String(code?.length)]);
    const charts = await Promise.all(
      ['430000', '湖南'].map(async (place) => (await ask(`/charts/grades.svg?place=${place}`)).text()),
    );
    expect(charts[0]).toBe(charts[1]);
    const totals = await (await ask('/api/v1/totals/ratings?place=湖南')).json();
    expect(totals).toMatchObject({ totals: [{ count: code?.length }] });
  });

  it('of a place whose name several bear is refused with their codes', async () => {
    for (const address of [
      '/api/v1/ratings?place=朝阳区',
      '/api/v1/search?q=x&place=朝阳区',
      '/api/v1/ratings.csv?place=朝阳区',
    ]) {
      const answer = await ask(address);
      expect(answer.status, address).toBe(400);
      expect(await answer.json()).toMatchObject({
        error: { code: 'invalid_parameter', parameter: 'place', hint: expect.stringMatching(/110105 .*220104 /) as string },
      });
    }
    expect((await ask('/charts/grades.svg?place=朝阳区')).status).toBe(400);
    // Nobody knows it: it is looked for as it stands.
    expect((await listed('/api/v1/ratings?place=无此地')).records).toEqual([]);
  });

  it('is sorted as asked, records without a value last', async () => {
    const { records } = await listed('/api/v1/ratings?sort=-score&limit=500');
    const scores = records.map((each) => (typeof each['score'] === 'number' ? each['score'] : -1));
    expect(scores.some((score) => score > 0)).toBe(true);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('takes an empty field of a form for none', async () => {
    expect((await listed('/api/v1/ratings?grade=&year=')).records.length).toBe((await listed('/api/v1/ratings')).records.length);
  });

  it('says what is found in the language that is asked for', async () => {
    const message = async (address: string, language?: string): Promise<unknown> => {
      const answer = await ask(address, language === undefined ? {} : { headers: { 'accept-language': language } });
      return page.parse(await answer.json()).records[0]?.['message'];
    };
    const address = '/api/v1/findings?check=sum&limit=1';
    const [zh, en] = [await message(address), await message(address, 'en-GB,en;q=0.9,zh;q=0.5')];
    expect(zh).not.toBe(en);
    expect(await message(address, 'fr, zh-CN;q=0.8')).toBe(zh);
    expect(await message(`${address}&lang=en`, 'zh')).toBe(en);
  });
});

describe('a file', () => {
  it('of a search has its hits in their order, whatever they hold', async () => {
    const answer = z.object({ hits: z.array(z.object({ id: z.string() })), next: z.string().nullable() });
    const { hits } = answer.parse(await (await ask('/api/v1/search?q=招商&limit=200')).json());
    expect(hits.length).toBeGreaterThan(2);
    const table = await ask('/api/v1/search.csv?q=招商');
    expect(table.headers.get('content-disposition')).toMatch(/^attachment; /);
    const rows = csv(await table.text());
    expect(rows.map((row) => row['编号'])).toEqual(hits.map(({ id }) => id));
    expect(rows.map((row) => row['原文片段']).filter((words) => words?.includes('招商'))).toHaveLength(hits.length);
    expect(csv(await (await ask('/api/v1/search.csv?q=招商&limit=2&type=obligations&lang=en')).text())).toHaveLength(2);
    const book = new Uint8Array(await (await ask('/api/v1/search.xlsx?q=招商')).arrayBuffer());
    expect([...book.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect((await ask('/api/v1/search.csv?q=招商&limit=5000')).status).toBe(400);
    expect((await ask('/api/v1/search.csv')).status).toBe(400);
  });

  it('has exactly the rows of the list with the same filters', async () => {
    for (const filter of ['', '?grade=优秀', '?place=湖南省&year=2025']) {
      const { records } = await listed(`/api/v1/ratings${filter}${filter === '' ? '?' : '&'}limit=500`);
      const ids = records.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(csv(await (await ask(`/api/v1/ratings.csv${filter}`)).text()).map(({ id }) => id)).toEqual(ids);
      const lines = (await (await ask(`/api/v1/ratings.jsonl${filter}`)).text()).trim().split('\n');
      expect(lines.map((line) => RECORD_TYPES.ratings.schema.parse(JSON.parse(line)).id)).toEqual(ids);
      const workbook = Buffer.from(await (await ask(`/api/v1/ratings.xlsx${filter}`)).arrayBuffer());
      const [sheet] = await readXlsxFile(workbook);
      expect(sheet?.data.slice(1).map(([id]) => id)).toEqual(ids);
    }
  });

  it('of a unit has its tasks only, and is called by its name', async () => {
    const address = 'unit=市工信局&place=景德镇市';
    const answer = await ask(`/api/v1/obligations.csv?${address}`);
    const { records } = await listed(`/api/v1/obligations?${address}`);
    expect(csv(await answer.text()).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    const name = answer.headers.get('content-disposition') ?? '';
    expect(name).toBe(`attachment; filename="______.csv"; filename*=UTF-8''${encodeURIComponent('市工信局任务.csv')}`);
  });

  it('is CSV with a byte order mark and guarded cells for spreadsheets, bare for machines', async () => {
    const spreadsheet = new Uint8Array(await (await ask('/api/v1/obligations.csv')).arrayBuffer());
    expect([...spreadsheet.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const machine = new Uint8Array(await (await ask('/api/v1/obligations.csv?bom=0')).arrayBuffer());
    expect(machine[0]).not.toBe(0xef);
    const cells = (text: string) => csv(text).flatMap((row) => Object.values(row));
    expect(cells(new TextDecoder().decode(spreadsheet)).filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    expect(cells(new TextDecoder().decode(machine)).filter((cell) => cell.startsWith('='))).not.toEqual([]);
  });

  it('is a calendar of the tasks that have a date', async () => {
    const text = await (await ask('/api/v1/obligations.ics')).text();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(
      (await listed('/api/v1/obligations?due_after=1000&limit=500')).records.length,
    );
  });

  it('says that a question is wrong before anything is sent', async () => {
    const answer = await ask('/api/v1/ratings.csv?grade=优秀&check=sum');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/json');
  });
});

describe('totals', () => {
  it('count and sum what the filters let through', async () => {
    const body: unknown = await (await ask('/api/v1/totals/projects?by=start_year&sum=investment_cny')).json();
    expect(body).toEqual({
      by: ['start_year'],
      sum: 'investment_cny',
      totals: [
        { values: [2025], count: 2, sum: 3_000_000 },
        { values: [2026], count: 2, sum: 1_000_000_000 },
      ],
    });
    const all: unknown = await (await ask('/api/v1/totals/ratings?grade=优秀')).json();
    const { records } = await listed('/api/v1/ratings?grade=优秀&limit=500');
    expect(all).toMatchObject({ by: [], totals: [{ values: [], count: records.length }] });
  });
});

describe('a tag', () => {
  it('is another one once the store has changed, and in another language', async () => {
    const tagOf = async (language: string): Promise<string | null> =>
      (await ask('/api/v1/ratings', { headers: { 'accept-language': language } })).headers.get('etag');
    const before = await tagOf('zh');
    expect(await tagOf('zh')).toBe(before);
    expect(await tagOf('en')).not.toBe(before);
    await test.changeStore();
    expect(await tagOf('zh')).not.toBe(before);
  });
});
