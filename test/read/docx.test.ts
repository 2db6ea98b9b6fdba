import * as docx from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inFormat } from '../../pipeline/read/docx/numerals.js';
import { readDocument } from '../../pipeline/read/index.js';
import { documentSchema, type Document } from '../../schemas/document.js';
import { handmadeDocx, level, list, numbered, para, RULES, run, tbl, tc, type HandmadeParts } from './handmade-docx.js';
import { refusal, rows, tables, texts } from './show.js';

const read = async (parts: HandmadeParts | string): Promise<Document> =>
  await readDocument(handmadeDocx(typeof parts === 'string' ? { body: parts } : parts), '通知.docx');

const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('paragraphs', () => {
  it.each<[string, string, string[]]>([
    ['runs are joined', para(run('关于') + run('通知', '<w:b/>')), ['关于通知']],
    ['line breaks and tabs stay', para('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>'), ['甲\n乙\t丙']],
    ['hyphens', para('<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C\u00ADD</w:t></w:r>'), ['A-BCD']],
    ['deleted text is no text', para(`${run('保留')}<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del>`), ['保留']],
    ['inserted text is text', para(`${run('原有')}<w:ins w:id="1">${run('增加')}</w:ins>`), ['原有增加']],
    [
      'moved text stands where it went',
      para(`<w:moveFrom w:id="1">${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo w:id="2">${run('甲')}</w:moveTo>`),
      ['乙甲'],
    ],
    ['a deleted paragraph end joins two', para('前半', '<w:rPr><w:del w:id="1"/></w:rPr>') + para('后半'), ['前半后半']],
    [
      'hidden text is left out',
      para(run('看得见') + run('看不见', '<w:vanish/>') + run('也看得见', '<w:vanish w:val="0"/>')),
      ['看得见也看得见'],
    ],
    ['of a field only the result', para(field(' REF x ', run('第3条'))), ['第3条']],
    ['a field over paragraphs', para(field(' REF y ', `${run('一')}</w:p><w:p>${run('二')}`)), ['一', '二']],
    ['fields in fields', para(field(`</w:instrText></w:r>${field(' X ', run('内'))}<w:r><w:instrText>`, run('外'))), ['外']],
    [
      'links and tags',
      para(
        `<w:hyperlink>${run('链接')}</w:hyperlink><w:smartTag>${run('标记')}</w:smartTag><w:sdt><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt>`,
      ),
      ['链接标记控件'],
    ],
    ['block-level controls', `<w:sdt><w:sdtContent>${para('控件里')}</w:sdtContent></w:sdt>`, ['控件里']],
    ['ticked boxes', para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>同意</w:t></w:r>'), ['☑同意']],
    [
      'formulas',
      para('<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'),
      ['x2'],
    ],
    ['a frame of one cell is text', tbl([tc(para('框内一') + para('框内二'))]), ['框内一', '框内二']],
    [
      'Word art',
      para('<w:r><w:pict><v:shape><v:textpath string="某某市人民政府文件"/></v:shape></w:pict></w:r>'),
      ['某某市人民政府文件'],
    ],
  ])('%s', async (_name, body, expected) => {
    const document = await read(body);
    expect(texts(document)).toEqual(expected);
    expect(document.warnings).toEqual([]);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it('reads a text box once, before the paragraph it hangs on', async () => {
    const box = `<w:txbxContent>${para('某某市人民政府文件')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(texts(await read(para(`<w:r>${both}</w:r>${run('某府发〔2026〕1号')}`)))).toEqual([
      '某某市人民政府文件',
      '某府发〔2026〕1号',
    ]);
  });

  it('marks indents, empty paragraphs and headings', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="2"/></w:style>';
    const body =
      para('正文') +
      para('') +
      para('顶格', '<w:ind w:firstLineChars="0"/>') +
      para('二级', '<w:pStyle w:val="x"/>') +
      para('三级', '<w:outlineLvl w:val="2"/>') +
      para('　　空格');
    const { blocks } = await read({ body, styles });
    expect(blocks.map((b) => (b.kind === 'table' ? null : [b.kind, b.text, b.level, b.blankBefore, b.indented]))).toEqual([
      ['paragraph', '正文', null, false, true],
      ['paragraph', '顶格', null, true, false],
      ['heading', '二级', 2, false, false],
      ['heading', '三级', 3, false, true],
      ['paragraph', '空格', null, false, true],
    ]);
  });

  it('puts footnotes at the end', async () => {
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${para(text)}</w:footnote>`;
    const body = para(`${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + para('末段');
    expect(texts(await read({ body, footnotes: note(1, '别的') + note(2, '脚注') }))).toEqual(['正文', '末段', '脚注']);
  });
});

describe('automatic numbers', () => {
  const official = list([
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCountingThousand', '（%2）'),
    level(2, 'decimal', '%3.'),
    level(3, 'decimalEnclosedCircle', '%4'),
  ]);
  const numbers = async (body: string, numbering: string, styles = ''): Promise<string[]> =>
    texts(await read({ body, numbering, styles }));

  it('are those of a notice', async () => {
    const body = [0, 1, 2, 2, 3, 1, 2, 0, 1].map((at) => para('题', numbered(at))).join('') + para('正文');
    expect(await numbers(body, official)).toEqual([
      '一、题',
      '（一）题',
      '1.题',
      '2.题',
      '①题',
      '（二）题',
      '1.题',
      '二、题',
      '（一）题',
      '正文',
    ]);
  });

  it('stand apart from digits that follow', async () => {
    expect(await numbers(para('2026年工作', numbered(2)), official)).toEqual(['1. 2026年工作']);
  });

  it('name several levels, in decimal where it is asked for', async () => {
    const levels = [level(0, 'upperRoman', '%1'), level(1, 'decimal', '%1.%2'), level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')];
    const body = [0, 1, 2, 1].map((at) => para('题', numbered(at))).join('');
    expect(await numbers(body, list(levels))).toEqual(['I 题', 'I.1 题', '1.1.1 题', 'I.2 题']);
  });

  it('count on over lists of one definition, and begin anew where a list says so', async () => {
    const nums = [1, 2, 3]
      .map(
        (id) =>
          `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${id === 3 ? '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>' : ''}</w:num>`,
      )
      .join('');
    const body = [1, 2, 3, 3].map((id) => para('题', numbered(0, id))).join('');
    expect(await numbers(body, list([level(0, 'decimal', '%1.')], nums))).toEqual(['1.题', '2.题', '5.题', '6.题']);
  });

  it('come from styles, and are switched off by list 0', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const levels = [level(0, 'decimal', '%1.'), level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="h"/>')];
    const body =
      para('甲', '<w:pStyle w:val="h"/>') +
      para('乙', '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      para('丙', '<w:pStyle w:val="h"/>');
    expect(await numbers(body, list(levels), styles)).toEqual(['（一）甲', '乙', '（二）丙']);
  });

  it('are no text for bullets, and fill the cells of a number column', async () => {
    const numbering = list([level(0, 'bullet', '\uF06C'), level(1, 'decimal', '%2')]);
    const document = await read({
      body: para('点', numbered(0)) + tbl([tc(para('', numbered(1))), tc('甲')], [tc(para('', numbered(1))), tc('乙')]),
      numbering,
    });
    expect(document.blocks[0]).toMatchObject({ text: '点' });
    expect(rows(document.blocks[1])).toEqual([
      ['1', '甲'],
      ['2', '乙'],
    ]);
  });

  it.each<[string, number, string]>([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 2000, '二千'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographDigital', 2026, '二〇二六'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['japaneseCounting', 11, '十一'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircleChinese', 21, '㉑'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedFullstop', 2, '⒉'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['lowerLetter', 28, 'bb'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['somethingNew', 4, '4'],
  ])('%s %d is %s', (format, value, expected) => {
    expect(inFormat(value, format)).toBe(expected);
  });
});

describe('tables', () => {
  const merge = (value?: string): string => `<w:vMerge${value === undefined ? '' : ` w:val="${value}"`}/>`;
  const wide = (span: number): string => `<w:gridSpan w:val="${span}"/>`;

  it('keep merged cells, both ways', async () => {
    const body = tbl(
      [tc('产业链', merge('restart')), tc('全区', wide(2))],
      [tc('', merge()), tc('2025'), tc('2026')],
      [tc('', merge('continue')), tc('1'), tc('2')],
      [tc('合计'), tc('3', wide(2))],
    );
    const [table] = tables(await read(body));
    expect(table).toMatchObject({ rows: 4, columns: 3, page: null });
    expect(table?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan, c.columnSpan])).toEqual([
      ['产业链', 0, 0, 3, 1],
      ['全区', 0, 1, 1, 2],
      ['2025', 1, 1, 1, 1],
      ['2026', 1, 2, 1, 1],
      ['1', 2, 1, 1, 1],
      ['2', 2, 2, 1, 1],
      ['合计', 3, 0, 1, 1],
      ['3', 3, 1, 1, 2],
    ]);
  });

  it.each<[string, string, string[][]]>([
    [
      'paragraphs and breaks in a cell',
      tbl([tc(para('甲') + para('') + para('<w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>')), tc('丁')]),
      [['甲\n乙\n丙', '丁']],
    ],
    ['a nested table of one row', tbl([tc(para('外') + tbl([tc('1'), tc('2')]) + para('')), tc('乙')]), [['外\n1\t2', '乙']]],
    [
      'empty rows and columns',
      tbl([tc('甲'), tc('')], [tc(''), tc('')]),
      [
        ['甲', ''],
        ['', ''],
      ],
    ],
    [
      'deleted rows',
      `<w:tbl>${RULES}<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr>${tc('甲')}${tc('乙')}</w:tr></w:tbl>`,
      [['甲', '乙']],
    ],
    [
      'rows that begin later',
      `<w:tbl><w:tr>${tc('甲')}${tc('乙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('丙')}</w:tr></w:tbl>`,
      [
        ['甲', '乙'],
        ['∅', '丙'],
      ],
    ],
    [
      'the old sideways merge',
      tbl([tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙')]),
      [['甲', '∅', '乙']],
    ],
    ['a merge that goes on from nothing', tbl([tc('甲', merge()), tc('乙')]), [['甲', '乙']]],
    [
      'text in the covered part',
      tbl([tc('甲', merge('restart')), tc('1')], [tc('又', merge()), tc('2')]),
      [
        ['甲\n又', '1'],
        ['∅', '2'],
      ],
    ],
    [
      'rows in a control',
      `<w:tbl>${RULES}<w:sdt><w:sdtContent><w:tr>${tc('甲')}${tc('乙')}</w:tr></w:sdtContent></w:sdt></w:tbl>`,
      [['甲', '乙']],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(rows((await read(body)).blocks[0])).toEqual(expected);
  });
});

it('reads what another producer writes', async () => {
  const cell = (text: string, options: Partial<docx.ITableCellOptions> = {}): docx.TableCell =>
    new docx.TableCell({ children: [new docx.Paragraph(text)], ...options });
  const file = new docx.Document({
    numbering: { config: [{ reference: 'n', levels: [{ level: 0, format: docx.LevelFormat.CHINESE_COUNTING, text: '%1、' }] }] },
    sections: [
      {
        headers: { default: new docx.Header({ children: [new docx.Paragraph('页眉')] }) },
        children: [
          new docx.Paragraph({ text: '行动方案', heading: docx.HeadingLevel.HEADING_1 }),
          new docx.Paragraph({ text: '总体要求', numbering: { reference: 'n', level: 0 } }),
          new docx.Paragraph({ text: '重点任务', numbering: { reference: 'n', level: 0 } }),
          new docx.Table({
            rows: [
              new docx.TableRow({ children: [cell('甲', { rowSpan: 2 }), cell('乙', { columnSpan: 2 })] }),
              new docx.TableRow({ children: [cell('丙'), cell('丁')] }),
            ],
          }),
        ],
      },
    ],
  });
  const document = await readDocument(new Uint8Array(await docx.Packer.toBuffer(file)), 'a.docx');
  expect(texts(document)).toEqual(['行动方案', '一、总体要求', '二、重点任务', '[2x3]']);
  expect(document.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  expect(rows(document.blocks[3])).toEqual([
    ['甲', '乙', '∅'],
    ['∅', '丙', '丁'],
  ]);
});

describe('what is refused', () => {
  const good = handmadeDocx({ body: para('关于印发方案的通知') });
  const ole = (stream: string): Uint8Array => {
    const bytes = new Uint8Array(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(Buffer.from(`${stream}\0`, 'utf16le'), 512);
    return bytes;
  };
  const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

  it.each<[string, Uint8Array, string]>([
    ['cut in half', good.slice(0, good.length / 2), 'damaged'],
    ['broken XML', handmadeDocx({ body: '<w:p>' }), 'damaged'],
    ['an undeclared entity', handmadeDocx({ body: para('&lol;') }), 'damaged'],
    ['a main part that is no XML', zip('[Content_Types].xml', 'word/document.xml'), 'damaged'],
    ['no main part', zip('[Content_Types].xml', 'word/styles.xml'), 'unsupported'],
    ['no text', handmadeDocx({ body: para('') }), 'empty'],
    ['nesting past the bound', handmadeDocx({ body: '<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300) }), 'too_large'],
    ['a spreadsheet whose parts are no XML', zip('[Content_Types].xml', 'xl/workbook.xml'), 'damaged'],
    ['an OFD whose parts are no XML', zip('OFD.xml', 'Doc_0/Document.xml'), 'damaged'],
    ['any ZIP', zip('a.txt'), 'unsupported'],
    ['an encrypted document', ole('EncryptedPackage'), 'encrypted'],
    ['a compound file that only names a Word document', ole('WordDocument'), 'damaged'],
    ['an old spreadsheet', ole('Workbook'), 'unsupported'],
  ])('%s', async (_name, bytes, code) => {
    expect(await refusal(bytes, 'a.docx')).toBe(code);
  });

  it('an archive that says it unpacks to more than the bound', async () => {
    const bytes = handmadeDocx({ body: para('小') });
    // The uncompressed size in a member's entry of the central directory (APPNOTE 4.3.12).
    const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('PK\u0001\u0002');
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(entry + 24, 250 * 1024 * 1024, true);
    expect(await refusal(bytes, 'bomb.docx')).toBe('too_large');
  });
});
