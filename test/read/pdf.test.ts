import PDFKit from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { bar, cells, grid, handmadePdf, line, paragraph, text, type HandmadePage } from './handmade-pdf.js';
import { refusal, rows, tables, texts } from './show.js';

const read = async (...pages: HandmadePage[]): Promise<Document> => await readDocument(handmadePdf(pages), '公报.pdf');
const ofPage = async (...draw: string[]): Promise<Document> => await read({ draw });

/** A PDF made with pdfkit, in its standard Latin font. */
async function kit(make: (pdf: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFKit(options);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on('end', resolve));
  make(pdf);
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

describe('text', () => {
  it('reads a font that is not embedded and has no ToUnicode map', async () => {
    const document = await ofPage(text(72, 100, '湘工信产业集聚〔2025〕131号'));
    expect(texts(document)).toEqual(['湘工信产业集聚〔2025〕131号']);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it('gives each line its page and box, and counts pages', async () => {
    const document = await read({ draw: [text(72, 100, '甲乙')] }, { draw: [text(100, 200, '丙', 20)] });
    expect(document.pages).toBe(2);
    expect(document.blocks.map((b) => (b.kind === 'table' ? null : [b.page, b.box]))).toEqual([
      [1, [72, 89.44, 96, 101.44]],
      [2, [100, 182.4, 120, 202.4]],
    ]);
  });

  it('marks indents and wide gaps', async () => {
    const long = '各地区各部门要高度重视产业集群培育工作';
    const document = await ofPage(
      ...paragraph(96, 100, [long.slice(2)]),
      ...paragraph(72, 120, [long, long, '结束。']),
      ...paragraph(96, 220, [long.slice(2)]),
      ...paragraph(72, 240, [long]),
    );
    expect(document.blocks.map((b) => (b.kind === 'table' ? null : [b.indented, b.blankBefore]))).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, false],
      [true, true],
      [false, false],
    ]);
  });

  it.each<[string, string[], string]>([
    ['text drawn twice for boldness', [text(72, 100, '关于通知'), text(72.3, 100, '关于通知')], '关于通知'],
    ['doubled characters that are meant', [text(72, 100, '11个，22条')], '11个，22条'],
    ['letter-spaced characters', [text(72, 100, '目'), text(120, 100, '录')], '目录'],
    ['columns on one line', [text(72, 100, '责任单位'), text(300, 100, '完成时限')], '责任单位 完成时限'],
    ['Latin words apart', [text(72, 100, 'VR'), text(90, 100, '5G')], 'VR 5G'],
    ['Latin beside Chinese', [text(72, 100, '约'), text(87, 100, '35'), text(102, 100, '家')], '约35家'],
    ['spaces that are drawn', [text(72, 100, '到 2028 年')], '到 2028 年'],
    ['a raised small figure', [text(72, 100, '面积100m'), text(120, 95, '2', 6), text(126, 100, '左右')], '面积100m2左右'],
    ['pieces out of order', [text(96, 100, '集群'), text(72, 100, '产业')], '产业集群'],
  ])('%s', async (_name, draw, expected) => {
    expect(texts(await ofPage(...draw))).toEqual([expected]);
  });

  it.each([0, 90, 180, 270] as const)('reads a page turned by %d degrees', async (rotate) => {
    const document = await read({ draw: paragraph(72, 100, ['第一行的文字', '第二行的文字']), rotate });
    expect(texts(document)).toEqual(['第一行的文字', '第二行的文字']);
  });

  it('reads text that runs up an upright page, tables included', async () => {
    const [xs, ys] = [
      [100, 200, 300],
      [100, 130, 160],
    ];
    const turned = [
      'q 0 1 -1 0 842 0 cm',
      ...cells(xs, ys, [
        ['甲', '乙'],
        ['丙', '丁'],
      ]),
      ...grid(xs, ys),
      text(100, 60, '表一'),
      'Q',
    ];
    const document = await ofPage(...turned);
    expect(texts(document)).toEqual(['表一', '[2x2]']);
    expect(rows(document.blocks[1])).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  it('honours the text state: spacing, scale, rise, leading', async () => {
    const hex = (words: string): string => /<(\w+)>/.exec(text(0, 0, words))?.[1] ?? '';
    const draw = `BT /F1 12 Tf 20 TL 2 Tc 72 700 Td <${hex('一行')}> Tj T* <${hex('二行')}> Tj 0 Tc 5 Ts 50 Tz <${hex('三')}> ' ET`;
    expect(texts(await ofPage(draw))).toEqual(['一行', '二行', '三']);
  });

  it('reads the Latin fonts of another producer', async () => {
    const bytes = await kit((pdf) => pdf.fontSize(12).text('Page one').addPage().text('Page two'));
    const document = await readDocument(bytes, 'a.pdf');
    expect(document.blocks.map((b) => [b.kind === 'table' ? '' : b.text, b.page])).toEqual([
      ['Page one', 1],
      ['Page two', 2],
    ]);
  });
});

describe('two columns', () => {
  const left = Array.from({ length: 12 }, (_, i) => `左栏第${10 + i}行的文字占满一栏`);
  const right = Array.from({ length: 12 }, (_, i) => `右栏第${10 + i}行的文字占满一栏`);

  it('reads the left one first, between a title and a page number', async () => {
    const document = await ofPage(
      text(180, 60, '南昌市人民政府公报目录一览', 18),
      ...paragraph(72, 100, left),
      ...paragraph(320, 100, right),
      text(285, 780, '— 1 —'),
    );
    expect(texts(document)).toEqual(['南昌市人民政府公报目录一览', ...left, ...right, '— 1 —']);
  });

  it('does so where the lines of the columns stand at other heights', async () => {
    const document = await ofPage(...paragraph(72, 100, left), ...paragraph(320, 107, right));
    expect(texts(document)).toEqual([...left, ...right]);
  });
});

describe('ruled tables', () => {
  const xs = [72, 120, 300, 400];
  const ys = [100, 120, 140, 160];
  const content = [
    ['序号', '名称', '金额'],
    ['1', '甲项目', '100'],
    ['2', '乙项目', ''],
  ];

  it.each<[string, string[]]>([
    ['stroked lines', grid(xs, ys)],
    ['thin rectangles', grid(xs, ys, bar)],
    [
      'a rectangle for each cell',
      xs
        .slice(1)
        .flatMap((x, i) => ys.slice(1).map((y, j) => `${xs[i] ?? 0} ${842 - y} ${x - (xs[i] ?? 0)} ${y - (ys[j] ?? 0)} re S`)),
    ],
    [
      'a scaled drawing',
      [
        'q 2 0 0 2 0 -842 cm',
        ...grid(
          xs.map((x) => x / 2),
          ys.map((y) => y / 2),
        ),
        'Q',
      ],
    ],
    [
      'dashes',
      grid(xs, ys, (a, b, c, d) =>
        Array.from({ length: 200 }, (_, i) =>
          line(
            a + ((c - a) * i) / 200,
            b + ((d - b) * i) / 200,
            a + ((c - a) * (i + 0.7)) / 200,
            b + ((d - b) * (i + 0.7)) / 200,
          ),
        ).join('\n'),
      ),
    ],
    ['double outer lines', [...grid(xs, ys), ...grid([70, 402], [98, 162])]],
    ['open outer sides', [...ys.map((y) => line(72, y, 400, y)), ...xs.slice(1, -1).map((x) => line(x, 100, x, 160))]],
  ])('%s', async (_name, rules) => {
    const document = await ofPage(
      text(72, 80, '项目清单'),
      ...rules,
      ...cells(xs, ys, content),
      text(72, 190, '注：合计100万元'),
    );
    expect(texts(document)).toEqual(['项目清单', '[3x3]', '注：合计100万元']);
    expect(rows(document.blocks[1])).toEqual(content);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it('gives each cell its page and box', async () => {
    const [table] = tables(await read({ draw: [text(72, 80, '前')] }, { draw: [...grid(xs, ys), ...cells(xs, ys, content)] }));
    expect(table?.cells[4]).toEqual({
      text: '甲项目',
      row: 1,
      column: 1,
      rowSpan: 1,
      columnSpan: 1,
      page: 2,
      box: [120, 120, 300, 140],
    });
  });

  it('merges cells over missing lines, both ways', async () => {
    const rules = [
      ...[100, 160].map((y) => line(72, y, 400, y)),
      line(120, 120, 400, 120),
      line(120, 140, 400, 140),
      ...[72, 120, 400].map((x) => line(x, 100, x, 160)),
      line(300, 120, 300, 160),
    ];
    const [table] = tables(
      await ofPage(
        ...rules,
        ...cells(xs, ys, [
          ['链', '二级表头', ''],
          ['', '甲', '1'],
          ['', '乙', '2'],
        ]),
      ),
    );
    expect(table?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan, c.columnSpan])).toEqual([
      ['链', 0, 0, 3, 1],
      ['二级表头', 0, 1, 1, 2],
      ['甲', 1, 1, 1, 1],
      ['1', 1, 2, 1, 1],
      ['乙', 2, 1, 1, 1],
      ['2', 2, 2, 1, 1],
    ]);
  });

  it('keeps the lines of a cell apart, and text that hangs over its border together', async () => {
    const [high, wide] = [
      [100, 160, 180],
      [72, 120, 180, 400],
    ];
    const draw = [
      ...grid(wide, high),
      ...paragraph(123, 115, ['建设厂', '房宿舍'], 10, 14),
      text(123, 175, '一二三四五六', 10),
      text(200, 175, '止', 10),
    ];
    const [table] = tables(await ofPage(...draw));
    expect(rows(table)).toEqual([
      ['', '建设厂\n房宿舍', ''],
      ['', '一二三四五六', '止'],
    ]);
  });

  it('parts one run of text that is drawn over several cells', async () => {
    const draw = [...grid([72, 100, 200, 300], [100, 120]), text(75, 115, '12  甲乙丙丁戊己庚辛    100', 10)];
    expect(rows(tables(await ofPage(...draw))[0])).toEqual([['12', '甲乙丙丁戊己庚辛', '100']]);
  });

  it('takes a frame, an underline and a drawing for none', async () => {
    const frame = ['60 60 475 700 re S', line(72, 200, 300, 200)];
    const chart = grid([100, 120, 140], [400, 420, 440]);
    const document = await ofPage(...frame, ...chart, ...paragraph(72, 100, ['正文第一行', '正文第二行']));
    expect(texts(document)).toEqual(['正文第一行', '正文第二行']);
  });

  it('keeps the end of a row that the page break cut off', async () => {
    const document = await ofPage(...grid(xs, [100, 120]), ...cells(xs, [100, 120], [['', '创新', '']]));
    expect(rows(document.blocks[0])).toEqual([['', '创新', '']]);
  });
});

describe('tables without rules', () => {
  const xs = [72, 120, 300, 400];

  it('are told by their columns, with wrapped cells and empty ones', async () => {
    const document = await ofPage(
      text(72, 80, '单位：万元', 10),
      ...cells(
        xs,
        [100, 124, 162, 186],
        [
          ['序号', '名称', '金额'],
          ['1', '甲地高新区产业集群', '100'],
          ['2', '', '2000'],
          ['3', '丙项目', ''],
        ],
      ),
      text(123, 151, '公共服务平台项目', 10),
      text(72, 230, '以上项目由各县（市、区）人民政府组织实施，市发展改革委负责调度推进。'),
    );
    expect(texts(document)).toEqual([
      '单位：万元',
      '[4x3]',
      '以上项目由各县（市、区）人民政府组织实施，市发展改革委负责调度推进。',
    ]);
    expect(rows(document.blocks[1])).toEqual([
      ['序号', '名称', '金额'],
      ['1', '甲地高新区产业集群\n公共服务平台项目', '100'],
      ['2', '', '2000'],
      ['3', '丙项目', ''],
    ]);
  });

  const lefts = [72, 120, 240, 330, 420];
  const head = ['序号', '项目名称', '投资金额', '建设期', '主要内容'];
  const row = (number: number, y: number): string[] =>
    cells(lefts, [y], [[`${number}`, `第${number}个产业园项目`, `${number}0000`, '2020-2022', '建设标准厂房八栋']], 9);
  const rest = (y: number, lines: readonly string[]): string[] => paragraph(423, y, lines, 9, 13);
  const foot = (page: number): string => text(285, 780, `— ${page} —`);

  it('go on over pages that hold but one row, or the rest of one', async () => {
    const document = await read(
      { draw: [...cells(lefts, [100], [head], 9), ...row(1, 124), ...row(2, 148), ...rest(174, ['以及研发楼一栋']), foot(1)] },
      { draw: [...rest(100, ['和公共服务中心', '以及职工宿舍']), foot(2)] },
      { draw: [text(230, 40, '某市人民政府公报'), ...rest(100, ['和配套的道路']), ...row(3, 121), foot(3)] },
      { draw: [text(72, 100, '以上项目由各县（市、区）人民政府组织实施，市发展改革委负责调度推进。')] },
    );
    expect(texts(document)).toEqual([
      '[3x5]',
      '— 1 —',
      '[1x5]',
      '— 2 —',
      '某市人民政府公报',
      '[2x5]',
      '— 3 —',
      '以上项目由各县（市、区）人民政府组织实施，市发展改革委负责调度推进。',
    ]);
    expect(tables(document).flatMap(rows)).toEqual([
      head,
      ['1', '第1个产业园项目', '10000', '2020-2022', '建设标准厂房八栋'],
      ['2', '第2个产业园项目', '20000', '2020-2022', '建设标准厂房八栋\n以及研发楼一栋'],
      ['', '', '', '', '和公共服务中心\n以及职工宿舍'],
      ['', '', '', '', '和配套的道路'],
      ['3', '第3个产业园项目', '30000', '2020-2022', '建设标准厂房八栋'],
    ]);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it('have the same columns on every page, the outer ones too where they are empty', async () => {
    const ends = (words: readonly string[][]): string[] => cells(lefts, [100, 124, 148, 172], words, 9);
    const middle = [
      ['', '甲', '1', '2', ''],
      ['', '乙', '3', '4', ''],
      ['', '丙', '5', '6', ''],
    ];
    const full = [head, ['链', '甲', '1', '2', '备注文字'], ['', '乙', '3', '4', '']];
    const document = await read({ draw: ends(full) }, { draw: ends(middle) }, { draw: ends(full.slice(1)) });
    expect(tables(document).flatMap(rows)).toEqual([...full, ...middle, ...full.slice(1)]);
  });

  it('learn a column from a later page', async () => {
    const draw = (words: readonly string[][]): string[] => cells(lefts, [100, 124, 148], words, 9);
    const without = [
      ['1', '甲项目', '10', '2020'],
      ['2', '乙项目', '20', '2021'],
      ['3', '丙项目', '30', '2022'],
    ];
    const document = await read(
      { draw: draw(without) },
      { draw: draw([['4', '丁项目', '40', '2023', '一期'], ...without.slice(1)]) },
    );
    expect(tables(document).map((table) => table.columns)).toEqual([5, 5]);
  });

  it('keep a head that stands alone at the foot of a page', async () => {
    const document = await ofPage(
      ...cells(lefts, [100], [head], 9),
      ...row(1, 124),
      ...row(2, 148),
      ...cells(lefts, [240], [head], 9),
    );
    expect(texts(document)).toEqual(['[3x5]', '[1x5]']);
  });

  it('with long wrapped cells are parted into rows by the gaps', async () => {
    const tall = (number: number, y: number): string[] => [
      ...row(number, y),
      text(123, y + 25, '二期工程', 9),
      text(333, y + 25, '（一期）', 9),
      ...rest(
        y + 25,
        Array.from({ length: 12 }, () => '以及研发楼一栋'),
      ),
    ];
    const [table] = tables(await ofPage(...cells(lefts, [76], [head], 9), ...tall(1, 100), ...tall(2, 291)));
    expect(rows(table).map((cells) => cells.slice(0, 4))).toEqual([
      head.slice(0, 4),
      ['1', '第1个产业园项目\n二期工程', '10000', '2020-2022\n（一期）'],
      ['2', '第2个产业园项目\n二期工程', '20000', '2020-2022\n（一期）'],
    ]);
  });

  it('with figures flush right below wider heads keep them in their columns', async () => {
    const right = (x: number, y: number, words: string): string => text(x - words.length * 5, y, words, 10);
    const draw = ['320', '45', '6', '1280', '99', '7', '15', '238', '64'].flatMap((value, i) => [
      text(72, 130 + 24 * i, '某某镇', 10),
      right(250, 130 + 24 * i, value),
      right(400, 130 + 24 * i, `${value}0`),
    ]);
    const [table] = tables(await ofPage(...cells([69, 187, 337], [93], [['乡镇', '营业收入', '规上户数']]), ...draw));
    expect(table?.columns).toBe(3);
    expect(rows(table).slice(0, 3)).toEqual([
      ['乡镇', '营业收入', '规上户数'],
      ['某某镇', '320', '3200'],
      ['某某镇', '45', '450'],
    ]);
  });

  it.each<[string, string[]]>([
    [
      'a list of names',
      [
        text(72, 80, '工作领导小组成员名单'),
        ...cells(
          [72, 172, 272, 372],
          [100, 124, 148],
          Array.from({ length: 3 }, () => ['张三', '李四', '欧阳明', '王　五']),
          12,
        ),
      ],
    ],
    [
      'prose with gaps here and there',
      Array.from({ length: 6 }, (_, i) => [
        text(72, 100 + 20 * i, '全市各级各部门要高度重视'.slice(0, 5 + i)),
        text(145 + 12 * i, 100 + 20 * i, '产业集群培育工作加强'),
        text(277 + 12 * i, 100 + 20 * i, '统筹协调形成合力推进'.slice(i)),
      ]).flat(),
    ],
    [
      'two signatures side by side',
      [
        text(90, 300, '某某市财政局'),
        text(330, 300, '某某市商务局'),
        text(90, 320, '2026年1月5日'),
        text(330, 320, '2026年1月5日'),
      ],
    ],
  ])('are not found in %s', async (_name, draw) => {
    expect(tables(await ofPage(...draw))).toEqual([]);
  });

  it('end with their page when text follows on the next one', async () => {
    const table = [...cells(lefts, [100], [head], 9), ...row(1, 124), ...row(2, 148), foot(1)];
    const prose = ['二、工作要求', '各地要建立项目调度机制，', '及时解决问题。'];
    const document = await read(
      { draw: table },
      { draw: [...paragraph(96, 100, prose, 9), text(330, 170, '某某市人民政府', 9), text(340, 190, '2026年1月5日', 9)] },
    );
    expect(texts(document)).toEqual(['[3x5]', '— 1 —', ...prose, '某某市人民政府', '2026年1月5日']);
  });

  it('are none in a signature, a table of contents and spaced titles', async () => {
    const document = await ofPage(
      text(150, 80, '通   知   书', 20),
      ...paragraph(72, 120, ['一、总体要求          1', '二、重点任务          3', '三、保障措施          9']),
      text(300, 300, '某某市人民政府'),
      text(310, 320, '2026年1月5日'),
    );
    expect(tables(document)).toEqual([]);
  });
});

describe('what is refused or warned of', () => {
  const good = handmadePdf([{ draw: [text(72, 100, '关于印发方案的通知')] }]);

  it('a page without text is named', async () => {
    const document = await read({ draw: [text(72, 100, '有字')] }, { draw: [line(0, 0, 100, 100)] });
    expect(document.warnings.map((w) => [w.code, w.page])).toEqual([['page_without_text', 2]]);
  });

  it('text past the edge of the page is left out and named', async () => {
    const document = await ofPage(text(72, 100, '纸上'), text(700, 100, '纸外'));
    expect(texts(document)).toEqual(['纸上']);
    expect(document.warnings.map((w) => w.code)).toEqual(['text_outside_page']);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['no page with text', () => handmadePdf([{ draw: [] }, { draw: [line(0, 0, 9, 9)] }]), 'needs_ocr'],
    ['cut in half', () => good.slice(0, good.length / 2), 'damaged'],
    ['only a header', () => new TextEncoder().encode('%PDF-1.7\n'), 'damaged'],
    ['a password', async () => await kit((pdf) => pdf.text('secret'), { userPassword: 'a', ownerPassword: 'b' }), 'encrypted'],
  ])('%s', async (_name, make, code) => {
    expect(await refusal(await make(), 'a.pdf')).toBe(code);
  });

  it('an owner password alone does not keep anyone from reading', async () => {
    const bytes = await kit((pdf) => pdf.text('public'), { ownerPassword: 'b' });
    expect(texts(await readDocument(bytes, 'a.pdf'))).toEqual(['public']);
  });

  it('leaves the bytes it is given alone', async () => {
    const before = Uint8Array.from(good);
    await readDocument(good, 'a.pdf');
    expect(good).toEqual(before);
  });
});
