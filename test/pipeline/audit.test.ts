import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../pipeline/audit/index.js';
import { planOf, type CellSpec } from '../support/documents.js';
import { describeChecks, figures, findingsOf, project, projects } from '../support/findings.js';

const HEAD: CellSpec[] = ['序号', '项目名称', '总投资（万元）', '建设期限', '建设内容'];
const LONG = '围绕重点产业链实施强链补链延链行动，完善要素保障机制，推动项目早开工、早投产、早见效，形成更多实物工作量。';

describeChecks([
  [
    'text_repair',
    'a character that stood twice at a break',
    planOf([
      '建设产业集群，形成产业集群梯队，做强产业集群。',
      '围绕铜基新材料、光电信息、生物医药等重点产',
      '产业集群延链补链。',
    ]),
    { expected: '生物医药等重点产业集群延链补链', actual: '生物医药等重点产产业集群延链补链' },
    planOf(['建设产业集群，形成产业集群梯队，做强产业集群。', '围绕铜基新材料、光电信息、生物医药等重点', '产业集群延链补链。']),
  ],
  [
    'duplicate_notice',
    'a notice that stands twice',
    [
      ...planOf([LONG, LONG.replace('重点', '特色'), LONG.replace('重点', '优势'), LONG.replace('重点', '主导')]),
      ...planOf([LONG, LONG.replace('重点', '特色'), LONG.replace('重点', '优势'), LONG.replace('重点', '主导')]),
    ],
    { expected: 1, actual: 2 },
    planOf([LONG]),
  ],
  [
    'declared_count',
    'a heading that says more than its list',
    planOf(['一、优秀等次（3个）', '信丰县、大余县']),
    { expected: 3, actual: 2 },
    planOf(['一、优秀等次（2个）', '信丰县、大余县']),
  ],
  [
    'declared_count',
    'an enumeration',
    planOf(['一、布局', '重点建设四大产业片区，分别是：东部片区、西部片区、南部片区。']),
    { expected: 4, actual: 3 },
    planOf(['一、布局', '重点建设三大产业片区，分别是：东部片区、西部片区、南部片区。']),
  ],
  [
    'declared_count',
    'a number of projects',
    planOf(['全市共安排重点项目3个。', '重点项目清单', [HEAD, project(1, '甲厂房', '500'), project(2, '乙道路', '600')]]),
    { expected: 3, actual: 2 },
    planOf(['全市共安排重点项目2个。', '重点项目清单', [HEAD, project(1, '甲厂房', '500'), project(2, '乙道路', '600')]]),
  ],
  [
    'declared_count',
    'a sentence on a grade',
    planOf(['信丰县等3个县（市、区），考核结果为优秀。', '一、优秀等次', '信丰县、大余县']),
    { expected: 3, actual: 2 },
    planOf(['信丰县等2个县（市、区），考核结果为优秀。', '一、优秀等次', '信丰县、大余县']),
  ],
  [
    'sum',
    'a total of projects',
    projects(project(1, '甲厂房', '500'), project(2, '乙道路', '600'), ['', '合计', '1200', '', '']),
    { expected: 12_000_000, actual: 11_000_000 },
    projects(project(1, '甲厂房', '500'), project(2, '乙道路', '600'), ['', '合计', '1100', '', '']),
  ],
  [
    'sum',
    'a total column',
    figures(['产值', '30', '10', '20'], ['税收', '9', '4', '5'], ['户数', '18', '7', '11'], ['用地', '70', '31', '42']),
    { expected: 70, actual: 73, rows: [4] },
    figures(['产值', '30', '10', '20'], ['税收', '9', '4', '5'], ['户数', '18', '7', '11'], ['用地', '73', '31', '42']),
  ],
  [
    'sum',
    'a total row',
    planOf([
      '工业指标表',
      [
        ['地区', '产值', '税收', '户数'],
        ['甲县', '10', '4', '7'],
        ['乙县', '20', '5', '11'],
        ['合计', '30', '9', '19'],
      ],
    ]),
    { expected: 19, actual: 18 },
    planOf([
      '工业指标表',
      [
        ['地区', '产值', '税收', '户数'],
        ['甲县', '10', '4', '7'],
        ['乙县', '20', '5', '11'],
        ['合计', '30', '9', '18'],
      ],
    ]),
  ],
  [
    'duplicate_row',
    'a project that stands twice',
    projects(project(1, '甲厂房', '500'), project(2, '乙道路', '600'), project(3, '甲厂房', '500')),
    { expected: 1, actual: 2, rows: [1, 3] },
    projects(project(1, '甲厂房', '500'), project(2, '乙道路', '600'), project(3, '甲厂房二期', '500')),
  ],
  [
    'duplicate_row',
    'figures that stand twice',
    figures(['产值', '30', '10', '20'], ['税收', '9', '4', '5'], ['产值', '30', '10', '20']),
    { expected: 1, actual: 2, rows: [1, 3] },
    figures(['产值', '30', '10', '20'], ['税收', '9', '4', '5'], ['利润', '30', '10', '20']),
  ],
  [
    'duplicate_text',
    'a paragraph that stands twice',
    planOf(['一、任务', LONG, LONG]),
    { expected: 1, actual: 2 },
    planOf(['一、任务', LONG]),
  ],
  [
    'duplicate_text',
    'a sentence that stands twice in a cell',
    projects(
      project(1, '甲厂房', '500', '新建标准厂房八万平方米和宿舍两栋。新建标准厂房八万平方米和宿舍两栋。'),
      project(2, '乙道路', '600'),
    ),
    { rows: [1] },
    projects(
      project(1, '甲厂房', '500', '新建标准厂房八万平方米和宿舍两栋。新建道路三公里和桥梁两座，绿化若干。'),
      project(2, '乙道路', '600'),
    ),
  ],
  [
    'table_shape',
    'contents that stand one row down',
    projects(
      project(1, '甲厂房', '500', '乙道路工程，总投资600万元。'),
      project(2, '乙道路', '600', '丙桥梁工程，总投资700万元。'),
      project(3, '丙桥梁', '700', ''),
    ),
    { rows: [1, 2, 3] },
    projects(
      project(1, '甲厂房', '500', '甲厂房工程，总投资500万元。'),
      project(2, '乙道路', '600', '乙道路工程，总投资600万元。'),
      project(3, '丙桥梁', '700', ''),
    ),
  ],
  [
    'table_shape',
    'cells that were moved sideways',
    planOf([
      '指标表',
      [
        ['产业链', '年份', '指标', '全市', '甲县', '乙县'],
        ['铜基材料', '2025', '营业收入', '100', '60', '40'],
        ['2026', '营业收入', '110', '66', '44', ''],
        ['光电信息', '2025', '营业收入', '50', '30', '20'],
      ],
    ]),
    { rows: [2] },
    planOf([
      '指标表',
      [
        ['产业链', '年份', '指标', '全市', '甲县', '乙县'],
        ['铜基材料', '2025', '营业收入', '100', '60', '40'],
        ['', '2026', '营业收入', '110', '66', '44'],
        ['光电信息', '2025', '营业收入', '50', '30', '20'],
      ],
    ]),
  ],
  [
    'table_shape',
    'figures in a column that has no head',
    planOf([
      '指标表',
      [
        ['地区', '营业收入', '增加值', ''],
        ['甲县', '100', '60', '40'],
        ['乙县', '110', '66', ''],
      ],
    ]),
    { rows: [1], actual: 1 },
    planOf([
      '指标表',
      [
        ['地区', '营业收入', '增加值', '利润'],
        ['甲县', '100', '60', '40'],
        ['乙县', '110', '66', ''],
      ],
    ]),
  ],
  [
    'table_shape',
    'a row without a name',
    projects(project(1, '甲厂房', '500'), project(2, '', '600', '新建道路。')),
    { rows: [2] },
    projects(project(1, '甲厂房', '500'), project(2, '乙道路', '600', '新建道路。')),
  ],
  [
    'table_shape',
    'a table that nothing was read from',
    planOf([
      '联系方式',
      [
        ['姓名', '电话'],
        ['甲某', '见通讯录'],
        ['乙某', '见通讯录'],
      ],
    ]),
    {},
    planOf([
      '工业指标表',
      [
        ['地区', '产值'],
        ['甲县', '5'],
        ['乙县', '6'],
      ],
    ]),
  ],
  [
    'cross_reference',
    'an attachment that is headed otherwise',
    [
      ...planOf(['请落实。', '附件：重点任务分工表']),
      '附件',
      '重点任务分解表',
      [
        ['序号', '重点任务', '责任单位'],
        ['1', '招商', '市商务局'],
      ],
    ],
    { expected: '重点任务分工表', actual: '重点任务分解表' },
    [
      ...planOf(['请落实。', '附件：重点任务分工表']),
      '附件',
      '重点任务分工表',
      [
        ['序号', '重点任务', '责任单位'],
        ['1', '招商', '市商务局'],
      ],
    ],
  ],
  [
    'cross_reference',
    'an investment that its content contradicts',
    projects(project(1, '甲厂房', '500', '总投资900万元，新建厂房。'), project(2, '乙道路', '600')),
    { expected: 5_000_000, actual: 9_000_000, rows: [1] },
    projects(project(1, '甲厂房', '500', '总投资500万元，新建厂房。'), project(2, '乙道路', '600')),
  ],
]);

describe('unresolved_name', () => {
  const parts = planOf([
    '（一）做优服务。设立专员。（责任单位：市新设局、市财政局）',
    '（二）做强平台。建中试线。（责任单位：市新设局）',
  ]);

  it('tells a name once', () => {
    expect(findingsOf(parts, 'unresolved_name', ['市新设局']).map((f) => f.params)).toEqual([
      { name: '市新设局', kind: 'organ' },
    ]);
  });

  it('tells none where all are known', () => {
    expect(findingsOf(parts, 'unresolved_name')).toEqual([]);
  });
});

describe('coverage', () => {
  it.each<[string, string, string]>([
    ['a responsibility that no task took', '上述事项涉及多个部门，各相关部门按职责分工抓好落实。', 'responsibility'],
    ['words that may be a cluster’s name', '支持龙头企业牵头，加快形成以整机为引领、低空装备产业集群协同的格局。', 'cluster'],
  ])('tells %s', (_name, sentence, what) => {
    const [found, ...others] = findingsOf(planOf(['一、工作任务', sentence]), 'coverage');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: 'info', params: { what, sentence: sentence.replace(/。$/, '') } });
  });

  it('tells a figure to come that no target took', () => {
    const sentence = '到2027年，全市规上企业达到300家';
    expect(findingsOf(planOf(['一、工作任务', `${sentence}。`]), 'coverage', [], false)).toMatchObject([
      { severity: 'info', params: { what: 'figure', sentence } },
    ]);
  });

  it.each([
    ['a task that was read', '（一）做优服务。设立服务专员。（责任单位：市工信局）'],
    ['a target that was read', '到2027年，全市规上企业达到300家。'],
    ['a cluster that was read before', '做强抚河市铜基新材料产业集群。支持铜基新材料产业集群发展。'],
    ['general words', '推动产业集群提质升级，培育优势产业集群，促进产业集群化发展。'],
    ['money that is given', '到2027年，对新认定的企业给予最高50万元奖励。'],
    ['who explains the rules', '本办法由市工业和信息化局负责解释。'],
  ])('does not tell %s', (_name, sentence) => {
    expect(findingsOf(planOf(['一、工作任务', sentence]), 'coverage')).toEqual([]);
  });
});

it('every check has cases here or in one of the files beside', () => {
  const tested = [
    'text_repair',
    'duplicate_notice',
    'declared_count',
    'numbering',
    'sum',
    'share',
    'duplicate_row',
    'duplicate_text',
    'table_shape',
    'cross_reference',
    'date_order',
    'metadata',
    'personal_data',
    'target_conflict',
    'rating_conflict',
    'unresolved_name',
    'coverage',
  ];
  expect(CHECKS.map((c) => c.name)).toEqual(tested);
});
