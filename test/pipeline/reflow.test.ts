import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedAt, rawAt, reflow } from '../../pipeline/reflow/index.js';
import { documentOf, type Part } from '../support/documents.js';
import { anyDocument } from '../support/random.js';
import { wrapped } from '../support/variants.js';

const flowOf = (parts: readonly Part[]) => reflow(documentOf(parts));
/** The paragraphs of a mended text, and its tables as rows with | between cells. */
const itemsOf = (parts: readonly Part[]): string[] => {
  const flow = flowOf(parts);
  return flow.items.map((item) =>
    item.kind === 'table'
      ? item.rows.map((r) => flow.text.slice(r.start, r.end).replaceAll('\t', '|')).join(' / ')
      : flow.text.slice(item.start, item.end),
  );
};

const PARAGRAPHS = [
  '为加快培育先进制造业，推动产业链上下游协同发展，进一步提升园区承载能力和服务水平，根据全市工业发展大会的部署，结合我市实际，制定本方案。',
  '坚持规划引领、项目支撑、创新驱动，围绕铜基新材料、光电信息、生物医药三条重点产业链，集中资源要素，加大招商引资力度，力争用三年时间形成特色鲜明、配套完善的产业体系。',
  '支持企业建设研发机构，鼓励高校院所在园区设立中试基地，对通过认定的平台按照有关规定给予支持，逐步形成从实验室到生产线的完整链条。',
];

describe('lines joined into paragraphs', () => {
  it.each([28, 30, 34, 37, 40])('wrapped at %i characters', (width) => {
    expect(itemsOf(PARAGRAPHS.flatMap((p) => wrapped(p, width)))).toEqual(PARAGRAPHS);
  });

  it.each([28, 34, 40])('wrapped at %i characters, gaps between instead of indents', (width) => {
    expect(itemsOf(PARAGRAPHS.flatMap((p) => ['', ...wrapped(p, width, '')]))).toEqual(PARAGRAPHS);
  });

  it('stay apart where each line is a paragraph', () => {
    expect(itemsOf(PARAGRAPHS)).toEqual(PARAGRAPHS);
  });

  it.each<[string, string[], string[]]>([
    [
      'a word cut in two',
      ['推动铜基新材料、光电信息、生物医药等重点产', '业集群发展壮大。'],
      ['推动铜基新材料、光电信息、生物医药等重点产业集群发展壮大。'],
    ],
    ['an open bracket', ['各有关单位（市直', '部门）要抓好落实。'], ['各有关单位（市直部门）要抓好落实。']],
    ['an open title', ['按照《产业发展', '三年行动方案》要求推进。'], ['按照《产业发展三年行动方案》要求推进。']],
    ['a list that goes on', ['责任单位：市工信局、', '市财政局'], ['责任单位：市工信局、市财政局']],
    [
      'Latin words',
      ['推广应用工业软件，建设企业级的 Industrial', 'Internet 平台。'],
      ['推广应用工业软件，建设企业级的 Industrial Internet 平台。'],
    ],
    ['a heading', ['一、总体要求', '坚持创新驱动。'], ['一、总体要求', '坚持创新驱动。']],
    ['a list of dashes', ['——规模壮大', '——质效提升'], ['——规模壮大', '——质效提升']],
    [
      'a document number and what stands below it',
      [
        '抚河市人民政府关于印发抚河市推进新型工业化三年行动方案的通',
        '知',
        '抚府发〔2025〕8号',
        '各县（区）人民政府，市政府各部门',
      ],
      ['抚河市人民政府关于印发抚河市推进新型工业化三年行动方案的通知', '抚府发〔2025〕8号', '各县（区）人民政府，市政府各部门'],
    ],
    ['signature and date', ['抚河市人民政府', '2025年3月6日'], ['抚河市人民政府', '2025年3月6日']],
  ])('%s', (_name, lines, expected) => {
    expect(itemsOf(lines)).toEqual(expected);
  });

  it('a numbered sentence without a comma that fills its line goes on below its indent, a heading does not', () => {
    const prose = PARAGRAPHS.flatMap((p) => wrapped(p, 28));
    const sentence = ['　　（二）近三年平均资产负债率超过本省同行业平均水平的企', '业占比达到三分之一以上的；'];
    const heading = ['　　（三）进一步提高开发区和工业园区的承载能力和服务水平', '　　完善园区的道路、管网和公共服务平台。'];
    expect(itemsOf([...prose, ...sentence, ...heading]).slice(PARAGRAPHS.length)).toEqual([
      sentence.join('').trim(),
      ...heading.map((line) => line.trim()),
    ]);
  });

  it('an item of a list that begins with a year, where lines are full', () => {
    const prose = PARAGRAPHS.flatMap((p) => wrapped(p, 28));
    const list = ['附件：1.2025年抚河市先进制造业集群名单及主导产业分布表', '2.2025年通过复核的集群名单'];
    expect(itemsOf([...prose, ...list]).slice(PARAGRAPHS.length)).toEqual(list);
  });

  it('over a page break', () => {
    expect(itemsOf([{ page: 1 }, '围绕铜基新材料、光电信息、生物医药等重点领', { page: 2 }, '域开展招商。'])).toEqual([
      '围绕铜基新材料、光电信息、生物医药等重点领域开展招商。',
    ]);
  });
});

describe('a label at the foot of a page', () => {
  const label = '支持企业建设研发机构，鼓励高校院所设立中试基地，全年新增市级以上创新平台十个，转化成果二十项。责任单位：';
  const others = PARAGRAPHS.flatMap((p) => wrapped(p, 28));

  it.each<[string, string, string[]]>([
    ['is followed by what it announces', '市科技局牵头，市财政局配合。', [`${label}市科技局牵头，市财政局配合。`]],
    ['is not followed by a heading', '三、保障措施', [label, '三、保障措施']],
  ])('%s', (_name, next, expected) => {
    expect(itemsOf([...others, ...wrapped(label, 28), '', '— 2 —', '', next, ...others]).slice(3, -3)).toEqual(expected);
  });
});

describe('a paragraph of labels', () => {
  const project =
    '1.项目名称：抚河市高频铜箔生产线扩建及配套项目（一期）；建设地点：临江县铜产业园；建设内容及规模：新建铜箔生产线、表面处理车间；总投资：二亿元；建设年限：二年；责任单位：临江县人民政府。';

  it.each([26, 27, 28, 29, 30, 31, 32, 33, 34])('wrapped at %i characters, wherever that cuts a label', (width) => {
    const others = PARAGRAPHS.flatMap((p) => wrapped(p, width, ''));
    expect(itemsOf([...others, ...wrapped(project, width, ''), '2.项目名称：石门县竹炭生产线项目。'])).toContain(project);
  });
});

describe('what stands around the text', () => {
  it('page numbers and running heads', () => {
    const pages = [1, 2, 3, 4].flatMap((n): Part[] => [
      { page: n },
      '抚河市人民政府公报',
      `第${n}项工作要加快推进，确保取得实效。`,
      `具体安排由主管部门另行印发，请遵照执行。`,
      `— ${n} —`,
    ]);
    const flow = flowOf(pages);
    expect(flow.text).not.toContain('公报');
    expect(flow.text).not.toContain('—');
    expect(flow.aside.filter((a) => a.reason === 'running_head')).toHaveLength(4);
    expect(flow.aside.filter((a) => a.reason === 'page_number').map((a) => a.page)).toEqual([1, 2, 3, 4]);
  });

  it.each(['- 3 -', '—12—', '第3页 共9页', '3/9'])('a page number: “%s”', (line) => {
    expect(flowOf(['各单位要抓好落实。', line]).aside).toEqual([{ reason: 'page_number', text: line, page: null, block: 1 }]);
  });

  it.each([
    '您当前的位置：首页>政务公开>文件',
    '首页 > 信息公开',
    '首页 机构概况 新闻动态 政务公开 政务服务 互动交流 专题专栏',
    '发布时间：2025-03-24 浏览次数：120',
    '来源：市政府办公室',
    '【打印】',
    '分享到：微信',
    '字号：大 中 小',
    '上一篇：关于节能的通知',
    '版权所有：抚河市人民政府',
    '赣ICP备00000000号',
    '网站标识码：0000000000',
    '扫一扫在手机打开当前页',
  ])('of a web page: “%s”', (line) => {
    expect(flowOf(['各单位要抓好落实。', line]).aside.map((a) => a.reason)).toEqual(['web_chrome']);
  });

  it.each([
    '首页建设要突出政务服务，主页内容要及时更新。',
    '来源广泛、结构合理。',
    '编辑出版产业年鉴，展示发展成就。',
    '责任单位：市工信局',
  ])('not a sentence: “%s”', (line) => {
    expect(flowOf(['各单位要抓好落实。', line]).aside).toEqual([]);
  });

  it('is told, not lost', () => {
    const flow = flowOf(['打印', '各单位要抓好落实。']);
    expect(flow.aside).toEqual([{ reason: 'web_chrome', text: '打印', page: null, block: 0 }]);
  });
});

describe('characters that stand twice at a break', () => {
  const known = ['建设一批特色产业集群，形成产业集群梯队。', '做强产业集群。'];

  it('once are enough where the word is known', () => {
    const flow = flowOf([...known, '巩固提升铜基新材料、光电信息、生物医药等重点产', '产业集群的竞争力。']);
    expect(flow.text).toContain('重点产业集群的竞争力');
    expect(flow.repairs).toEqual([
      { kind: 'repeated_at_break', start: flow.text.indexOf('产业集群的竞争力'), from: '产产', to: '产' },
    ]);
  });

  it('stay where they are two words', () => {
    const flow = flowOf([...known, '逐步推进改革。', '围绕铜基新材料、光电信息、生物医药等领域逐步', '步入高质量发展轨道。']);
    expect(flow.text).toContain('逐步步入');
    expect(flow.repairs).toEqual([]);
  });

  it('stay where nothing else in the text tells', () => {
    const flow = flowOf(['围绕铜基新材料、光电信息、生物医药等领域，持续完善园', '园区配套设施。']);
    expect(flow.text).toContain('园园区');
    expect(flow.repairs).toEqual([]);
  });
});

describe('tables', () => {
  const head = ['序号', '项目名称', '总投资（万元）'];

  it('go on over pages, their repeated heads dropped', () => {
    expect(
      itemsOf([{ page: 1 }, [head, ['1', '甲厂房', '500'], ['2', '乙厂房', '600']], { page: 2 }, [head, ['3', '丙厂房', '700']]]),
    ).toEqual(['序号|项目名称|总投资（万元） / 1|甲厂房|500 / 2|乙厂房|600 / 3|丙厂房|700']);
  });

  it('go on over pages without a head', () => {
    expect(itemsOf([{ page: 1 }, [head, ['1', '甲厂房', '500']], { page: 2 }, [['2', '乙厂房', '600']]])).toHaveLength(1);
  });

  it('have rows that a page cuts', () => {
    expect(
      itemsOf([
        { page: 1 },
        [head, ['1', '甲园区标准', '500']],
        { page: 2 },
        [
          ['', '厂房项目', ''],
          ['2', '乙厂房', '600'],
        ],
      ]),
    ).toEqual(['序号|项目名称|总投资（万元） / 1|甲园区标准厂房项目|500 / 2|乙厂房|600']);
  });

  it('stay apart where text stands between', () => {
    expect(itemsOf([[head, ['1', '甲厂房', '500']], '附件2', [head, ['1', '乙厂房', '600']]])).toHaveLength(3);
  });

  it('stay apart where their heads differ', () => {
    expect(
      itemsOf([
        { page: 1 },
        [head, ['1', '甲', '5']],
        { page: 2 },
        [
          ['序号', '单位名称', '户数'],
          ['1', '乙', '6'],
        ],
      ]),
    ).toHaveLength(2);
  });

  it('keep a cell on one line', () => {
    expect(
      itemsOf([
        [
          ['名称', '内容'],
          ['甲\n厂房', '新建\t厂房'],
        ],
      ]),
    ).toEqual(['名称|内容 / 甲 厂房|新建 厂房']);
  });
});

describe('the way back', () => {
  it('leads from a mended character to its block and page', () => {
    const document = documentOf([{ page: 3 }, '围绕铜基新材料、光电信息、生物医药等重点领', { page: 4 }, '域开展招商。']);
    const flow = reflow(document);
    const at = flow.text.indexOf('域开展');
    expect(rawAt(flow.map, at)).toEqual({ block: 1, cell: null, at: 0, page: 4 });
    expect(flow.pages).toEqual([
      { start: 0, page: 3 },
      { start: at, page: 4 },
    ]);
  });

  it('leads into cells', () => {
    const flow = flowOf([
      [
        ['名称', '数量'],
        ['甲厂房', '5'],
      ],
    ]);
    const place = rawAt(flow.map, flow.text.indexOf('厂房'));
    expect(place).toMatchObject({ block: 0, cell: 2, at: 1 });
  });

  it('is a round trip for every character of any document, and tells the same character', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const flow = reflow(document);
        for (let i = 0; i < flow.text.length; i++) {
          const place = rawAt(flow.map, i);
          if (place === null) {
            expect(flow.text[i]).toMatch(/[\n\t ]/);
            continue;
          }
          const block = document.blocks[place.block];
          const source = block?.kind === 'table' ? block.cells[place.cell ?? -1]?.text : block?.text;
          expect(source?.[place.at]).toBe(flow.text[i]);
          expect(mendedAt(flow.map, place)).toBe(i);
        }
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('has pieces in order that do not overlap, and pages that ascend', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const flow = reflow(document);
        flow.map.forEach((piece, i) => {
          expect(piece.start).toBeGreaterThanOrEqual(i === 0 ? 0 : (flow.map[i - 1]?.end ?? 0));
          expect(piece.end).toBeGreaterThan(piece.start);
        });
        flow.pages.forEach((p, i) => {
          if (i > 0) expect(p.start).toBeGreaterThan(flow.pages[i - 1]?.start ?? -1);
        });
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  it('loses no character but those set aside, mended or dropped with a repeated head', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const flow = reflow(document);
        const bare = (text: string): string => text.replace(/\s/g, '');
        const read = bare(flow.text).length + bare(flow.aside.map((a) => a.text).join('')).length;
        const mended = flow.repairs.reduce((n, r) => n + r.from.length - r.to.length, 0);
        const text = document.blocks.filter((b) => b.kind !== 'table').map((b) => b.text);
        const cells = document.blocks.filter((b) => b.kind === 'table').flatMap((b) => b.cells.map((c) => c.text));
        expect(read + mended).toBeLessThanOrEqual(bare([...text, ...cells].join('')).length);
        expect(read + mended).toBeGreaterThanOrEqual(bare(text.join('')).length);
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
