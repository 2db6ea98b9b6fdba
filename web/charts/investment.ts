import type { RecordFilter } from '../../output/index.js';
import type { Chart } from './chart.js';
import { folded } from './fold.js';
import { counted, year, yearsOf, type Source } from './source.js';

const WORDS = {
  zh: { title: '按开工年份的项目总投资', axis: '开工年份', name: '总投资', none: '未写明' },
  en: { title: 'Investment by the year that projects start in', axis: 'start year', name: 'investment', none: 'not said' },
} as const;

/** What projects cost together, by the year that they start in. */
export async function investmentByYear(source: Source, filter: RecordFilter): Promise<Chart> {
  const { lang } = source;
  const words = WORDS[lang];
  const [{ totals, notes }, priced] = await Promise.all([
    counted(source, 'projects', filter, ['start_year'], 'investment_cny'),
    counted(source, 'projects', { ...filter, investmentMin: filter.investmentMin ?? 0 }, []),
  ]);
  const count = totals.reduce((sum, one) => sum + one.count, 0);
  const without = count - (priced.totals[0]?.count ?? 0);
  const sums = new Map(totals.map(({ values: [when], sum }) => [year(when), sum]));
  const years = yearsOf([...sums.keys()].flatMap((when) => when ?? []));
  const categories: (number | null)[] = [...years, ...(sums.has(null) ? [null] : [])];
  const told = lang === 'zh' ? `共${count}个项目。` : `${count} projects.`;
  const unpriced =
    lang === 'zh' ? `其中${without}个未写明投资，未计入。` : `${without} of them without an amount are not in the sums.`;
  const chart: Chart = {
    ...{ kind: 'bars', title: words.title, axis: words.axis, unit: '元' },
    categories: categories.map((when) => (when === null ? words.none : String(when))),
    series: categories.length === 0 ? [] : [{ name: words.name, values: categories.map((when) => sums.get(when) ?? null) }],
    notes: [...notes, told, ...(without > 0 ? [unpriced] : [])],
  };
  return folded(chart, 'sum', lang);
}
