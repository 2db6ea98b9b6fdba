import type { Lang } from '../site.js';
import { sumOf, totalAt, type Chart, type Series } from './chart.js';
import { MOST_SERIES } from './palette.js';

/** As many categories as are still read. */
export const MOST_CATEGORIES = 40;

/** `sum`: what does not fit adds up to “the rest”; `leave`: such figures do not add up, so it is left out and told. */
export type Folding = 'sum' | 'leave';

const REST: Readonly<Record<Lang, string>> = { zh: '其他', en: 'other' };

/** The chart with as many series and categories as can be told apart. Of more categories the first are kept: they come sorted. */
export function folded(chart: Chart, how: Folding, lang: Lang): Chart {
  return foldCategories(foldSeries(chart, how, lang), how, lang);
}

function foldSeries(chart: Chart, how: Folding, lang: Lang): Chart {
  if (chart.series.length <= MOST_SERIES) return chart;
  const sizes = new Map(
    chart.series.map((one) => [one, one.values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0)]),
  );
  const size = (one: Series): number => sizes.get(one) ?? 0;
  const largest = new Set([...chart.series].sort((a, b) => size(b) - size(a)).slice(0, MOST_SERIES));
  const kept = chart.series.filter((one) => largest.has(one));
  const others = chart.series.filter((one) => !largest.has(one));
  const names = namesOf(others, lang);
  if (how === 'leave')
    return { ...chart, series: kept, notes: [...chart.notes, lang === 'zh' ? `未画：${names}。` : `Not drawn: ${names}.`] };
  const rest: Series = { name: REST[lang], rest: true, values: chart.categories.map((_, at) => totalAt(others, at)) };
  const note = lang === 'zh' ? `“${REST.zh}”含${names}。` : `“${REST.en}” is ${names}.`;
  return { ...chart, series: [...kept, rest], notes: [...chart.notes, note] };
}

function foldCategories(chart: Chart, how: Folding, lang: Lang): Chart {
  const count = chart.categories.length;
  if (count <= MOST_CATEGORIES) return chart;
  const kept = MOST_CATEGORIES - (how === 'sum' ? 1 : 0);
  const categories = chart.categories.slice(0, kept);
  const left = count - kept;
  if (how === 'leave') {
    const note = lang === 'zh' ? `只画了前${kept}项，另有${left}项未画。` : `The first ${kept} are drawn, ${left} more are not.`;
    const series = chart.series.map((one) => ({ ...one, values: one.values.slice(0, kept) }));
    return { ...chart, categories, series, notes: [...chart.notes, note] };
  }
  const series = chart.series.map((one) => ({ ...one, values: [...one.values.slice(0, kept), sumOf(one.values.slice(kept))] }));
  const note = lang === 'zh' ? `“${REST.zh}”为另外${left}项之和。` : `“${REST.en}” is ${left} more together.`;
  return { ...chart, categories: [...categories, REST[lang]], series, notes: [...chart.notes, note] };
}

/** Names in a sentence; of many the first, and how many there are. */
function namesOf(series: readonly Series[], lang: Lang): string {
  const named = series.slice(0, MOST_NAMED).map(({ name }) => name);
  const list = named.join(lang === 'zh' ? '、' : ', ');
  if (series.length <= MOST_NAMED) return list;
  return lang === 'zh' ? `${list}等${series.length}项` : `${list} and ${series.length - MOST_NAMED} more`;
}
const MOST_NAMED = 8;
