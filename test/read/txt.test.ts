import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/read/index.js';
import { InputRefused } from '../../pipeline/refused.js';
import { documentSchema, type Block, type Document } from '../../schemas/document.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (text: string): Promise<Document> => await readDocument(utf8(text), '通知.txt');

function texts(document: Document): string[] {
  return document.blocks.map((block) =>
    block.kind === 'table'
      ? rows(block)
          .map((row) => row.join('|'))
          .join(' / ')
      : block.text,
  );
}

function rows(block: Block | undefined): string[][] {
  if (block?.kind !== 'table') throw new Error('no table');
  const grid = Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, () => '∅'));
  for (const cell of block.cells) (grid[cell.row] ?? [])[cell.column] = cell.text;
  return grid;
}

async function refusal(bytes: Uint8Array, name = 'x.txt'): Promise<string> {
  try {
    await readDocument(bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof InputRefused) return error.code;
    throw error;
  }
}

describe('encodings', () => {
  const sample = '关于印发《行动方案》的通知\n各县（市、区）人民政府：\n到2028年，规模突破2000亿元。';
  const expected = sample.split('\n');
  const utf16be = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'utf16-be'));

  it.each([
    ['UTF-8', utf8(sample)],
    ['UTF-8 with a mark', utf8(`\uFEFF${sample}`)],
    ['UTF-16 LE with a mark', new Uint8Array(iconv.encode(`\uFEFF${sample}`, 'utf16-le'))],
    ['UTF-16 BE with a mark', utf16be(`\uFEFF${sample}`)],
    ['UTF-16 LE without one', new Uint8Array(iconv.encode(sample, 'utf16-le'))],
    ['UTF-16 BE without one', utf16be(sample)],
    ['UTF-32 LE with a mark', new Uint8Array(iconv.encode(`\uFEFF${sample}`, 'utf-32le'))],
    ['UTF-32 BE with a mark', new Uint8Array(iconv.encode(`\uFEFF${sample}`, 'utf-32be'))],
    ['UTF-8, filled up with NULs', utf8(sample + '\0'.repeat(40))],
    ['UTF-8 with a mark and characters without width inside', utf8(sample.replaceAll('，', '\uFEFF，\u200B'))],
    ['GBK', new Uint8Array(iconv.encode(sample, 'gbk'))],
    ['GB 18030', new Uint8Array(iconv.encode(sample, 'gb18030'))],
    ['CRLF', utf8(sample.replaceAll('\n', '\r\n'))],
    ['CR', utf8(sample.replaceAll('\n', '\r'))],
  ])('%s', async (_name, bytes) => {
    expect(texts(await readDocument(bytes, 'a.txt'))).toEqual(expected);
  });

  it('keeps a four-byte character of GB 18030', async () => {
    const bytes = new Uint8Array(iconv.encode('㐀镇、𠮷村。', 'gb18030'));
    expect(texts(await readDocument(bytes, 'a.txt'))).toEqual(['㐀镇、𠮷村。']);
  });

  it('reads UTF-8 that is cut within a character as UTF-8, and says so', async () => {
    const document = await readDocument(utf8(sample.repeat(5)).slice(0, -1), 'a.txt');
    expect(texts(document)[0]).toBe(expected[0]);
    expect(document.warnings.map((warning) => warning.code)).toEqual(['broken_characters']);
  });
});

describe('lines', () => {
  it('trims, marks indents and blank lines', async () => {
    const document = await read('标题\n\n　　一段话。 \n    又一段\n\u00A0\n 一格\n');
    expect(document.blocks.map((b) => (b.kind === 'table' ? null : [b.text, b.blankBefore, b.indented]))).toEqual([
      ['标题', false, false],
      ['一段话。', true, true],
      ['又一段', false, true],
      ['一格', true, false],
    ]);
    expect(document.pages).toBeNull();
    expect(documentSchema.parse(document)).toEqual(document);
  });

  it('counts pages at form feeds', async () => {
    const document = await read('甲\n乙\f丙\n\f\f丁\n\f');
    expect(document.pages).toBe(4);
    expect(document.blocks.map((b) => [b.kind === 'table' ? '' : b.text, b.page])).toEqual([
      ['甲', 1],
      ['乙', 1],
      ['丙', 2],
      ['丁', 4],
    ]);
  });

  it('leaves tags of super- and subscripts and lone marks alone', async () => {
    expect(texts(await read('面积100m<sup>2</sup>\n3*130t/h+1**2\n# 1\n1#楼'))).toEqual([
      '面积100m<sup>2</sup>',
      '3*130t/h+1**2',
      '1',
      '1#楼',
    ]);
  });
});

describe('Markdown', () => {
  it('keeps the words of links and pictures', async () => {
    const document = await read('[首页](/) / [通知公告](/zwgk/tzgg/)\n府发[2021](3号)，见[附件](https://a.gov.cn/b.pdf)。');
    expect(texts(document)).toEqual(['首页 / 通知公告', '府发[2021](3号)，见附件。']);
  });

  it('reads headings, bold marks and rules', async () => {
    const document = await read('# 标题\n---\n###  二级 ##\n##无空格\n正文**加粗**文字\n=====\n***\n完');
    expect(document.blocks.map((b) => (b.kind === 'table' ? null : [b.kind, b.level, b.text, b.blankBefore]))).toEqual([
      ['heading', 1, '标题', false],
      ['heading', 3, '二级', true],
      ['heading', 2, '无空格', false],
      ['line', null, '正文加粗文字', false],
      ['line', null, '完', true],
    ]);
  });

  it('reads pipe tables', async () => {
    const document = await read('前\n| 序号 | **名称** |\n|:--|---:|\n| 1 | 甲<br>乙 |\n| 2 | a\\|b |\n后');
    expect(document.blocks.map((b) => b.kind)).toEqual(['line', 'table', 'line']);
    expect(rows(document.blocks[1])).toEqual([
      ['序号', '名称'],
      ['1', '甲\n乙'],
      ['2', 'a|b'],
    ]);
  });
});

describe('tab tables', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain',
      '序号\t名称\n1\t甲',
      [
        ['序号', '名称'],
        ['1', '甲'],
      ],
    ],
    [
      'leading tabs are empty cells',
      '链\t年\t数\n纺织\t2023\t1\n\t\t2\n\t2024\t3',
      [
        ['链', '年', '数'],
        ['纺织', '2023', '1'],
        ['', '', '2'],
        ['', '2024', '3'],
      ],
    ],
    [
      'a row with a leading tab only',
      '合计\t1\n\t2',
      [
        ['合计', '1'],
        ['', '2'],
      ],
    ],
    [
      'an end tab in every row is no column',
      'a\tb\t\nc\td\t',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'an end tab in some rows is a cell',
      'a\tb\t\nc\td\te',
      [
        ['a', 'b', ''],
        ['c', 'd', 'e'],
      ],
    ],
    [
      'ragged rows stay as they are',
      'a\tb\tc\nd\te',
      [
        ['a', 'b', 'c'],
        ['d', 'e', '∅'],
      ],
    ],
    [
      'the last cell goes on',
      '1\t甲\t建设内容包括\n厂房和宿舍\n2\t乙\t食堂',
      [
        ['1', '甲', '建设内容包括\n厂房和宿舍'],
        ['2', '乙', '食堂'],
      ],
    ],
    [
      'a cell broken over two lines in the middle of its row',
      '序号\t名称\t内容\t投资\n1\t甲\t新建厂房，\n购置设备\t300\n2\t乙\t改造\n车间\n和仓库\t500',
      [
        ['序号', '名称', '内容', '投资'],
        ['1', '甲', '新建厂房，\n购置设备', '300'],
        ['2', '乙', '改造\n车间\n和仓库', '500'],
      ],
    ],
    [
      'short rows that are whole',
      '序号\t名称\t内容\t投资\t备注\n1\t甲\t厂房\n2\t乙\t仓库\n合计\t\t900',
      [
        ['序号', '名称', '内容', '投资', '备注'],
        ['1', '甲', '厂房', '∅', '∅'],
        ['2', '乙', '仓库', '∅', '∅'],
        ['合计', '', '900', '∅', '∅'],
      ],
    ],
    ['a line that begins mid-sentence', '1\t甲\t厂房\n、宿舍等。', [['1', '甲', '厂房\n、宿舍等。']]],
  ])('%s', async (_name, text, expected) => {
    expect(rows((await read(text)).blocks[0])).toEqual(expected);
  });

  it('ends at a blank line, a heading and a note', async () => {
    const document = await read('a\tb\n\nc\td\n# 标题\ne\tf\n注：数据为预计数。\n一、目标');
    expect(document.blocks.map((b) => b.kind)).toEqual(['table', 'table', 'heading', 'table', 'line', 'line']);
  });

  it('takes a tab at the edge of running text for an indent', async () => {
    const document = await read('\t为贯彻落实精神，制定本方案。\n一、目标\t\n正文');
    expect(document.blocks.map((b) => (b.kind === 'table' ? null : [b.text, b.indented]))).toEqual([
      ['为贯彻落实精神，制定本方案。', true],
      ['一、目标', false],
      ['正文', false],
    ]);
  });
});

describe('what is refused', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['nothing', new Uint8Array(), 'a.txt', 'empty'],
    ['white space', utf8(' \n　\n\t\f\n'), 'a.txt', 'empty'],
    ['NULs', new Uint8Array(64), 'a.txt', 'binary'],
    ['junk', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + ((i * i) >> 3)) % 256), 'a.txt', 'binary'],
    ['a picture cut off', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'a.jpg', 'damaged'],
    ['an unknown ending', utf8('a,b'), 'a.psd', 'unsupported'],
    ['text named .docx', utf8('通知'), 'a.docx', 'damaged'],
    ['text named .pdf', utf8('通知'), 'a.pdf', 'damaged'],
  ])('%s', async (_name, bytes, name, code) => {
    expect(await refusal(bytes, name)).toBe(code);
  });
});

describe('tables without tabs', () => {
  const DRAWN = [
    '┌────┬────────┬────┐',
    '│序号    │名称            │金额    │',
    '├────┼────────┼────┤',
    '│1       │甲项目          │30      │',
    '│        │二期            │        │',
    '├────┼────────┴────┤',
    '│2       │合并的格子                │',
    '│        ├────────┬────┤',
    '│        │乙项目          │40      │',
    '└────┴────────┴────┘',
  ];

  it.each<[string, string[]]>([
    ['with box characters as wide as Chinese ones', DRAWN],
    ['with narrow ones', ['┌────┬──────┐', '│序号│名称  │', '├────┼──────┤', '│1   │甲项目│', '└────┴──────┘']],
  ])('drawn %s', async (_name, lines) => {
    const document = await read(['表1', ...lines, '正文'].join('\n'));
    const table = document.blocks[1];
    expect(document.blocks.map((b) => b.kind)).toEqual(['line', 'table', 'line']);
    expect(rows(table).slice(0, 1)).toEqual([lines === DRAWN ? ['序号', '名称', '金额'] : ['序号', '名称']]);
    if (lines !== DRAWN) return;
    expect(rows(table).slice(1)).toEqual([
      ['1', '甲项目\n二期', '30'],
      ['2', '合并的格子', '∅'],
      ['∅', '乙项目', '40'],
    ]);
    expect(
      table?.kind === 'table' &&
        table.cells.filter((c) => c.rowSpan + c.columnSpan > 2).map((c) => [c.text, c.rowSpan, c.columnSpan]),
    ).toEqual([
      ['2', 2, 1],
      ['合并的格子', 1, 2],
    ]);
  });

  it('drawn with lines of several widths stay lines', async () => {
    const document = await read('┌──┬──┐\n│甲乙丙丁│乙│\n└──┴──┘');
    expect(document.blocks.map((b) => b.kind)).toEqual(['line', 'line', 'line']);
  });

  it('set with blanks', async () => {
    const document = await read(
      '县区        企业数    产值\n东湖区          12     3.5\n青云谱区       101    12.0\n\n合计各区情况。',
    );
    expect(rows(document.blocks[0])).toEqual([
      ['县区', '企业数', '产值'],
      ['东湖区', '12', '3.5'],
      ['青云谱区', '101', '12.0'],
    ]);
  });

  const HEADED = [
    '序号  项目名称                  总投资      建设内容                        建设地点',
    '                                （万元）',
    '      一、新建项目（2个）       8000',
    '1     有机肥生产线              3000        新建厂房2栋，购置设备12台，     临江县',
    '                                            年产有机肥5万吨',
    '',
    '2     城东高性能建筑材料标准    5000        建设标准厂房3万平方米           石门县',
    '      厂房项目',
    '      合  计                    8000',
  ];

  it('under a head: empty cells, cells that go on below, groups, blank lines between rows', async () => {
    const document = await read([...HEADED, '', '注：投资以批复为准。'].join('\n'));
    expect(document.blocks.map((b) => b.kind)).toEqual(['table', 'line']);
    expect(rows(document.blocks[0])).toEqual([
      ['序号', '项目名称', '总投资\n（万元）', '建设内容', '建设地点'],
      ['', '一、新建项目（2个）', '8000', '', ''],
      ['1', '有机肥生产线', '3000', '新建厂房2栋，购置设备12台，\n年产有机肥5万吨', '临江县'],
      ['2', '城东高性能建筑材料标准\n厂房项目', '5000', '建设标准厂房3万平方米', '石门县'],
      ['', '合  计', '8000', '', ''].map((text) => text.replace('合  计', '合 计')),
    ]);
  });

  it('a row for each figure and for each number, though the first column says nothing again', async () => {
    const document = await read(
      [
        '县区        行业        产值（亿元）   企业数',
        '临江县      铜加工      320            41',
        '            木家具      15             12',
        '石门县      医药        88             9',
      ].join('\n'),
    );
    expect(rows(document.blocks[0]).slice(1)).toEqual([
      ['临江县', '铜加工', '320', '41'],
      ['', '木家具', '15', '12'],
      ['石门县', '医药', '88', '9'],
    ]);
  });

  const TASKS = [
    '序号  工作任务      工作举措                      牵头单位            配合单位            完成时限',
    '1     铜基新材料    建成铜箔检测中心，引进设备供  抚河市工业和信息化  临江县人民政府、石  2026年12月',
    '                    应商12家以上                                      门县人民政府        底前',
    '2                   推进铜加工园改造              抚河市财政局        石门县人民政府      2026年',
    '3     数字转型      开展企业诊断，建设工业互联网  抚河市自然资源局临  各县人民政府、市数  2027年',
    '                    平台2个                       江分局              据局',
  ];
  const TASK_ROWS = [
    ['建成铜箔检测中心，引进设备供\n应商12家以上', '抚河市工业和信息化', '临江县人民政府、石\n门县人民政府', '2026年12月\n底前'],
    ['推进铜加工园改造', '抚河市财政局', '石门县人民政府', '2026年'],
    ['开展企业诊断，建设工业互联网\n平台2个', '抚河市自然资源局临\n江分局', '各县人民政府、市数\n据局', '2027年'],
  ];

  it('rows apart by blank lines: most cells of one go on in the line below', async () => {
    const spaced = TASKS.flatMap((line) => (line.startsWith(' ') ? [line] : ['', line]));
    const document = await read(spaced.join('\n'));
    expect(rows(document.blocks[0]).map((row) => row.slice(2))).toEqual([
      ['工作举措', '牵头单位', '配合单位', '完成时限'],
      ...TASK_ROWS,
    ]);
  });

  it('without blank lines most cells of a row go on where one of them is visibly cut, else below is a row', async () => {
    const document = await read(TASKS.join('\n'));
    const found = rows(document.blocks[0]).map((row) => row.slice(2));
    expect(found[1]).toEqual(TASK_ROWS[0]);
    expect(found.slice(3).map((row) => row[0])).toEqual(['开展企业诊断，建设工业互联网', '平台2个']);
  });

  it('a measure of its own below a short one stays a row, in a table with blank lines too', async () => {
    const own = [
      TASKS[0],
      '',
      '1     铜基新材料    建设园区                      市工信局            石门县人民政府      2026年',
      '                    建成铜箔检测中心并投入使用    抚河市自然资源局    临江县人民政府      2027年',
      '',
      '2     数字转型      开展企业诊断                  市数据局            石门县人民政府      2026年',
    ];
    const document = await read(own.join('\n'));
    expect(rows(document.blocks[0]).map((row) => row[2])).toEqual([
      '工作举措',
      '建设园区',
      '建成铜箔检测中心并投入使用',
      '开展企业诊断',
    ]);
  });

  const ROWS = [
    '1     有机肥生产线              3000        新建厂房2栋                     临江县',
    '2     石材加工园                1200        新建厂房6栋                     石门县',
    '3     冷链中心                  900         建设冷库1座                     临江县',
  ];

  it.each<[string, string[], string[][]]>([
    [
      'with its head again',
      [HEADED[0] ?? '', ROWS[2] ?? ''],
      [
        ['序号', '项目名称'],
        ['3', '冷链中心'],
      ],
    ],
    ['without', [ROWS[2] ?? ''], [['3', '冷链中心']]],
  ])('goes on below a page number %s', async (_name, below, expected) => {
    const lines = [HEADED[0], ...ROWS.slice(0, 2), '', '                — 3 —', '', ...below];
    const document = await read(lines.join('\n'));
    expect(document.blocks.map((b) => b.kind)).toEqual(['table', 'line', 'table']);
    expect(rows(document.blocks[2]).map((row) => row.slice(0, 2))).toEqual(expected);
  });

  it('a line whose words reach over several columns ends it', async () => {
    const document = await read(
      [...HEADED.slice(0, 8), '以上项目由县发展和改革局会同有关部门按月调度，定期通报进展情况。'].join('\n'),
    );
    expect(document.blocks.map((b) => b.kind)).toEqual(['table', 'line']);
  });

  it('set with blanks, with headings of groups and cells that go on in the next line', async () => {
    const document = await read(
      [
        '序号  集群名称              依托园区          所在地',
        '一、东川市（2个）',
        ' 1    石门轴承产业集群      石门经济开发区    石门县',
        ' 2    临江竹木产业集群      临江生态工业      临江县',
        '                            园区',
        '西川市（1个）',
        ' 10   南城水泵产业集群      南城工业园区      南城县',
        '注：排名不分先后。',
      ].join('\n'),
    );
    expect(rows(document.blocks[0])).toEqual([
      ['序号', '集群名称', '依托园区', '所在地'],
      ['一、东川市（2个）', '', '', ''],
      ['1', '石门轴承产业集群', '石门经济开发区', '石门县'],
      ['2', '临江竹木产业集群', '临江生态工业\n园区', '临江县'],
      ['西川市（1个）', '', '', ''],
      ['10', '南城水泵产业集群', '南城工业园区', '南城县'],
    ]);
    expect(document.blocks).toHaveLength(2);
  });

  it('set with blanks end before a line that stands under no cell, and before a heading that no row follows', async () => {
    const list = ['序号  名称      县区', ' 1    甲园区    临江县', ' 2    乙园区    石门县', ' 3    丙园区    南城县'];
    for (const line of ['          二〇二五年六月', '二、工作要求', '      注：以上园区', '   各县（市、区）要抓好落实。'])
      expect((await read([...list, line, '请认真贯彻执行。'].join('\n'))).blocks.map((b) => b.kind)).toEqual([
        'table',
        'line',
        'line',
      ]);
  });

  it.each<[string, string]>([
    ['a head without rows that fill it', '序号  名称  金额\n      甲项目\n      乙项目'],
    ['two columns', '市财政局    2026年1月5日\n市商务局    2026年1月5日\n市科技局    2026年1月6日'],
    ['words spaced out', '关  于  印  发\n行  动  方  案\n的  通  知  函'],
    [
      'sentences',
      '第一，加快。  第二，推进。  第三，落实。\n第一，加快。  第二，推进。  第三，落实。\n第一，加快。  第二，推进。  第三，落实。',
    ],
  ])('%s make none', async (_name, text) => {
    expect((await read(text)).blocks.map((b) => b.kind)).toEqual(['line', 'line', 'line']);
  });
});
