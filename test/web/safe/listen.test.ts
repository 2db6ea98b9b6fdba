import { connect } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { errorBody, answerable } from '../../../web/api/errors.js';
import { watchdog } from '../../../web/guard/watchdog.js';
import { listen } from '../../../web/index.js';
import type { Env } from '../../../web/site.js';
import { TestSite } from '../support.js';

const test = new TestSite();
const HERE = { host: '127.0.0.1', port: 0 };

/** Sends words over a socket as they are; gives all that comes back until it is closed. */
function sent(port: number, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let back = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(words));
    socket.on('data', (chunk) => (back += chunk.toString()));
    socket.on('close', () => {
      resolve(back);
    });
    socket.on('error', reject);
  });
}

describe('a server', () => {
  it('answers over a socket, streams a file whole, and stops once nothing is at work', async () => {
    const server = await listen(test.site(), HERE);
    const at = `http://127.0.0.1:${server.port}`;
    expect(await (await fetch(`${at}/api/v1/health`)).json()).toEqual({ status: 'ok', version: '0.0.0-test' });
    const file = await (await fetch(`${at}/api/v1/ratings.csv`)).text();
    expect(file).toBe(await (await test.asker()('/api/v1/ratings.csv')).text());
    await server.close();
    await expect(fetch(`${at}/api/v1/health`)).rejects.toThrow();
  });

  it('cuts off at its end who still reads', async () => {
    const server = await listen(test.site(), HERE);
    const waiting = sent(server.port, 'GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await server.close(10);
    await waiting.catch(() => undefined);
  });

  it('refuses an address that is too long, and one without a host', async () => {
    const server = await listen(test.site(), HERE);
    const long = `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    expect(await sent(server.port, long)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await sent(server.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    await server.close();
  });

  it('tells where the port is taken', async () => {
    const first = await listen(test.site(), HERE);
    await expect(listen(test.site(), { host: '127.0.0.1', port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });
});

describe('the watchdog', () => {
  it('gives up on what takes too long, and lets the rest be', async () => {
    const app = new Hono<Env>();
    app.use(watchdog(5));
    app.get('/never', () => new Promise<Response>(() => undefined));
    app.get('/now', (c) => c.text('now'));
    app.onError((error, c) => {
      const known = answerable(error);
      return known ? c.json(errorBody(known), known.status) : c.text('fault', 500);
    });
    const late = await app.request('/never');
    expect([late.status, await late.json()]).toMatchObject([503, { error: { code: 'too_slow' } }]);
    expect((await app.request('/now')).status).toBe(200);
  });
});
