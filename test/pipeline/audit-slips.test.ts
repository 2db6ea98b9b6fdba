import { describe, expect, it } from 'vitest';
import { planOf, type CellSpec, type Part } from '../support/documents.js';
import { describeChecks, findingsOf, project, projects } from '../support/findings.js';

/** A table of clusters in the order of their points, without ranks. */
const byPoints = (...points: string[]): Part[] =>
  planOf([
    '产业集群评价结果',
    [
      ['序号', '产业集群名称', '得分', '等次'],
      ...points.map((p, i) => [String(i + 1), `${'甲乙丙丁戊己庚辛'.charAt(i)}县陶瓷产业集群`, p, '良好']),
    ],
  ]);

const graded = (changed: CellSpec[]): Part[] =>
  planOf([
    '产业集群评价结果',
    [
      ['序号', '产业集群名称', '所在地', '等次'],
      ...['信丰', '大余', '上犹', '崇义', '安远'].map((p, i) => [String(i + 1), `${p}稀土新材料产业集群`, `${p}县`, '良好']),
      changed,
    ],
  ]);

const banner = (total: string): Part[] =>
  planOf([
    '工业指标表',
    [
      ['地区', '规上企业（户）', '工业总产值（亿元）', '工业投资（亿元）'],
      ['城关镇', '10', '100.5', '10.1'],
      ['河口镇', '20', '200.5', '20.2'],
      ['沙梁镇', '30', '300.5', '30.3'],
      ['全旗', '60', '601.5', total],
    ],
  ]);

const districts = (total: string): Part[] =>
  planOf([
    '各县（市、区）工业指标完成情况',
    [
      ['县（市、区）', '规上工业总产值（亿元）', '同比（%）'],
      ['全市', total, '6.4'],
      ['临江县', '61.4', '6.3'],
      ['东湖区', '48.3', '-2.7'],
      ['河口县', '97.6', '10.4'],
      ['沙梁县', '72.8', '9.9'],
    ],
  ]);

const groups = (said: string): Part[] => {
  const head: CellSpec[] = ['序号', '项目名称', '总投资（万元）', '建设期限', '建设内容'];
  return planOf(['重点项目清单', [head, ['', said, '', '', ''], project(1, '甲厂房', '500'), project(2, '乙道路', '600')]]);
};

const moved = (...contents: string[]): Part[] => {
  const names = ['中药饮片加工厂', '冷链仓储物流园', '智能座舱检测线', '氢能重卡总装线', '铝镁合金压铸线'];
  return projects(...names.map((name, i) => project(i + 1, name, '5000', contents[i] ?? '')));
};
const OWN = ['新建饮片加工车间', '建设冷链仓储设施', '购置座舱检测设备', '建设重卡总装车间', '建设合金压铸车间'];

describeChecks([
  [
    'cross_reference',
    'the place that signs, with a character taken for another',
    planOf(['一、分工', '由抚合市财政局落实资金，抚河市工业和信息化局组织实施。']),
    { params: { what: 'own_place' }, expected: '抚河市', actual: '抚合市' },
    planOf(['一、分工', '由抚州市财政局落实资金，抚河市工业和信息化局组织实施，各河市、广大市民参与。']),
  ],
  [
    'cross_reference',
    'a cluster that stands once with another character',
    planOf([
      '一、做强抚河市铜基新材料产业集群',
      '推动抚河市铜基新材料产业集群扩大规模。',
      '二、保障',
      '支持抚河市铜基新食料产业集群引进人才。',
    ]),
    { params: { what: 'name' }, expected: '抚河市铜基新材料产业集群', actual: '抚河市铜基新食料产业集群' },
    planOf([
      '一、做强抚河市铜基新材料产业集群',
      '推动抚河市铜基新材料产业集群扩大规模。',
      '二、保障',
      '支持抚河市稀土新材料产业集群引进人才。',
    ]),
  ],
  [
    'date_order',
    'years of a title that run backwards',
    [
      '抚河市人民政府关于印发抚河市产业发展规划（2030—2026年）的通知',
      '抚府发〔2025〕7号',
      '各县（市、区）人民政府：',
      '现将规划印发给你们。',
      '抚河市人民政府',
      '2025年3月6日',
    ],
    { severity: 'error', expected: '2030', actual: '2026' },
    [
      '抚河市人民政府关于印发抚河市产业发展规划（2026—2030年）的通知',
      '抚府发〔2025〕7号',
      '各县（市、区）人民政府：',
      '现将规划印发给你们。',
      '抚河市人民政府',
      '2025年3月6日',
    ],
  ],
  [
    'sum',
    'a single total that its parts nearly make',
    districts('282.1'),
    { expected: 282.1, actual: 280.1 },
    districts('280.1'),
  ],
  [
    'sum',
    'a single total with other slips than rounding',
    districts('280.6'),
    { expected: 280.6, actual: 280.1 },
    districts('280.3'),
  ],
  ['sum', 'a total called 全旗', banner('62.6'), { expected: 62.6, actual: 60.6 }, banner('60.6')],
  [
    'declared_count',
    'a group of projects counted in 项',
    groups('一、投产项目（3项）'),
    { expected: 3, actual: 2 },
    groups('一、投产项目（2项）'),
  ],
  [
    'duplicate_row',
    'a short name of a place twice in a list',
    planOf(['一、优秀等次', '福田镇、石湾镇、园洲镇、福田镇。']),
    { params: { label: '福田镇' } },
    planOf(['一、优秀等次', '福田镇、石湾镇、园洲镇、龙溪镇。']),
  ],
  [
    'duplicate_text',
    'a sentence that speaks of 责任单位 and is no clause',
    planOf(['一、调度', '建立台账。各责任单位于每季度末报送进展情况和问题。各责任单位于每季度末报送进展情况和问题。']),
    { severity: 'warning' },
    planOf(['一、调度', '建立台账。各责任单位于每季度末报送进展情况和问题。']),
  ],
  [
    'table_shape',
    'a rating without its name',
    graded(['6', '寻乌县', '良好', '']),
    { params: { problem: 'moved_cells', repair: 'cell_lost', applied: 'no' } },
    graded(['6', '寻乌稀土新材料产业集群', '寻乌县', '良好']),
  ],
  [
    'table_shape',
    'contents that stand a row too high',
    moved(OWN[0] ?? '', OWN[2] ?? '', OWN[3] ?? '', '', OWN[4] ?? ''),
    { params: { problem: 'shifted_contents', towards: 'down', applied: 'no' }, rows: [2, 3, 4] },
    moved(...OWN),
  ],
]);

describe('rating_conflict', () => {
  it('tells points that stand out of line where a table goes by points', () => {
    const found = findingsOf(byPoints('95', '93', '71', '88', '85', '80'), 'rating_conflict');
    expect(found).toMatchObject([{ params: { what: 'rank', name: '丙县陶瓷产业集群' } }]);
  });

  it.each([
    ['a table in order', ['95', '93', '91', '88', '85', '80']],
    ['a table in no order', ['85', '93', '71', '95', '80', '88']],
    ['two lists, each in order', ['95', '90', '85', '94', '89', '84']],
  ])('does not tell %s', (_name, points) => {
    expect(findingsOf(byPoints(...points), 'rating_conflict')).toEqual([]);
  });
});

describe('table_shape', () => {
  it('does not take an empty content for a row moved where the words do not say so', () => {
    const contents = [...OWN];
    contents[3] = '';
    expect(findingsOf(moved(...contents), 'table_shape').filter((f) => f.params['problem'] === 'shifted_contents')).toEqual([]);
  });
});
