import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestSite } from '../support.js';
import { faultsOf } from './reconciliation-schemas.js';

const test = new TestSite();
let ask: ReturnType<TestSite['asker']>;
beforeAll(() => {
  ask = test.asker();
});

const results = z.record(
  z.string(),
  z.object({ result: z.array(z.looseObject({ id: z.string(), name: z.string(), score: z.number(), match: z.boolean() })) }),
);
const rows = z.object({ rows: z.record(z.string(), z.record(z.string(), z.array(z.unknown()))) });

/** As OpenRefine sends it: a form with one field. */
async function post(fields: Record<string, unknown>, path = '/reconcile'): Promise<Response> {
  const body = new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
  );
  return ask(path, { method: 'POST', body, headers: { 'user-agent': 'OpenRefine 3.8', origin: 'http://127.0.0.1:3333' } });
}

async function matched(query: object): Promise<z.output<typeof results>[string]['result']> {
  const answer: unknown = await (await post({ queries: { q0: query } })).json();
  expect(faultsOf('results', answer)).toEqual([]);
  return results.parse(answer)['q0']?.result ?? [];
}

describe('the manifest', () => {
  it('is as the specification wants it, and what it names answers', async () => {
    for (const at of ['/reconcile', '/api/v1/reconcile']) {
      const body: unknown = await (await ask(at)).json();
      expect(faultsOf('manifest', body)).toEqual([]);
      const manifest = z
        .object({
          view: z.object({ url: z.string() }),
          preview: z.object({ url: z.string(), width: z.number().min(100), height: z.number().min(100) }),
          suggest: z.record(z.string(), z.object({ service_url: z.string(), service_path: z.string() })),
        })
        .parse(body);
      expect((await ask(manifest.view.url.replace('{{id}}', '360200'))).status).toBe(200);
      const preview = await ask(manifest.preview.url.replace('{{id}}', '360200'), { headers: { 'accept-language': 'zh' } });
      expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
      expect(await preview.text()).toMatch(/<h1>景德镇市<\/h1>.*江西省.*360200/s);
      // Other programs show it in a frame, in which nothing of it runs.
      expect(preview.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'self'; frame-ancestors *");
      expect(preview.headers.get('x-frame-options')).toBeNull();
      expect((await ask(manifest.preview.url.replace('{{id}}', 'none'))).status).toBe(404);
      for (const { service_url, service_path } of Object.values(manifest.suggest)) {
        expect((await ask(`${service_url}${service_path}?prefix=p&type=park&key=x`)).status).toBe(200);
      }
    }
  });

  it('has the addresses that a reverse proxy is called by', async () => {
    const below = test.asker({ basePath: '/gongbao' });
    const answer = await below('/gongbao/reconcile', { headers: { 'x-forwarded-proto': 'https' } });
    expect(await answer.json()).toMatchObject({
      view: { url: 'https://localhost/gongbao/names/{{id}}' },
      suggest: { entity: { service_url: 'https://localhost/gongbao', service_path: '/reconcile/suggest/entity' } },
    });
  });

  it('may be read, and questions put, from a page of another site; without a token the browser may ask whether it may', async () => {
    const guarded = test.asker({ token: 'a-token-of-sixteen' });
    const may = await guarded('/reconcile', {
      method: 'OPTIONS',
      headers: { origin: 'https://x.example', 'access-control-request-method': 'POST' },
    });
    expect([may.status, may.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect((await guarded('/reconcile')).status).toBe(401);
    expect((await post({ queries: {} })).headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('/api/v1/notices')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a question', () => {
  it.each([
    ['a park by its short name', { query: '景德镇高新区', type: 'park' }, 'jx-jingdezhen-gxq'],
    ['a place', { query: '浮梁县', type: 'place' }, '360222'],
    ['an organ by its full name', { query: '景德镇市工业和信息化局', type: ['organ'] }, 'organ:360200:景德镇市工业和信息化局'],
    [
      'an organ in the light of its place',
      { query: '市工信局', type: 'organ', properties: [{ pid: 'in', v: '景德镇市' }] },
      'organ:360200:景德镇市工业和信息化局',
    ],
    [
      'a park in the light of a place that was matched before',
      { query: '高新区', type: 'park', properties: [{ pid: 'place', v: [{ id: '360200', name: '景德镇市' }] }] },
      'jx-jingdezhen-gxq',
    ],
  ])('matches %s', async (_, query, id) => {
    const [first, ...others] = await matched(query);
    expect(first).toMatchObject({ id, match: true });
    expect(first?.score).toBeGreaterThanOrEqual(90);
    expect(others.filter(({ match }) => match)).toEqual([]);
  });

  it.each([
    ['a name that means nothing by itself', { query: '市工信局', type: 'organ' }],
    ['a name of several places', { query: '鼓楼区', type: 'place' }],
    ['a place that is none', { query: '景德镇高新区', type: 'park', properties: [{ pid: 'in', v: '无此地' }] }],
    ['a slip of the pen', { query: '景德镇市高薪区', type: 'park' }],
    ['a type that is none', { query: '景德镇市', type: 'person' }],
    ['no name', { properties: [{ pid: 'in', v: '景德镇市' }] }],
  ])('is sure of nothing: %s', async (_, query) => {
    expect((await matched(query)).filter(({ match }) => match)).toEqual([]);
  });

  it('gives at most as many candidates as it asks for, the best first, with scores from 0 to 100', async () => {
    const all = await matched({ query: '鼓楼区' });
    expect(all.length).toBeGreaterThan(2);
    expect(await matched({ query: '鼓楼区', limit: 2 })).toHaveLength(2);
    const scores = all.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(100);
  });

  it('comes in batches by GET and POST, each answered under its key', async () => {
    const queries = { q0: { query: '景德镇市' }, 'a b': { query: '赣州市', type: 'place', limit: 1, type_strict: 'should' } };
    const posted: unknown = await (await post({ queries })).json();
    const got: unknown = await (await ask(`/reconcile?queries=${encodeURIComponent(JSON.stringify(queries))}`)).json();
    expect(got).toEqual(posted);
    expect(Object.keys(results.parse(posted))).toEqual(['q0', 'a b']);
  });

  it.each([
    ['no JSON', { queries: '{' }, /no JSON/],
    ['no batch', { queries: '[1]' }, /shape/],
    ['a query of another kind', { queries: '{"q":{"query":5}}' }, /q\.query/],
    ['nothing', {}, /Neither/],
    [
      'too many',
      { queries: JSON.stringify(Object.fromEntries(Array.from({ length: 501 }, (__, i) => [`q${i}`, { query: 'x' }]))) },
      /More than 500/,
    ],
  ])('is refused where it is %s', async (_, fields, message) => {
    const answer = await ask('/reconcile', { method: 'POST', body: new URLSearchParams(Object.entries(fields)) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { message: expect.stringMatching(message) as string }, status: 400 });
  });
});

describe('values beside matched names', () => {
  it('are fetched by id, none for what is not known', async () => {
    const ids = ['360222', 'jx-jingdezhen-gxq', 'organ:360200:景德镇市工业和信息化局', 'organ:000000:某某', 'x'];
    const properties = ['name', 'kind', 'code', 'level', 'place', 'names', 'nosuch'].map((id) => ({ id }));
    const answer: unknown = await (await post({ extend: { ids, properties } })).json();
    expect(faultsOf('extension', answer)).toEqual([]);
    const found = rows.parse(answer).rows;
    expect(found['360222']).toMatchObject({
      name: [{ str: '浮梁县' }],
      level: [{ str: 'county' }],
      place: [{ id: '360200', name: '景德镇市' }],
      nosuch: [],
    });
    expect(found['jx-jingdezhen-gxq']).toMatchObject({ kind: [{ str: 'park' }], name: [{ str: '景德镇高新技术产业开发区' }] });
    expect(found[ids[2] ?? '']).toMatchObject({ code: [{ str: '360200' }], place: [{ id: '360200', name: '景德镇市' }] });
    for (const id of ids.slice(3)) expect(Object.values(found[id] ?? {}).flat()).toEqual([]);
  });

  it('are offered, and completed as somebody types', async () => {
    const json = async (path: string): Promise<unknown> => (await ask(path)).json();
    const proposal = await json('/reconcile/extend/propose?type=park&limit=3');
    expect(faultsOf('proposal', proposal)).toEqual([]);
    expect(proposal).toMatchObject({ type: 'park', limit: 3 });
    const entities = await json('/reconcile/suggest/entity?prefix=浮梁&type=place');
    expect(faultsOf('suggestedEntities', entities)).toEqual([]);
    expect(entities).toMatchObject({ result: [{ id: '360222', name: '浮梁县', description: '江西省景德镇市浮梁县' }] });
    expect(faultsOf('suggestedTypes', await json('/reconcile/suggest/type?prefix='))).toEqual([]);
    expect(await json('/reconcile/suggest/property?prefix=in&lang=en')).toMatchObject({ result: [{ id: 'in' }] });
    expect(await json('/reconcile/suggest/entity?prefix=')).toEqual({ result: [] });
  });
});
