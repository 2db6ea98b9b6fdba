import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findOriginal } from '../../../web/originals/find.js';
import { howServed } from '../../../web/originals/kinds.js';
import { IN_ARCHIVE, PDF, TestSite } from '../support.js';

const test = new TestSite();
let ask: ReturnType<TestSite['asker']>;
beforeAll(() => {
  ask = test.asker({ originals: [join(test.folder, 'not-there'), test.originals] });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hash = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');

async function addressOf(file: string): Promise<string> {
  const body: unknown = await (await ask(`/api/v1/notices?notice=${encodeURIComponent(file)}`)).json();
  const { records } = z.object({ records: z.array(z.object({ id: z.string() })).min(1) }).parse(body);
  return `/api/v1/notices/${records[0]?.id ?? ''}/original`;
}

describe('the file of a notice', () => {
  it('is given byte for byte; a PDF opens in the browser', async () => {
    const answer = await ask(await addressOf('甲.pdf'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; .*%E7%94%B2\.pdf$/);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('content-length')).toBe(String(PDF.length));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
  });

  it('is not sent again to who has it', async () => {
    const tag = `"${hash(PDF)}"`;
    const again = await ask(await addressOf('甲.pdf'), { headers: { 'if-none-match': tag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
  });

  it.each([
    ['bytes=0-3', 206, '%PDF', 'bytes 0-3/15'],
    ['bytes=5-', 206, '1.4\n%%EOF\n', 'bytes 5-14/15'],
    ['bytes=-6', 206, '%%EOF\n', 'bytes 9-14/15'],
    ['bytes=9-999', 206, '%%EOF\n', 'bytes 9-14/15'],
    ['bytes=15-', 416, null, 'bytes */15'],
    ['bytes=-0', 416, null, 'bytes */15'],
    ['bytes=3-1', 200, '%PDF-1.4\n%%EOF\n', null],
    ['bytes=0-1,4-5', 200, '%PDF-1.4\n%%EOF\n', null],
    ['lines=0-1', 200, '%PDF-1.4\n%%EOF\n', null],
  ])('in the part that is asked for: %s', async (range, status, text, stretch) => {
    const answer = await ask(await addressOf('甲.pdf'), { headers: { range } });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, stretch]);
    if (text === null) expect(await answer.json()).toMatchObject({ error: { code: 'range_not_satisfiable' }, status });
    else {
      expect(answer.headers.get('content-length')).toBe(String(text.length));
      expect(answer.headers.get('accept-ranges')).toBe('bytes');
      expect(await answer.text()).toBe(text);
    }
  });

  it('is sent whole to who has the beginning of another file', async () => {
    const asked = async (ifRange: string): Promise<number> =>
      (await ask(await addressOf('甲.pdf'), { headers: { range: 'bytes=0-3', 'if-range': ifRange } })).status;
    expect(await asked(`"${hash(PDF)}"`)).toBe(206);
    expect(await asked('"another"')).toBe(200);
  });

  it('in an archive is given in parts as well', async () => {
    const answer = await ask(await addressOf('通知.txt'), { headers: { range: 'bytes=0-8' } });
    expect([answer.status, await answer.text()]).toEqual([206, '赣州市']);
  });

  it('in an archive is that file', async () => {
    const answer = await ask(await addressOf('通知.txt'));
    expect(await answer.text()).toBe(IN_ARCHIVE);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  it('is given only where the server was told so, is there, and is what was read', async () => {
    const address = await addressOf('乙.pdf');
    expect(await (await test.asker()(address)).json()).toMatchObject({ error: { code: 'originals_off' }, status: 404 });
    const at = join(test.originals, '乙.pdf');
    writeFileSync(at, '%PDF-1.4 another');
    expect(await (await ask(address)).json()).toMatchObject({ error: { code: 'original_changed' }, status: 410 });
    rmSync(at);
    expect(await (await ask(address)).json()).toMatchObject({ error: { code: 'original_missing' }, status: 404 });
  });
});

describe('looking for a file', () => {
  const root = join(test.folder, 'root');
  const write = (path: string, content: Uint8Array): void => {
    mkdirSync(dirname(join(test.folder, path)), { recursive: true });
    writeFileSync(join(test.folder, path), content);
  };
  const secret = bytes('a secret');
  beforeAll(() => {
    write('secret.txt', secret);
    write('root/inside.txt', secret);
    symlinkSync(join(test.folder, 'secret.txt'), join(root, 'link.txt'));
    symlinkSync(test.folder, join(root, 'folder'));
    symlinkSync(join(root, 'inside.txt'), join(root, 'inner.txt'));
    write('root/a.zip', zipSync({ 'b.zip': zipSync({ 'c/d.txt': secret }) }));
    write('root/odd.zip', bytes('PK\u0003\u0004 nothing'));
  });

  it.each([
    '../secret.txt',
    'x/../../secret.txt',
    '/etc/hostname',
    './inside.txt',
    'link.txt',
    'folder/secret.txt',
    'folder',
    '',
    'a\0.txt',
    'inside.txt/x',
  ])('finds nothing outside its folder: %j', async (path) => {
    expect((await findOriginal([root], path, hash(secret))).ok).toBe(false);
  });

  it.each(['inside.txt', 'inner.txt', 'a.zip/b.zip/c/d.txt', 'a-prefix/inside.txt'])('finds %j', async (path) => {
    expect((await findOriginal([root], path, hash(secret))).ok).toBe(true);
  });

  it.each(['inside.txt', 'a.zip/b.zip/c/d.txt', 'odd.zip/x.txt'])('takes no other bytes for %j', async (path) => {
    expect(await findOriginal([root], path, hash(bytes('other')))).toEqual({ ok: false, why: 'changed' });
  });

  it('reads a file again when it has changed, even with the same size and time', async () => {
    const at = join(root, 'inside.txt');
    const then = new Date('2026-01-01');
    utimesSync(at, then, then);
    expect((await findOriginal([root], 'inside.txt', hash(secret))).ok).toBe(true);
    writeFileSync(at, 'b secret');
    utimesSync(at, then, then);
    expect((await findOriginal([root], 'inside.txt', hash(secret))).ok).toBe(false);
    writeFileSync(at, secret);
  });
});

describe('what a browser may open', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n', 'application/pdf', 'inline'],
    ['a web page', '<!doctype html><script>', 'application/octet-stream', 'attachment'],
    ['a picture that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg">', 'application/octet-stream', 'attachment'],
    ['a web archive', 'MIME-Version: 1.0\n', 'application/octet-stream', 'attachment'],
    ['a page that says it is a PDF later', '<html>%PDF-1.7', 'application/octet-stream', 'attachment'],
    ['nothing', '', 'application/octet-stream', 'attachment'],
  ])('%s', (_, content, type, how) => {
    expect(howServed(bytes(content))).toEqual({ type, how });
  });

  it('pictures by their first bytes', () => {
    expect(howServed(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toEqual({ type: 'image/jpeg', how: 'inline' });
    expect(howServed(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toEqual({
      type: 'image/png',
      how: 'inline',
    });
  });
});
