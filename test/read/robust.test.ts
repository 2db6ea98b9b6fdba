import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, READERS_VERSION } from '../../pipeline/read/index.js';
import { documentSchema } from '../../schemas/document.js';
import { handmadeDocx, level, list, numbered, para, tbl, tc } from './handmade-docx.js';
import { cells, grid, handmadePdf, paragraph } from './handmade-pdf.js';
import { refusal } from './show.js';
import { portal } from './web-page.js';

const xs = [72, 120, 300];
const ys = [300, 320, 340];
const content = [
  ['序号', '名称'],
  ['1', '甲项目'],
];

const seeds: [string, Uint8Array][] = [
  ['a.txt', new TextEncoder().encode('# 标题\n\n各县（市、区）人民政府：\n序号\t名称\n1\t甲项目\n|a|b|\n|-|-|\n|1|2|\n')],
  [
    'a.html',
    new TextEncoder().encode(portal('<h1>标题</h1><table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table><p>各县人民政府：')),
  ],
  [
    'a.docx',
    handmadeDocx({
      body:
        para('总体要求', numbered(0)) +
        tbl([tc('序号', '<w:vMerge w:val="restart"/>'), tc('名称')], [tc('', '<w:vMerge/>'), tc('甲')]),
      numbering: list([level(0, 'chineseCounting', '%1、')]),
    }),
  ],
  [
    'a.pdf',
    handmadePdf([
      { draw: [...paragraph(72, 100, ['关于印发方案的通知', '各县人民政府：']), ...grid(xs, ys), ...cells(xs, ys, content)] },
    ]),
  ],
];

/** Reading ends, with a document that is one or with a refusal; anything else is thrown on and fails the test. */
async function readsOrRefuses(bytes: Uint8Array, name: string): Promise<void> {
  const outcome = await refusal(bytes, name);
  if (outcome === 'read') documentSchema.parse(await readDocument(bytes, name));
}

describe.each(seeds)('%s', (name, seed) => {
  it('is read or refused when bytes are changed, taken away or put in', async () => {
    const change = fc.record({ at: fc.nat(seed.length - 1), take: fc.nat(20), put: fc.uint8Array({ maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = [...seed];
        for (const { at, take, put } of changes) bytes = [...bytes.slice(0, at), ...put, ...bytes.slice(at + take)];
        await readsOrRefuses(Uint8Array.from(bytes), name);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('is read or refused when cut off', async () => {
    for (let part = 0; part < 16; part += 1) await readsOrRefuses(seed.slice(0, Math.floor((seed.length * part) / 16)), name);
  });

  it('gives the same document twice', async () => {
    expect(await readDocument(seed, name)).toEqual(await readDocument(seed, name));
  });
});

it('any bytes under any name are read or refused', async () => {
  const start = fc.constantFrom<number[]>(
    [],
    [0x25, 0x50, 0x44, 0x46, 0x2d],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0xff, 0xfe],
  );
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('a.txt', 'a.docx', 'a.pdf', 'a', 'a.wps'),
      async (head, tail, name) => {
        await readsOrRefuses(Uint8Array.from([...head, ...tail]), name);
      },
    ),
    { numRuns: 150, seed: 1 },
  );
});

it('any text is read, and nothing of it but white space and marks is lost', async () => {
  const line = fc.string({ unit: fc.constantFrom('产', '业', '集', '1', 'a', ' ', '\t', '　', '、', '。'), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const text = `甲${lines.join('\n')}`;
      const document = await readDocument(new TextEncoder().encode(text), 'a.txt');
      const read = document.blocks
        .map((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text).join('') : block.text))
        .join('');
      expect(read.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
    { seed: 1 },
  );
});

it('names each reader with its version', () => {
  expect(READERS_VERSION).toMatch(/^txt@\d+( \w+@\d+)+$/);
});
