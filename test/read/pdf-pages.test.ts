import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { documentSchema, type Document, type TextBlock } from '../../schemas/document.js';
import { cells, grid, handmadePdf, inColour, line, paragraph, text, turned, type HandmadePage } from './handmade-pdf.js';
import { tables, texts } from './show.js';

const read = async (...pages: HandmadePage[]): Promise<Document> => await readDocument(handmadePdf(pages), '公报.pdf');
const ofPage = async (...draw: string[]): Promise<Document> => await read({ draw });
/** The running text as a person would have typed it, one paragraph or table row an element. */
const typed = async (...pages: HandmadePage[]): Promise<string[]> => reflow(await read(...pages)).text.split('\n');
const RED = [0.9, 0, 0] as const;
const LIGHT = [0.85, 0.85, 0.85] as const;

/** The text blocks that are no part of the running text, by what they are. */
const apart = (document: Document): [string, string][] =>
  document.blocks
    .filter((block): block is TextBlock => block.kind !== 'table')
    .flatMap(({ role, text }): [string, string][] => (role === undefined ? [] : [[role, text]]));

const SENTENCE = '各县（市、区）人民政府要加强统筹协调，推动先进制造业集群高质量发展，确保各项任务按期完成。';
/** Lines of running text, so many characters wide. */
const prose = (lines: number, width: number, from = 0): string[] =>
  Array.from({ length: lines }, (_, i) =>
    SENTENCE.repeat(4).slice((from + i * width) % SENTENCE.length, ((from + i * width) % SENTENCE.length) + width),
  );

describe('columns', () => {
  const left = prose(20, 18);
  const right = prose(20, 18, 7);
  const columns = (l: readonly string[], r: readonly string[], y = 120): string[] => [
    ...paragraph(72, y, l),
    ...paragraph(312, y, r),
  ];

  it.each<[string, string[], string[]]>([
    [
      'a title over both',
      [text(120, 80, '关于加快培育先进制造业集群的实施意见', 20), ...columns(left, right)],
      ['关于加快培育先进制造业集群的实施意见', ...left, ...right],
    ],
    ['a right column of three lines', columns(left, right.slice(0, 3)), [...left, ...right.slice(0, 3)]],
    [
      'one column above, two below',
      [...paragraph(72, 80, prose(12, 38)), ...columns(left.slice(0, 8), right.slice(0, 8), 340)],
      [...prose(12, 38), ...left.slice(0, 8), ...right.slice(0, 8)],
    ],
    [
      'a table over both',
      [
        ...columns(left.slice(0, 8), right.slice(0, 8), 80),
        ...grid([72, 200, 400, 528], [260, 280, 300]),
        ...cells(
          [72, 200, 400],
          [260, 280],
          [
            ['县区', '集群', '家数'],
            ['临川区', '光电信息', '12'],
          ],
        ),
        ...columns(left.slice(8, 16), right.slice(8, 16), 340),
      ],
      [...left.slice(0, 8), ...right.slice(0, 8), '[2x3]', ...left.slice(8, 16), ...right.slice(8, 16)],
    ],
    [
      'a table in one of them',
      [
        ...columns(left.slice(0, 5), right.slice(0, 12), 80),
        ...grid([72, 140, 200, 280], [190, 210, 230]),
        ...cells(
          [72, 140, 200],
          [190, 210],
          [
            ['县区', '集群', '家数'],
            ['临川区', '光电', '12'],
          ],
        ),
        ...paragraph(72, 260, left.slice(5, 8)),
      ],
      [...left.slice(0, 5), '[2x3]', ...left.slice(5, 8), ...right.slice(0, 12)],
    ],
  ])('%s', async (_name, draw, expected) => {
    expect(texts(await ofPage(...draw))).toEqual(expected);
  });

  /** A ruled table that fills the right column. */
  const onRight = (y: number, rows: number): string[] => {
    const ys = Array.from({ length: rows }, (_, i) => y + 24 * i);
    return [
      ...grid([312, 380, 450, 528], [...ys, y + 24 * rows]),
      ...cells(
        [312, 380, 450],
        ys,
        ys.map((_, i) => (i === 0 ? ['县区', '集群', '家数'] : ['临川区', '光电', `${i}`])),
      ),
    ];
  };

  it.each<[string, string[], string[]]>([
    [
      'short lines and a table on the right',
      [...columns(left, ['抚河市人民政府', '2026年3月18日', '附件']), ...onRight(180, 12)],
      [...left, '抚河市人民政府', '2026年3月18日', '附件', '[12x3]'],
    ],
    ['nothing but a table on the right', [...paragraph(72, 120, left), ...onRight(106, 16)], [...left, '[16x3]']],
    [
      'a line of a larger head that has a gap between the columns',
      [text(72, 80, '发文字号：抚府办〔2026〕3号', 15), text(330, 80, '发布日期：2026年5月20日', 15), ...columns(left, right)],
      ['发文字号：抚府办〔2026〕3号 发布日期：2026年5月20日', ...left, ...right],
    ],
    [
      'a title whose end leaves part of the strip free',
      [text(77.5, 80, '关于加快培育先进制造业集群', 17.5), text(322, 80, '的意见', 17.5), ...columns(left, right)],
      ['关于加快培育先进制造业集群的意见', ...left, ...right],
    ],
  ])('%s', async (_name, draw, expected) => {
    expect(texts(await ofPage(...draw))).toEqual(expected);
  });

  it('go on over the next page, where the right one has short lines only', async () => {
    const end = columns(left.slice(0, 8), ['特此通知。', '抚河市人民政府', '2026年3月18日']);
    const document = await read({ draw: columns(left, right) }, { draw: end });
    expect(texts(document).slice(40)).toEqual([...left.slice(0, 8), '特此通知。', '抚河市人民政府', '2026年3月18日']);
    expect(texts(await ofPage(...end))[0]).not.toBe(left[0]);
  });

  it('a page with one after them stays one', async () => {
    const lines = [...prose(12, 38), '抚河市人民政府'];
    const document = await read({ draw: columns(left, right) }, { draw: paragraph(72, 120, lines) });
    expect(texts(document).slice(40)).toEqual(lines);
  });

  it('a title over them does not go on in their smaller print', async () => {
    const title = '抚河市人民政府办公室关于加快培育先进制造业集群的意见';
    const paragraphs = await typed({ draw: [text(72, 80, title, 16), ...columns(left, right)] });
    expect(paragraphs[0]).toBe(title);
  });

  it.each<[string, string[]]>([
    ['lines that end short and a signature on the right', [...prose(6, 38), '特此通知。']],
    ['short lines on the left only', prose(14, 16)],
  ])('one column stays one: %s', async (_name, lines) => {
    const draw = [...paragraph(72, 100, lines), text(380, 460, '抚河市人民政府'), text(390, 480, '2026年3月18日')];
    expect(texts(await ofPage(...draw))).toEqual([...lines, '抚河市人民政府', '2026年3月18日']);
  });

  it('a table without rules over the page is no pair of columns', async () => {
    const xs = [72, 130, 330, 470];
    const rows = Array.from({ length: 12 }, (_, i) => [`${i + 1}`, '高精度铜板带生产线项目', '抚河铜业公司', `${i}8000`]);
    const document = await ofPage(
      ...cells(
        xs,
        rows.map((_, i) => 100 + 24 * i),
        [['序号', '项目', '单位', '投资'], ...rows].slice(0, 12),
      ),
    );
    expect(tables(document)).toHaveLength(1);
  });
});

describe('what stands around the text of pages', () => {
  const body = (page: number): string[] => paragraph(72, 100, prose(20, 38, page * 11), 12, 24);

  it.each<[string, (page: number) => string[]]>([
    ['— 12 —', (p) => [text(285, 800, `— ${p + 11} —`)]],
    ['- 12 -', (p) => [text(285, 800, `- ${p} -`)]],
    ['－１２－', (p) => [text(285, 800, `－${p}－`)]],
    ['·12·', (p) => [text(285, 800, `·${p}·`)]],
    ['第12页 共60页', (p) => [text(270, 800, `第${p}页 共60页`)]],
    ['第 12 页', (p) => [text(270, 800, `第 ${p} 页`)]],
    ['第十二页', (p) => [text(270, 800, `第${['一', '二', '三', '四'][p - 1] ?? ''}页`)]],
    ['12/60', (p) => [text(285, 800, `${p}/60`)]],
    ['12', (p) => [text(290, 800, `${p}`)]],
    ['roman figures', (p) => [text(290, 800, ['i', 'ii', 'iii', 'iv'][p - 1] ?? '')]],
    ['odd pages right, even ones left', (p) => [text(p % 2 === 0 ? 80 : 500, 800, `— ${p} —`)]],
    ['a head, and a number at its other end', (p) => [text(72, 50, '抚河市人民政府公报', 9), text(500, 50, `${p}`, 9)]],
    ['two heads by turns', (p) => [text(72, 50, p % 2 === 0 ? '抚河市人民政府公报' : '2026年第3期', 9), text(290, 800, `${p}`)]],
  ])('%s', async (_name, around) => {
    const pages = [1, 2, 3, 4, 5, 6].slice(0, _name === '第十二页' || _name === 'roman figures' ? 4 : 6);
    const found = await typed(...pages.map((p) => ({ draw: [...body(p), ...around(p)] })));
    expect(found.join('').replace(/\s/g, '')).toBe(pages.flatMap((p) => prose(20, 38, p * 11)).join(''));
  });

  it('a head on both of two pages', async () => {
    const found = await typed(...[1, 2].map((p) => ({ draw: [text(230, 50, '抚河市工业和信息化局文件汇编', 9), ...body(p)] })));
    expect(found.join('')).not.toContain('汇编');
  });

  it('keeps the title on the first page where the heads of the others repeat it', async () => {
    const title = '关于加快培育先进制造业集群的实施意见';
    const found = await typed(
      { draw: [text(120, 60, title, 20), ...body(1)] },
      ...[2, 3, 4, 5].map((p) => ({ draw: [text(200, 50, title, 9), ...body(p)] })),
    );
    expect(found[0]).toBe(title);
    expect(found.join('\n').split(title)).toHaveLength(2);
  });

  it('keeps figures that stand alone inside a page', async () => {
    const document = await ofPage(...paragraph(72, 100, ['甲', '乙', '丙', '3500', '丁', '戊', '己', '庚'], 12, 60));
    expect(reflow(document).text).toContain('3500');
  });
});

describe('footnotes', () => {
  const cut = [
    '依托抚河高新技术产业开发区，重点发展高精度铜板带、铜箔和铜合金线材，到二〇二七年建成',
    '省级以上创新平台十二家。',
  ];
  const notes = ['① 本方案所称集群，是指符合《管理办法》规定的集群。', '② 数据来源于市统计局。'];
  const page = (...foot: string[]): HandmadePage => ({
    draw: [...paragraph(72, 100, [...prose(10, 38), cut[0] ?? '']), ...foot, text(285, 800, '— 1 —')],
  });
  const next: HandmadePage = { draw: [...paragraph(72, 100, [cut[1] ?? '', ...prose(3, 30)]), text(285, 800, '— 2 —')] };

  it.each<[string, string[]]>([
    ['below a short rule', [line(72, 700, 200, 700), ...paragraph(72, 716, notes, 9, 14)]],
    ['with marks alone', paragraph(72, 716, notes, 9, 14)],
  ])('%s: after the paragraph that goes on over the page', async (_name, foot) => {
    const document = await read(page(...foot), next);
    expect(apart(document)).toEqual(notes.map((note) => ['footnote', note]));
    const found = reflow(document).text.split('\n');
    const at = found.findIndex((one) => one.includes(cut.join('')));
    expect(at).toBeGreaterThanOrEqual(0);
    expect(found.slice(at + 1, at + 3)).toEqual(notes);
  });

  it('without a mark or rule, small type is text', async () => {
    expect(apart(await read(page(...paragraph(72, 716, ['注：以上数据为初步核算数。'], 9, 14))))).toEqual([]);
  });

  it('are no rows of a table that goes on over the page', async () => {
    const xs = [72, 120, 300, 400];
    const rows = (from: number, ys: readonly number[]): string[] =>
      cells(
        xs,
        ys,
        ys.slice(1).map((_, i) => [`${from + i}`, '高精度铜板带项目', '12000']),
      );
    const ys = [600, 620, 640, 660];
    const found = await typed(
      { draw: [...grid(xs, ys), ...rows(1, ys), line(72, 700, 200, 700), text(72, 716, '① 含续建项目。', 9)] },
      { draw: [...grid(xs, [100, 120, 140]), ...rows(4, [100, 120, 140])] },
    );
    expect(found.map((row) => row.split('\t')[0])).toEqual(['1', '2', '3', '4', '5', '① 含续建项目。']);
  });
});

describe('seals and watermarks', () => {
  const signed = [text(360, 400, '抚河市人民政府'), text(365, 424, '2026年3月18日')];
  const ring = Array.from('抚河市人民政府办公室').map((character, i) => {
    const angle = 150 - i * 30;
    const [x, y] = [410 + 50 * Math.cos((angle * Math.PI) / 180), 405 - 50 * Math.sin((angle * Math.PI) / 180)];
    return turned(x, y, character, angle - 90, 12);
  });

  it('the characters of a round seal stay out of the signature below it', async () => {
    const document = await ofPage(
      ...paragraph(72, 100, prose(8, 38)),
      ...signed,
      inColour(RED, ...ring, text(395, 440, '专用章', 10)),
    );
    expect(texts(document).slice(0, 10)).toEqual([...prose(8, 38), '抚河市人民政府', '2026年3月18日']);
    expect(apart(document)).toEqual([['seal', '抚河市人民政府办公室专用章']]);
    expect(reflow(document).text).not.toContain('专用章');
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it.each<[string, string, string]>([
    ['a red stamp over the date', inColour(RED, text(362, 428, '已归档', 16)), '已归档'],
    ['characters stamped one below the other', inColour(RED, ...paragraph(380, 392, Array.from('政务公开'), 16, 18)), '政务公开'],
    ['the same in black', paragraph(380, 392, Array.from('政务公开'), 16, 18).join('\n'), '政务公开'],
  ])('%s', async (_name, stamp, words) => {
    const document = await ofPage(...paragraph(72, 100, prose(8, 38)), ...signed, stamp);
    expect(texts(document).slice(8, 10)).toEqual(['抚河市人民政府', '2026年3月18日']);
    expect(apart(document)).toEqual([['seal', words]]);
  });

  it('a seal upright over running text leaves its lines whole', async () => {
    const seal = inColour(RED, ...paragraph(300, 110, Array.from('统一监制专用章'), 18, 20));
    const document = await ofPage(...paragraph(72, 100, prose(12, 38)), seal);
    expect(texts(document).slice(0, 12)).toEqual(prose(12, 38));
    expect(apart(document)).toEqual([['seal', '统一监制专用章']]);
  });

  it.each<[string, string]>([
    ['slanted', inColour(LIGHT, turned(150, 600, '内部资料 注意保存', 45, 48))],
    ['slanted in black', turned(150, 600, '内部资料 注意保存', 45, 24)],
    ['light, large and level', inColour(LIGHT, text(100, 190, '内部资料 注意保存', 48))],
  ])('a watermark: %s', async (_name, mark) => {
    const document = await ofPage(mark, ...paragraph(72, 100, prose(20, 38)));
    expect(texts(document).slice(0, 20)).toEqual(prose(20, 38));
    expect(apart(document)).toEqual([['watermark', '内部资料 注意保存']]);
  });

  it('a stamp across a table leaves its cells alone', async () => {
    const xs = [72, 200, 400];
    const ys = [100, 130, 160];
    const document = await ofPage(
      ...grid(xs, ys),
      ...cells(
        xs,
        ys,
        [
          ['甲县', '光电信息'],
          ['乙县', '生物医药'],
        ],
        12,
      ),
      inColour(RED, turned(120, 160, '样本', 30, 20)),
    );
    expect(tables(document)[0]?.cells.map((c) => c.text)).toEqual(['甲县', '光电信息', '乙县', '生物医药']);
  });

  it('red letterheads and coloured words of the text are text', async () => {
    const document = await ofPage(
      inColour(RED, text(150, 80, '抚河市人民政府文件', 32)),
      text(240, 120, '抚府发〔2026〕18号'),
      text(72, 160, '要在'),
      inColour(RED, text(96, 160, '2026年底前')),
      text(156, 160, '完成。'),
    );
    expect(texts(document)).toEqual(['抚河市人民政府文件', '抚府发〔2026〕18号', '要在2026年底前完成。']);
  });
});

describe('how text is set', () => {
  it.each<[string, string[], string[]]>([
    ['a letter-spaced heading', [text(100, 80, '关 于 印 发 实 施 方 案 的 通 知', 20)], ['关于印发实施方案的通知']],
    [
      'one set by places',
      Array.from('关于印发实施方案的通知').map((c, i) => text(80 + i * 38, 80, c, 18)),
      ['关于印发实施方案的通知'],
    ],
    [
      'three letter-spaced lines',
      ['关于加快培育', '先进制造业集', '群的实施意见'].flatMap((words, r) =>
        Array.from(words).map((c, i) => text(120 + i * 60, 80 + 40 * r, c, 22)),
      ),
      ['关于加快培育', '先进制造业集', '群的实施意见'],
    ],
    [
      'running text with a space after each character',
      ['为加快培育先进制造业集群', '制定本实施方案请遵照执行'].map((words, i) =>
        text(72, 100 + 20 * i, Array.from(words).join(' ')),
      ),
      ['为加快培育先进制造业集群', '制定本实施方案请遵照执行'],
    ],
    ['names with a space in the middle', [text(72, 100, '组长：王 五  副组长：李 四')], ['组长：王 五 副组长：李 四']],
    ['filled and stroked', [text(72, 100, '关于通知'), `2 Tr ${text(72, 100, '关于通知')} 0 Tr`], ['关于通知']],
    [
      'printed three times over',
      [0, 0.4, 0.8].map((shift) => text(72 + shift, 100, '抚河市人民政府关于印发方案的通知', 22)),
      ['抚河市人民政府关于印发方案的通知'],
    ],
  ])('%s', async (_name, draw, expected) => {
    expect(texts(await ofPage(...draw))).toEqual(expected);
  });

  it('a landscape page that is turned upright by /Rotate, with its page number', async () => {
    const draw = ['q 0 1 -1 0 595 0 cm', ...paragraph(60, 330, ['附件1', '重点项目清单'], 12, 24).map((o) => o), 'Q'];
    const document = await read({ draw, rotate: 90 });
    expect(texts(document)).toEqual(['附件1', '重点项目清单']);
    expect(document.pageFacts[0]).toMatchObject({ width: 842, height: 595 });
  });
});
