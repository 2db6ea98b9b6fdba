/** What is drawn, apart from how: figures in their base unit by category, in one or several series. */
export interface Chart {
  /** `bars` beside each other, `stacked` where they add up to a whole, `lines` over time */
  kind: 'bars' | 'stacked' | 'lines';
  title: string;
  /** what the categories are: 地区, 年份 */
  axis: string;
  categories: readonly string[];
  series: readonly Series[];
  /** base unit of all figures: 元, 家, %; null where they only count */
  unit: string | null;
  /** what the figures leave out or stand for, one sentence each */
  notes: readonly string[];
}

export interface Series {
  name: string;
  /** one for each category, null where there is none */
  values: readonly (number | null)[];
  /** the sum of those that have no series of their own */
  rest?: true;
}

/** Is there anything to draw? */
export function isEmpty({ categories, series }: Pick<Chart, 'categories' | 'series'>): boolean {
  return categories.length === 0 || series.every(({ values }) => values.every((value) => value === null));
}

/** All series of a category together; null where none has a figure. */
export function totalAt(series: readonly Series[], at: number): number | null {
  return sumOf(series.map(({ values }) => values[at] ?? null));
}

/** What the figures come to; null where there is none. */
export function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The greatest figure that the value axis has to reach, in base units. */
export function greatest({ kind, categories, series }: Pick<Chart, 'kind' | 'categories' | 'series'>): number {
  const values =
    kind === 'stacked'
      ? categories.map((_, at) => totalAt(series, at) ?? 0)
      : series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0)));
  return values.reduce((most, value) => Math.max(most, value), 0);
}
