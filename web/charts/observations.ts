import { fieldLabel, type RecordFilter } from '../../output/index.js';
import type { Observation } from '../../schemas/index.js';
import type { Lang } from '../site.js';
import type { Chart } from './chart.js';
import { folded } from './fold.js';
import { pivotOf, type Pivot } from './pivot.js';
import { counted, onceUnlessAsked, text, type Source } from './source.js';

/** Figures of one table that are looked at. */
const MOST_FIGURES = 5_000;

/**
 * The figures of one table by row and column: that of the filter, else the one with most figures. `rows` and `columns` are `area`,
 * `indicator`, `year` or a heading of the labels. Rows of sums are left out: beside them their parts could not be seen.
 */
export async function observationsOfTable(
  source: Source,
  filter: RecordFilter,
  asked: { rows?: string; columns?: string } = {},
): Promise<Chart> {
  const { lang } = source;
  const { totals } = await counted(source, 'observations', filter, ['notice_id', 'table']);
  const [largest] = totals;
  const notice = text(largest?.values[0]);
  const table = text(largest?.values[1]);
  const one: RecordFilter = { ...filter, ...(notice === null ? {} : { notice }), ...(table === null ? {} : { table }) };
  const figures = largest ? await listed(source, one, table) : [];
  const parts = figures.filter((figure) => !isSum(figure));
  const pivot = pivotOf(parts.length > 0 ? parts : figures, asked);
  const sums = parts.length > 0 ? figures.length - parts.length : 0;
  const title = [table ?? (lang === 'zh' ? '无题名的表' : 'a table without a title'), ...heldOf(pivot, lang)];
  const more = totals.length - 1;
  const others = lang === 'zh' ? `另有${more}张表未画，可按表名、公文筛选。` : `${more} more tables are not drawn: choose one.`;
  const chart: Chart = {
    ...{ kind: pivot?.rows.name === 'year' ? 'lines' : 'bars', unit: pivot?.unit ?? null },
    axis: pivot ? nameOf(pivot.rows.name, lang) : '',
    title: title.join(lang === 'zh' ? '：' : ': '),
    ...cellsOf(pivot),
    notes: [...(more > 0 ? [others] : []), ...leftOut(pivot, sums, lang)],
  };
  return folded(chart, 'leave', lang);
}

async function listed({ store }: Source, filter: RecordFilter, table: string | null): Promise<Observation[]> {
  const figures: Observation[] = [];
  for await (const figure of store.list('observations', { ...onceUnlessAsked(filter), limit: MOST_FIGURES })) {
    if (figure.table === table) figures.push(figure);
  }
  return figures;
}

function cellsOf(pivot: Pivot | null): Pick<Chart, 'categories' | 'series'> {
  if (!pivot) return { categories: [], series: [] };
  const { rows, columns, at } = pivot;
  const names = columns?.values ?? [null];
  const series = names.map((name) => ({ name: name ?? '', values: rows.values.map((row) => at(row, name)) }));
  return { categories: rows.values, series };
}

const nameOf = (dimension: string, lang: Lang): string => fieldLabel(dimension, lang);

/** What is the same for all figures drawn, where the table has others. */
function heldOf(pivot: Pivot | null, lang: Lang): string[] {
  const held = (pivot?.held ?? []).filter(({ name, value }) => name !== 'notice_id' && value !== '');
  return held.length === 0 ? [] : [held.map(({ value }) => value).join(lang === 'zh' ? '，' : ', ')];
}

/** A row that sums up or evens out the others. */
const isSum = ({ area, labels }: Observation): boolean =>
  [area, ...Object.values(labels)].some((name) => name !== null && SUMS.test(name));
const SUMS = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|平\s*均)$/;

function leftOut(pivot: Pivot | null, sums: number, lang: Lang): string[] {
  if (!pivot) return [];
  const held = pivot.held.map(({ name, of }) =>
    lang === 'zh' ? `${of}种${nameOf(name, lang)}` : `${of} values of ${nameOf(name, lang)}`,
  );
  const { units, doubtful } = pivot.left;
  return [
    ...(sums === 0 ? [] : [lang === 'zh' ? `合计、平均等${sums}个数未画。` : `${sums} sums and averages are not drawn.`]),
    ...(held.length === 0
      ? []
      : [lang === 'zh' ? `本表有${held.join('、')}，图中各取其一。` : `The table has ${held.join(', ')}; one of each is drawn.`]),
    ...(units === 0
      ? []
      : [lang === 'zh' ? `另有${units}个数单位不同，未画。` : `${units} figures in another unit are not drawn.`]),
    ...(doubtful === 0
      ? []
      : [
          lang === 'zh'
            ? `另有${doubtful}个数与所画同行同列，未画。`
            : `${doubtful} figures of the same row and column are not drawn.`,
        ]),
  ];
}
