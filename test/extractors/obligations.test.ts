import { describe, expect, it } from 'vitest';
import type { ObligationRead } from '../../schemas/index.js';
import { noticeOf, planOf, recordsOf, type Part } from '../support/documents.js';

const obligations = (body: readonly Part[]): ObligationRead[] => recordsOf(noticeOf(planOf(body))).obligations;
const unit = (u: ObligationRead['units'][number]): string => `${u.name}:${u.role}${u.group ? '*' : ''}`;

describe('a task in running text', () => {
  it('has number, title, path, text and units', () => {
    const [task, ...others] = obligations([
      '二、重点任务',
      '（一）优化布局',
      '1.建强园区。完善标准厂房，推进污水管网改造。（牵头单位：市工信局；责任单位：各县（市、区）人民政府；完成时限：2026年底前）',
    ]);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      number: '1.',
      title: '建强园区',
      path: ['二、重点任务', '（一）优化布局'],
      text: '完善标准厂房，推进污水管网改造。',
      basis: 'clause',
      due: '2026-12-31',
    });
    expect(task?.units.map(unit)).toEqual(['市工信局:lead', '各县（市、区）人民政府:responsible*']);
  });

  it('may have several clauses', () => {
    const tasks = obligations(['（一）招商引资。编制招商图谱。（责任单位：市商务局）开展驻点招商。（责任单位：市投促中心）']);
    expect(tasks.map((t) => [t.number, t.text, t.units.map((u) => u.name)])).toEqual([
      ['（一）', '编制招商图谱。', ['市商务局']],
      ['（一）', '开展驻点招商。', ['市投促中心']],
    ]);
  });

  it('may go over several paragraphs, the clause on a line of its own', () => {
    const [task] = obligations(['（一）做优服务', '设立服务专员。', '定期走访企业。', '责任单位：市工信局、市市场监管局']);
    expect(task).toMatchObject({ number: '（一）', title: '做优服务', text: '设立服务专员。定期走访企业。' });
    expect(task?.units.map((u) => u.name)).toEqual(['市工信局', '市市场监管局']);
  });

  it('may have units and a date in brackets without a word for their role', () => {
    const [task] = obligations(['（一）优化布局。编制地图。（市工信局、各县（市、区）人民政府；2025年12月底前）']);
    expect(task?.due).toBe('2025-12-31');
    expect(task?.units.map(unit)).toEqual(['市工信局:responsible', '各县（市、区）人民政府:responsible*']);
  });

  it('takes the first unit for the lead where the notice says so', () => {
    const [task] = obligations([
      '（一）做优服务。设立专员。（责任单位：市工信局、市财政局，列第一位的为牵头单位，下同）',
      '（二）做强平台。建中试线。（责任单位：市科技局、市财政局）',
    ]).slice(1);
    expect(task?.units.map(unit)).toEqual(['市科技局:lead', '市财政局:responsible']);
  });

  it('without a number is one too', () => {
    expect(obligations(['强化要素保障，优先安排用地。（责任单位：市自然资源局）'])[0]).toMatchObject({
      number: null,
      title: null,
      path: [],
      text: '强化要素保障，优先安排用地。',
    });
  });

  it('is quoted with its clause', () => {
    const notice = noticeOf(planOf(['一、任务', '（一）做优服务。设立专员。（责任单位：市工信局）']));
    const [task] = recordsOf(notice).obligations;
    expect(notice.text.slice(task?.start, task?.end)).toBe('（一）做优服务。设立专员。（责任单位：市工信局）');
  });
});

describe('a clause behind its heading', () => {
  it('has what follows for its text', () => {
    const notice = noticeOf(planOf(['一、任务', '（一）做优服务（责任单位：市工信局）', '设立专员。', '走访企业。']));
    const [task, ...others] = recordsOf(notice).obligations;
    expect(others).toEqual([]);
    expect(task).toMatchObject({ number: '（一）', title: '做优服务', path: ['一、任务'], text: '设立专员。走访企业。' });
    expect(notice.text.slice(task?.start, task?.end)).toMatch(/^（一）做优服务（责任单位[^]*走访企业。$/);
  });

  it('has its heading for a text where nothing follows', () => {
    const [task] = obligations(['一、任务', '1.编制产业地图（责任单位：市工信局）', '2.建设平台。']);
    expect(task).toMatchObject({ number: '1.', title: null, text: '编制产业地图' });
  });
});

describe('a clause on a line of its own behind a list', () => {
  const list = ['二、任务', '（一）做优服务', '1.设立专员。', '2.走访企业。'];

  it('is that of the whole where no item has one', () => {
    expect(obligations([...list, '责任单位：市工信局'])).toMatchObject([
      { number: '（一）', title: '做优服务', text: '1.设立专员。2.走访企业。' },
    ]);
  });

  it('is that of the last item where others have theirs', () => {
    const tasks = obligations([
      '二、任务',
      '（一）做优服务',
      '1.设立专员。',
      '责任单位：市商务局',
      '2.走访企业。',
      '责任单位：市工信局',
    ]);
    expect(tasks.map((t) => [t.number, t.text, t.units.map((u) => u.name)])).toEqual([
      ['1.', '设立专员。', ['市商务局']],
      ['2.', '走访企业。', ['市工信局']],
    ]);
  });
});

describe('a date without a year', () => {
  it('is of the year of the notice, and less sure', () => {
    const [dated, sure] = obligations([
      '（一）做优服务。设立专员。（责任单位：市工信局；完成时限：6月底前）',
      '（二）做强平台。建中试线。（责任单位：市科技局；完成时限：2025年6月底前）',
    ]);
    expect([dated?.due, sure?.due]).toEqual(['2025-06-30', '2025-06-30']);
    expect(dated?.reasons).toContain('year_unsaid');
    expect(dated?.confidence).toBeLessThan(sure?.confidence ?? 0);
  });
});

describe('a sentence that says who is responsible', () => {
  it.each<[string, string[], string]>([
    ['市工业和信息化局负责本办法的解释和组织实施。', ['市工业和信息化局:responsible'], '本办法的解释和组织实施'],
    ['市财政局牵头负责资金筹措和绩效评价。', ['市财政局:lead'], '资金筹措和绩效评价'],
    ['项目验收由市科技局负责。', ['市科技局:responsible'], '项目验收'],
    ['由市人社局牵头，市教育局配合，开展技能培训。', ['市人社局:lead', '市教育局:support'], '开展技能培训'],
    ['市统计局要完善监测指标，按月分析情况。', ['市统计局:responsible'], '完善监测指标，按月分析情况'],
    ['办公室设在市商务局，负责日常协调。', ['市商务局:responsible'], '日常协调'],
    ['市科技局、市财政局负责项目验收和资金拨付。', ['市科技局:responsible', '市财政局:responsible'], '项目验收和资金拨付'],
  ])('“%s”', (sentence, units, text) => {
    const [task] = obligations(['一、职责分工', sentence]);
    expect(task).toMatchObject({ basis: 'inline', text });
    expect(task?.units.map(unit)).toEqual(units);
  });

  it.each([
    '有关负责人要靠前指挥。',
    '企业负责提供真实材料。',
    '各单位主要负责同志要亲自抓。',
    '申报单位应当对材料的真实性负责。',
    '2024年，市财政局负责拨付的资金已到位。',
    '各部门要高度重视，狠抓落实。',
    '市工信局要求企业按月报送数据。',
    '办公室设在市商务局，主任由张三担任。',
    '（以上政策由市工信局负责解释）',
  ])('“%s” is none', (sentence) => {
    expect(obligations(['一、职责分工', sentence])).toEqual([]);
  });
});

describe('a table of tasks', () => {
  const table: Part = [
    ['序号', '重点任务', '具体举措', '牵头单位', '责任单位', '完成时限'],
    ['1', { text: '建强园区', rows: 2 }, '完善标准厂房', '市工信局', '市财政局、市自然资源局', '2026年底前'],
    ['2', '改造污水管网', '市生态环境局', '市住建局', '2026年6月'],
    ['3', '做优服务', '设立服务专员', '市政务服务局', '各县（市、区）人民政府', '长期坚持'],
  ];

  it('gives a task for each row, cells merged downwards filled in', () => {
    expect(
      obligations(['三、任务分工', '任务分工表', table]).map((t) => [t.number, t.title, t.text, t.due, t.units.map(unit)]),
    ).toEqual([
      ['1', '建强园区', '完善标准厂房', '2026-12-31', ['市工信局:lead', '市财政局:responsible', '市自然资源局:responsible']],
      ['2', '建强园区', '改造污水管网', '2026-06', ['市生态环境局:lead', '市住建局:responsible']],
      ['3', '做优服务', '设立服务专员', null, ['市政务服务局:lead', '各县（市、区）人民政府:responsible*']],
    ]);
  });

  it('gives no observations', () => {
    expect(recordsOf(noticeOf(planOf(['任务分工表', table]))).observations).toEqual([]);
  });

  it('without units in a row takes those of the row above, and is less sure', () => {
    const [first, second] = obligations([
      [
        ['序号', '重点任务', '具体举措', '责任单位'],
        ['1', '建强园区', '完善厂房', '市工信局'],
        ['2', '做优服务', '设立专员', ''],
      ],
    ]);
    expect(second?.units).toEqual(first?.units);
    expect(second?.reasons).toEqual(['task_row', 'label_filled']);
  });

  it('is quoted with the units that stand in a row above, merged or not', () => {
    const head = ['序号', '重点任务', '具体举措', '牵头单位', '配合单位'];
    const rows = [
      [head, ['1', '建强园区', '完善厂房', '市工信局', '市住建局'], ['2', '', '改造管网', '', '市财政局']],
      [
        ['序号', '重点任务', '具体举措', '责任单位'],
        ['1', '建强园区', '完善厂房', '市工信局'],
        ['2', '做优服务', '设立专员', ''],
      ],
      [head.slice(0, 4), ['1', '建强园区', '完善厂房', { text: '市工信局', rows: 2 }], ['2', '做优服务', '设立专员']],
    ];
    for (const table of rows) {
      const notice = noticeOf(planOf([table]));
      const tasks = recordsOf(notice).obligations;
      expect(tasks).toHaveLength(2);
      for (const { start, end, units } of tasks)
        expect(units.map((u) => notice.text.slice(start, end).includes(u.name))).toEqual(units.map(() => true));
    }
  });

  it('of divisions has offices and no units', () => {
    const [task] = obligations([
      [
        ['序号', '重点任务', '具体举措', '责任处室'],
        ['1', '规划编制', '完成初稿', '规划处\n法规处'],
      ],
    ]);
    expect(task).toMatchObject({ units: [], offices: ['规划处', '法规处'] });
  });

  it.each([
    ['policies', ['政策名称', '政策内容', '责任单位', '咨询电话'], ['技改奖励', '按投资额奖励', '市工信局', '6661111']],
    ['targets', ['指标名称', '计量单位', '2025年目标', '责任单位'], ['规上企业', '家', '300', '市工信局']],
    ['projects', ['项目名称', '总投资（万元）', '建设内容', '责任单位'], ['铜箔基地', '8000', '新建产线', '市工信局']],
    ['services', ['事项', '办理依据', '办理时限', '承办单位'], ['企业开办', '条例', '1天', '市市场监管局']],
  ])('is not one of %s', (_what, head, row) => {
    expect(obligations([[head, row, row]])).toEqual([]);
  });

  it('of words without units gives none', () => {
    expect(
      obligations([
        [
          ['序号', '重点任务', '具体举措'],
          ['1', '建强园区', '完善厂房'],
          ['2', '做优服务', '设立专员'],
        ],
      ]),
    ).toEqual([]);
  });
});
