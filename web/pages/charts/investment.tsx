import type { Child } from 'hono/jsx';
import { money, type RecordFilter, type Total } from '../../../output/index.js';
import { Figure, investmentByYear, sourceOf } from '../../charts/index.js';
import type { Filters } from '../../filters.js';
import { sameWith, Table, type Column } from '../parts/table.js';
import type { View } from '../view.js';

interface Size {
  name: string;
  href: string;
  count: number;
  sum: number | null;
}

/** Investment by start year as a chart, and totals by size, of the projects that the page lists. */
export async function InvestmentByYear(v: View, filters: Filters, filter: RecordFilter): Promise<Child> {
  const [chart, sizes] = await Promise.all([investmentByYear(sourceOf(v.site, v.lang), filter), sizesOf(v, filter)]);
  return (
    <details class="summary" open={v.query.size === 0}>
      <summary>{v.say({ zh: '合计：按开工年份和规模', en: 'Totals by start year and size' })}</summary>
      <div class="columns two">
        <Figure chart={chart} address={v.href('/charts/investment.svg', filters)} lang={v.lang} />
        {Table(v, { caption: v.say({ zh: '按规模合计', en: 'Totals by size' }), columns: COLUMNS, rows: sizes })}
      </div>
    </details>
  );
}

/** Bounds of the sizes that projects are counted by, in yuan; largest first. */
const SIZES = [
  { min: 10e9, zh: '100亿元及以上', en: '10 billion and more' },
  { min: 5e9, max: 10e9, zh: '50亿至100亿元', en: '5 to 10 billion' },
  { min: 1e9, max: 5e9, zh: '10亿至50亿元', en: '1 to 5 billion' },
  { min: 1e8, max: 1e9, zh: '1亿至10亿元', en: '100 million to 1 billion' },
  { min: 0, max: 1e8, zh: '不足1亿元', en: 'less than 100 million' },
] as const satisfies readonly { min: number; max?: number; zh: string; en: string }[];

const COLUMNS: readonly Column<Size>[] = [
  { head: { zh: '规模', en: 'Size' }, kind: 'tight', cell: ({ name, href }) => <a href={href}>{name}</a> },
  { head: { zh: '项目', en: 'Projects' }, kind: 'number', cell: ({ count }) => count },
  { head: { zh: '总投资', en: 'Investment' }, kind: 'number', cell: ({ sum }) => money(sum) },
];

async function sizesOf(v: View, filter: RecordFilter): Promise<Size[]> {
  const { investmentMin: min = 0, investmentMax: max = Infinity } = filter;
  const sizes = SIZES.map((size) => ({
    ...size,
    least: Math.max(size.min, min),
    most: Math.min('max' in size ? below(size.max) : Infinity, max),
  }));
  const rows = await Promise.all(
    sizes
      .filter(({ least, most }) => least <= most)
      .map(async ({ zh, en, least, most }) => {
        const bounds = most === Infinity ? {} : { investmentMax: most };
        const [total]: (Total | undefined)[] = await v.store.totals(
          'projects',
          { ...filter, investmentMin: least, ...bounds },
          [],
          { sum: 'investment_cny' },
        );
        const href = sameWith(v, { investment_min: least, investment_max: most === Infinity ? null : most, cursor: null });
        return { name: v.say({ zh, en }), href, count: total?.count ?? 0, sum: total?.sum ?? null };
      }),
  );
  return rows.filter(({ count }) => count > 0);
}

/** The largest amount below a bound, to the fen. */
const below = (bound: number): number => bound - 0.01;
