import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { greatest, totalAt, type Chart, type Series } from './chart.js';
import { PX, type Layout } from './layout.js';
import { ems } from './measure.js';
import { COLOURS, INK, POINTS, REST, STROKES } from './palette.js';
import { figure, shortFigure } from './scale.js';

export type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;
type AnySeries = BarSeriesOption | LineSeriesOption;

/** Names without quotation marks: in an attribute those would be its end. */
const FONT = 'PingFang SC,Microsoft YaHei,Noto Sans CJK SC,Noto Sans SC,sans-serif';

/** A chart in its layout as ECharts wants it said. */
export function optionOf(chart: Chart, layout: Layout): Option {
  const { upright, plotTop, behind } = layout;
  const categories = categoryAxis(chart, layout);
  const values = valueAxis(chart, layout);
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, fontSize: PX.text, color: INK.text },
    title: titleOf(layout),
    ...legendOf(chart, layout),
    // Labels of the axes lie inside these bounds.
    grid: {
      ...{ left: PX.edge, right: PX.edge + behind, top: plotTop, bottom: PX.edge },
      ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    },
    ...(upright ? { xAxis: categories, yAxis: values } : { xAxis: values, yAxis: { ...categories, inverse: true } }),
    series: chart.kind === 'lines' ? chart.series.map((one, i) => lineOf(one, i, layout)) : barsOf(chart, layout),
  };
}

function titleOf({ title, under }: Layout): TitleComponentOption {
  return {
    ...{ text: title.join('\n'), subtext: under, left: PX.edge, top: PX.edge, padding: 0, itemGap: 4 },
    textStyle: { fontSize: PX.title, fontWeight: 'bold', lineHeight: PX.titleLine, color: INK.text },
    subtextStyle: { fontSize: PX.text, lineHeight: PX.line, color: INK.soft },
  };
}

function legendOf({ series, kind }: Chart, { legend, width }: Layout): { legend?: LegendComponentOption } {
  if (!legend) return {};
  return {
    legend: {
      ...{ left: PX.edge, top: legend.top, width: width - 2 * PX.edge, padding: 0, align: 'left' },
      ...{ itemGap: PX.gap, itemWidth: kind === 'lines' ? 2 * PX.swatch : PX.swatch, itemHeight: 10, selectedMode: false },
      data: series.map(({ name }) => name),
      formatter: (name) => legend.names.get(name) ?? name,
      textStyle: { fontSize: PX.text, lineHeight: PX.line, color: INK.text },
    },
  };
}

function categoryAxis({ kind }: Chart, { labels }: Layout) {
  // Lines may have more years than there is room for; names of bars have room.
  const all = kind === 'lines' ? {} : { interval: 0 };
  return {
    type: 'category' as const,
    data: [...labels],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK.axis } },
    axisLabel: { color: INK.text, fontSize: PX.text, lineHeight: PX.line, ...all },
  };
}

function valueAxis({ series }: Chart, { scale, fromNought, steps }: Layout) {
  const whole = scale.divisor === 1 && series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  return {
    type: 'value' as const,
    scale: !fromNought,
    splitNumber: steps,
    ...(whole ? { minInterval: 1 } : {}),
    splitLine: { lineStyle: { color: INK.line } },
    axisLabel: {
      ...{ color: INK.soft, fontSize: PX.text, hideOverlap: true },
      formatter: (value: number) => figure(value, { divisor: 1, unit: null }, 6),
    },
  };
}

function barsOf(chart: Chart, layout: Layout): AnySeries[] {
  const bars = chart.series.map((one, i) => barOf(chart, one, i, layout));
  return chart.kind === 'stacked' && chart.series.length > 1 ? [...bars, totals(chart, layout)] : bars;
}

function barOf(
  chart: Chart,
  { name, values, rest }: Series,
  at: number,
  { scale, upright, reach, figures }: Layout,
): BarSeriesOption {
  const stacked = chart.kind === 'stacked' && chart.series.length > 1;
  const colour = rest ? REST : (COLOURS[at % COLOURS.length] ?? REST);
  const most = reach / (greatest(chart) || 1);
  return {
    type: 'bar',
    name,
    ...(stacked ? { stack: 'all' } : {}),
    barMaxWidth: 36,
    barGap: '10%',
    barCategoryGap: '28%',
    itemStyle: { color: colour, borderColor: '#ffffff', borderWidth: stacked ? 1 : 0 },
    label: {
      ...{ fontSize: PX.text, textBorderWidth: 0, color: stacked ? onColour(colour) : INK.text },
      position: stacked ? 'inside' : upright ? 'top' : 'right',
    },
    data: values.map((value) => {
      const words = value === null ? '' : shortFigure(value, scale);
      const room = Math.abs(value ?? 0) * most * 0.85;
      const fits = stacked ? value !== 0 && (upright ? room >= 14 : room >= ems(words) * PX.text + 4) : figures;
      return { value: value === null ? null : value / scale.divisor, label: { show: value !== null && fits, formatter: words } };
    }),
  };
}

/** What a stack comes to, written at its end: a bar of no length on top. */
function totals({ categories, series }: Chart, { scale, upright, figures }: Layout): BarSeriesOption {
  return {
    ...{ type: 'bar', stack: 'all', silent: true },
    label: { show: true, position: upright ? 'top' : 'right', fontSize: PX.text, fontWeight: 'bold', color: INK.text },
    data: categories.map((_, at) => {
      const total = totalAt(series, at);
      const shown = total !== null && figures;
      return { value: 0, label: { show: shown, formatter: total === null ? '' : shortFigure(total, scale) } };
    }),
  };
}

function lineOf({ name, values }: Series, at: number, { scale, figures }: Layout): LineSeriesOption {
  const colour = COLOURS[at % COLOURS.length] ?? REST;
  return {
    type: 'line',
    name,
    // Years that nothing is said of are passed over: only points are figures.
    connectNulls: true,
    symbol: POINTS[at % POINTS.length] ?? 'circle',
    symbolSize: 8,
    showAllSymbol: true,
    lineStyle: { color: colour, width: 2, type: STROKES[at % STROKES.length] ?? 'solid' },
    itemStyle: { color: colour },
    label: { show: figures, position: 'top', fontSize: PX.text, color: INK.text },
    labelLayout: { hideOverlap: true },
    data: values.map((value) => ({
      value: value === null ? null : value / scale.divisor,
      label: { formatter: value === null ? '' : shortFigure(value, scale) },
    })),
  };
}

/** Black or white, whichever is read on the colour: relative luminance as in WCAG 2.2. */
function onColour(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? INK.text : '#ffffff';
}
