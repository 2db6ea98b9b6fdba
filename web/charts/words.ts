import type { Lang } from '../site.js';
import { greatest, totalAt, type Chart, type Series } from './chart.js';
import { fullFigure, scaleFor, shortFigure, type Scale } from './scale.js';

const MOST_NAMED = 3;

/** One sentence with a chart's main figures, for those who don't see it. */
export function altOf(chart: Chart, lang: Lang): string {
  const scale = scaleFor(greatest(chart), chart.unit, lang);
  const said = chart.kind === 'lines' ? courses(chart, scale, lang) : peaks(chart, scale, lang);
  return lang === 'zh' ? `${chart.title}：${said.join('；')}。` : `${chart.title}: ${said.join('; ')}.`;
}

/** A figure with its unit: `12 家`, `3.5 亿元`, `12%`. */
function withUnit(value: number, scale: Scale, lang: Lang): string {
  const { unit } = scale;
  const words = shortFigure(value, scale);
  if (unit === null) return words;
  return lang === 'zh' || /^[%‰]/.test(unit) ? `${words}${unit}` : `${words} ${unit}`;
}

/** From where to where each line goes. */
function courses({ categories, series }: Chart, scale: Scale, lang: Lang): string[] {
  const told = series.slice(0, MOST_NAMED).flatMap(({ name, values }) => {
    const points = values.flatMap((value, at) => (value === null ? [] : [`${categories[at]} ${withUnit(value, scale, lang)}`]));
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [];
    const course = points.length === 1 ? first : lang === 'zh' ? `${first}至${last}` : `${first} to ${last}`;
    return [`${name} ${course}`];
  });
  return [...told, ...more(series.length, lang)];
}

/** The largest bars. */
function peaks({ categories, series, kind }: Chart, scale: Scale, lang: Lang): string[] {
  const bars = categories.map((name, at) => ({ name, value: kind === 'stacked' ? totalAt(series, at) : largestOf(series, at) }));
  const high = bars.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])).sort((a, b) => b.value - a.value);
  const named = high.slice(0, MOST_NAMED).map(({ name, value }) => `${name} ${withUnit(value, scale, lang)}`);
  return [...named, ...more(categories.length, lang)];
}

const largestOf = (series: readonly Series[], at: number): number | null =>
  series.reduce<number | null>((most, { values }) => {
    const value = values[at] ?? null;
    return value === null || (most !== null && most >= value) ? most : value;
  }, null);

const more = (count: number, lang: Lang): string[] =>
  count <= MOST_NAMED ? [] : [lang === 'zh' ? `共${count}项，见下表` : `${count} in all, in the table below`];

/** The figures of a chart as rows for a table, with the unit that all are in. */
export function tableOf(
  chart: Chart,
  lang: Lang,
): { unit: string | null; head: string[]; rows: { name: string; cells: string[] }[] } {
  const scale = scaleFor(greatest(chart), chart.unit, lang);
  const cell = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : fullFigure(value, scale);
  const summed = chart.kind === 'stacked' && chart.series.length > 1;
  const sum = lang === 'zh' ? '合计' : 'total';
  const figureHead = lang === 'zh' ? '数值' : 'figure';
  return {
    unit: scale.unit,
    head: [chart.axis, ...chart.series.map(({ name }) => name || figureHead), ...(summed ? [sum] : [])],
    rows: chart.categories.map((name, at) => ({
      name,
      cells: [...chart.series.map(({ values }) => cell(values[at])), ...(summed ? [cell(totalAt(chart.series, at))] : [])],
    })),
  };
}
