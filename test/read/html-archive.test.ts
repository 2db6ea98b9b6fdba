import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { refusal, texts } from './show.js';

const PAGE =
  '<html><head><title>x</title></head><body><h1>关于公布名单的通知</h1><p>各有关单位：现将名单公布如下，请遵照执行。</p></body></html>';
const READ = ['关于公布名单的通知', '各有关单位：现将名单公布如下，请遵照执行。'];

/** Bytes as quoted-printable (RFC 2045, 6.7), with soft breaks after at most 76 characters. */
function quoted(bytes: Uint8Array): string {
  const units = [...bytes].map((b) =>
    b > 32 && b < 127 && b !== 61 ? String.fromCharCode(b) : `=${b.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let [line, text] = ['', ''];
  for (const unit of units) {
    if (line.length + unit.length > 75) {
      text += `${line}=\r\n`;
      line = '';
    }
    line += unit;
  }
  return text + line;
}

interface Part {
  type: string;
  encoding: 'quoted-printable' | 'base64' | '8bit';
  bytes: Uint8Array;
}

function archive(parts: readonly Part[], header: string): Uint8Array {
  const body = parts.map(({ type, encoding, bytes }) => {
    const written = {
      'quoted-printable': quoted,
      base64: (b: Uint8Array) => Buffer.from(b).toString('base64').replace(/.{76}/g, '$&\r\n'),
      '8bit': (b: Uint8Array) => Buffer.from(b).toString('latin1'),
    }[encoding](bytes);
    return `--=_b=\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://a.example/\r\n\r\n${written}\r\n`;
  });
  return new Uint8Array(Buffer.from(`${header}\r\n\r\n前言\r\n${body.join('')}--=_b=--\r\n`, 'latin1'));
}

const BLINK =
  'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: =?utf-8?Q?=E5=85=B3?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="=_b="';
const IE =
  'From: "Saved by Windows Internet Explorer 11"\r\nSubject: x\r\nDate: Mon, 5 Jan 2026 09:00:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="=_b="\r\nX-MimeOLE: Produced By Microsoft MimeOLE';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const PICTURE: Part = { type: 'image/png', encoding: 'base64', bytes: utf8('no picture') };

describe('web archives (MHTML)', () => {
  it.each<[string, Uint8Array]>([
    [
      'of Chromium, quoted-printable',
      archive([{ type: 'text/html', encoding: 'quoted-printable', bytes: utf8(PAGE) }, PICTURE], BLINK),
    ],
    [
      'of Internet Explorer, GB 2312 named by the part',
      archive(
        [{ type: 'text/html; charset="gb2312"', encoding: 'quoted-printable', bytes: new Uint8Array(iconv.encode(PAGE, 'gbk')) }],
        IE,
      ),
    ],
    ['base64', archive([{ type: 'text/html; charset=utf-8', encoding: 'base64', bytes: utf8(PAGE) }], IE)],
    [
      'of one part',
      new Uint8Array(
        Buffer.concat([
          Buffer.from('MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'),
          utf8(PAGE),
        ]),
      ),
    ],
    [
      'with the article in a frame',
      archive(
        [
          {
            type: 'text/html',
            encoding: 'base64',
            bytes: utf8('<html><body><p>门户首页</p><iframe src="cid:1"></iframe></body></html>'),
          },
          { type: 'text/html', encoding: 'base64', bytes: utf8(PAGE) },
        ],
        BLINK,
      ),
    ],
  ])('%s', async (_name, bytes) => {
    const document = await readDocument(bytes, '通知.mht');
    expect([document.format, texts(document)]).toEqual(['html', READ]);
  });

  it.each<[string, Uint8Array]>([
    ['without a page', archive([PICTURE], BLINK)],
    ['cut off in its header', archive([], BLINK).slice(0, 330)],
    ['with a page that holds nothing', archive([{ type: 'text/html', encoding: 'base64', bytes: utf8('<html></html>') }], IE)],
  ])('%s are refused', async (_name, bytes) => {
    expect(await refusal(bytes, '通知.mht')).toBe('empty');
  });

  it('a letter that is none', async () => {
    expect(await refusal(utf8('From: 张三\n各位同事：附上方案。\n'), 'a.txt')).toBe('read');
  });
});
