import type { Lang } from '../site.js';
import { greatest, type Chart } from './chart.js';
import { ems, lines } from './measure.js';
import { scaleFor, shortFigure, type Scale } from './scale.js';

/** For a page beside its text, and for a telephone. */
export const WIDTHS = { wide: 760, narrow: 340 } as const;
export type ChartSize = keyof typeof WIDTHS;
export const SIZES = ['wide', 'narrow'] as const satisfies readonly ChartSize[];

/** Pixels of type and of what lies between. */
export const PX = { title: 15, titleLine: 20, text: 12, line: 15, edge: 10, tick: 26, swatch: 14, gap: 14 } as const;

/** Where everything goes, in CSS pixels. */
export interface Layout {
  width: number;
  height: number;
  scale: Scale;
  title: string[];
  /** under the title: the unit, and that an axis does not begin at nought; empty where there is nothing to say */
  under: string;
  /** top of the legend, null where one series needs none; the names as they are broken */
  legend: { top: number; names: ReadonlyMap<string, string> } | null;
  /** top of the plot with its axes */
  plotTop: number;
  /** steps of the value axis, about */
  steps: number;
  /** categories along the foot, or down the side with bars lying */
  upright: boolean;
  /** the categories as they are broken */
  labels: readonly string[];
  /** pixels that the greatest figure takes, nearly */
  reach: number;
  /** room behind the bars for their figures */
  behind: number;
  /** whether a figure stands on each bar or point */
  figures: boolean;
  /** lines that lie close together do not begin at nought */
  fromNought: boolean;
}

const MOST_LABEL = 0.38;
const PLOT = { wide: 240, narrow: 200 } as const;
/** Figures of more lines, or more points, would stand in each other's way. */
const MOST_LABELLED = 2;
const MOST_POINTS = 24;

/** Lays a chart out so that no words overlap and none is cut. */
export function layoutOf(chart: Chart, size: ChartSize, lang: Lang): Layout {
  const width = WIDTHS[size];
  const scale = scaleFor(greatest(chart), chart.unit, lang);
  const title = lines(chart.title, (width - 2 * PX.edge) / PX.title);
  const fromNought = chart.kind !== 'lines' || !close(chart);
  const under = underTitle(scale, fromNought, lang);
  const legendTop = PX.edge + title.length * PX.titleLine + (under === '' ? 0 : PX.line + 4) + 8;
  const legend = chart.series.length < 2 ? null : legendOf(chart, width);
  const places = placed(chart, size, scale);
  // A figure stands above the highest point.
  const above = places.upright && places.figures ? 20 : 12;
  const plotTop = legendTop + (legend?.height ?? 0) + above;
  return {
    ...places,
    ...{ width, scale, title, under, plotTop, fromNought, steps: size === 'wide' ? 4 : 3 },
    height: plotTop + places.plot + PX.tick + PX.edge,
    legend: legend && { top: legendTop, names: legend.names },
  };
}

function underTitle({ unit }: Scale, fromNought: boolean, lang: Lang): string {
  const said = [
    ...(unit === null ? [] : [lang === 'zh' ? `单位：${unit}` : `in ${unit}`]),
    ...(fromNought ? [] : [lang === 'zh' ? '纵轴不从零起' : 'axis does not begin at 0']),
  ];
  return said.join(lang === 'zh' ? '；' : '; ');
}

/** Do all figures lie so near each other that lines over nought would be flat? */
function close({ series }: Chart): boolean {
  const values = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const [least, most] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
  return least > 0 && most > least && (most - least) / most < 0.3;
}

/** How high the legend is: its items stand in rows as ECharts sets them, each behind the other as long as there is room. */
function legendOf({ kind, series }: Chart, width: number): { height: number; names: Map<string, string> } {
  const room = width - 2 * PX.edge;
  const names = new Map(series.map(({ name }) => [name, lines(name, (room - 2 * PX.swatch - 5) / PX.text).join('\n')]));
  let [x, rows, height] = [0, 1, 1];
  for (const name of names.values()) {
    const broken = name.split('\n');
    const own = (kind === 'lines' ? 2 : 1) * PX.swatch + 5 + Math.max(...broken.map(ems)) * PX.text;
    if (x > 0 && x + own > room) [x, rows] = [0, rows + 1];
    x += own + PX.gap;
    height = Math.max(height, broken.length);
  }
  return { height: rows * (height * PX.line + PX.gap) - PX.gap, names };
}

type Places = Pick<Layout, 'upright' | 'labels' | 'reach' | 'behind' | 'figures'> & { plot: number };

function placed(chart: Chart, size: ChartSize, scale: Scale): Places {
  const { kind, categories, series } = chart;
  const room = WIDTHS[size] - 2 * PX.edge;
  const figureWidth = widestFigure(chart, scale);
  const slot = (room - figureWidth - 8) / Math.max(1, categories.length);
  const side = kind === 'bars' ? Math.max(1, series.length) : 1;
  const labelled = categories.every((name) => ems(name) * PX.text + 8 <= slot);
  if (kind === 'lines' || (labelled && slot / side >= 18)) {
    const figures =
      kind === 'lines'
        ? series.length <= MOST_LABELLED && categories.length <= MOST_POINTS / series.length
        : figureWidth + 4 <= (slot * 0.8) / side;
    return { upright: true, labels: categories, reach: PLOT[size], behind: 0, figures, plot: PLOT[size] };
  }
  const most = (room * MOST_LABEL) / PX.text;
  const broken = categories.map((name) => lines(name, most));
  const deepest = broken.reduce((deep, { length }) => Math.max(deep, length), 1);
  const row = Math.max(kind === 'stacked' ? 24 : side * 16 + 10, deepest * PX.line + 6);
  const label = broken.flat().reduce((widest, line) => Math.max(widest, ems(line)), 0) * PX.text;
  return {
    upright: false,
    labels: broken.map((each) => each.join('\n')),
    reach: room - label - figureWidth - 16,
    behind: figureWidth + 6,
    figures: true,
    plot: categories.length * row,
  };
}

function widestFigure({ kind, categories, series }: Chart, scale: Scale): number {
  const sums = categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const shown = kind === 'stacked' ? sums : series.flatMap(({ values }) => values.filter((value) => value !== null));
  return shown.reduce((widest, value) => Math.max(widest, ems(shortFigure(value, scale))), 0) * PX.text;
}
