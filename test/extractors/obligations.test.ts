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

describe('a sentence that says who is responsible', () => {
  it.each<[string, string[], string]>([
    ['市工业和信息化局负责本办法的解释和组织实施。', ['市工业和信息化局:responsible'], '本办法的解释和组织实施'],
    ['市财政局牵头负责资金筹措和绩效评价。', ['市财政局:lead'], '资金筹措和绩效评价'],
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
