import { describe, expect, it } from 'vitest';
import { Exports, streamed } from '../../../web/exports.js';
import { hostName } from '../../../web/guard/host.js';
import { acceptedLanguage } from '../../../web/language.js';
import { disposition } from '../../../web/disposition.js';
import { StoreError } from '../../../output/index.js';
import type { Store } from '../../../output/index.js';
import { TestSite } from '../support.js';

const test = new TestSite();
const TOKEN = 'a-token-of-sixteen-letters';
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('an access token', () => {
  it.each([
    ['none', undefined, 401],
    ['a wrong one', `Bearer ${TOKEN}x`, 401],
    ['an empty one', 'Bearer ', 401],
    ['the beginning of it', `Bearer ${TOKEN.slice(0, -1)}`, 401],
    ['another scheme', `Digest ${TOKEN}`, 401],
    ['it as a name', basic(`${TOKEN}:`), 401],
    ['something that is no pair', basic('nothing'), 401],
    ['it from a program', `Bearer ${TOKEN}`, 200],
    ['it from a program, in another case of the scheme', `bearer ${TOKEN}`, 200],
    ['it as a password', basic(`anybody:${TOKEN}`), 200],
  ])('%s', async (_, authorization, status) => {
    const ask = test.asker({ token: TOKEN });
    const headers = authorization === undefined ? {} : { authorization };
    for (const path of [
      '/api/v1/notices',
      '/api/v1/health',
      '/',
      '/docs',
      '/openapi.json',
      '/assets/style.css',
      '/reconcile',
      '/nosuch',
    ]) {
      const answer = await ask(path, { headers });
      expect(answer.status === 401, path).toBe(status === 401);
      if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="gongbao"/);
    }
  });
});

describe('the name that the server is called by', () => {
  it('must be one of its own where these are told', async () => {
    const ask = test.asker({ hosts: ['localhost', '127.0.0.1', '[::1]', 'Gongbao.example'] });
    const status = async (host: string): Promise<number> => (await ask('/api/v1/health', { headers: { host } })).status;
    for (const host of ['localhost', 'LOCALHOST:8610', '127.0.0.1:80', '[::1]:8610', 'gongbao.example'])
      expect(await status(host)).toBe(200);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8610', '[::2]', ''])
      expect(await status(host)).toBe(403);
    const any = test.asker({ hosts: null });
    expect((await any('/api/v1/health', { headers: { host: 'anything.example' } })).status).toBe(200);
  });

  it('is read without its port', () => {
    expect(['a:1', '[::1]:80', '[::1]', 'A.b', 'a:'].map(hostName)).toEqual(['a', '[::1]', '[::1]', 'a.b', 'a']);
  });
});

describe('every answer', () => {
  it('is sent with the strict headers, whatever it is', async () => {
    const ask = test.asker();
    for (const path of [
      '/',
      '/docs',
      '/api/v1/notices',
      '/api/v1/nosuch',
      '/api/v1/ratings.csv',
      '/api/v1/notices?x=1',
      '/assets/icon.svg',
    ]) {
      const { headers } = await ask(path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self'/);
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
    }
  });

  it('is logged once, with nothing that was asked but the path', async () => {
    test.heard.length = 0;
    const ask = test.asker();
    await ask('/api/v1/search?q=%E7%A7%98%E5%AF%86&nosuch=1');
    expect(test.heard).toHaveLength(1);
    expect(test.heard[0]).toMatchObject({ method: 'GET', path: '/api/v1/search', status: 400 });
    expect(JSON.stringify(test.heard)).not.toMatch(/%E7|秘密|nosuch/);
  });
});

describe('what is sent to us', () => {
  it('is refused past its bound', async () => {
    const ask = test.asker();
    const body = new URLSearchParams({ queries: JSON.stringify({ q: { query: 'x'.repeat(1_100_000) } }) });
    const answer = await ask('/reconcile', { method: 'POST', body });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: 'too_large' }, status: 413 });
    expect((await ask(`/api/v1/search?q=${'x'.repeat(1001)}`)).status).toBe(400);
  });
});

describe('a fault', () => {
  const broken = (error: Error): Store => {
    const fail = () => Promise.reject(error);
    return {
      ...test.stores.zh,
      names: test.stores.zh.names,
      personalData: 'masked',
      revision: () => Promise.resolve('1'),
      page: fail,
      counts: fail,
    };
  };

  it('of the program is told as such, and what it is only to the log', async () => {
    const failures: unknown[] = [];
    const store = broken(new Error('/srv/data/secret.db is odd'));
    const ask = test.asker({}, { stores: { zh: store, en: store }, failed: (error) => failures.push(error) });
    const answer = await ask('/api/v1/notices');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(failures).toHaveLength(1);
  });

  it.each([
    ['locked', 503],
    ['damaged', 503],
    ['invalid_query', 400],
    ['unknown_cursor', 400],
  ] as const)('of the store: %s', async (code, status) => {
    const store = broken(new StoreError(code, 'about the question', 'what to do'));
    const ask = test.asker({}, { stores: { zh: store, en: store } });
    const answer = await ask('/api/v1/notices');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
    expect(await answer.json()).toMatchObject({ error: { code: status === 503 ? 'store_unavailable' : code } });
  });
});

describe('files on their way out', () => {
  async function* pieces(count: number, end: () => void): AsyncGenerator<string> {
    try {
      for (let i = 0; i < count; i += 1) yield await Promise.resolve(`${i}\n`);
    } finally {
      end();
    }
  }

  it('are so many at a time; one that is read to its end, given up, or asked for its head only leaves its place', async () => {
    const ask = test.asker();
    const open = await Promise.all(Array.from({ length: 4 }, () => ask('/api/v1/ratings.csv')));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const refused = await ask('/api/v1/ratings.csv');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    await open[0]?.text();
    await open[1]?.body?.cancel();
    expect((await ask('/api/v1/ratings.csv', { method: 'HEAD' })).status).toBe(200);
    const more = await Promise.all([ask('/api/v1/ratings.csv'), ask('/api/v1/ratings.csv'), ask('/api/v1/ratings.csv')]);
    expect(more.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
    for (const answer of [...open.slice(2), ...more]) await answer.body?.cancel();
    expect((await ask('/api/v1/ratings.csv?place=nowhere')).status).toBe(200);
  });

  it('leave their place but once', () => {
    const exports = new Exports(1);
    const leave = exports.enter();
    expect(exports.enter()).toBeNull();
    leave?.();
    leave?.();
    expect(exports.running).toBe(0);
  });

  it('stop being made when nobody takes them any more', async () => {
    let [done, ended] = [0, 0];
    const body = await streamed(
      pieces(1000, () => (ended += 1)),
      () => (done += 1),
    );
    const reader = body.getReader();
    await reader.read();
    await reader.cancel();
    expect([done > 0, ended]).toEqual([true, 1]);
  });

  it('break off where something goes wrong on the way, so that no part is taken for the whole', async () => {
    async function* failing(): AsyncGenerator<string> {
      yield await Promise.resolve('a');
      throw new Error('the disk is gone');
    }
    let done = 0;
    const body = await streamed(failing(), () => (done += 1));
    await expect(new Response(body).text()).rejects.toThrow();
    expect(done).toBe(1);
  });
});

describe('the name of a file', () => {
  it.each([
    ['通知.pdf', `inline; filename="__.pdf"; filename*=UTF-8''%E9%80%9A%E7%9F%A5.pdf`],
    ['a"b\r\nX-Evil: 1;.txt', `inline; filename="a_b__X-Evil_ 1_.txt"; filename*=UTF-8''a%22b__X-Evil%3A%201%3B.txt`],
    ['../../etc/passwd', `inline; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`],
    [`it's (1)*.csv`, `inline; filename="it_s (1)_.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
    ['\ud800.txt', `inline; filename="_.txt"; filename*=UTF-8''_.txt`],
    ['', `inline; filename="file"; filename*=UTF-8''file`],
  ])('%j can end no header', (name, header) => {
    expect(disposition('inline', name)).toBe(header);
  });

  it('is no longer than file systems take, and keeps its ending', () => {
    expect(decodeURIComponent(disposition('attachment', `${'长'.repeat(300)}.xlsx`).split("''")[1] ?? '')).toBe(
      `${'长'.repeat(115)}.xlsx`,
    );
  });
});

describe('the language that a browser asks for', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['fr', null],
    ['zh', 'zh'],
    ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['fr;q=1, zh-TW;q=0.5, en;q=0.4', 'zh'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['enx, zhx', null],
    ['en;q=x', null],
  ] as const)('%j: %j', (header, lang) => {
    expect(acceptedLanguage(header)).toBe(lang);
  });
});
