import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { garbledShare, isGarbled } from '../../pipeline/read/garbled.js';
import { readDocument } from '../../pipeline/read/index.js';
import type { Document } from '../../schemas/document.js';
import { handmadePdf, paragraph, text, type HandmadeFont } from './handmade-pdf.js';
import { refusal, texts } from './show.js';

const WORDS = '关于加快培育先进制造业集群的实施意见（2026—2028年）';
const show = (hex: string, y = 100): string => `BT /F1 12 Tf 1 0 0 1 72 ${842 - y} Tm <${hex}> Tj ET`;
const read = async (draw: string[], font: HandmadeFont, more: string[][] = []): Promise<Document> =>
  await readDocument(handmadePdf([{ draw }, ...more.map((page) => ({ draw: page }))], font), '公报.pdf');
const codes = (numbers: readonly number[]): string => numbers.map((n) => n.toString(16).padStart(4, '0')).join('');

describe('fonts without a ToUnicode map', () => {
  const ucs2 = iconv.encode(WORDS, 'utf-16be').toString('hex');
  const gbk = iconv.encode(WORDS, 'gbk').toString('hex');

  it.each<[string, HandmadeFont, string]>([
    ['GBK-EUC-H', { encoding: 'GBK-EUC-H', ordering: 'GB1' }, gbk],
    ['GBKp-EUC-H', { encoding: 'GBKp-EUC-H', ordering: 'GB1' }, gbk],
    ['UniGB-UCS2-H', { encoding: 'UniGB-UCS2-H', ordering: 'GB1' }, ucs2],
    ['UniGB-UTF16-H', { encoding: 'UniGB-UTF16-H', ordering: 'GB1' }, ucs2],
  ])('%s', async (_name, font, hex) => {
    const document = await read([show(hex)], font);
    expect(texts(document)).toEqual([WORDS]);
    expect(document.warnings).toEqual([]);
  });

  it('Identity-H over Adobe-GB1: codes are its CIDs', async () => {
    // Adobe-GB1-6: CIDs 34 to 59 are A to Z, 4559 is 一.
    const document = await read([show(codes([34, 35, 36, 4162]))], { encoding: 'Identity-H', ordering: 'GB1' });
    expect(texts(document)[0]).toMatch(/^ABC\p{Script=Han}$/u);
  });

  // Glyph numbers of a font: first those of a subset, from 3 on, then those of a whole one, scattered over thousands.
  const subset = Array.from({ length: 120 }, (_, i) => 3 + i);
  const whole = Array.from({ length: 120 }, (_, i) => 900 + ((i * 7919) % 18000));
  const identity: HandmadeFont = { encoding: 'Identity-H', ordering: 'Identity' };

  it.each([
    ['of a subset', subset],
    ['of a whole font', whole],
  ])('Identity-H over glyph numbers %s: told, and not taken for text', async (_name, numbers) => {
    const lines = [0, 1, 2].map((i) => show(codes(numbers.slice(40 * i, 40 * i + 40)), 100 + 20 * i));
    expect(await refusal(handmadePdf([{ draw: lines }], identity), 'a.pdf')).toBe('needs_ocr');
    // One page that can be read: codes that are characters.
    const readable = ['Guidelines for the advanced clusters', 'of the whole province, first edition'].map((words, i) =>
      show(codes(Array.from(words).map((c) => c.charCodeAt(0))), 100 + 20 * i),
    );
    const document = await read(readable, identity, [lines]);
    expect(document.pageFacts.map(({ grade }) => grade)).toEqual(['text', 'garbled']);
    expect(document.warnings.map(({ code, page }) => [code, page])).toEqual([['garbled_text', 2]]);
    expect(document.blocks.every((block) => block.page === 1)).toBe(true);
  });

  it('a page of short text without a map is no alarm, nor are bullets of a symbol font', async () => {
    const document = await read([...paragraph(72, 100, ['\uE7C7 ' + WORDS, WORDS])], { encoding: 'GBK-EUC-H', ordering: 'GB1' });
    expect(document.warnings).toEqual([]);
    expect((await read([text(72, 100, '1')], { encoding: 'GBK-EUC-H', ordering: 'GB1' })).pageFacts[0]?.grade).toBe('sparse');
  });
});

describe('text that no one wrote', () => {
  /** Characters of a range, drawn by a generator that always draws the same. */
  const soup = (from: number, to: number): string => {
    let drawn = 1;
    return Array.from({ length: 200 }, () => {
      drawn = (drawn * 48271) % 0x7fffffff;
      return String.fromCodePoint(from + (drawn % (to - from)));
    }).join('');
  };

  it.each<[string, string]>([
    ['ideographs at random', soup(0x4e00, 0x9fff)],
    ['codes of a subset', soup(0x21, 0xff)],
    ['signs of ASCII', soup(0x21, 0x7f)],
    ['glyph numbers', soup(0x21, 0x4e20)],
    ['small glyph numbers', soup(0x100, 0x1000)],
    ['the private use area', soup(0xe000, 0xf8ff)],
  ])('%s', (_name, words) => {
    expect(isGarbled(words)).toBe(true);
  });

  it.each<[string, string]>([
    ['a notice', WORDS.repeat(3)],
    ['traditional characters', '關於印發產業集群發展規劃的通知各縣市區人民政府市直有關單位請認真貫徹執行'],
    ['rare place names', '亳州儋州郴州漯河濮阳衢州泸州鄂州浠水蕲春磐安嵊泗岱山婺源鄱阳歙县黟县濉溪睢宁邳州盱眙涟水'],
    ['figures', '1,234.56 78.9% 2020 2021 1,000,000 -3.5 +2.1 2026-01-01 12:30 3.14'],
    ['changes', '+1 -2 +3 -4 =5 <6 >7 +8 +9 +10 <=3 >=5 ±2 +12 -13'],
    ['a table of contents', '目录 ............................ 1 总体要求 .................... 3'],
    ['English', 'Guidelines for the Development of Advanced Manufacturing Clusters, 2026 Edition (Draft).'],
    ['German', 'Für größere Städte gelten künftig die übrigen Maßnahmen der öffentlichen Förderung.'],
    ['Uyghur', 'شىنجاڭ ئۇيغۇر ئاپتونوم رايونلۇق خەلق ھۆكۈمىتى ئۇقتۇرۇش'],
    ['marks in a table', '√ √ √ × × √ ● ● ○ ○ ★ ★ ★ ☆ ☆ ■ □ ▲ △ → ← √ √ √'],
    ['numbered signs', '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣ㎡℃‰αβγ'],
    ['nothing', ''],
  ])('is not %s', (_name, words) => {
    expect(isGarbled(words)).toBe(false);
  });

  it('counts characters without a name', () => {
    expect(isGarbled('公报', 10)).toBe(true);
    expect(isGarbled(WORDS, 2)).toBe(false);
    expect(garbledShare('\uFFFD公')).toBe(0.5);
  });
});
