import type { Observation } from '../../schemas/index.js';
import { grouped } from './source.js';

/** By what figures of a table may stand in rows and columns: fields of theirs, or a heading of its labels. */
const FIELDS = ['area', 'indicator', 'year'] as const;

/** The values that a dimension has in the figures, in the order of the table; years in theirs. */
interface Dimension {
  name: string;
  of(figure: Observation): string | null;
  values: string[];
}

/** Figures laid out as a table of two dimensions, the others being held. */
export interface Pivot {
  rows: { name: string; values: string[] };
  columns: { name: string; values: string[] } | null;
  /** dimensions that have one value in the picture and more in the table */
  held: { name: string; value: string; of: number }[];
  unit: string | null;
  /** the figure of a row and column (null: of the only one) */
  at: (row: string, column: string | null) => number | null;
  /** figures left out: of another unit, and a second one of the same row and column */
  left: { units: number; doubtful: number };
}

/**
 * Lays figures out. Rows and columns are the dimensions asked for by name, else the years as columns where there are several and
 * the longest dimension as rows. What varies besides is held at the value that most figures have. Figures of one unit only.
 */
export function pivotOf(figures: readonly Observation[], asked: { rows?: string; columns?: string } = {}): Pivot | null {
  const dimensions = dimensionsOf(figures).filter(({ values }) => values.length > 1);
  const rows =
    dimensions.find(({ name }) => name === asked.rows) ?? longest(dimensions.filter(({ name }) => name !== asked.columns));
  if (!rows) return figures.length === 0 ? null : alone(figures);
  const others = dimensions.filter((one) => one !== rows);
  const columns =
    others.find(({ name }) => name === asked.columns) ??
    others.find(({ name }) => name === 'year') ??
    others.find(({ name }) => name !== 'notice_id' && name !== 'indicator') ??
    null;
  // An indicator first, as units hang on it.
  const free = others
    .filter((one) => one !== columns)
    .sort((a, b) => Number(b.name === 'indicator') - Number(a.name === 'indicator'));
  let shown = [...figures];
  const held = free.map((dimension) => {
    const groups = grouped(shown, (figure) => dimension.of(figure));
    const [value, kept] = [...groups].reduce((best, one) => (one[1].length > best[1].length ? one : best));
    shown = kept;
    return { name: dimension.name, value: value ?? '', of: dimension.values.length };
  });
  return { held, ...laid(shown, rows, columns) };
}

function laid(shown: readonly Observation[], rows: Dimension, columns: Dimension | null): Omit<Pivot, 'held'> {
  const units = [...grouped(shown, ({ unit }) => unit)].sort(([, a], [, b]) => b.length - a.length);
  const [unit = null, same = []] = units[0] ?? [];
  const key = (row: string | null, column: string | null): string => JSON.stringify([row, column]);
  const cells = grouped(same, (figure) => key(rows.of(figure), columns?.of(figure) ?? null));
  const inUse = (dimension: Dimension): { name: string; values: string[] } => {
    const used = new Set(same.map((figure) => dimension.of(figure)));
    return { name: dimension.name, values: dimension.values.filter((value) => used.has(value)) };
  };
  return {
    rows: inUse(rows),
    columns: columns && inUse(columns),
    unit,
    at: (row, column) => cells.get(key(row, column))?.[0]?.value ?? null,
    left: { units: shown.length - same.length, doubtful: [...cells.values()].reduce((sum, { length }) => sum + length - 1, 0) },
  };
}

/** Nothing varies: one bar. */
function alone(figures: readonly Observation[]): Pivot {
  const one: Dimension = { name: 'indicator', of: ({ indicator }) => indicator, values: [figures[0]?.indicator ?? ''] };
  return { held: [], ...laid(figures, one, null) };
}

function dimensionsOf(figures: readonly Observation[]): Dimension[] {
  const headings = new Set(figures.flatMap(({ labels }) => Object.keys(labels)));
  const made: [string, Dimension['of']][] = [
    ...FIELDS.map((name): [string, Dimension['of']] => [name, (figure) => (figure[name] === null ? null : String(figure[name]))]),
    ...[...headings].map((heading): [string, Dimension['of']] => [heading, ({ labels }) => labels[heading] ?? null]),
    ['notice_id', ({ notice_id }) => notice_id],
  ];
  return made.map(([name, of]) => {
    const values = [...new Set(figures.map(of))].filter((value) => value !== null);
    return { name, of, values: name === 'year' ? values.sort() : values };
  });
}

/** The dimension with most values; a notice is none to be drawn by, and years go along the side. */
function longest(dimensions: readonly Dimension[]): Dimension | undefined {
  const open = dimensions.filter(({ name }) => name !== 'notice_id' && name !== 'year');
  const drawable = open.length > 0 ? open : dimensions;
  return [...drawable].sort((a, b) => b.values.length - a.values.length)[0];
}
