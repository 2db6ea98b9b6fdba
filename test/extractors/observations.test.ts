import { describe, expect, it } from 'vitest';
import type { ObservationRead } from '../../schemas/index.js';
import { noticeOf, planOf, recordsOf, type Part } from '../support/documents.js';

const observations = (...parts: Part[]): ObservationRead[] => recordsOf(noticeOf(planOf(parts))).observations;
const shown = (o: ObservationRead): string =>
  [o.indicator, o.area, o.year, ...Object.entries(o.labels).map(([k, v]) => `${k}=${v}`), `${o.value}`, o.unit]
    .filter((x) => x !== null)
    .join(' ');

describe('figures of a table', () => {
  it.each<[string, Part[], string[]]>([
    [
      'areas down, indicators across',
      [
        '2024年全市工业指标表',
        [
          ['地区', '增加值（亿元）', '户数'],
          ['甲县', '12.5', '30'],
          ['乙县', '8', '21'],
        ],
      ],
      ['增加值 甲县 2024 1250000000 元', '户数 甲县 2024 30 户', '增加值 乙县 2024 800000000 元', '户数 乙县 2024 21 户'],
    ],
    [
      'indicators down, years across',
      [
        '主要指标表',
        [
          ['指标', '单位', '2023年', '2024年'],
          ['规上企业', '家', '260', '280'],
          ['研发强度', '%', '1.8', '2.0'],
        ],
      ],
      ['规上企业 2023 260 家', '规上企业 2024 280 家', '研发强度 2023 1.8 %', '研发强度 2024 2 %'],
    ],
    [
      'indicators down, areas across, a unit above',
      [
        '2024年工业指标表',
        '单位：亿元',
        [
          ['序号', '指标', '甲县', '乙县'],
          ['1', '营业收入', '100', '80'],
          ['2', '利润', '9', '7'],
        ],
      ],
      [
        '营业收入 甲县 2024 10000000000 元',
        '营业收入 乙县 2024 8000000000 元',
        '利润 甲县 2024 900000000 元',
        '利润 乙县 2024 700000000 元',
      ],
    ],
    [
      'chains, years and indicators down',
      [
        '重点产业链指标表',
        [
          ['产业链', '年份', '指标', '全市', '甲县'],
          ['铜基材料', '2025', '营业收入（亿元）', '100', '60'],
          ['', '', '企业数', '20', '12'],
        ],
      ],
      [
        '营业收入 全市 2025 产业链=铜基材料 10000000000 元',
        '营业收入 甲县 2025 产业链=铜基材料 6000000000 元',
        '企业数 全市 2025 产业链=铜基材料 20 家',
        '企业数 甲县 2025 产业链=铜基材料 12 家',
      ],
    ],
    [
      'a head of two rows',
      [
        '工业指标表',
        [
          [
            { text: '地区', rows: 2 },
            { text: '增加值（亿元）', columns: 2 },
          ],
          ['2024年', '2025年'],
          ['甲县', '10', '12'],
        ],
      ],
      ['增加值 甲县 2024 1000000000 元', '增加值 甲县 2025 1200000000 元'],
    ],
  ])('%s', (_name, parts, expected) => {
    expect(observations(...parts).map(shown)).toEqual(expected);
  });

  it('are quoted as they stand in their cells', () => {
    const notice = noticeOf(
      planOf([
        '工业指标表',
        [
          ['地区', '产值（亿元）'],
          ['甲县', ' 1,234.5 '],
          ['乙县', '7'],
        ],
      ]),
    );
    const [first] = recordsOf(notice).observations;
    expect(first).toMatchObject({ value_text: '1,234.5', value: 123_450_000_000 });
    expect(notice.text.slice(first?.start, first?.end)).toBe('1,234.5');
  });

  it('leave dashes and empty cells out', () => {
    expect(
      observations('工业指标表', [
        ['地区', '产值', '户数'],
        ['甲县', '—', '5'],
        ['乙县', '7', ''],
      ]),
    ).toHaveLength(2);
  });

  it.each<[string, Part]>([
    [
      'projects',
      [
        ['序号', '项目名称', '总投资（万元）', '建设期限'],
        ['1', '甲厂房', '500', '2025'],
        ['2', '乙厂房', '600', '2026'],
      ],
    ],
    [
      'grades',
      [
        ['园区', '得分', '等次'],
        ['甲经开区', '95', '优秀'],
        ['乙经开区', '90', '良好'],
      ],
    ],
    [
      'tasks',
      [
        ['序号', '重点任务', '责任单位', '完成时限'],
        ['1', '招商', '市商务局', '2026年'],
        ['2', '筹资', '市财政局', '2026年'],
      ],
    ],
  ])('are none in a table of %s', (_name, table) => {
    expect(observations('某表', table)).toEqual([]);
  });
});
