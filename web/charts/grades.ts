import type { RecordFilter, Total } from '../../output/index.js';
import type { Chart } from './chart.js';
import { folded } from './fold.js';
import { gradeRank } from './grade-order.js';
import { counted, most, summed, text, year, yearsOf, type Source } from './source.js';

const AXIS = { place: { zh: '地区', en: 'place' }, year: { zh: '年份', en: 'year' } } as const;

interface Group {
  scheme: string;
  kind: string;
  year: number | null;
  code: string | null;
  place: string | null;
  grade: string;
  count: number;
}

const groupOf = ({ values: [scheme, kind, when, code, place, grade], count }: Total): Group => ({
  ...{ scheme: text(scheme) ?? '', kind: text(kind) ?? '', year: year(when), code: text(code), place: text(place) },
  ...{ grade: text(grade) ?? '', count },
});

const BY = ['scheme', 'subject_kind', 'year', 'place_code', 'place', 'grade'] as const;

/**
 * How many got each grade, by city; by county where all are of one city. Grades of one scheme and year are drawn, as those of
 * several do not add up: those of the `scheme`, else those that there are most of.
 */
export async function gradesByPlace(source: Source, filter: RecordFilter, scheme?: string): Promise<Chart> {
  const { lang } = source;
  const { totals, notes } = await counted(source, 'ratings', filter, BY);
  const all = totals.map(groupOf).filter((group) => scheme === undefined || group.scheme === scheme);
  const listed = summed(all, listOf, ({ count }) => count);
  const chosen = most(listed);
  const groups = all.filter((group) => listOf(group) === chosen);
  const [first] = groups;
  const others = listed.size - 1;
  const left =
    lang === 'zh'
      ? `另有${others}次评价未画，可按年份、公文筛选。`
      : `${others} more lists are not drawn: choose a year or notice.`;
  const places = placesOf(groups, source);
  const chart: Chart = {
    ...{ kind: 'stacked', axis: AXIS.place[lang], unit: lang === 'zh' ? '个' : null },
    title: titleOf(first, lang),
    ...counts(groups, (group) => places.get(group) ?? '', 'largest'),
    notes: [...notes, ...(others > 0 ? [left] : [])],
  };
  return folded(chart, 'sum', lang);
}

/** How many got each grade, by year; `scheme` for one scheme only. */
export async function gradesByYear(source: Source, filter: RecordFilter, scheme?: string): Promise<Chart> {
  const { lang } = source;
  const { totals, notes } = await counted(source, 'ratings', filter, BY);
  const all = totals.map(groupOf).filter((group) => scheme === undefined || group.scheme === scheme);
  const groups = all.filter((group) => group.year !== null);
  const without = all.filter((group) => group.year === null).reduce((sum, { count }) => sum + count, 0);
  const schemes = new Set(groups.map((group) => group.scheme));
  const [only] = schemes;
  const several = lang === 'zh' ? `合计${schemes.size}项评价。` : `${schemes.size} schemes together.`;
  const undated = lang === 'zh' ? `另有${without}个等次未写明年份，未画。` : `${without} grades without a year are not drawn.`;
  const name = schemes.size === 1 && only !== undefined ? only : '';
  const chart: Chart = {
    ...{ kind: 'stacked', axis: AXIS.year[lang], unit: lang === 'zh' ? '个' : null },
    title: lang === 'zh' ? `${name}历年等次` : `Grades by year${name && `: ${name}`}`,
    ...counts(groups, (group) => String(group.year), yearsOf(groups.flatMap((group) => group.year ?? [])).map(String)),
    notes: [...notes, ...(schemes.size > 1 ? [several] : []), ...(without > 0 ? [undated] : [])],
  };
  return folded(chart, 'sum', lang);
}

const listOf = ({ scheme, kind, year: when }: Group): string => JSON.stringify([scheme, kind, when]);

function titleOf(group: Group | undefined, lang: 'zh' | 'en'): string {
  if (!group) return lang === 'zh' ? '各地等次' : 'Grades by place';
  const when = group.year === null ? '' : lang === 'zh' ? `（${group.year}年）` : ` (${group.year})`;
  return lang === 'zh' ? `${group.scheme}${when}：各地等次` : `Grades by place: ${group.scheme}${when}`;
}

/** Grades as series, the best first; categories in the order given, else those with most first. */
function counts(
  groups: readonly Group[],
  category: (group: Group) => string,
  order: 'largest' | readonly string[],
): Pick<Chart, 'categories' | 'series'> {
  const amount = ({ count }: Group): number => count;
  const sizes = [...summed(groups, category, amount)].sort(([, a], [, b]) => b - a);
  const categories = order === 'largest' ? sizes.map(([name]) => name) : order;
  const grades = [...summed(groups, ({ grade }) => grade, amount)].sort(([a, m], [b, n]) => gradeRank(a) - gradeRank(b) || n - m);
  const cells = summed(groups, (group) => `${category(group)}\t${group.grade}`, amount);
  return {
    categories,
    series: grades.map(([grade]) => ({ name: grade, values: categories.map((name) => cells.get(`${name}\t${grade}`) ?? null) })),
  };
}

/** The city that each group's place lies in; its own place where all lie in one city, or in none. */
function placesOf(groups: readonly Group[], { resolver, lang }: Source): Map<Group, string> {
  const nowhere = lang === 'zh' ? '地区未定' : 'place unknown';
  const nameOf = (code: string): string | null => resolver.contextIn(code, null)?.region?.entity_name ?? null;
  const cities = new Map(groups.map((group) => [group, group.code === null ? null : nameOf(`${group.code.slice(0, 4)}00`)]));
  const known = new Set([...cities.values()].filter((name) => name !== null));
  return new Map(
    groups.map((group) => {
      const own = group.place ?? (group.code === null ? null : nameOf(group.code));
      return [group, (known.size > 1 ? cities.get(group) : null) ?? own ?? nowhere];
    }),
  );
}
