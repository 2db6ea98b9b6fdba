import { describe, expect, it } from 'vitest';
import { projectRows } from '../../extractors/index.js';
import type { ProjectRead } from '../../schemas/index.js';
import { noticeOf, planOf, recordsOf, type CellSpec, type Part } from '../support/documents.js';

const projects = (...parts: Part[]): ProjectRead[] => recordsOf(noticeOf(planOf(parts))).projects;
const HEAD = ['序号', '项目名称', '总投资（万元）', '建设期限', '建设内容'];

describe('a project table', () => {
  it('gives a project for each row', () => {
    expect(
      projects('全市重点项目表', [
        HEAD,
        ['1', '甲园区标准\n厂房项目', '12,000', '2024-2026', '新建厂房8万平方米。'],
        ['2', '乙污水处理厂扩建', '3500.5', '2025.03-2025.12', '日处理2万吨。'],
      ]),
    ).toMatchObject([
      {
        table: '全市重点项目表',
        seq: 1,
        name: '甲园区标准厂房项目',
        investment_cny: 120_000_000,
        period_start: '2024',
        period_end: '2026',
        period_text: '2024-2026',
        content: '新建厂房8万平方米。',
      },
      { seq: 2, name: '乙污水处理厂扩建', investment_cny: 35_005_000, period_start: '2025-03', period_end: '2025-12' },
    ]);
  });

  it.each<[string, string[], string, string, number | null]>([
    ['万元 in the head', [], '总投资（万元）', '1200', 12_000_000],
    ['亿元 in the head', [], '总投资（亿元）', '1.2', 120_000_000],
    ['a 单位 line', ['单位：亿元'], '总投资', '3', 300_000_000],
    ['a 单位 line in brackets', ['（单位：万元）'], '计划投资额', '300', 3_000_000],
    ['the cell’s own unit', [], '总投资（万元）', '5亿元', 500_000_000],
    ['约', [], '总投资（万元）', '约800', 8_000_000],
    ['no unit anywhere', [], '总投资', '800', null],
    ['no single figure', [], '总投资（万元）', '500-800', null],
    ['a dash', [], '总投资（万元）', '—', null],
  ])('counts the investment in yuan by %s', (_name, above, head, cell, yuan) => {
    const [project] = projects('项目表', ...above, [
      ['序号', '项目名称', head, '建设内容'],
      ['1', '甲厂房', cell, '新建厂房。'],
      ['2', '乙厂房', cell, '新建厂房。'],
    ]);
    expect(project?.investment_cny).toBe(yuan);
  });

  it('reads start and end from columns of their own', () => {
    expect(
      projects('项目表', [
        ['序号', '项目名称', '总投资（万元）', '开工时间', '竣工时间'],
        ['1', '甲厂房', '500', '2025年3月', '2026年10月'],
      ]),
    ).toMatchObject([{ period_start: '2025-03', period_end: '2026-10' }]);
  });

  it('keeps the other columns and the group', () => {
    expect(
      projects('项目表', [
        [...HEAD, '责任单位'],
        [{ text: '一、基础设施（2个）', columns: 6 }],
        ['1', '甲道路', '500', '2025', '新建道路。', '市交通局'],
        ['2', '乙管网', '600', '2025', '改造管网。', '市住建局'],
      ]).map((p) => p.other),
    ).toEqual([
      { 分组: '一、基础设施（2个）', 责任单位: '市交通局' },
      { 分组: '一、基础设施（2个）', 责任单位: '市住建局' },
    ]);
  });

  it('fills in a cell merged downwards', () => {
    expect(
      projects('项目表', [
        [...HEAD, '责任单位'],
        ['1', '甲道路', '500', '2025', '新建道路。', { text: '市交通局', rows: 2 }],
        ['2', '乙桥梁', '600', '2025', '新建桥梁。'],
      ]).map((p) => p.other),
    ).toEqual([{ 责任单位: '市交通局' }, { 责任单位: '市交通局' }]);
  });
});

describe('the rows of a project table', () => {
  const rows = (...body: CellSpec[][]): string[] => {
    const notice = noticeOf(planOf(['项目表', [HEAD, ...body]]));
    return notice.tables.flatMap((t) => projectRows(notice, t).map((r) => r.kind));
  };
  const project = ['1', '甲厂房', '500', '2025', '新建。'];

  it.each<[string, CellSpec[], string]>([
    ['a project', project, 'project'],
    ['合计', ['', '合计', '1000', '', ''], 'total'],
    ['合计 in front', ['合计', '', '1000', '', ''], 'total'],
    ['总计 with its number', ['总计（12个）', '', '1000', '', ''], 'total'],
    ['小计', ['', '小计', '1000', '', ''], 'total'],
    ['a group over all columns', [{ text: '二、产业项目', columns: 5 }], 'group'],
    ['a group with a number and an amount', ['（二）', '产业项目', '900', '', ''], 'group'],
    ['no name', ['2', '', '900', '2025', '新建。'], 'unread'],
    ['no investment', ['2', '乙厂房', '', '2025', '新建。'], 'project'],
  ])('%s', (_name, row, kind) => {
    expect(rows(project, row)).toEqual(['project', kind]);
  });

  it.each<[string, CellSpec[][]]>([
    [
      'of names alone',
      [
        ['序号', '项目名称'],
        ['1', '甲厂房'],
      ],
    ],
    [
      'of tasks',
      [
        ['序号', '重点任务', '责任单位'],
        ['1', '招商', '市商务局'],
      ],
    ],
    [
      'of figures',
      [
        ['地区', '产值'],
        ['甲县', '5'],
        ['乙县', '6'],
      ],
    ],
  ])('a table %s has none', (_name, table) => {
    expect(projects('某表', table)).toEqual([]);
  });
});

describe('projects set as blocks of labels', () => {
  const block = (n: number, name: string) => [
    `${n}.项目名称：${name}`,
    '总投资：2.40亿元　　2025年计划投资：0.80亿元',
    '建设内容：到2026年建成生产线4条，年产铜箔2万吨。',
    '责任单位：临江县人民政府',
  ];
  const notice = noticeOf(
    planOf([
      '一、强化调度。3月底前项目开工率达到50%以上。（责任单位：市发改委）',
      '附件',
      '抚河市2025年重点项目名单',
      '一、有色金属产业（3个，总投资4.80亿元）',
      ...block(1, '铜箔项目'),
      ...block(2, '铜杆项目'),
      '二、现代家具产业（1个，总投资2.40亿元）',
      ...block(3, '竹材项目'),
    ]),
  );
  const records = recordsOf(notice);

  it('are quoted whole, with the title of their annex', () => {
    expect(records.projects.map((p) => [p.seq, p.table, notice.text.slice(p.start, p.end).split('\n').length])).toEqual(
      [1, 2, 3].map((seq) => [seq, '抚河市2025年重点项目名单', 4]),
    );
  });

  it('hold no tasks and no targets of the notice', () => {
    expect(records.obligations.map((o) => o.title)).toEqual(['强化调度']);
    expect(records.targets.map((t) => t.indicator)).toEqual(['项目开工率']);
  });
});
