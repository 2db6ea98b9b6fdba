import { describe, expect, it } from 'vitest';
import { planOf, type CellSpec, type Part } from '../support/documents.js';
import { describeChecks, findingsOf, project, projects, ratingsTable } from '../support/findings.js';

const sentence = (text: string): Part[] => planOf(['一、任务', text]);
const task = (due: string): Part[] =>
  planOf([
    '重点任务分工表',
    [
      ['序号', '重点任务', '具体举措', '责任单位', '完成时限'],
      ['1', '招商', '开展精准招商', '市商务局', due],
    ],
  ]);
const plan = (title: string): Part[] => [
  `抚河市人民政府关于印发${title}的通知`,
  '抚府发〔2025〕7号',
  '各县（市、区）人民政府：',
  '请落实。',
  '抚河市人民政府',
  '2025年3月6日',
];
const goals = (table: string, text = '到2027年，高新技术企业达到300家。'): Part[] =>
  planOf([
    '一、目标',
    text,
    '二、指标',
    '主要指标表',
    [
      ['序号', '指标', '单位', '2024年', '2027年'],
      ['1', '高新技术企业', '家', '210', table],
      ['2', '绿色工厂', '家', '20', '30'],
    ],
  ]);
const rows = (third: string, fourth = '良好'): CellSpec[][] => [
  ['1', '甲县铜加工产业集群', '95', '1', '优秀'],
  ['2', '乙县家具产业集群', '92', '2', '优秀'],
  ['3', '丙区电子信息产业集群', third, '3', '良好'],
  ['4', '丁县食品产业集群', '85', '4', fourth],
  ['5', '戊县陶瓷产业集群', '80', '5', '良好'],
];
const WIDE: CellSpec[] = ['序号', '项目名称', '建设内容', '总投资（万元）', '建设年限', '责任单位'];
const wide = (...odd: CellSpec[][]): Part[] =>
  planOf([
    '重点项目清单',
    [
      WIDE,
      ['1', '甲厂房', '新建厂房。', '500', '2025-2026', '甲县人民政府'],
      ['2', '乙道路', '新建道路。', '600', '2025-2026', '乙县人民政府'],
      ['3', '丙桥梁', '新建桥梁。', '700', '2025-2026', '丙县人民政府'],
      ['4', '丁管网', '新建管网。', '800', '2025-2026', '丁县人民政府'],
      ...odd,
    ],
  ]);

describeChecks([
  [
    'date_order',
    'a project that ends before it begins',
    projects(project(1, '甲厂房', '500', '新建厂房。', '2027-2025'), project(2, '乙道路', '600')),
    { severity: 'error', params: { what: 'period' }, rows: [1] },
    projects(project(1, '甲厂房', '500', '新建厂房。', '2025-2027'), project(2, '乙道路', '600')),
  ],
  [
    'date_order',
    'days that run backwards',
    sentence('公示期为2025年3月12日至3月6日。'),
    { severity: 'error', expected: '2025-03-12', actual: '2025-03-06' },
    sentence('公示期为2025年3月6日至3月12日。'),
  ],
  [
    'date_order',
    'years that run backwards',
    sentence('实施期限为2027—2025年。'),
    { severity: 'error', expected: '2027', actual: '2025' },
    sentence('实施期限为2025—2027年，投资2000—2200万元，用地2030—2020亩。'),
  ],
  [
    'date_order',
    'more days than the term has',
    sentence('公示期为2025年3月6日至3月12日，共15个工作日。'),
    { params: { what: 'term' }, expected: '15天', actual: '7天' },
    sentence('公示期为2025年3月6日至3月12日，共5个工作日。'),
  ],
  [
    'date_order',
    'a day that does not exist',
    sentence('请于2025年2月30日前报送。'),
    { severity: 'error' },
    sentence('请于2025年2月28日前报送。'),
  ],
  [
    'date_order',
    'a document of a later year',
    sentence('根据《产业集群管理办法》（抚府发〔2026〕3号）执行。'),
    { params: { what: 'cited' }, actual: '抚府发〔2026〕3号' },
    sentence('根据《产业集群管理办法》（抚府发〔2024〕3号）执行。'),
  ],
  [
    'date_order',
    'a meeting after the signing',
    sentence('本方案已经2025年4月12日市政府第38次常务会议审议通过。'),
    { params: { what: 'passed' } },
    sentence('本方案已经2025年2月12日市政府第38次常务会议审议通过。'),
  ],
  [
    'date_order',
    'a task that was due years before',
    task('2023年12月底前'),
    { params: { what: 'due' }, actual: '2023-12-31' },
    task('2025年2月底前'),
  ],
  [
    'date_order',
    'a term for objections that begins years after the signing',
    sentence('公示期为2027年3月6日至3月12日。'),
    { params: { what: 'published' } },
    sentence('公示期为2025年3月7日至3月13日。'),
  ],
  [
    'date_order',
    'a term that has run out',
    sentence('本办法自印发之日起施行，有效期至2022年12月31日。'),
    { params: { what: 'expired' } },
    sentence('本办法自印发之日起施行，有效期至2027年12月31日。'),
  ],
  [
    'date_order',
    'the year of its own number',
    [...plan('产业发展方案').map((p) => (p === '抚府发〔2025〕7号' ? '抚府发〔2026〕7号' : p))],
    { params: { what: 'own_number' }, severity: 'warning' },
    plan('产业发展方案'),
  ],
  [
    'date_order',
    'a plan of three years over five',
    plan('抚河市产业发展三年行动方案（2025—2029年）'),
    { params: { what: 'plan_years' } },
    plan('抚河市产业发展三年行动方案（2025—2027年）'),
  ],
  [
    'target_conflict',
    'a sentence and a table',
    goals('350'),
    { params: { what: 'value', indicator: '高新技术企业', due: '2027', table: '主要指标表', before: '2027' } },
    goals('302'),
  ],
  [
    'target_conflict',
    'two sentences',
    planOf(['一、目标', '到2027年，省级以上绿色工厂达到30家。', '二、任务', '到2027年，全市省级以上绿色工厂达到40家。']),
    { params: { what: 'value', indicator: '省级以上绿色工厂', due: '2027', table: null, before: '2027' } },
    planOf([
      '一、目标',
      '到2027年，省级以上绿色工厂达到30家。',
      '二、任务',
      '到2026年，省级以上绿色工厂达到20家。到2027年，新增省级以上绿色工厂15家。',
    ]),
  ],
  [
    'target_conflict',
    'a figure that rises to less',
    planOf(['一、目标', '到2025年，关键工序数控化率达到75%。', '二、任务', '到2027年，关键工序数控化率提高到70%。']),
    { params: { what: 'falls', indicator: '关键工序数控化率', due: '2027', table: null, before: '2025' } },
    planOf(['一、目标', '到2025年，关键工序数控化率达到65%。', '二、任务', '到2027年，关键工序数控化率提高到70%。']),
  ],
  [
    'rating_conflict',
    'ranks that do not follow the points',
    ratingsTable(...rows('94')),
    { params: { what: 'rank', name: '丙区电子信息产业集群' } },
    ratingsTable(...rows('89')),
  ],
  [
    'rating_conflict',
    'a grade that does not follow the points',
    ratingsTable(...rows('89', '优秀')),
    { params: { what: 'grade_of_score' } },
    ratingsTable(...rows('89', '良好')),
  ],
  [
    'rating_conflict',
    'a grade that the list gives otherwise',
    planOf([
      '信丰县等2个县评价结果为优秀，上犹县等2个县评价结果为良好。',
      '一、优秀等次（2个）',
      '大余县、崇义县',
      '二、良好等次（2个）',
      '信丰县、上犹县',
    ]),
    { params: { what: 'quoted', name: '信丰县' }, expected: '良好', actual: '优秀' },
    planOf([
      '大余县等2个县评价结果为优秀，上犹县等2个县评价结果为良好。',
      '一、优秀等次（2个）',
      '大余县、崇义县',
      '二、良好等次（2个）',
      '信丰县、上犹县',
    ]),
  ],
  [
    'rating_conflict',
    'a name with two grades',
    planOf(['一、优秀等次（2个）', '信丰县、大余县', '二、良好等次（2个）', '信丰县、上犹县']),
    { params: { what: 'two_grades', name: '信丰县' } },
    planOf(['一、优秀等次（2个）', '信丰县、大余县', '二、良好等次（2个）', '崇义县、上犹县']),
  ],
  [
    'table_shape',
    'a cell that was lost',
    wide(['5', '戊园区', '900', '2025-2026', '戊县人民政府', '']),
    {
      params: { table: '重点项目清单', problem: 'moved_cells', column: '建设内容', repair: 'cell_lost', applied: 'no' },
      rows: [5],
    },
    wide(['5', '戊园区', '', '900', '2025-2026', '戊县人民政府']),
  ],
  [
    'table_shape',
    'contents of two projects exchanged',
    projects(
      project(1, '甲山隧道', '500', '开挖乙河桥梁桩基，架设乙河桥梁主梁。'),
      project(2, '乙河桥梁', '600', '掘进甲山隧道主洞，安装甲山隧道照明。'),
      project(3, '丙城管网', '700'),
    ),
    { rows: [1, 2], params: { table: '重点项目清单', problem: 'shifted_contents', towards: 'swapped', applied: 'no' } },
    projects(
      project(1, '甲山隧道', '500', '掘进甲山隧道主洞，安装甲山隧道照明。'),
      project(2, '乙河桥梁', '600', '开挖乙河桥梁桩基，架设乙河桥梁主梁。'),
      project(3, '丙城管网', '700'),
    ),
  ],
]);

describe('target_conflict', () => {
  it.each([
    ['a table that says more exactly what a sentence rounds', '到2027年，高新技术企业超过300家。', '305'],
    ['targets of other things', '到2027年，国家高新技术企业培育库入库企业达到400家。', '300'],
    ['what is added beside what is reached', '到2027年，新增高新技术企业90家。', '300'],
    ['a figure of each year', '每年培育高新技术企业50家。', '300'],
  ])('does not tell %s', (_name, text, value) => {
    expect(findingsOf(goals(value, text), 'target_conflict')).toEqual([]);
  });

  const items = (first: string, second: string): Part[] =>
    planOf(['二、行动目标', `——${first}。到2027年，规上产值突破650亿元。`, `——${second}。到2027年，规上产值达到1200亿元。`]);

  it('takes the aims of items with names of their own for those of the items', () => {
    expect(findingsOf(items('针织服饰', '铜基新材料'), 'target_conflict')).toEqual([]);
  });

  it('tells those of items that say how the whole is to change', () => {
    expect(findingsOf(items('综合实力显著增强', '产业结构更加优化'), 'target_conflict')).toHaveLength(1);
  });
});
