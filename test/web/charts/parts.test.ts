import { describe, expect, it, test } from 'vitest';
import type { Chart } from '../../../web/charts/chart.js';
import { folded } from '../../../web/charts/fold.js';
import { gradeRank } from '../../../web/charts/grade-order.js';
import { ems, lines } from '../../../web/charts/measure.js';
import { COLOURS, REST } from '../../../web/charts/palette.js';
import { fullFigure, scaleFor, shortFigure } from '../../../web/charts/scale.js';
import { altOf, tableOf } from '../../../web/charts/words.js';

test.each([
  [2.5e9, '元', 'zh', '亿元', '25'],
  [45_000, '元', 'zh', '万元', '4.5'],
  [900, '元', 'zh', '元', '900'],
  [300_000, '辆', 'zh', '万辆', '30'],
  [12_000, '家', 'zh', '家', '12,000'],
  [450_000_000, '%', 'zh', '%', '450,000,000'],
  [7, null, 'zh', null, '7'],
  [2.5e9, '元', 'en', 'billion CNY', '2.5'],
  [0.0312, '%', 'zh', '%', '0.0312'],
] as const)('%s %s in %s is in %s: %s', (value, unit, lang, name, words) => {
  const scale = scaleFor(value, unit, lang);
  expect(scale.unit).toBe(name);
  expect(shortFigure(value, scale)).toBe(words);
});

test('a table has every decimal', () => {
  expect(fullFigure(1_234_567_800, scaleFor(1_234_567_800, '元', 'zh'))).toBe('12.345678');
});

test('grades stand from the best to the worst', () => {
  const grades = ['合格', '示范园区', '三星级', '不合格', '优秀', '五星级', '良好'];
  expect([...grades].sort((a, b) => gradeRank(a) - gradeRank(b))).toEqual([
    '优秀',
    '五星级',
    '三星级',
    '良好',
    '合格',
    '不合格',
    '示范园区',
  ]);
  expect(['B', 'A', 'AAA', 'AA'].sort((a, b) => gradeRank(a) - gradeRank(b))).toEqual(['AAA', 'AA', 'A', 'B']);
});

test('text is broken where it may be, and nothing of it is lost', () => {
  expect(lines('赣州市稀土新材料产业集群', 5)).toEqual(['赣州市稀土', '新材料产业', '集群']);
  expect(lines('investment by the year', 8)).toEqual(['investment by', 'the year']);
  expect(lines('', 5)).toEqual([]);
  for (const line of lines('国家级“小巨人”abcdefghijklmnopqrstuvwxyz', 4)) expect(ems(line)).toBeLessThanOrEqual(4);
});

describe('more than can be told apart', () => {
  const chart = (series: number, categories: number): Chart => ({
    ...{ kind: 'stacked', title: '甲', axis: '地区', unit: null, notes: [] },
    categories: Array.from({ length: categories }, (_, i) => `c${i}`),
    series: Array.from({ length: series }, (_, n) => ({
      name: `s${n}`,
      values: Array.from({ length: categories }, () => n + 1),
    })),
  });
  const total = ({ series }: Chart): number =>
    series.flatMap(({ values }) => values).reduce<number>((sum, value) => sum + (value ?? 0), 0);

  it('is summed, and what the sum holds is told', () => {
    const few = folded(chart(9, 45), 'sum', 'zh');
    expect(few.series.map(({ name }) => name)).toEqual(['s3', 's4', 's5', 's6', 's7', 's8', '其他']);
    expect(few.categories).toHaveLength(40);
    expect(few.categories.at(-1)).toBe('其他');
    expect(total(few)).toBe(total(chart(9, 45)));
    expect(few.notes).toEqual(['“其他”含s0、s1、s2。', '“其他”为另外6项之和。']);
  });

  it('is left out where it does not add up, and told', () => {
    const few = folded(chart(7, 41), 'leave', 'zh');
    expect(few.series).toHaveLength(6);
    expect(few.categories).toHaveLength(40);
    expect(few.notes).toEqual(['未画：s0。', '只画了前40项，另有1项未画。']);
  });

  it('stays as it is where there is room', () => {
    expect(folded(chart(6, 40), 'sum', 'zh')).toEqual(chart(6, 40));
  });
});

test('the words beside a chart hold its figures', () => {
  const bars: Chart = {
    ...{ kind: 'bars', title: '投资', axis: '年份', unit: '元', notes: [] },
    categories: ['2020', '2021', '2022', '2023'],
    series: [{ name: '总投资', values: [1e8, 3.5e8, null, 2e8] }],
  };
  expect(altOf(bars, 'zh')).toBe('投资：2021 3.5亿元；2023 2亿元；2020 1亿元；共4项，见下表。');
  expect(tableOf(bars, 'zh')).toEqual({
    unit: '亿元',
    head: ['年份', '总投资'],
    rows: [
      { name: '2020', cells: ['1'] },
      { name: '2021', cells: ['3.5'] },
      { name: '2022', cells: [''] },
      { name: '2023', cells: ['2'] },
    ],
  });
  const line: Chart = { ...bars, kind: 'lines', unit: '%', series: [{ name: '全市', values: [null, 5, 6, 7.5] }] };
  expect(altOf(line, 'en')).toBe('投资: 全市 2021 5% to 2023 7.5%.');
});

describe('colours', () => {
  it('are told apart by people who see no red, green or blue, and neighbours in print', () => {
    for (const [i, one] of COLOURS.entries()) {
      for (const other of [...COLOURS.slice(i + 1), REST]) expect(nearest(one, other), `${one} and ${other}`).toBeGreaterThan(15);
      const next = COLOURS[i + 1];
      if (next !== undefined)
        expect(Math.abs(lab(linear(one))[0] - lab(linear(next))[0]), `${one} and ${next}`).toBeGreaterThan(20);
    }
  });
});

type Triple = [number, number, number];

/** Full dichromacy as in Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency” (2009). */
const SEEN: readonly [Triple, Triple, Triple][] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

function linear(colour: string): Triple {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z;

/** CIE 1976 L*a*b* under D65. */
function lab(rgb: Triple): Triple {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot([0.4124, 0.3576, 0.1805], rgb) / 0.9505);
  const y = f(dot([0.2126, 0.7152, 0.0722], rgb));
  const z = f(dot([0.0193, 0.1192, 0.9505], rgb) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The distance of two colours in the eyes that see it least. */
function nearest(one: string, other: string): number {
  const seen = (colour: string, [r, g, b]: readonly [Triple, Triple, Triple]): Triple => {
    const rgb = linear(colour);
    const part = (row: Triple): number => Math.min(1, Math.max(0, dot(row, rgb)));
    return lab([part(r), part(g), part(b)]);
  };
  return Math.min(
    ...SEEN.map((eyes) => {
      const [a, b] = [seen(one, eyes), seen(other, eyes)];
      return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }),
  );
}
