import { describe, expect, it } from 'vitest';
import { cellAt, columnOf, figureTable, figureValue, headOf } from '../../extractors/index.js';
import type { CellSpec } from '../support/documents.js';
import { tableOf } from '../support/grid.js';

describe('the head of a table', () => {
  it.each<[string, CellSpec[][], number, string[]]>([
    [
      'of one row',
      [
        ['序号', '名称', '数量'],
        ['1', '甲', '5'],
      ],
      1,
      ['序号', '名称', '数量'],
    ],
    [
      'of two rows, merged',
      [
        [
          { text: '地区', rows: 2 },
          { text: '工业增加值', columns: 2 },
          { text: '户数', rows: 2 },
        ],
        ['2024年', '2025年'],
        ['甲县', '10', '12', '3'],
      ],
      2,
      ['地区', '工业增加值2024年', '工业增加值2025年', '户数'],
    ],
    [
      'of two rows, the upper one with gaps',
      [
        ['地区', '增加值', '', '户数'],
        ['', '2024年', '2025年', ''],
        ['甲县', '10', '12', '3'],
      ],
      2,
      ['地区', '增加值2024年', '增加值2025年', '户数'],
    ],
    [
      'under a caption row',
      [[{ text: '全市重点项目清单', columns: 3 }], ['序号', '名称', '数量'], ['1', '甲', '5']],
      2,
      ['序号', '名称', '数量'],
    ],
    [
      'with blanks and line breaks',
      [
        ['序 号', '项目\n名称', '总投资\n(万元)'],
        ['1', '甲', '5'],
      ],
      1,
      ['序号', '项目名称', '总投资（万元）'],
    ],
    [
      'with years for columns',
      [
        ['指标', '2024年', '2025年'],
        ['产值', '5', '6'],
      ],
      1,
      ['指标', '2024年', '2025年'],
    ],
  ])('%s', (_name, rows, count, columns) => {
    const head = headOf(tableOf(rows));
    expect(head?.rows).toBe(count);
    expect(head?.columns).toEqual(columns);
  });

  it('is none where the table begins with figures', () => {
    expect(
      headOf(
        tableOf([
          ['1', '5'],
          ['2', '6'],
          ['3', '7'],
          ['4', '8'],
        ]),
      ),
    ).toBeNull();
  });

  it('is searched by words', () => {
    const head = headOf(
      tableOf([
        ['序号', '责任单位'],
        ['1', '市工信局'],
      ]),
    );
    expect(head && columnOf(head, /单位/)).toBe(1);
    expect(head && columnOf(head, /投资/)).toBeNull();
  });
});

describe('a position of the grid', () => {
  const table = tableOf([
    ['序号', '任务', '举措'],
    ['1', { text: '招商', rows: 2 }, '上门'],
    ['2', '设点'],
  ]);

  it.each([
    [1, 1, '招商'],
    [2, 1, '招商'],
    [2, 2, '设点'],
    [1, 2, '上门'],
  ])('%i, %i belongs to the cell “%s”', (row, column, text) => {
    expect(cellAt(table, row, column)?.text).toBe(text);
  });

  it('outside belongs to none', () => {
    expect(cellAt(table, 1, 7)).toBeNull();
  });
});

/** Rows as `labels | values`, repairs behind. */
function shown(rows: CellSpec[][], above?: string[]): string[] | null {
  const figures = figureTable(tableOf(rows, above));
  return (
    figures?.rows.map((r) => {
      const labels = [...Object.values(r.labels), r.area, r.year, r.indicator, r.unit].filter((x) => x !== null);
      const repairs = r.repairs.length > 0 ? ` ! ${r.repairs.join(' ')}` : '';
      return `${labels.join(' ')} | ${r.values.map((v) => v?.text ?? '').join(' ')}${repairs}`;
    }) ?? null
  );
}

describe('a table of figures', () => {
  it('that is in order stays as it is', () => {
    expect(
      shown([
        ['序号', '地区', '产值', '户数'],
        ['1', '甲县', '10', '3'],
        ['2', '乙县', '20', '5'],
      ]),
    ).toEqual(['甲县 | 10 3', '乙县 | 20 5']);
  });

  it('has labels that stand once for several rows', () => {
    expect(
      shown([
        ['产业链', '年份', '指标', '全市', '甲县'],
        ['铜基材料', '2025', '营业收入', '100', '60'],
        ['', '', '企业数', '20', '12'],
        ['', '2026', '营业收入', '110', '66'],
        ['', '', '企业数', '22', '13'],
        ['光电信息', '2025', '营业收入', '50', '30'],
        ['', '', '企业数', '9', '4'],
      ]),
    ).toEqual([
      '铜基材料 2025 营业收入 | 100 60',
      '铜基材料 2025 企业数 | 20 12',
      '铜基材料 2026 营业收入 | 110 66',
      '铜基材料 2026 企业数 | 22 13',
      '光电信息 2025 营业收入 | 50 30',
      '光电信息 2025 企业数 | 9 4',
    ]);
  });

  it('has rows that were moved sideways', () => {
    expect(
      shown([
        ['产业链', '年份', '指标', '全市', '甲县', '乙县'],
        ['铜基材料', '2025', '营业收入', '100', '60', '40'],
        ['2026', '营业收入', '110', '66', '44', ''],
        ['光电信息', '2025', '营业收入', '50', '30', '20'],
      ]),
    ).toEqual([
      '铜基材料 2025 营业收入 | 100 60 40',
      '铜基材料 2026 营业收入 | 110 66 44 ! shifted',
      '光电信息 2025 营业收入 | 50 30 20',
    ]);
  });

  it('has rows with a dash too many', () => {
    expect(
      shown([
        ['年份', '指标', '全市', '甲县', '乙县'],
        ['2025', '营业收入', '100', '—', '100'],
        ['2026', '营业收入', '110', '—', '110'],
        ['2027', '营业收入', '120', '—', '—', '120'],
        ['2028', '营业收入', '130', '—', '130'],
      ])?.map((row) => row.split(' | ')[1]),
    ).toEqual(['100 — 100', '110 — 110', '120 — 120 ! surplus', '130 — 130']);
  });

  it.each<[string, CellSpec[][], string[], number[]]>([
    [
      'every row of the next page is wider',
      [
        ['地区', '一季度', '二季度', '三季度'],
        ['甲县', '65', '—', '—'],
        ['乙县', '74', '—', '—'],
        ['丙县', '85', '—', '—', '—', '3', '—'],
        ['丁县', '90', '—', '50', '—', '4'],
      ],
      ['甲县 | 65 — —', '乙县 | 74 — —', '丙县 | 85 — —', '丁县 | 90 — 50'],
      [0, 0, 1, 1],
    ],
    [
      'a row has more figures than there are heads',
      [
        ['地区', '一季度', '二季度', '三季度'],
        ['甲县', '65', '8', '7'],
        ['乙县', '74', '—', '6', '5'],
        ['丙县', '85', '9', '5', '4'],
      ],
      ['甲县 | 65 8 7', '乙县 | 74 — 6', '丙县 | 85 9 5'],
      [0, 1, 1],
    ],
    [
      'the head has a gap',
      [
        ['地区', '产值', '', '户数'],
        ['甲县', '65', '8', '7'],
        ['乙县', '74', '', '6'],
      ],
      ['甲县 | 65 7', '乙县 | 74 6'],
      [1, 0],
    ],
  ])('gives no figure of a column without a head to another one: %s', (_case, rows, expected, beyond) => {
    expect(shown(rows)).toEqual(expected);
    expect(figureTable(tableOf(rows))?.rows.map((row) => row.beyond)).toEqual(beyond);
  });

  it.each<[string, CellSpec[][]]>([
    [
      'words',
      [
        ['部门', '任务'],
        ['市工信局', '招商'],
        ['市财政局', '筹资'],
      ],
    ],
    [
      'one figure',
      [
        ['地区', '产值'],
        ['甲县', '5'],
      ],
    ],
    [
      'figures without a head',
      [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
        ['7', '8'],
      ],
    ],
  ])('is not one of %s', (_name, rows) => {
    expect(shown(rows)).toBeNull();
  });

  it('knows its totals', () => {
    const figures = figureTable(
      tableOf([
        ['地区', '全市', '甲', '乙'],
        ['合计', '30', '10', '20'],
        ['东区', '12', '4', '8'],
        ['西区', '18', '6', '12'],
      ]),
    );
    expect(figures?.columns.map((c) => c.total)).toEqual([true, false, false]);
    expect(figures?.rows.map((r) => r.total)).toEqual([true, false, false]);
  });

  it('knows the units and years of its columns', () => {
    const figures = figureTable(
      tableOf([
        [
          { text: '地区', rows: 2 },
          { text: '产值（亿元）', columns: 2 },
          { text: '增速（%）', rows: 2 },
        ],
        ['2024年', '2025年'],
        ['甲县', '10', '12', '20'],
        ['乙县', '20', '25', '25'],
      ]),
    );
    expect(figures?.columns.map((c) => [c.name, c.year, c.unit])).toEqual([
      ['产值', 2024, '亿元'],
      ['产值', 2025, '亿元'],
      ['产值增速', null, '%'],
    ]);
  });
});

describe('the value of a figure', () => {
  const none: Parameters<typeof figureValue>[1] = { column: null, row: null, indicator: '产值', table: null };

  it.each<[string, string, Partial<typeof none>, [number, string | null]]>([
    ['by its column', '12.5', { column: '亿元' }, [1_250_000_000, '元']],
    ['by its row', '12.5', { row: '万户' }, [125_000, '户']],
    ['by its indicator', '12', { indicator: '产值（亿元）' }, [1_200_000_000, '元']],
    ['by the table', '12', { table: '亿元' }, [1_200_000_000, '元']],
    ['firms in a table of money', '12', { indicator: '规上工业户数', table: '亿元' }, [12, '户']],
    ['a rate in a table of money', '7.5', { indicator: '增加值增速', table: '亿元' }, [7.5, '%']],
    ['its own per cent', '7.5%', { table: '亿元' }, [7.5, '%']],
    ['a fall', '-3.1', { column: '%' }, [-3.1, '%']],
    ['with thousands', '1,234.5', { column: '万元' }, [12_345_000, '元']],
    ['without any', '12', {}, [12, null]],
    ['about', '约12', { table: '亿元' }, [1_200_000_000, '元']],
  ])('%s', (_name, cell, units, [value, unit]) => {
    expect(figureValue(cell, { ...none, ...units })).toEqual({ value, unit });
  });

  it.each(['—', '', '甲'])('“%s” is none', (cell) => {
    expect(figureValue(cell, none)).toBeNull();
  });
});
