import { describe, expect, it } from 'vitest';
import type { Notice, ParagraphRole } from '../../extractors/index.js';
import { FOOT, HEAD, noticeOf, noticesOf, planOf, segmentsOf, type Part } from '../support/documents.js';

const withRole = (notice: Notice, role: ParagraphRole): string[] =>
  notice.paragraphs.filter((p) => p.role === role).map((p) => notice.text.slice(p.start, p.end));

const BODY = ['一、总体要求', '坚持创新驱动，推动产业集聚发展。', '二、重点任务', '（一）优化布局。编制产业地图。'];
const SECOND = [
  '抚河市人民政府办公室关于做好节能降碳工作的通知',
  '抚府办发〔2025〕11号',
  '各乡镇人民政府，市直各单位：',
  '为做好节能降碳工作，现通知如下。',
  '抚河市人民政府办公室',
  '2025年4月2日',
];

describe('the head of a notice', () => {
  it('is read from title, number, address and signature', () => {
    expect(noticeOf(planOf(BODY)).head).toMatchObject({
      title: '抚河市人民政府关于印发抚河市产业发展行动方案的通知',
      document_number: '抚府发〔2025〕7号',
      issuers: ['抚河市人民政府'],
      issued_on: '2025-03-06',
      kind: '通知',
      recipients: ['各县（市、区）人民政府'],
    });
  });

  it.each<[string, Part[], Partial<Notice['head']>]>([
    [
      'a title over several lines',
      ['抚河市人民政府', '关于印发抚河市产业发展行动方案的', '通知', ...HEAD.slice(1), ...BODY, ...FOOT],
      { title: HEAD[0] ?? '' },
    ],
    [
      'a letterhead',
      [
        '抚河市人民政府文件',
        '抚府发〔2025〕7号',
        '关于印发抚河市产业发展行动方案的通知',
        '各有关单位：',
        ...BODY,
        '2025年3月6日',
      ],
      { document_number: '抚府发〔2025〕7号', issuers: ['抚河市人民政府'] },
    ],
    [
      'square brackets in the number',
      [HEAD[0] ?? '', '抚府发[2025]7号', ...HEAD.slice(2), ...BODY, ...FOOT],
      { document_number: '抚府发〔2025〕7号' },
    ],
    ['a date in Chinese', [...HEAD, ...BODY, '抚河市人民政府', '二〇二五年三月六日'], { issued_on: '2025-03-06' }],
    [
      'a date behind a full line in wrapped text',
      [
        ...HEAD,
        '一、为推动产业集聚发展，现就有关事项通知如下，请各地各有关单位结合',
        '实际，认真抓好组织落实，重要情况及时报告市政府办公室，不得延误拖拉。',
        '二、各地要加强统筹协调，压实工作责任，强化要素保障，推动各项任务落',
        '地见效，工作推进情况于每月十日前报送市工业和信息化局汇总后通报实施。',
        '2025年3月6日',
      ],
      { issued_on: '2025-03-06' },
    ],
    [
      'the organ above a title that begins with it',
      ['抚河市人民政府', HEAD[0] ?? '', ...HEAD.slice(2), ...BODY, ...FOOT],
      { title: HEAD[0] ?? '', issuers: ['抚河市人民政府'] },
    ],
    ['no date', [...HEAD, ...BODY], { issued_on: null }],
    ['no number', [HEAD[0] ?? '', ...HEAD.slice(2), ...BODY, ...FOOT], { document_number: null, title: HEAD[0] ?? '' }],
    [
      'recipients with brackets',
      [...HEAD.slice(0, 2), '各县（市、区）人民政府，市政府各部门、各直属单位：', ...BODY, ...FOOT],
      { recipients: ['各县（市、区）人民政府', '市政府各部门', '各直属单位'] },
    ],
    ['no signature', [...HEAD, ...BODY, '2025年3月6日'], { issuers: ['抚河市人民政府'], issued_on: '2025-03-06' }],
    [
      'signature and date on one line',
      [...HEAD, ...BODY, '抚河市人民政府2025年3月6日'],
      { issuers: ['抚河市人民政府'], issued_on: '2025-03-06' },
    ],
  ])('with %s', (_name, parts, expected) => {
    expect(noticeOf(parts).head).toMatchObject(expected);
  });

  it.each<[string, string[]]>([
    ['on lines of their own', ['抚河市工业和信息化局', '抚河市财政局', '抚河市科学技术局']],
    ['on one line with blanks', ['抚河市工业和信息化局　　抚河市财政局　　抚河市科学技术局']],
    ['two and one', ['抚河市工业和信息化局　抚河市财政局', '抚河市科学技术局']],
    ['run together', ['抚河市工业和信息化局抚河市财政局抚河市科学技术局']],
  ])('has several issuers %s', (_name, signature) => {
    const notice = noticeOf([
      '关于组织申报中试平台的通知',
      '抚工信字〔2025〕9号',
      '各有关单位：',
      ...BODY,
      ...signature,
      '2025年3月6日',
    ]);
    expect(notice.head.issuers).toEqual(['抚河市工业和信息化局', '抚河市财政局', '抚河市科学技术局']);
  });

  it('takes its number from the metadata where it stands nowhere else', () => {
    const { head } = noticeOf([
      '索引号：000000-2025-0001',
      '发文机关：抚河市人民政府',
      '文号：抚府发〔2025〕7号',
      '成文日期：2025-03-06',
      HEAD[0] ?? '',
      HEAD[2] ?? '',
      ...BODY,
      ...FOOT,
    ]);
    expect(head).toMatchObject({ document_number: '抚府发〔2025〕7号', title: HEAD[0], issued_on: '2025-03-06' });
  });

  it('says where it was read', () => {
    const notice = noticeOf(planOf(BODY));
    const words = Object.entries(notice.headSpans).map(([field, span]) => [field, notice.text.slice(span.start, span.end)]);
    expect(Object.fromEntries(words)).toEqual({
      title: HEAD[0],
      document_number: HEAD[1],
      recipients: HEAD[2],
      issued_on: FOOT[1],
    });
  });

  it('names the documents it cites, not itself or what it issues', () => {
    const notice = noticeOf(
      planOf([
        '一、依据',
        '落实《全市工业振兴规划》（抚府发〔2023〕2号）和抚办字〔2024〕5号要求，《抚河市产业发展行动方案》自印发之日起施行。',
      ]),
    );
    expect(notice.head.cites).toEqual([
      { title: '全市工业振兴规划', document_number: '抚府发〔2023〕2号' },
      { title: null, document_number: '抚办字〔2024〕5号' },
    ]);
  });
});

describe('a metadata block', () => {
  const without = [HEAD[0] ?? '', HEAD[2] ?? '', ...BODY];
  it.each<[string, Part[]]>([
    ['on lines', ['文号：抚府发〔2025〕7号', '成文日期：2025-03-06', '有 效 性：有效']],
    ['in brackets', ['【文号】抚府发〔2025〕7号', '【成文日期】2025-03-06', '【有效性】有效']],
    ['several on a line', ['文号：抚府发〔2025〕7号　　成文日期：2025-03-06', '索引号：0001　有效性：有效']],
    ['with labels on lines of their own', ['文号', '抚府发〔2025〕7号', '成文日期', '2025-03-06', '有效性', '有效']],
    [
      'as a table',
      [
        [
          ['文号', '抚府发〔2025〕7号', '成文日期', '2025-03-06'],
          ['索引号', '0001', '有效性', '有效'],
        ],
      ],
    ],
  ])('%s gives what the notice does not say', (_how, block) => {
    const { head, tables } = noticeOf([...block, ...without]);
    expect(head).toMatchObject({ document_number: '抚府发〔2025〕7号', issued_on: '2025-03-06', status: '有效' });
    expect(tables).toEqual([]);
  });

  it('gives way to what the notice says', () => {
    const { head } = noticeOf(['文号：抚府发〔2024〕1号', '成文日期：2025-04-01', '发文机关：抚河市财政局', ...planOf(BODY)]);
    expect(head).toMatchObject({ document_number: '抚府发〔2025〕7号', issued_on: '2025-03-06', issuers: ['抚河市人民政府'] });
  });

  it('has no value where none fits its label', () => {
    const { head } = noticeOf(['文号：无', '有效性：', '发文机关：--', ...without]);
    expect(head).toMatchObject({ document_number: null, status: null, issuers: ['抚河市人民政府'] });
  });
});

describe('what the text says of the notice', () => {
  it('is its validity, what it repeals, and whom to turn to', () => {
    const body = [
      '第九条　本办法自印发之日起施行，有效期3年。《旧办法》（抚府发〔2019〕1号）同时废止。',
      '联系人：王强，电话：8231234',
    ];
    expect(noticeOf(planOf(body)).head).toMatchObject({
      effective_on: '2025-03-06',
      expires_on: '2028-03-05',
      repeals: [{ title: '旧办法', document_number: '抚府发〔2019〕1号' }],
      cites: [{ title: '旧办法', document_number: '抚府发〔2019〕1号' }],
      contacts: [{ name: '王强', organ: null, phone: '8231234', email: null, address: null }],
    });
  });

  it('is the term of a publicity', () => {
    const head = ['关于拟认定示范园区名单的公示', '现予公示，公示期为3月6日至3月12日。', ...FOOT];
    expect(noticeOf(head).head).toMatchObject({ kind: '公示', public_from: '2025-03-06', public_until: '2025-03-12' });
  });
});

describe('the sections of a notice', () => {
  const notice = noticeOf(
    planOf([
      '一、总体要求',
      '坚持创新驱动。',
      '二、重点任务',
      '（一）优化布局。编制地图。',
      '1.建强园区。完善厂房。',
      '（二）做优服务。设立专员。',
      '三、保障措施',
      '加强领导。',
    ]),
  );

  it('form a tree by the ranks of their marks', () => {
    expect(notice.sections.slice(1).map((s) => [s.label, notice.sections[s.parent ?? 0]?.label])).toEqual([
      ['一、总体要求', ''],
      ['二、重点任务', ''],
      ['（一）优化布局', '二、重点任务'],
      ['1.建强园区', '（一）优化布局'],
      ['（二）做优服务', '二、重点任务'],
      ['三、保障措施', ''],
    ]);
  });

  it('have the words of their headings', () => {
    expect(notice.sections.slice(1).map((s) => notice.text.slice(s.heading.start, s.heading.end))).toEqual([
      '一、总体要求',
      '二、重点任务',
      '（一）优化布局。',
      '1.建强园区。',
      '（二）做优服务。',
      '三、保障措施',
    ]);
  });

  it('begin with marked headings too', () => {
    const marked = noticeOf(planOf(['# 总体要求', '坚持创新驱动。', '## 工作目标', '到2027年，企业达到30家。']));
    expect(marked.sections.slice(1).map((s) => s.title)).toEqual(['总体要求', '工作目标']);
  });
});

describe('several notices in a file', () => {
  const gazette = [...planOf(BODY), ...SECOND];

  it('are cut apart', () => {
    const notices = noticesOf(gazette);
    expect(notices.map((n) => [n.ordinal, n.head.document_number, n.head.issued_on])).toEqual([
      [1, '抚府发〔2025〕7号', '2025-03-06'],
      [2, '抚府办发〔2025〕11号', '2025-04-02'],
    ]);
    expect(notices[0]?.text).not.toContain('节能降碳');
    expect(notices[1]?.text.startsWith('抚河市人民政府办公室关于')).toBe(true);
  });

  it('under a table of contents are none twice', () => {
    const contents = [
      '抚河市人民政府公报',
      '目录',
      '抚河市人民政府关于印发抚河市产业发展行动方案的通知………………3',
      '抚河市人民政府办公室关于做好节能降碳工作的通知………………12',
    ];
    expect(noticesOf([...contents, ...gazette]).map((n) => n.head.document_number)).toEqual([
      '抚府发〔2025〕7号',
      '抚府办发〔2025〕11号',
    ]);
  });

  it('keep their tables: one at the end of a notice is not the next one’s', () => {
    const table = [
      ['地区', '产值'],
      ['甲县', '5'],
    ];
    const notices = noticesOf([...planOf(BODY), '附件', '工业指标表', table, ...SECOND]);
    expect(notices.map((n) => n.tables.length)).toEqual([1, 0]);
  });

  it('stand where they say in the text of the file', () => {
    const [first, second] = segmentsOf(gazette);
    expect(first?.base).toBe(0);
    expect(second?.base).toBe((first?.notice.text.length ?? 0) + 1);
  });
});

describe('a notice that forwards another', () => {
  it('is one with it', () => {
    const parts = [...planOf(['现将有关通知转发给你们。', '附件：省政府办公室通知']), '附件', ...SECOND];
    expect(noticesOf(parts)).toHaveLength(1);
    expect(noticeOf(parts).head).toMatchObject({ document_number: '抚府发〔2025〕7号', issued_on: '2025-03-06' });
  });
});

describe('a page that holds its notice twice', () => {
  const long = [
    '一、总体要求',
    '坚持创新驱动，推动产业集聚发展，进一步提升园区承载能力和服务水平，形成特色鲜明、配套完善的产业体系，为全市经济高质量发展提供有力支撑。',
    '二、重点任务',
    '（一）优化布局。编制产业地图，推动铜基新材料、光电信息、生物医药等重点产业错位发展，建立健全跨区域招商项目首报首谈和利益共享机制，防止同质竞争。',
  ];

  it('gives it once, and says so', () => {
    const segments = segmentsOf([...planOf(long), ...planOf(long)]);
    expect(segments.map((s) => s.copies)).toEqual([1]);
    expect(segments[0]?.notice.text.match(/总体要求/g)).toHaveLength(1);
  });

  it('gives it once where the second copy has its lines broken otherwise', () => {
    const broken = long.flatMap((line) => (line.startsWith('（一）') ? [line.slice(0, 8), line.slice(8)] : [line]));
    const segments = segmentsOf([...planOf(long), ...planOf(broken)]);
    expect(segments.map((s) => s.copies)).toEqual([1]);
  });

  it('with another middle of the same length is two', () => {
    const other = long.map((line) =>
      line.replace(
        /铜基新材料、光电信息、生物医药等重点产业错位发展/,
        '现代家具、食品加工、文化旅游等重点产业抱团发展，另行安排专项资金予以支持，由园区具体实施',
      ),
    );
    expect(segmentsOf([...planOf(long), ...planOf(other)])).toHaveLength(2);
  });

  it('shows the headline above the title: one notice', () => {
    expect(noticesOf([HEAD[0] ?? '', '发布时间：2025-03-10 浏览次数：7', ...planOf(long)])).toHaveLength(1);
  });

  it('that differs is no copy', () => {
    expect(segmentsOf([...planOf(long), ...SECOND, ...planOf(['一、其他', '另行通知。'])]).map((s) => s.copies)).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('annexes', () => {
  const parts = planOf(['一、要求', '请认真落实。', '附件：1.重点项目清单', '2.任务分工表']).concat([
    '附件1',
    '重点项目清单',
    [
      ['序号', '项目名称', '总投资（万元）'],
      ['1', '甲厂房', '500'],
    ],
    '附件2',
    '任务分工表',
    [
      ['序号', '重点任务', '责任单位'],
      ['1', '招商', '市商务局'],
    ],
  ]);
  const notice = noticeOf(parts);

  it('are listed', () => {
    expect(notice.head.attachments).toEqual(['重点项目清单', '任务分工表']);
  });

  it('have numbers and titles', () => {
    expect(notice.annexes.map((a) => [a.number, a.title])).toEqual([
      ['1', '重点项目清单'],
      ['2', '任务分工表'],
    ]);
  });

  it('have tables with their titles', () => {
    expect(notice.tables.map((t) => [t.title, t.unit])).toEqual([
      ['重点项目清单', null],
      ['任务分工表', null],
    ]);
  });

  it.each<[string, string[], string]>([
    ['one without a number', ['附件：重点项目清单'], '重点项目清单'],
    ['one on the line of its label, numbered', ['附件：1.重点项目清单'], '重点项目清单'],
    ['half-width', ['附件:1.重点项目清单'], '重点项目清单'],
  ])('in a list: %s', (_name, list, title) => {
    expect(noticeOf(planOf(['一、要求', '请认真落实。', ...list])).head.attachments).toEqual([title]);
  });

  it('begin a numbering of their own', () => {
    const annexed = noticeOf([...planOf(BODY), '附件', '抚河市产业发展行动方案', '一、主要目标', '企业达到30家。']);
    const own = annexed.sections.filter((s) => s.annex === 1 && s.title !== '');
    expect(own.map((s) => s.label)).toEqual(['一、主要目标']);
    expect(own.map((s) => s.parent === null || annexed.sections[s.parent]?.annex === 1)).toEqual([true]);
  });
});

describe('the lines of a notice', () => {
  it('have their roles', () => {
    const notice = noticeOf([
      ...planOf(['一、总体要求', '坚持创新驱动。', '附件：任务清单']),
      '（此件公开发布）',
      '抄送：市委办公室，市人大常委会办公室。',
    ]);
    const roles = ['title', 'number', 'recipients', 'heading', 'body', 'attachment', 'signature', 'date', 'note'] as const;
    expect(Object.fromEntries(roles.map((r) => [r, withRole(notice, r)]))).toEqual({
      title: [HEAD[0]],
      number: [HEAD[1]],
      recipients: [HEAD[2]],
      heading: ['一、总体要求'],
      body: ['坚持创新驱动。'],
      attachment: ['附件：任务清单'],
      signature: [FOOT[0]],
      date: [FOOT[1]],
      note: ['（此件公开发布）', '抄送：市委办公室，市人大常委会办公室。'],
    });
  });

  it('of the plan that a notice issues begin with its title again', () => {
    const notice = noticeOf([...planOf(['现将方案印发给你们。']), '抚河市产业发展行动方案', '一、主要目标', '企业达到30家。']);
    expect(withRole(notice, 'title')).toEqual([HEAD[0], '抚河市产业发展行动方案']);
  });
});

describe('a table', () => {
  it.each<[string, string[], string | null, string | null]>([
    ['a title and a unit line', ['工业指标表', '单位：万元'], '工业指标表', '万元'],
    ['a unit in the title', ['工业指标表（单位：亿元）'], '工业指标表', '亿元'],
    ['a bare unit in the title', ['工业指标表（亿元）'], '工业指标表', '亿元'],
    ['a unit alone in brackets', ['工业指标表', '（亿元、%）'], '工业指标表', '亿元、%'],
    ['a unit below years', ['工业指标表', '（2025—2027年）', '（亿元）'], '工业指标表', '亿元'],
    ['brackets that hold no unit', ['工业指标表', '（试行）'], '工业指标表', null],
    ['a numbered title', ['（三）工业指标表'], '工业指标表', null],
    [
      'a title wrapped in words',
      ['表1 2025年全市规模以上工业企业和重点产业', '链增加值及增速情况一览表', '（单位：亿元）'],
      '表12025年全市规模以上工业企业和重点产业链增加值及增速情况一览表',
      '亿元',
    ],
    ['a title below a line that says all', ['全市先进制造业集群培育对象公示名单', '企业情况一览表'], '企业情况一览表', null],
    ['a title below a short line', ['各有关单位和企业', '重点产业链情况一览表'], '重点产业链情况一览表', null],
    ['a title below a sentence', ['现将各地工业指标完成情况公布如下：', '工业指标表'], '工业指标表', null],
    ['a title below a signature', ['抚河市工业和信息化发展局办公室', '工业指标表'], '工业指标表', null],
    ['a sentence above', ['指标如下。'], null, null],
  ])('has %s', (_name, above, title, unit) => {
    const [table] = noticeOf(
      planOf([
        ...above,
        [
          ['地区', '产值'],
          ['甲县', '5'],
        ],
      ]),
    ).tables;
    expect([table?.title, table?.unit]).toEqual([title, unit]);
  });
});

describe('a file that is no notice in form', () => {
  it('is one notice with the first title there is', () => {
    const notice = noticeOf(['抚河市产业发展行动方案', '（2025—2027年）', '一、主要目标', '到2027年，企业达到30家。']);
    expect(notice.head).toMatchObject({
      title: '抚河市产业发展行动方案（2025—2027年）',
      kind: '方案',
      document_number: null,
      issued_on: null,
    });
  });

  it.each<[string, Part[]]>([
    [
      'in a row of its table',
      [
        [
          ['编制单位：抚河市工业和信息化局', { text: '2026年3月12日', columns: 2 }, '单位：万元'],
          ['序号', '项目名称', '总投资', '责任单位'],
          ['1', '临江县铜箔基地', '12500', '临江县人民政府'],
        ],
      ],
    ],
    [
      'on a line above it',
      [
        '编制单位：抚河市工业和信息化局    2026年3月12日    单位：万元',
        [
          ['序号', '项目名称', '总投资', '责任单位'],
          ['1', '临江县铜箔基地', '12500', '临江县人民政府'],
        ],
      ],
    ],
  ])('says %s who made it, when and in which unit', (_, parts) => {
    const { head, tables } = noticeOf(['抚河市2026年重点工业项目清单', ...parts]);
    expect(head).toMatchObject({ issuers: ['抚河市工业和信息化局'], issued_on: '2026-03-12' });
    expect(tables.map((t) => t.unit)).toEqual(['万元']);
  });

  it('begins with its title, not with the organ above that the title names again', () => {
    const title = '抚河市工业和信息化局关于2025年产业集群拟认定名单';
    expect(noticeOf(['抚河市工业和信息化局', title, '拟认定临江锻造产业集群等3个集群。']).head).toMatchObject({ title });
  });

  it('without any title is one too', () => {
    expect(noticeOf(['今日天气晴朗，适宜出行。']).head).toMatchObject({ title: null, kind: null, issuers: [] });
  });

  it('and without any text gives none', () => {
    expect(noticesOf([])).toEqual([]);
    expect(noticesOf(['', '  '])).toEqual([]);
  });
});
