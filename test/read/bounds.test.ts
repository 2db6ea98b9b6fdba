import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { handmadeDocx, para, tbl, tc } from './handmade-docx.js';
import { handmadePdf, text } from './handmade-pdf.js';

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
/** A number in a member's entry of the central directory of a ZIP, 24 bytes in: its unpacked size (APPNOTE 4.3.12). */
function unpackingTo(bytes: Uint8Array, size: number): Uint8Array {
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('PK\u0001\u0002');
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(entry + 24, size, true);
  return bytes;
}
const nested = (tag: string, times: number): string => `<${tag}>`.repeat(times) + '文' + `</${tag}>`.repeat(times);
const MB = 1024 * 1024;

describe('a file past a bound is refused by its name', () => {
  it.each<[string, string, () => Uint8Array, RegExp]>([
    ['its size', 'a.txt', () => new Uint8Array(200 * MB + 1), /bound fileBytes \(209715200\)/],
    [
      'the pages of a PDF',
      'a.pdf',
      () => handmadePdf(Array.from({ length: 5_001 }, () => ({ draw: [] }))),
      /bound pages \(5000\)/,
    ],
    [
      'the characters on a page',
      'a.pdf',
      () => handmadePdf([{ draw: Array.from({ length: 201 }, (_, i) => text(72, 100 + i, '文'.repeat(1_000), 1)) }]),
      /bound textItemsPerPage/,
    ],
    ['the cells of a CSV', 'a.csv', () => utf8('甲,乙\n'.repeat(500_001)), /bound cells \(1000000\)/],
    [
      'the cells that spans of a page of HTML cover',
      'a.html',
      () => utf8(`<html><body><table>${'<tr><td colspan=1000>文'.repeat(1_001)}</table>`),
      /bound cells/,
    ],
    ['the columns of a table', 'a.csv', () => utf8('甲,'.repeat(2_001)), /bound columns \(2000\)/],
    [
      'the bytes that a document unpacks to',
      'a.docx',
      () => unpackingTo(handmadeDocx({ body: para('文') }), 250 * MB),
      /bound unzippedBytes \(209715200\)/,
    ],
    ['the nesting of XML', 'a.docx', () => handmadeDocx({ body: nested('w:sdt', 300) }), /bound xmlDepth \(200\)/],
    ['the nesting of HTML', 'a.html', () => utf8(`<html><body>${nested('div', 1_200)}`), /bound htmlDepth \(1000\)/],
  ])('%s', async (_what, name, make, message) => {
    await expect(readDocument(make(), name)).rejects.toMatchObject({
      name: 'InputRefused',
      code: 'too_large',
      message: expect.stringMatching(message) as string,
    });
  });

  it('one just within it is read', async () => {
    const deep = await readDocument(utf8(`<html><body>${nested('div', 900)}`), 'a.html');
    const wide = await readDocument(handmadeDocx({ body: tbl([tc('甲'), tc('乙')]) }), 'a.docx');
    expect([deep.blocks.length, wide.blocks.length]).toEqual([1, 1]);
  });
});

it('no reader writes or starts anything: what needs a program gets it from outside, with a folder of its own', () => {
  const folder = fileURLToPath(new URL('../../pipeline/read/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const effects = files.flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [...source.matchAll(/(?:from|import\(|require\()\s*'node:(?:fs|child_process|net|http|https)[^']*'/g)].map(() => file);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(effects).toEqual([]);
});
