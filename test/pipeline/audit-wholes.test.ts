import { describe, expect, it } from 'vitest';
import { planOf, type CellSpec, type Part } from '../support/documents.js';
import { describeChecks, findingsOf } from '../support/findings.js';

const towns = (said: string): Part[] =>
  planOf([
    `县工业强县办对${said}和2个产业园区2024年度工业发展情况进行了综合评价。`,
    '一、优秀等次',
    '福田镇、石湾镇、罗阳街道。',
    '二、良好等次',
    '柏塘镇、公庄镇、石坝镇。',
  ]);

const grades = (first: string): Part[] =>
  planOf([
    '市局对8个县市区开展了考评。',
    `青河市、白水县、洛溪区等${first}个县市区考评等次为“优秀”；安河县、临江县、平山市、东陵区、西陵区等5个县市区考评等次为“良好”。`,
  ]);

/** A table of clusters with ranks, in the order of them. */
const ranked = (points: readonly string[]): Part[] =>
  planOf([
    '产业集群评价结果',
    [
      ['排名', '产业集群名称', '得分', '等次'],
      ...points.map((p, i): CellSpec[] => [String(i + 1), `${'甲乙丙丁戊己庚辛'.charAt(i)}县陶瓷产业集群`, p, '良好']),
    ],
  ]);

/** The same without ranks. */
const listed = (points: readonly string[]): Part[] =>
  planOf([
    '产业集群评价结果',
    [
      ['序号', '产业集群名称', '得分', '等次'],
      ...points.map((p, i): CellSpec[] => [String(i + 1), `${'甲乙丙丁戊己庚辛'.charAt(i)}县陶瓷产业集群`, p, '良好']),
    ],
  ]);

const banded = (points: string): Part[] =>
  planOf([
    '得分90分（含）以上为优秀，80分（含）至90分为良好，60分（含）至80分为合格。',
    '产业集群评价结果',
    [
      ['序号', '产业集群名称', '得分', '等次'],
      ['1', '甲县陶瓷产业集群', points, '优秀'],
      ['2', '乙县铜加工产业集群', '85', '良好'],
      ['3', '丙县家具产业集群', '71', '合格'],
    ],
  ]);

const titled = (name: string): Part[] =>
  planOf([`一、做强${name}`, '推动抚河市新能源产业集群扩大规模。', '二、保障', '支持抚河市新能源产业集群引进人才。']);

const towned = (third: CellSpec[]): Part[] =>
  planOf([
    '工业指标表',
    [
      ['地区', '企业数（户）', '工业总产值（万元）', '工业用电量（万千瓦时）', '从业人员（人）'],
      ['城关镇', '38', '412600', '58.3', '5100'],
      ['河口镇', '21', '286400', '62.1', '4800'],
      third,
      ['沙梁镇', '29', '358900', '64.5', '5300'],
      ['大路镇', '25', '302700', '51.6', '4950'],
    ],
  ]);

describeChecks([
  [
    'share',
    'a share behind 不低于',
    planOf(['研发投入占营业收入比重不低于102.5%。']),
    { severity: 'error', expected: 100, actual: 102.5 },
    planOf(['研发投入占营业收入比重不低于2.5%。']),
  ],
  [
    'share',
    'the first figure of a rise',
    planOf(['本地配套率由135%提高到50%以上。']),
    { actual: 135 },
    planOf(['本地配套率由35%提高到50%以上，研发费用加计扣除比例由100%提高到120%。']),
  ],
  [
    'share',
    'a numbered line that is a sentence',
    planOf(['第一条　申请认定应当具备下列条件：', '（一）主导产业突出，定位清晰；', '（二）研发机构覆盖率仅为613%，人才充足；']),
    { actual: 613 },
    planOf(['第一条　申请认定应当具备下列条件：', '（一）主导产业突出，定位清晰；', '（二）研发机构覆盖率仅为61.3%，人才充足；']),
  ],
  ['declared_count', 'how many were rated', towns('7个镇（街道）'), { expected: 7, actual: 6 }, towns('6个镇（街道）')],
  ['declared_count', 'lists with 等 that make up the whole', grades('4'), { expected: 4, actual: 3 }, grades('3')],
  [
    'declared_count',
    'a part that is more than its whole',
    planOf(['2022年认定的3个集群中，4个拟通过复核。']),
    { expected: 3, actual: 4 },
    planOf(['2022年认定的3个集群中，2个为省级集群，2个营业收入超百亿元。']),
  ],
  [
    'declared_count',
    'two parts that exclude each other',
    planOf(['2022年认定的3个集群中，3个拟通过复核、1个拟不通过复核。']),
    { expected: 3, actual: 4 },
    planOf(['2022年认定的3个集群中，2个拟通过复核、1个拟不通过复核。']),
  ],
  [
    'declared_count',
    'measures counted in 项',
    planOf(['统筹推进强链补链行动、数字赋能行动、人才引育行动4项行动。']),
    { expected: 4, actual: 3 },
    planOf(['统筹推进强链补链行动、数字赋能行动、人才引育行动3项行动，完成技改等5项任务。']),
  ],
  [
    'declared_count',
    'measures listed behind their number in 项',
    planOf(['全年实施三项重点行动，分别是：强链补链行动、数字赋能行动。']),
    { expected: 3, actual: 2 },
    planOf(['全年实施两项重点行动，分别是：强链补链行动、数字赋能行动。']),
  ],
  [
    'cross_reference',
    'a cluster miswritten in a heading',
    titled('抚河市新能原产业集群'),
    { params: { what: 'name' }, expected: '抚河市新能源产业集群', actual: '抚河市新能原产业集群' },
    titled('抚河市新能源产业集群'),
  ],
  [
    'table_shape',
    'a figure lost from a row of figures',
    towned(['龙口镇', '24', '55.9', '5020', '']),
    { severity: 'warning', params: { problem: 'moved_cells', repair: 'cell_lost' }, rows: [3] },
    towned(['龙口镇', '24', '295200', '55.9', '5020']),
  ],
  [
    'rating_conflict',
    'fewer points than its grade asks for',
    banded('76.35'),
    { params: { what: 'band', name: '甲县陶瓷产业集群' }, expected: 90, actual: 76.35 },
    banded('91'),
  ],
]);

describe('points of two rows exchanged', () => {
  const IN_ORDER = ['95', '93', '91', '88', '85', '80'];
  const swapped = ['95', '80', '91', '88', '85', '93'];
  const names = (parts: Part[]) => findingsOf(parts, 'rating_conflict').map((f) => f.params['name']);

  it.each([
    ['with ranks', ranked],
    ['without ranks', listed],
  ])('are told of both, in a table %s', (_name, table) => {
    expect(names(table(swapped))).toEqual(['乙县陶瓷产业集群', '己县陶瓷产业集群']);
    expect(names(table(IN_ORDER))).toEqual([]);
  });

  it('are not told where a table is in another order', () => {
    expect(names(ranked(['80', '95', '85', '93', '88', '91']))).toEqual([]);
  });
});

it('a figure that is merely missing at the end of a row is worth a look, no more', () => {
  const found = findingsOf(towned(['龙口镇', '24', '295200', '55.9', '']), 'table_shape');
  expect(found).toMatchObject([{ severity: 'info', params: { problem: 'missing_cell' } }]);
});

it('what a prize or another list names is not counted among those rated', () => {
  const parts = [...towns('6个镇（街道）'), '三、表扬', '进步奖（1名）：横河镇。'];
  expect(findingsOf(parts, 'declared_count')).toEqual([]);
});
