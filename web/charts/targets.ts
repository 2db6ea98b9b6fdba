import type { RecordFilter, Total } from '../../output/index.js';
import type { Lang } from '../site.js';
import type { Chart } from './chart.js';
import { folded } from './fold.js';
import { counted, grouped, most, text, year, yearsOf, type Source } from './source.js';

/** Targets that can stand in one picture: the same thing in the same unit, measured alike. */
interface Measure {
  indicator: string;
  unit: string | null;
  growth: string | null;
  direction: string | null;
}

interface Group extends Measure {
  due: number | null;
  place: string | null;
  scope: string | null;
  value: number | null;
  count: number;
}

const BY = ['indicator', 'unit', 'growth', 'direction', 'due_year', 'place', 'scope', 'value'] as const;

const groupOf = ({ values: [indicator, unit, growth, direction, due, place, scope, value], count }: Total): Group => ({
  ...{ indicator: text(indicator) ?? '', unit: text(unit), growth: text(growth), direction: text(direction) },
  ...{ due: year(due), place: text(place), scope: text(scope), value: typeof value === 'number' ? value : null, count },
});

/**
 * The targets of an indicator by the year that they are due in, a line for each place or scope. Where the filter leaves several
 * indicators or units the one that most years are known of is drawn.
 */
export async function targetsOverTime(source: Source, filter: RecordFilter): Promise<Chart> {
  const { lang } = source;
  const { totals, notes } = await counted(source, 'targets', filter, BY);
  const all = totals.map(groupOf).filter(({ value }) => value !== null);
  const measures = grouped(all, measureOf);
  const asked = [...measures].filter(([, [one]]) => one?.indicator === filter.indicator);
  const open = asked.length > 0 ? asked : [...measures];
  const chosen = most(new Map(open.map(([measure, groups]) => [measure, weight(groups)])));
  const groups = chosen === null ? [] : (measures.get(chosen) ?? []);
  const dated = groups.filter(({ due }) => due !== null);
  const [first] = dated;
  const { categories, series, doubtful } = drawn(dated, lang);
  const over = new Set(dated.map(({ due }) => due)).size > 1;
  const chart: Chart = {
    ...{ kind: over ? 'lines' : 'bars', axis: AXIS[lang][over ? 'year' : 'scope'], unit: first?.unit ?? null },
    title: first ? titleOf(first, over ? null : first.due, lang) : lang === 'zh' ? '目标值' : 'Targets',
    categories,
    series,
    notes: [...notes, ...leftOut({ measures: measures.size - 1, undated: total(groups) - total(dated), doubtful }, lang)],
  };
  return folded(chart, 'leave', lang);
}

const AXIS = { zh: { year: '完成年份', scope: '范围' }, en: { year: 'due year', scope: 'scope' } } as const;

const measureOf = ({ indicator, unit, growth, direction }: Measure): string =>
  JSON.stringify([indicator, unit, growth, direction]);
const total = (groups: readonly Group[]): number => groups.reduce((sum, { count }) => sum + count, 0);

/** Years count most, then targets. */
const weight = (groups: readonly Group[]): number =>
  new Set(groups.flatMap(({ due }) => due ?? [])).size * 1e6 + Math.min(total(groups), 1e6 - 1);

/** A line for each scope; the place of the notice before it where there are several. Of figures that disagree the first is drawn. */
function drawn(groups: readonly Group[], lang: Lang): Pick<Chart, 'categories' | 'series'> & { doubtful: number } {
  const places = new Set(groups.map(({ place }) => place));
  const whole = lang === 'zh' ? '总体' : 'in all';
  const nameOf = ({ place, scope }: Group): string => {
    const parts = [...(places.size > 1 || scope === null ? [place] : []), scope].filter((part) => part !== null);
    return parts.join(' ') || whole;
  };
  const years = yearsOf(groups.flatMap(({ due }) => due ?? []));
  const lines = new Map<string, Map<number, number>>();
  let doubtful = 0;
  for (const group of groups) {
    const line = lines.get(nameOf(group)) ?? new Map<number, number>();
    lines.set(nameOf(group), line);
    if (group.due === null || group.value === null) continue;
    if (line.has(group.due)) doubtful += group.count;
    else line.set(group.due, group.value);
  }
  const names = [...lines.keys()].sort((a, b) => (lines.get(b)?.size ?? 0) - (lines.get(a)?.size ?? 0));
  const [only] = years;
  // One year has no course: its figures stand beside each other, the largest first.
  if (only !== undefined && years.length === 1) {
    const at = (name: string): number => lines.get(name)?.get(only) ?? 0;
    const categories = names.sort((a, b) => at(b) - at(a));
    return { doubtful, categories, series: [{ name: String(only), values: categories.map(at) }] };
  }
  return {
    doubtful,
    categories: years.map(String),
    series: names.map((name) => ({ name, values: years.map((when) => lines.get(name)?.get(when) ?? null) })),
  };
}

const GROWTH = {
  zh: { annual: '年均', total: '累计', increase: '增长', decrease: '下降' },
  en: { annual: 'yearly', total: 'in all', increase: 'growth', decrease: 'decrease' },
} as const;

function titleOf({ indicator, growth, direction }: Group, due: number | null, lang: Lang): string {
  const words = GROWTH[lang];
  const way = direction === 'increase' || direction === 'decrease' ? words[direction] : '';
  const span = growth === 'annual' || growth === 'total' ? words[growth] : '';
  if (lang === 'zh') return `${due === null ? '' : `${due}年`}${indicator}${span}${way}目标值`;
  const how = [way, span, due === null ? '' : String(due)].filter((word) => word !== '').join(', ');
  return `Targets: ${indicator}${how && ` (${how})`}`;
}

interface LeftOut {
  measures: number;
  undated: number;
  doubtful: number;
}

function leftOut({ measures, undated, doubtful }: LeftOut, lang: Lang): string[] {
  const said: [number, zh: string, en: string][] = [
    [
      measures,
      `另有${measures}项指标（或单位、口径不同者）未画，可按指标筛选。`,
      `${measures} more indicators or units are not drawn: choose one.`,
    ],
    [undated, `另有${undated}个目标未写明年份，未画。`, `${undated} targets without a date are not drawn.`],
    [
      doubtful,
      `另有${doubtful}个目标与所画同年而数值不同，未画。`,
      `${doubtful} targets for a year drawn with another figure are not drawn.`,
    ],
  ];
  return said.filter(([count]) => count > 0).map(([, zh, en]) => (lang === 'zh' ? zh : en));
}
