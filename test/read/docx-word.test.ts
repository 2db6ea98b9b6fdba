import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import type { Document } from '../../schemas/document.js';
import { handmadeDocx, level, list, numbered, para, run, tbl, tc, type HandmadeParts } from './handmade-docx.js';
import { rows, tables, texts } from './show.js';

const read = async (parts: HandmadeParts | string): Promise<Document> =>
  await readDocument(handmadeDocx(typeof parts === 'string' ? { body: parts } : parts), '通知.docx');
const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const field = (text: string, result: string): string =>
  mark('begin') + code(text) + (result === '' ? '' : mark('separate') + result) + mark('end');
const style = (id: string, inner: string, type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
const num = (id: number, abstract: number, rest = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${rest}</w:num>`;

describe('what Word writes around text', () => {
  it.each<[string, string, string[]]>([
    [
      'the prompt of an empty control is no text',
      para(
        `${run('标题')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt>`,
      ),
      ['标题'],
    ],
    ['a ring around a number', para(field(' EQ \\o\\ac(○,3) ', '') + run('项')), ['③项']],
    ['an older phonetic guide', para(field(' EQ \\* jc2 \\o\\ad(\\s\\up 9(hong),洪) ', '') + run('府')), ['洪府']],
    ['a sign by its code', para(field(' SYMBOL 254 \\f Wingdings ', '') + run('同意')), ['☑同意']],
    ['a formula field without a word in it', para(field(' EQ \\f(1,2) ', '') + run('半')), ['半']],
    ['signs of a symbol font in a text', para(run('\uF0FE', '<w:rFonts w:hAnsi="Wingdings"/>') + run('有')), ['☑有']],
    [
      'guides over words',
      para(
        '<w:r><w:ruby><w:rt><w:r><w:t>hong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>洪</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      ['洪'],
    ],
    [
      'a moved paragraph joins what is left of it to the next',
      para(run('甲') + `<w:moveFrom w:id="1">${run('走')}</w:moveFrom>`, '<w:rPr><w:moveFrom w:id="2"/></w:rPr>') + para('乙'),
      ['甲乙'],
    ],
    [
      'a deleted paragraph end at the end of a cell keeps its text there',
      tbl([tc(para('甲', '<w:rPr><w:del w:id="1"/></w:rPr>')), tc('乙')], [tc('1'), tc('2')]),
      ['[2x2]'],
    ],
    [
      'changes of looks are none of text',
      para(run('甲', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
      ['甲'],
    ],
    ['a hidden row', `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>${tc('藏')}</w:tr><w:tr>${tc('见')}</w:tr></w:tbl>`, ['见']],
  ])('%s', async (_name, body, expected) => {
    expect(texts(await read(body))).toEqual(expected);
  });

  it('joins the broken lines of a heading', async () => {
    const body = para('<w:r><w:t>关于印发方案</w:t><w:br/><w:t>的通知</w:t></w:r>', '<w:outlineLvl w:val="0"/>');
    expect(texts(await read(body))).toEqual(['关于印发方案的通知']);
  });

  it('leaves a table of contents out and says so', async () => {
    const styles = style('t1', '<w:name w:val="toc 1"/>');
    const body =
      para('目　录') +
      para(mark('begin') + code(' TOC \\o "1-3" ') + mark('separate') + run('一、总体要求') + field(' PAGEREF x ', run('1'))) +
      para(run('二、重点任务')) +
      para(mark('end')) +
      para('三、写死的目录行', '<w:pStyle w:val="t1"/>') +
      para('一、总体要求');
    const document = await read({ body, styles });
    expect(texts(document)).toEqual(['目　录', '一、总体要求']);
    expect(document.warnings.map((w) => w.code)).toEqual(['contents_left_out']);
  });

  it('reads boxes in a group, each once', async () => {
    const box = (text: string): string => `<wps:wsp><wps:txbx><w:txbxContent>${para(text)}</w:txbxContent></wps:txbx></wps:wsp>`;
    const group = `<mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wps:grp>${box('甲市人民政府')}${box('文件')}</wps:grp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:group><v:shape><v:textbox><w:txbxContent>${para('甲市人民政府')}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(texts(await read(para(`<w:r>${group}</w:r>`) + para('正文')))).toEqual(['甲市人民政府', '文件', '正文']);
  });

  it('takes the letterhead from a header of the first page only', async () => {
    const section = (first: string): string => `<w:sectPr><w:headerReference w:type="first" r:id="header"/>${first}</w:sectPr>`;
    const header = para('某某市人民政府文件');
    expect(texts(await read({ body: para('正文') + section('<w:titlePg/>'), header }))).toEqual(['某某市人民政府文件', '正文']);
    expect(texts(await read({ body: para('正文') + section(''), header }))).toEqual(['正文']);
    expect(texts(await read({ body: header + para('正文') + section('<w:titlePg/>'), header }))).toEqual([
      '某某市人民政府文件',
      '正文',
    ]);
  });

  it('reads the strict names of the standard', async () => {
    const parts = unzipSync(
      handmadeDocx({ body: para('总体要求', numbered(0)), numbering: list([level(0, 'chineseCounting', '%1、')]) }),
    );
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        strToU8(
          strFromU8(bytes)
            .replaceAll(
              'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
              'http://purl.oclc.org/ooxml/wordprocessingml/main',
            )
            .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/', 'http://purl.oclc.org/ooxml/officeDocument/'),
        ),
      ]),
    );
    expect(texts(await readDocument(zipSync(strict), '通知.wps'))).toEqual(['一、总体要求']);
  });
});

describe('numbers', () => {
  const decimal = level(0, 'decimal', '%1.');

  it('do not count what is hidden or deleted', async () => {
    const body =
      para('甲', numbered(0)) +
      para(run('藏', '<w:vanish/>'), `${numbered(0)}<w:rPr><w:vanish/></w:rPr>`) +
      para('<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>', `${numbered(0)}<w:rPr><w:del w:id="2"/></w:rPr>`) +
      para('乙', numbered(0));
    expect(texts(await read({ body, numbering: list([decimal]) }))).toEqual(['1.甲', '2.乙']);
  });

  it('are counted on by a list that borrows the definition of a numbering style', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="ns"/>${decimal}</w:abstractNum>` +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="ns"/></w:abstractNum>' +
      num(1, 0) +
      num(2, 1);
    const body = para('甲', numbered(0, 2)) + para('乙', numbered(0, 1)) + para('丙', numbered(0, 2));
    expect(texts(await read({ body, numbering }))).toEqual(['1.甲', '2.乙', '3.丙']);
  });

  it('come through chains of styles, the list from one and the level from another', async () => {
    const styles =
      style('h1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('h2', '<w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
      style('h2x', '<w:basedOn w:val="h2"/>');
    const numbering = list([level(0, 'chineseCounting', '%1、'), level(1, 'chineseCounting', '（%2）')]);
    const body = ['h1', 'h2', 'h2x', 'h1'].map((id) => para('题', `<w:pStyle w:val="${id}"/>`)).join('');
    expect(texts(await read({ body, styles, numbering }))).toEqual(['一、题', '（一）题', '（二）题', '二、题']);
  });

  it('stand apart from the words where they end in one themselves', async () => {
    const body = para('为规范管理，制定本办法。', numbered(0)) + para('目标', numbered(1));
    const numbering = list([level(0, 'chineseCounting', '第%1条'), level(1, 'decimalEnclosedCircle', '%2')]);
    expect(texts(await read({ body, numbering }))).toEqual(['第一条 为规范管理，制定本办法。', '①目标']);
  });

  it('begin anew at the start that a list gives a deeper level', async () => {
    const nums = num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = [
      [0, 1],
      [1, 1],
      [1, 2],
      [0, 2],
      [1, 2],
    ]
      .map(([at = 0, id = 1]) => para('题', numbered(at, id)))
      .join('');
    const numbering = list([decimal, level(1, 'decimal', '%1.%2')], nums);
    expect(texts(await read({ body, numbering }))).toEqual(['1.题', '1.1 题', '1.5 题', '2.题', '2.5 题']);
  });

  it.each<[string, string, string[]]>([
    ['a level that never restarts', '<w:lvlRestart w:val="0"/>', ['1.', '(1)', '2.', '(2)']],
    ['a level that restarts', '', ['1.', '(1)', '2.', '(1)']],
  ])('%s', async (_name, rest, expected) => {
    const body = [0, 1, 0, 1].map((at) => para('', numbered(at))).join('');
    expect(texts(await read({ body, numbering: list([decimal, level(1, 'decimal', '(%2)', rest)]) }))).toEqual(expected);
  });

  it('of a level with words and no figure', async () => {
    const numbering = list([level(0, 'none', '附件'), level(1, 'none', '')]);
    expect(texts(await read({ body: para('清单', numbered(0)) + para('正文', numbered(1)), numbering }))).toEqual([
      '附件 清单',
      '正文',
    ]);
  });
});

describe('tables', () => {
  const wide = (text: string, width: number, rest = ''): string => tc(text, `<w:tcW w:w="${width}" w:type="dxa"/>${rest}`);
  const bare = (...cells: string[]): string => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;

  it('a table of data inside a cell stands behind the outer one, and is told', async () => {
    const inner = tbl([tc('甲'), tc('乙')], [tc('1'), tc('2')]);
    const document = await read(tbl([tc(para('外') + inner + para('后')), tc('丙')], [tc('丁'), tc('戊')]));
    expect(tables(document).map(rows)).toEqual([
      [
        ['外\n后', '丙'],
        ['丁', '戊'],
      ],
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
    ]);
    expect(document.warnings.map((w) => w.code)).toEqual(['nested_table']);
  });

  it.each<[string, string, string[]]>([
    [
      'one column is a frame',
      tbl([tc('某某市人民政府文件')], [tc('某府发〔2026〕1号')]),
      ['某某市人民政府文件', '某府发〔2026〕1号'],
    ],
    ['one row without rules is a frame', bare(tc('某某市人民政府'), tc('文件')), ['某某市人民政府', '文件']],
    ['one row with rules is data', tbl([tc('甲'), tc('乙')]), ['[1x2]']],
    [
      'one row beside another table is data',
      bare(tc('甲'), tc('乙')) + tbl([tc('1'), tc('2')], [tc('3'), tc('4')]),
      ['[1x2]', '[2x2]'],
    ],
    ['a row of no cells is none', `<w:tbl><w:tr/><w:tr>${tc('甲')}</w:tr></w:tbl>`, ['甲']],
  ])('%s', async (_name, body, expected) => {
    expect(texts(await read(body))).toEqual(expected);
  });

  it('makes the grid from widths where cells leave their spans out', async () => {
    const body = tbl(
      [wide('指标', 1000), wide('2025年', 2000), wide('2026年', 2005)],
      [wide('', 1000), ...['一', '二', '三', '四'].map((text) => wide(text, 1000))],
    );
    expect(rows((await read(body)).blocks[0])).toEqual([
      ['指标', '2025年', '∅', '2026年', '∅'],
      ['', '一', '二', '三', '四'],
    ]);
  });

  it('leaves a ragged table as its cells say', async () => {
    const body = tbl([wide('甲', 2000, '<w:gridSpan w:val="2"/>'), wide('乙', 1000)], [wide('丙', 1000), wide('丁', 1000)]);
    expect(rows((await read(body)).blocks[0])).toEqual([
      ['甲', '∅', '乙'],
      ['丙', '丁', '∅'],
    ]);
  });
});
