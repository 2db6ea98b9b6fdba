import type { RecordFilter, Store } from '../../../output/index.js';
import type { Observation } from '../../../schemas/index.js';
import { Remembered, rememberedAnswer } from '../../remembered.js';
import { gathered } from '../parts/records.js';

/** Figures of one table that are put together; more would be no page. */
export const MOST_FIGURES = 4000;

/** Tables whose figures are kept while people turn them over. */
const kept = new Remembered<Promise<Figure[]>>(6);

export function figuresOf(store: Store, filter: RecordFilter): Promise<Figure[]> {
  return rememberedAnswer(kept, store, JSON.stringify(filter), () =>
    gathered(store.list('observations', { ...filter, once: true, limit: MOST_FIGURES })),
  );
}

/** One figure of a table as it is to be shown. */
export type Figure = Observation;

/** What rows and columns can be made of. A place has its further labels (序号, 单位 …) with it. */
export const DIMENSIONS = ['area', 'indicator', 'year'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What stands in the rows; in the columns either all else (null), or one thing, what is left being told apart in the rows. */
export interface Laid {
  rows: Dimension;
  columns: Dimension | null;
}

/** A table put together from its figures: no figure is left out. */
export interface Pivot {
  rows: { name: string; cells: readonly (readonly Figure[])[] }[];
  columns: string[];
}

/** Figures in the order of their table; the first of a row or column gives it its place, years stand in theirs. */
export function pivot(figures: readonly Figure[], { rows: inRows, columns: inColumns }: Laid): Pivot {
  const others = DIMENSIONS.filter((one) => one !== inRows);
  const across = telling(figures, inColumns === null ? others : [inColumns]);
  const down = telling(figures, [inRows, ...(inColumns === null ? [] : others.filter((one) => one !== inColumns))]);
  const rows = new Map<string, Map<string, Figure[]>>();
  const columns = new Map<string, Figure>();
  for (const figure of figures) {
    const [row, column] = [keyOf(figure, down), keyOf(figure, across)];
    if (!columns.has(column)) columns.set(column, figure);
    const cells = rows.get(row) ?? new Map<string, Figure[]>();
    const cell = cells.get(column);
    if (cell) cell.push(figure);
    else cells.set(column, [figure]);
    rows.set(row, cells);
  }
  const order = byYear(across, columns);
  return {
    rows: [...rows].map(([name, cells]) => ({ name, cells: order.map((key) => cells.get(key) ?? []) })),
    columns: order,
  };
}

/** Of the dimensions those that tell figures apart; the first where none does. */
function telling(figures: readonly Figure[], dimensions: readonly Dimension[]): readonly Dimension[] {
  const varying = dimensions.filter((dimension) => new Set(figures.map((figure) => valueOf(figure, dimension))).size > 1);
  return varying.length > 0 ? varying : dimensions.slice(0, 1);
}

/** 营业收入 2026, or with a place 营业收入 · 全市. */
function keyOf(figure: Figure, dimensions: readonly Dimension[]): string {
  const values = dimensions.map((dimension) => valueOf(figure, dimension)).filter((value) => value !== '');
  return values.join(dimensions.includes('area') ? ' · ' : ' ');
}

function valueOf({ area, labels, indicator, year }: Figure, dimension: Dimension): string {
  if (dimension === 'indicator') return indicator;
  if (dimension === 'year') return year === null ? '' : String(year);
  return [area, ...Object.values(labels)].filter((part) => part !== null && part !== '').join(' · ');
}

/** Columns that are years only go from the first to the last. */
function byYear(across: readonly Dimension[], columns: ReadonlyMap<string, Figure>): string[] {
  const keys = [...columns.keys()];
  return across.length === 1 && across[0] === 'year' ? keys.toSorted() : keys;
}
