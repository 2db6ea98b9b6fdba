import { init, setPlatformAPI, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Lang } from '../site.js';
import { isEmpty, type Chart } from './chart.js';
import { layoutOf, PX, type ChartSize } from './layout.js';
import { measureText } from './measure.js';
import { optionOf } from './option.js';
import { INK } from './palette.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, LabelLayout, SVGRenderer]);
setPlatformAPI({ measureText });

/** A chart as an SVG document (SVG 1.1). The same chart gives the same bytes. */
export function chartSvg(chart: Chart, size: ChartSize, lang: Lang): string {
  if (isEmpty(chart)) return emptySvg(lang);
  const layout = layoutOf(chart, size, lang);
  const { width, height } = layout;
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(optionOf(chart, layout));
    return still(drawing.renderToSVGString());
  } finally {
    drawing.dispose();
  }
}

/** Without what only a pointer would need; its names count up from one drawing to the next. */
function still(svg: string): string {
  return svg
    .replace(/<style ?><!\[CDATA\[[^\]<]*\]\]>\s*<\/style>/g, '')
    .replace(/ (?:class="zr\d+-cls-\d+"|ecmeta_\w+="[^"]*"|pointer-events="visible")/g, '');
}

function emptySvg(lang: Lang): string {
  const words = lang === 'zh' ? '没有可画的数据' : 'There is nothing to draw';
  const place = `x="${PX.edge}" y="25" font-size="${PX.text}" font-family="sans-serif" fill="${INK.soft}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="340" height="40" viewBox="0 0 340 40"><text ${place}>${words}</text></svg>`;
}
