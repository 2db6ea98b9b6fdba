import type { RecordFilter, Store } from '../../../output/index.js';
import type { Observation } from '../../../schemas/index.js';
import { gathered } from '../parts/records.js';

/** Figures of one table that are put together; more would be no page. */
export const MOST_FIGURES = 4000;

export function figuresOf(store: Pick<Store, 'list'>, filter: RecordFilter): Promise<Figure[]> {
  return gathered(store.list('observations', { ...filter, once: true, limit: MOST_FIGURES }));
}

/** One figure of a table as it is to be shown. */
export type Figure = Observation;

/** A table put together from its figures: a row for each place and label, a column for each indicator and year. */
export interface Pivot {
  rows: { name: string; cells: readonly (readonly Figure[])[] }[];
  columns: PivotColumn[];
}

export interface PivotColumn {
  name: string;
  indicator: string;
  year: number | null;
  /** the base unit of its figures, where they have one and the same */
  unit: string | null;
}

/** Figures in the order of their table; the first of a row or column gives it its place. */
export function pivot(figures: readonly Figure[]): Pivot {
  const rows = new Map<string, Map<string, Figure[]>>();
  const columns = new Map<string, { indicator: string; year: number | null; units: Set<string | null> }>();
  for (const figure of figures) {
    const { indicator, year, unit } = figure;
    const column = JSON.stringify([indicator, year]);
    const known = columns.get(column) ?? { indicator, year, units: new Set<string | null>() };
    known.units.add(unit);
    columns.set(column, known);
    const name = rowName(figure);
    const row = rows.get(name) ?? new Map<string, Figure[]>();
    row.set(column, [...(row.get(column) ?? []), figure]);
    rows.set(name, row);
  }
  const keys = [...columns.keys()];
  return {
    rows: [...rows].map(([name, cells]) => ({ name, cells: keys.map((key) => cells.get(key) ?? []) })),
    columns: columnsOf([...columns.values()]),
  };
}

/** What a row is called: its place, then its further labels. */
function rowName({ area, labels }: Figure): string {
  return [area, ...Object.values(labels)].filter((part) => part !== null && part !== '').join(' · ');
}

/** Columns are called by what tells them apart. */
function columnsOf(
  columns: readonly { indicator: string; year: number | null; units: ReadonlySet<string | null> }[],
): PivotColumn[] {
  const oneIndicator = new Set(columns.map(({ indicator }) => indicator)).size === 1;
  const oneYear = new Set(columns.map(({ year }) => year)).size === 1;
  return columns.map(({ indicator, year, units }) => {
    const parts = [oneIndicator && !oneYear ? '' : indicator, oneYear || year === null ? '' : String(year)];
    const [unit = null] = units;
    return {
      name: parts.filter((part) => part !== '').join(' ') || indicator,
      indicator,
      year,
      unit: units.size === 1 ? unit : null,
    };
  });
}
