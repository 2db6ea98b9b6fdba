import type { Child } from 'hono/jsx';
import { money, type RecordFilter, type Total } from '../../../output/index.js';
import { investmentByStart, SIZES } from '../../charts/data.js';
import type { Filters } from '../filters.js';
import { sameWith, Table, type Column } from '../parts/table.js';
import type { View } from '../view.js';
import { figure } from './figure.js';

interface Size {
  name: string;
  href: string;
  count: number;
  sum: number | null;
}

/** Investment by start year as a chart, and totals by size, of the projects that the page lists. */
export async function InvestmentByYear(v: View, filters: Filters, filter: RecordFilter): Promise<Child> {
  const chart = await investmentByStart({ store: v.store, resolver: v.site.resolver, filter, lang: v.lang });
  const title = v.say({ zh: '按开工年份的总投资', en: 'Investment by start year' });
  const sizes = await sizesOf(v, filter);
  return (
    <details class="summary" open={v.query.size === 0}>
      <summary>{v.say({ zh: '合计：按开工年份和规模', en: 'Totals by start year and size' })}</summary>
      <div class="columns two">
        {figure(v, chart, { title, src: v.href('/charts/investment-by-start.svg', { ...filters, lang: v.lang }) })}
        {Table(v, { caption: v.say({ zh: '按规模合计', en: 'Totals by size' }), columns: COLUMNS, rows: sizes })}
      </div>
    </details>
  );
}

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
