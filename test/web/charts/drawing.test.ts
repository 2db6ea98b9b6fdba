import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../web/charts/chart.js';
import { layoutOf, SIZES } from '../../../web/charts/layout.js';
import { chartSvg } from '../../../web/charts/svg.js';
import { overlapping, textsOf } from './texts.js';

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const LONG = '江西省新一代信息技术与先进装备制造（含智能家居及零部件）产业集群公共服务平台';
const base: Chart = { kind: 'bars', title: '甲', axis: '地区', categories: [], series: [], unit: '元', notes: [] };
const years = range(12).map((i) => String(2019 + i));

const CHARTS: Record<string, Chart> = {
  'one bar': { ...base, categories: ['甲市'], series: [{ name: '投资', values: [3e8] }] },
  'cities by grade': {
    ...{ ...base, kind: 'stacked', unit: '个', title: '省级工业产业集群综合评价（2020年）：各地等次' },
    categories: range(14).map((i) => `${'东南西北中'[i % 5] ?? ''}江${i % 3 === 0 ? '高新技术产业开发区' : '市'}`),
    series: ['优秀', '良好', '合格'].map((name, n) => ({ name, values: range(14).map((i) => (i * 7 + n * 3) % 11 || null) })),
  },
  'forty long names': {
    ...{ ...base, title: LONG },
    categories: range(40).map((i) => `${i}${LONG}`),
    series: [{ name: '投资', values: range(40).map((i) => i * 123_456_789) }],
  },
  'six lines with long names': {
    ...{ ...base, kind: 'lines', axis: '年份' },
    categories: years,
    series: range(6).map((n) => ({
      name: `${n}${LONG}`,
      values: years.map((_, i) => (i % 3 === n % 3 ? null : (n + 1) * i * 1e4)),
    })),
  },
  'a flat line': {
    ...base,
    kind: 'lines',
    categories: years.slice(0, 3),
    series: [{ name: '能耗', values: [10.6, 10.5, 10.3] }],
    unit: '%',
  },
  'a hundred years': {
    ...{ ...base, kind: 'lines', unit: '家' },
    categories: range(100).map((i) => String(1950 + i)),
    series: [{ name: '企业', values: range(100).map((i) => i * i) }],
  },
  'six bars side by side': {
    ...base,
    categories: years.slice(0, 4),
    series: range(6).map((n) => ({ name: `街道${n}`, values: range(4).map((i) => 1e8 * (n + 1) * (i + 1)) })),
  },
  'figures great and small': { ...base, categories: ['甲', '乙', '丙'], series: [{ name: '投资', values: [9.87e13, 1, 0] }] },
};

describe.each(Object.entries(CHARTS))('%s', (_, chart) => {
  it.each(SIZES)('%s: no words overlap, and none is cut', (size) => {
    const { width, height } = layoutOf(chart, size, 'zh');
    const boxes = textsOf(chartSvg(chart, size, 'zh'));
    expect(overlapping(boxes)).toEqual([]);
    const out = boxes.filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height);
    expect(out).toEqual([]);
    // Every word is there, however it is broken into lines.
    const shown = boxes.map(({ text }) => text).join('');
    const bars = chart.kind === 'lines' ? [] : chart.categories;
    for (const name of [chart.title, ...bars, ...(chart.series.length > 1 ? chart.series.map((one) => one.name) : [])]) {
      expect(shown).toContain(name);
    }
  });
});

describe('a drawing', () => {
  const chart: Chart = {
    ...base,
    title: '<script>alert(1)</script>&"\'',
    categories: ['</text><script>x</script>', ']]>', 'class="zr0-cls-0"'],
    series: [
      { name: '<img src=x onerror=y>', values: [1, 2, 3] },
      { name: '" onload="z', values: [3, null, 1] },
    ],
  };

  it('escapes what a notice has written', () => {
    const svg = chartSvg(chart, 'wide', 'zh');
    const shown = textsOf(svg).map(({ text }) => text);
    expect(shown).toEqual(expect.arrayContaining([chart.title, ...chart.categories, ...chart.series.map(({ name }) => name)]));
    const tags = svg.replace(/>[^<]*</g, '><');
    expect(tags).not.toMatch(/<(script|img|a|foreignObject|image|use)\b|\son\w+=|href/i);
  });

  it('is the same each time, and has nothing that moves', () => {
    const [first, second] = [chartSvg(chart, 'wide', 'zh'), chartSvg(chart, 'wide', 'zh')];
    expect(second).toBe(first);
    expect(first).not.toMatch(/<style|<animate|:hover|ecmeta_/);
  });

  it('says so where there is nothing to draw', () => {
    expect(textsOf(chartSvg(base, 'wide', 'zh')).map(({ text }) => text)).toEqual(['没有可画的数据']);
    expect(chartSvg({ ...base, categories: ['甲'], series: [{ name: 'a', values: [null] }] }, 'narrow', 'en')).toContain(
      'nothing to draw',
    );
  });
});
