import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument, type Converter } from '../../pipeline/read/index.js';
import { InputRefused } from '../../pipeline/refused.js';
import { documentSchema } from '../../schemas/document.js';
import { handmadeDocx, para } from './handmade-docx.js';
import { refusal, rows, tables, texts } from './show.js';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const features = fixture('features.doc');

/** Where a stream of a compound file begins: these fixtures are not scattered. */
const streamAt = (bytes: Uint8Array, start: readonly number[]): number => Buffer.from(bytes).indexOf(Buffer.from(start));
const WORD = [0xec, 0xa5, 0x01, 0x01];

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = new Uint8Array(bytes);
  change(new DataView(copy.buffer));
  return copy;
}

describe('an old Word document', () => {
  it('is read whatever its name says', async () => {
    const document = await readDocument(features, '通知.wps');
    expect(documentSchema.parse(document)).toEqual(document);
    expect(document).toMatchObject({ format: 'doc', pages: null });
    expect(document.reader).toMatch(/^doc@\d+$/);
  });

  it('has its text boxes, numbers and line breaks, and not what is hidden, deleted, a field code or a header', async () => {
    expect(texts(await readDocument(features, 'a.doc'))).toEqual([
      '某某市人民政府文件',
      '某府发〔2026〕1号',
      '总则',
      '看得见增加链接',
      '一、甲',
      '（一）乙',
      '①丙',
      '二、丁',
      '第一行\n第二行',
      '[4x4]',
      '表后',
      '框内',
      '末段',
      '[2x2]',
      '[2x2]',
    ]);
  });

  it('has cells merged both ways, and nested tables behind the outer one', async () => {
    const document = await readDocument(features, 'a.doc');
    expect(tables(document).map(rows)).toEqual([
      [
        ['产业链', '全区', '∅', '备注'],
        ['∅', '2025', '2026', ''],
        ['∅', '1', '2', '甲\n乙'],
        ['合计', '3', '∅', ''],
      ],
      [
        ['外\n后', '乙'],
        ['丙', '丁'],
      ],
      [
        ['甲1', '甲2'],
        ['甲3', '甲4'],
      ],
    ]);
    expect(tables(document)[0]?.cells[0]).toMatchObject({ rowSpan: 3, columnSpan: 1 });
    expect(document.warnings.map((w) => w.code)).toEqual(['nested_table']);
  });

  it('keeps headings with their level and first-line indents', async () => {
    expect((await readDocument(features, 'a.doc')).blocks[2]).toMatchObject({ kind: 'heading', level: 1, text: '总则' });
    expect((await readDocument(fixture('notice.doc'), 'a.doc')).blocks[4]).toMatchObject({ kind: 'paragraph', indented: true });
  });

  it('gives the blocks that the same document gives as DOCX', async () => {
    const [old, young] = await Promise.all(['doc', 'docx'].map((end) => readDocument(fixture(`notice.${end}`), `a.${end}`)));
    expect(old?.blocks).toEqual(young?.blocks);
  });
});

describe('what is refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['cut in half', features.slice(0, features.length / 2), 'damaged'],
    ['the first sector alone', features.slice(0, 512), 'damaged'],
    [
      'a ring in the chain of the directory',
      changed(features, (v) => {
        v.setUint32(512 + v.getUint32(76, true) * 512 + v.getUint32(48, true) * 4, v.getUint32(48, true), true);
      }),
      'damaged',
    ],
    [
      'a document of Word 95',
      changed(features, (v) => {
        v.setUint16(streamAt(features, WORD) + 2, 0x68, true);
      }),
      'unsupported',
    ],
    [
      'an encrypted one',
      changed(features, (v) => {
        v.setUint16(streamAt(features, WORD) + 10, v.getUint16(streamAt(features, WORD) + 10, true) | 0x100, true);
      }),
      'encrypted',
    ],
    [
      'one without text',
      changed(features, (v) => {
        v.setUint32(streamAt(features, WORD) + 76, 0, true);
      }),
      'empty',
    ],
  ])('%s', async (_name, bytes, code) => {
    // Without its main text there are still its text boxes, so these are taken away too.
    const bare =
      code === 'empty'
        ? changed(bytes, (v) => {
            v.setUint32(streamAt(bytes, WORD) + 100, 0, true);
          })
        : bytes;
    expect(await refusal(bare, 'a.doc')).toBe(code);
  });

  it('bytes changed, taken away or put in: read or refused, never anything else', async () => {
    const change = fc.record({ at: fc.nat(features.length - 1), take: fc.nat(20), put: fc.uint8Array({ maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = Buffer.from(features);
        for (const { at, take, put } of changes)
          bytes = Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from(put),
            bytes.subarray(at + put.length === at ? at + take : at + put.length),
          ]);
        await refusal(new Uint8Array(bytes), 'a.doc');
      }),
      { numRuns: 120, seed: 4 },
    );
  });
});

describe('a converter', () => {
  const damaged = changed(features, (v) => {
    v.setUint32(streamAt(features, WORD) + 154 + 33 * 8, 0x7fffffff, true);
  });
  const lent = (convert: Converter['convert']): Converter => ({ name: 'office@1', convert });

  it('reads what we cannot, and the document says so', async () => {
    const converter = lent(() => Promise.resolve(handmadeDocx({ body: para('关于印发方案的通知') })));
    const document = await readDocument(damaged, 'a.doc', { converter });
    expect(texts(document)).toEqual(['关于印发方案的通知']);
    expect(document).toMatchObject({ format: 'doc', reader: expect.stringMatching(/^doc@\d+\+office@1$/) as string });
    expect(document.warnings.map((w) => w.code)).toEqual(['converted']);
  });

  it.each<[string, Converter['convert']]>([
    ['cannot read it either', () => Promise.reject(new InputRefused('damaged', 'no', 'no'))],
    ['makes no DOCX of it', () => Promise.resolve(new Uint8Array([1, 2, 3]))],
    ['takes it for plain text', () => Promise.resolve(handmadeDocx({ body: para('\uFFFD\uFFFD\uE000甲') }))],
  ])('that %s leaves the refusal as it was', async (_name, convert) => {
    await expect(readDocument(damaged, 'a.doc', { converter: lent(convert) })).rejects.toMatchObject({ code: 'damaged' });
  });

  it('is not asked for what can be read, nor for what is encrypted', async () => {
    const converter = lent(() => Promise.reject(new Error('asked')));
    expect((await readDocument(features, 'a.doc', { converter })).blocks.length).toBeGreaterThan(0);
    const encrypted = changed(features, (v) => {
      v.setUint16(streamAt(features, WORD) + 10, 0x1300, true);
    });
    await expect(readDocument(encrypted, 'a.doc', { converter })).rejects.toMatchObject({ code: 'encrypted' });
  });
});
