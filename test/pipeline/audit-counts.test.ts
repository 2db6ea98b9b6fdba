import { planOf } from '../support/documents.js';
import { describeChecks, findingsOf, project, projects, projectsBelow } from '../support/findings.js';
import { describe, expect, it } from 'vitest';

const list = (declared: string, ...names: string[]) =>
  planOf([`一、优秀等次（${declared}）`, ...names.map((n, i) => `${i + 1}.${n}`)]);
const CLUSTERS = ['甲县铜加工产业集群', '乙县家具产业集群', '丙区电子信息产业集群'];
const rates = (name: string) =>
  planOf([
    '主要指标表',
    [
      ['序号', '指标', '单位', '2024年', '2025年'],
      ['1', name, '%', '98', '197'],
      ['2', '绿色工厂', '家', '20', '30'],
    ],
  ]);
const inAnnex = (said: string) =>
  planOf([
    '一、名单公布',
    said,
    '附件1',
    '产业集群培育名单',
    [['序号', '集群名称'], ...CLUSTERS.map((name, i) => [String(i + 1), name])],
  ]);
const labelled = (text: string) => planOf(['一、考核结果', text]);

const blocks = (declared: string) =>
  planOf([
    '附件',
    '抚河市重点项目名单',
    `一、有色金属产业（${declared}）`,
    ...['铜箔项目', '铜杆项目'].flatMap((name, i) => [
      `${i + 1}.项目名称：${name}`,
      '总投资：2.4亿元',
      '建设内容：建设生产线4条。',
    ]),
    '二、现代家具产业（1个，总投资2.4亿元）',
    '3.项目名称：竹材项目',
    '总投资：2.4亿元',
    '建设内容：建设厂房2栋。',
  ]);

const tasks = (declared: string) =>
  planOf([
    `重点任务分工表（${declared}）`,
    [
      ['序号', '重点任务', '具体举措', '牵头单位'],
      ['1', { text: '建强园区', rows: 2 }, '完善厂房', '市工信局'],
      ['2', '改造管网', '市住建局'],
      ['3', '做优服务', '设立专员', '市政务服务局'],
    ],
  ]);

describeChecks([
  ['declared_count', 'the title of a table of tasks', tasks('共4项'), { expected: 4, actual: 3 }, tasks('共3项')],
  [
    'declared_count',
    'the title of a table that counts its tasks',
    tasks('共5项'),
    { expected: 5, actual: 3 },
    tasks('共2项任务'),
  ],
  [
    'declared_count',
    'the heading of a group of projects set as blocks of labels',
    blocks('3个，总投资4.8亿元'),
    { expected: 3, actual: 2 },
    blocks('2个，总投资4.8亿元'),
  ],
  [
    'declared_count',
    'numbered lines under a heading',
    list('4个', ...CLUSTERS),
    { expected: 4, actual: 3 },
    list('3个', ...CLUSTERS),
  ],
  [
    'declared_count',
    'a label in front of its list',
    labelled('良好等次（3个，按行政区划排序）：信丰县、大余县。'),
    { expected: 3, actual: 2 },
    labelled('良好等次（2个，按行政区划排序）：信丰县、大余县。'),
  ],
  [
    'declared_count',
    'a number behind a grade',
    planOf(['本次评价结果为优秀的3个、良好的1个。', '优秀等次（2个）：信丰县、大余县。', '良好等次（1个）：上犹县。']),
    { expected: 3, actual: 2 },
    planOf(['本次评价结果为优秀的2个、良好的1个。', '优秀等次（2个）：信丰县、大余县。', '良好等次（1个）：上犹县。']),
  ],
  [
    'declared_count',
    'a number that points at an annex',
    inAnnex('甲县铜加工产业集群等4个集群列入培育名单（附件1），培育期两年。'),
    { expected: 4, actual: 3 },
    inAnnex('甲县铜加工产业集群等3个集群列入培育名单（附件1），5个集群称号另行公布（附件2）。'),
  ],
  [
    'declared_count',
    'numbers of grades, the last of which points at the annex of all',
    inAnnex('甲县铜加工产业集群等3个集群为优秀等次，另有1个集群为合格等次（见附件1）。'),
    { expected: 1, actual: 3 },
    inAnnex('甲县铜加工产业集群等2个集群为优秀等次，另有1个集群为合格等次（见附件1）。'),
  ],
  [
    'declared_count',
    'a number behind a list whose last place heads a list of its own',
    planOf([
      '一、评价结果',
      '（一）东川市：甲县铜加工产业集群（良好）、乙县家具产业集群（合格）；',
      '（二）西川市：丙区电子信息产业集群（良好）。',
      '本次评价良好3个、合格1个。北川市、东川市2个市为较好，北川市、西川市、东川市3个市无不合格。',
    ]),
    { expected: 3, actual: 2 },
    planOf([
      '一、评价结果',
      '（一）东川市：甲县铜加工产业集群（良好）、乙县家具产业集群（合格）；',
      '（二）西川市：丙区电子信息产业集群（良好）。',
      '本次评价良好2个、合格1个。北川市、东川市2个市为较好，北川市、西川市、东川市3个市无不合格。',
    ]),
  ],
  [
    'declared_count',
    'names in front of their number',
    planOf(['推动铜加工产业集群、家具产业集群三个产业集群提质升级。']),
    { expected: 3, actual: 2 },
    planOf(['推动铜加工产业集群、家具产业集群两个产业集群提质升级，支持铜加工、家具等三个产业发展。']),
  ],
  [
    'declared_count',
    'more names than their number',
    planOf(['支持铜加工产业集群、家具产业集群、食品产业集群等2个产业集群发展。']),
    { expected: 2, actual: 3 },
    planOf(['支持铜加工产业集群、家具产业集群等5个产业集群发展。']),
  ],
  [
    'declared_count',
    'the head of a group of projects',
    projects(['一、装备制造（3个）', '', '', '', ''], project(1, '甲厂房', '500'), project(2, '乙道路', '600')),
    { expected: 3, actual: 2 },
    projects(['一、装备制造（2个）', '', '', '', ''], project(1, '甲厂房', '500'), project(2, '乙道路', '600')),
  ],
  [
    'declared_count',
    'kinds of projects that do not make the whole',
    planOf(['全年实施重点项目45个，其中新建项目20个、续建项目23个。']),
    { expected: 45, actual: 43 },
    planOf(['全年实施重点项目45个，其中新建项目20个、续建项目25个，年内竣工项目8个。']),
  ],
  [
    'declared_count',
    'a list in an annex',
    planOf([
      '经评审，确定了3个市级产业集群（名单见附件）。',
      '附件：市级产业集群名单',
      '附件',
      '市级产业集群名单',
      CLUSTERS.slice(0, 2).join('、'),
    ]),
    { expected: 3, actual: 2 },
    planOf([
      '经评审，确定了3个市级产业集群（名单见附件）。',
      '附件：市级产业集群名单',
      '附件',
      '市级产业集群名单',
      CLUSTERS.join('、'),
    ]),
  ],
  [
    'declared_count',
    'headings of one kind',
    planOf(['一、实施三大行动', '（一）强链补链行动', '建强链条。', '（二）数字赋能行动', '推广应用。']),
    { expected: 3, actual: 2 },
    planOf(['一、实施两大行动', '（一）强链补链行动', '建强链条。', '（二）数字赋能行动', '推广应用。']),
  ],
  [
    'numbering',
    'a line that is missing',
    planOf(['一、名单', '1.甲县铜加工产业集群', '2.乙县家具产业集群', '4.丙区电子信息产业集群']),
    { expected: 3, actual: 4, params: { what: 'heading', table: null, mark: '4.' } },
    planOf([
      '一、名单',
      '1.甲县铜加工产业集群',
      '2.乙县家具产业集群',
      '3.丙区电子信息产业集群',
      '二、事项',
      '1.甲事',
      '2.乙事',
      '3.丙事',
    ]),
  ],
  [
    'numbering',
    'a row that is missing',
    projects(project(1, '甲厂房', '500'), project(2, '乙道路', '600'), project(4, '丁管网', '800')),
    { expected: 3, actual: 4 },
    projects(project(1, '甲厂房', '500'), project(2, '乙道路', '600'), project(3, '丁管网', '800')),
  ],
  [
    'numbering',
    'a point that is missing',
    planOf(['存在三个短板。一是链条不长；二是平台不多；四是人才不足。']),
    { expected: 3, actual: 4 },
    planOf(['存在三个短板。一是链条不长；二是平台不多；三是人才不足。']),
  ],
  [
    'sum',
    'a subtotal of projects',
    projects(
      project(1, '甲厂房', '500'),
      project(2, '乙道路', '600'),
      ['', '小计', '1200', '', ''],
      project(3, '丙桥', '100'),
      project(4, '丁桥', '100'),
      ['', '小计', '200', '', ''],
      ['', '合计', '1300', '', ''],
    ),
    { expected: 12_000_000, actual: 11_000_000 },
    projects(
      project(1, '甲厂房', '500'),
      project(2, '乙道路', '600'),
      ['', '小计', '1100', '', ''],
      project(3, '丙桥', '100'),
      project(4, '丁桥', '100'),
      ['', '小计', '200', '', ''],
      ['', '合计', '1300', '', ''],
    ),
  ],
  [
    'sum',
    'the one total row of a table',
    planOf([
      '工业指标表',
      [
        ['地区', '产值'],
        ['甲县', '10'],
        ['乙县', '20'],
        ['丙县', '30'],
        ['合计', '66'],
      ],
    ]),
    { expected: 66, actual: 60 },
    planOf([
      '工业指标表',
      [
        ['地区', '产值'],
        ['甲县', '10'],
        ['乙县', '20'],
        ['丙县', '30'],
        ['合计', '60'],
      ],
    ]),
  ],
  [
    'sum',
    'points that make a score',
    planOf([
      '开发区评价结果',
      [
        ['开发区', '规模', '效益', '总得分', '等次'],
        ['甲经开区', '50', '40', '90', '优秀'],
        ['乙经开区', '45', '40', '85', '良好'],
        ['丙经开区', '40', '40', '80', '良好'],
        ['丁经开区', '35', '40', '79', '合格'],
      ],
    ]),
    { expected: 79, actual: 75 },
    planOf([
      '开发区评价结果',
      [
        ['开发区', '规模', '效益', '总得分', '等次'],
        ['甲经开区', '50', '40', '90', '优秀'],
        ['乙经开区', '45', '40', '85', '良好'],
        ['丙经开区', '40', '40', '80', '良好'],
        ['丁经开区', '35', '40', '75', '合格'],
      ],
    ]),
  ],
  [
    'share',
    'a part of more than the whole',
    planOf(['2024年，全市高新技术产业增加值占规上工业的比重达到142.5%。']),
    { severity: 'error', expected: 100, actual: 142.5 },
    planOf(['2024年，全市高新技术产业增加值占规上工业的比重达到42.5%，比上年提高120%，完成年度任务的108%。']),
  ],
  ['share', 'a rate in a table', rates('关键工序数控化率'), { severity: 'error', actual: 197 }, rates('高新技术产业增长率')],
  [
    'share',
    'three parts of one whole',
    planOf(['三次产业结构比调整为9.1:45.2:48.7。']),
    { actual: 103 },
    planOf(['三次产业结构比调整为6.1:45.2:48.7，链条比例为1:2:3。']),
  ],
  [
    'share',
    'parts that follow 其中',
    planOf(['全年营业收入500亿元，其中，铜加工占45%、家具占35%、食品占30%。']),
    { actual: 110 },
    planOf(['全年营业收入500亿元，其中，铜加工占45%、家具占35%、食品占20%。']),
  ],
]);

describe('sum', () => {
  it.each([
    [
      'a table that shows some parts of a total',
      [
        ['地区', '产值'],
        ['甲县', '10'],
        ['乙县', '20'],
        ['合计', '60'],
      ],
    ],
    [
      'a place that holds more than the rows shown',
      [
        ['地区', '产值（亿元）'],
        ['全市', '110.5'],
        ['甲县', '20'],
        ['乙县', '30'],
        ['丙县', '25'],
        ['丁区', '30.5'],
      ],
    ],
    [
      'groups above their parts',
      [
        ['序号', '资金', '金额（万元）'],
        ['一', '支农资金', '36'],
        ['1', '农田补助', '24'],
        ['2', '农机补贴', '12'],
        ['', '合计', '36'],
      ],
    ],
    [
      'rates',
      [
        ['地区', '增速'],
        ['甲县', '10'],
        ['乙县', '20'],
        ['合计', '15'],
      ],
    ],
  ])('does not tell %s', (_name, rows) => {
    expect(findingsOf(planOf(['指标表', rows]), 'sum')).toEqual([]);
  });
});

describe('share', () => {
  it.each([
    ['完成投资41.6亿元，占年度计划的108.3%。'],
    ['毛入学率达到105%，拨备覆盖率达到220%。'],
    ['营业收入占上年同期的比重为112%。'],
  ])('does not tell %s', (text) => {
    expect(findingsOf(planOf([text]), 'share')).toEqual([]);
  });
});

describe('declared_count', () => {
  it.each([
    ['a number of another list', '全年滚动实施100个工业项目，每年新引进20个项目。'],
    ['an upper bound', '每年评定优秀等次的县不超过5个。'],
    ['a grade that is a verb too', '力争培育企业30家。'],
    ['another year', '上年度评价为优秀的5个县已全部整改。'],
    ['projects of the whole city', '全市共谋划储备项目500个，其中续建项目200个、新开工项目100个。'],
  ])('does not tell %s', (_name, sentence) => {
    const parts = projectsBelow(
      [sentence, '优秀等次（2个）：信丰县、大余县。'],
      project(1, '甲厂房', '500'),
      project(2, '乙道路', '600'),
    );
    expect(findingsOf(parts, 'declared_count')).toEqual([]);
  });
});
