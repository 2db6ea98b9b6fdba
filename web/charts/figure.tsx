import type { FC } from 'hono/jsx';
import type { Lang } from '../site.js';
import { isEmpty, type Chart } from './chart.js';
import { layoutOf, type ChartSize } from './layout.js';
import { altOf, tableOf } from './words.js';

export interface FigureProps {
  chart: Chart;
  /** where the chart is drawn, with the base path and the filters of the page: `/charts/grades.svg?year=2020` */
  address: string;
  lang: Lang;
}

/** A chart on a page with its figures as a table; nothing where there is nothing to draw. Telephones get a narrow one. */
export const Figure: FC<FigureProps> = ({ chart, address, lang }) => {
  if (isEmpty(chart)) return null;
  const wide = layoutOf(chart, 'wide', lang);
  const narrow = layoutOf(chart, 'narrow', lang);
  return (
    <figure class="chart">
      <picture>
        <source
          media="(max-width: 760px)"
          srcset={drawnAt(address, 'narrow', lang)}
          width={String(narrow.width)}
          height={String(narrow.height)}
        />
        <img
          src={drawnAt(address, 'wide', lang)}
          alt={altOf(chart, lang)}
          width={String(wide.width)}
          height={String(wide.height)}
          loading="lazy"
        />
      </picture>
      {chart.notes.length === 0 ? null : <figcaption>{chart.notes.join(lang === 'zh' ? '' : ' ')}</figcaption>}
      <Figures chart={chart} lang={lang} />
    </figure>
  );
};

const Figures: FC<{ chart: Chart; lang: Lang }> = ({ chart, lang }) => {
  const { unit, head, rows } = tableOf(chart, lang);
  const caption = unit === null ? chart.title : lang === 'zh' ? `${chart.title}（单位：${unit}）` : `${chart.title} (in ${unit})`;
  return (
    <details>
      <summary>{lang === 'zh' ? '以表格查看数据' : 'The figures as a table'}</summary>
      <div class="scroll" tabindex={0} role="region" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr>
                <th scope="row">{name}</th>
                {cells.map((cell) => (
                  <td class="number">{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** The same address for a size and language. */
function drawnAt(address: string, size: ChartSize, lang: Lang): string {
  const [path = '', query = ''] = address.split('?');
  const params = new URLSearchParams(query);
  params.set('size', size);
  params.set('lang', lang);
  return `${path}?${params.toString()}`;
}
