import { gridOf, type Lines, type Spot } from './tables.js';
import { childElements, type Element } from './tree.js';

/** A cell of a table of figures or names is no longer than this. */
const LONGEST_CELL = 60;
/** A table within a cell has at most so many cells where it only divides that cell. */
const MOST_CELLS = 60;

interface Inner {
  spot: Spot;
  spots: Spot[];
  rows: number;
  columns: number;
}

/**
 * The cells of a table whose cells are divided by tables of their own, as one grid: rows and columns grow with what
 * stands in them, the other cells span the new ones. Null where nothing is nested, or where the table lays out a page.
 */
export function openNested(spots: readonly Spot[], lines: Lines): Spot[] | null {
  const nests = spots.map(innerOf);
  const within = nests.filter((inner) => inner !== null);
  if (within.length < 2 || new Set(spots.map((spot) => spot.row)).size < 2) return null;
  if (within.some(({ spot, spots: cells }) => cells.length > MOST_CELLS || spot.rowSpan > 1 || spot.columnSpan > 1)) return null;
  const cells = nests.flatMap((inner, i) => inner?.spots ?? spots[i] ?? []);
  if (cells.some(({ element }) => lines(element).join('').length > LONGEST_CELL)) return null;
  const heights = growth(
    spots,
    within,
    ({ spot }) => spot.row,
    ({ rows }) => rows,
  );
  const widths = growth(
    spots,
    within,
    ({ spot }) => spot.column,
    ({ columns }) => columns,
  );
  return spots.flatMap((spot, i) => placed(spot, nests[i] ?? null, heights, widths));
}

/** The only table in a cell that holds nothing else; null for any other cell. */
function innerOf(spot: Spot): Inner | null {
  const table = onlyTable(spot.element);
  if (table === null) return null;
  const spots = gridOf(table);
  if (spots.some(({ element }) => onlyTable(element) !== null)) return null;
  const rows = spots.reduce((most, s) => Math.max(most, s.row + s.rowSpan), 0);
  const columns = spots.reduce((most, s) => Math.max(most, s.column + s.columnSpan), 0);
  return spots.length === 0 ? null : { spot, spots, rows, columns };
}

function onlyTable(element: Element): Element | null {
  const children = childElements(element).filter((child) => child.tagName !== 'br');
  const [only] = children;
  if (children.length !== 1 || only === undefined) return null;
  return only.tagName === 'table' ? only : /^(div|center|p)$/.test(only.tagName) ? onlyTable(only) : null;
}

/** Where each row or column of the outer grid begins in the new one; the last entry is where it ends. */
function growth(
  spots: readonly Spot[],
  within: readonly Inner[],
  at: (inner: { spot: Spot }) => number,
  size: (inner: Inner) => number,
): number[] {
  const sizes: number[] = [];
  for (const spot of spots) for (let i = sizes.length; i <= at({ spot }); i += 1) sizes.push(1);
  for (const inner of within) sizes[at(inner)] = Math.max(sizes[at(inner)] ?? 1, size(inner));
  const begins = [0];
  for (const one of sizes) begins.push((begins.at(-1) ?? 0) + one);
  return begins;
}

function placed(spot: Spot, inner: Inner | null, heights: readonly number[], widths: readonly number[]): Spot[] {
  const row = heights[spot.row] ?? 0;
  const column = widths[spot.column] ?? 0;
  if (inner !== null) return inner.spots.map((cell) => ({ ...cell, row: row + cell.row, column: column + cell.column }));
  const end = (begins: readonly number[], at: number): number => begins[at] ?? (begins.at(-1) ?? 0) + at - begins.length + 1;
  return [
    {
      ...spot,
      row,
      column,
      rowSpan: end(heights, spot.row + spot.rowSpan) - row,
      columnSpan: end(widths, spot.column + spot.columnSpan) - column,
    },
  ];
}
