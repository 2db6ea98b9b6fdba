import { describe, expect, it } from 'vitest';
import { planOf, type Part } from '../support/documents.js';
import { describeChecks, findingsOf, project, projectsBelow } from '../support/findings.js';

const TASKS: Part = [
  ['序号', '重点任务', '责任单位'],
  ['1', '招商引资', '市商务局'],
];
const annexed = (listed: string[], ...annexes: [string, string][]): Part[] => [
  ...planOf(['请落实。', `附件：1.${listed[0] ?? ''}`, ...listed.slice(1).map((t, i) => `${i + 2}.${t}`)]),
  ...annexes.flatMap(([mark, title]): Part[] => [mark, title, TASKS]),
];
const chains = (label: string): Part[] =>
  planOf([
    '一、发展路径',
    '铜基材料产业链：做强加工环节。',
    '光电信息产业链：做强封装环节。',
    '现代针纺产业链：做强设计环节。',
    '预测表',
    [
      ['产业链', '年份', '全市', '甲县', '乙县'],
      ['铜基材料产业链', '2026', '30', '10', '20'],
      ['光电信息产业链', '2026', '30', '10', '20'],
      [label, '2026', '30', '10', '20'],
    ],
  ]);
const named = (written: string): Part[] =>
  planOf([
    `${written}等2个产业集群评价结果为优秀。`,
    '一、优秀等次（2个）',
    '信丰县数字视听产业集群、大余县钨及有色金属深加工产业集群',
    '二、良好等次（2个）',
    '上犹县玻纤新材料产业集群、崇义县钨新材料产业集群',
  ]);
const total = (amount: string): Part[] =>
  projectsBelow([`全市共安排重点项目2个，总投资${amount}。`], project(1, '甲厂房', '50000'), project(2, '乙道路', '60000'));
const LONG = '围绕重点产业链实施强链补链延链行动，推动项目早开工、早投产、早见效';

describeChecks([
  [
    'cross_reference',
    'an attachment that does not follow',
    annexed(['重点任务分工表', '责任单位联系表'], ['附件1', '重点任务分工表']),
    { params: { what: 'missing', number: 2 }, expected: '责任单位联系表', actual: null },
    annexed(['重点任务分工表', '责任单位联系表'], ['附件1', '重点任务分工表'], ['附件2', '责任单位联系表']),
  ],
  [
    'cross_reference',
    'an annex that is not listed',
    annexed(
      ['重点任务分工表', '责任单位联系表'],
      ['附件1', '重点任务分工表'],
      ['附件2', '责任单位联系表'],
      ['附件3', '招商任务表'],
    ),
    { params: { what: 'extra', number: 3 }, expected: null, actual: '招商任务表' },
    annexed(['重点任务分工表', '责任单位联系表']),
  ],
  [
    'cross_reference',
    'a reference to an attachment that is not there',
    planOf(['具体分工见附件3。', '附件：1.重点任务分工表', '2.责任单位联系表']),
    { params: { what: 'beyond', number: 3 } },
    planOf(['具体分工见附件2。', '附件：1.重点任务分工表', '2.责任单位联系表']),
  ],
  [
    'cross_reference',
    'a total that the text gives otherwise',
    total('12亿元'),
    { params: { what: 'total_investment', table: '重点项目清单' }, expected: 1_100_000_000, actual: 1_200_000_000 },
    total('11亿元'),
  ],
  [
    'cross_reference',
    'a label that the text writes otherwise',
    chains('现代纺织产业链'),
    { params: { what: 'label', table: '预测表' }, expected: '现代针纺产业链', actual: '现代纺织产业链' },
    chains('现代针纺产业链'),
  ],
  [
    'cross_reference',
    'a name that the list writes otherwise',
    named('大余县钨及有色金属精加工产业集群'),
    { params: { what: 'name' }, expected: '大余县钨及有色金属深加工产业集群', actual: '大余县钨及有色金属精加工产业集群' },
    named('大余县钨及有色金属深加工产业集群'),
  ],
  [
    'cross_reference',
    'the plan that is issued under another name',
    planOf(['《抚河市产业提升行动方案》已经市政府同意。']),
    { params: { what: 'own_title' }, expected: '抚河市产业发展行动方案', actual: '抚河市产业提升行动方案' },
    planOf(['《抚河市产业发展行动方案》已经市政府同意。根据《抚河市工业发展行动规划》制定。']),
  ],
  [
    'cross_reference',
    'the place that issues it with a character less',
    [
      '青山湖区人民政府关于加快产业发展的通知',
      '湖政发〔2025〕7号',
      '各镇人民政府：',
      '到2027年，青山区规上企业达到30家。',
      '青山湖区人民政府',
      '2025年3月6日',
    ],
    { params: { what: 'own_place' }, expected: '青山湖区', actual: '青山区' },
    [
      '青山湖区人民政府关于加快产业发展的通知',
      '湖政发〔2025〕7号',
      '各镇人民政府：',
      '到2027年，青山湖区规上企业达到30家。',
      '青山湖区人民政府',
      '2025年3月6日',
    ],
  ],
  [
    'duplicate_row',
    'a task that stands twice',
    planOf([
      '重点任务分工表',
      [
        ['序号', '重点任务', '责任单位'],
        ['1', '开展招商引资', '市商务局'],
        ['2', '推进技术改造', '市工信局'],
        ['3', '开展招商引资', '市商务局'],
      ],
    ]),
    { expected: 1, actual: 2, rows: [1, 3] },
    planOf([
      '重点任务分工表',
      [
        ['序号', '重点任务', '责任单位'],
        ['1', '开展招商引资', '市商务局'],
        ['2', '推进技术改造', '市工信局'],
        ['3', '开展招商引资', '市投促局'],
      ],
    ]),
  ],
  [
    'duplicate_row',
    'a name that a list holds twice',
    planOf(['一、优秀等次（3个）', '信丰县数字视听产业集群、大余县钨产业集群、信丰县数字视听产业集群']),
    { expected: 1, actual: 2 },
    planOf(['一、优秀等次（3个）', '信丰县数字视听产业集群、大余县钨产业集群、信丰县家具产业集群']),
  ],
  [
    'duplicate_text',
    'a sentence that stands twice in a paragraph',
    planOf(['一、任务', `（一）建强链条。${LONG}。完善要素保障机制。${LONG}。`]),
    { severity: 'warning', expected: 1, actual: 2 },
    planOf(['一、任务', `（一）建强链条。${LONG}。完善要素保障机制。`]),
  ],
  [
    'duplicate_text',
    'a sentence that stands twice in a cell',
    planOf([
      '重点任务分工表',
      [
        ['序号', '重点任务', '责任单位'],
        ['1', `${LONG}。${LONG}。`, '市商务局'],
      ],
    ]),
    { severity: 'warning' },
    planOf([
      '重点任务分工表',
      [
        ['序号', '重点任务', '责任单位'],
        ['1', `${LONG}。`, '市商务局'],
        ['2', `${LONG}。`, '市工信局'],
      ],
    ]),
  ],
  [
    'duplicate_text',
    'a character set twice',
    planOf(['一、任务', '各各镇、街道要抓好落实。']),
    { severity: 'info' },
    planOf(['一、任务', '各镇、街道要抓好落实，各级各部门要配合。']),
  ],
]);

describe('duplicate_text', () => {
  it('does not tell responsibility clauses that many tasks share', () => {
    const clause = '责任单位：市工业和信息化局、市发展改革委、市财政局';
    expect(
      findingsOf(planOf(['一、任务', `（一）甲。建设平台。${clause}。`, `（二）乙。引进人才。${clause}。`]), 'duplicate_text'),
    ).toEqual([]);
  });
});

describe('cross_reference', () => {
  it.each([
    ['an old document under nearly the same name', '《抚河市产业发展行动计划》（抚府发〔2019〕15号）同时废止。'],
    ['the plan of the province', '根据《江西省产业发展行动方案》制定。'],
  ])('does not tell %s', (_name, text) => {
    expect(findingsOf(planOf([text]), 'cross_reference')).toEqual([]);
  });

  it('holds a shortened title of an attachment to be worth a look, no more', () => {
    const parts = annexed(['任务分工表', '责任单位联系表'], ['附件1', '抚河市产业发展任务分工表'], ['附件2', '责任单位联系表']);
    expect(findingsOf(parts, 'cross_reference')).toMatchObject([{ severity: 'info', expected: '任务分工表' }]);
  });

  it.each([
    ['two names that a number tells apart', '信丰县数字视听产业园一期', '信丰县数字视听产业园二期'],
    ['two places', '信丰县数字视听产业集群', '信东县数字视听产业集群'],
    ['a name without 县', '大余钨及有色金属深加工产业集群', '大余县钨及有色金属深加工产业集群'],
  ])('does not tell %s', (_name, written, listed) => {
    const parts = planOf([`支持${written}发展。`, '一、名单（2个）', `${listed}、上犹县玻纤新材料产业集群`]);
    expect(findingsOf(parts, 'cross_reference')).toEqual([]);
  });
});
