/** A row's cells as they say how wide they are: in grid columns, and in twentieths of a point where stated. */
export interface WidthCell {
  /** Grid columns that the row leaves out before it. */
  skip: number;
  skipWidth: number | undefined;
  span: number;
  width: number | undefined;
}

/** Edges nearer than this, in twentieths of a point, are one: Word rounds widths, and drags leave slivers. */
const ONE_EDGE = 60;

/**
 * The spans that cells really have. Usually the rows agree on the number of grid columns and the spans are right. Some
 * producers leave spans out and state widths only; Word lays such a table out by the widths (17.4.71), so the grid is
 * made from them. Where the widths do not tell either, the last cell of a short row is not stretched.
 * @returns for each row and cell the grid columns left out before it, and those that it covers
 */
export function spansOf(rows: readonly (readonly WidthCell[])[]): { skip: number; span: number }[][] {
  const stated = rows.map((row) => row.map(({ skip, span }) => ({ skip, span })));
  const totals = new Set(rows.map((row) => row.reduce((sum, cell) => sum + cell.skip + cell.span, 0)));
  if (totals.size <= 1) return stated;
  const ends = rows.map(endsOf);
  if (!ends.every((row) => row !== null)) return stated;
  const widest = Math.max(...ends.map((row) => row.at(-1)?.end ?? 0));
  const short = ends.some((row, y) => (row.at(-1)?.end ?? 0) < widest - ONE_EDGE && rows[y]?.some((cell) => cell.span > 1));
  // Rows of different widths with spans of their own are a ragged table, not one that left its spans out.
  if (short) return stated;
  return spansBetween(ends);
}

/** The spans of cells that begin and end at given places, in twentieths of a point from the table's left edge. */
export function spansBetween(rows: readonly (readonly { start: number; end: number }[])[]): { skip: number; span: number }[][] {
  const edges = merged(rows.flatMap((row) => row.flatMap(({ start, end }) => [start, end])));
  const columns = new Map<number, number>();
  const at = (x: number): number => {
    const known = columns.get(x) ?? nearest(edges, x);
    columns.set(x, known);
    return known;
  };
  return rows.map((row) => {
    let last = 0;
    return row.map(({ start, end }) => {
      const [from, to] = [at(start), at(end)];
      const found = { skip: Math.max(from - last, 0), span: Math.max(to - from, 1) };
      last = last + found.skip + found.span;
      return found;
    });
  });
}

function nearest(edges: readonly number[], x: number): number {
  return Math.max(
    edges.findLastIndex((edge) => edge <= x),
    0,
  );
}

/** Where each cell of a row begins and ends; null where a width is missing. */
function endsOf(row: readonly WidthCell[]): { start: number; end: number }[] | null {
  const found: { start: number; end: number }[] = [];
  let x = 0;
  for (const { skip, skipWidth, width } of row) {
    if (width === undefined || width <= 0 || (skip > 0 && skipWidth === undefined)) return null;
    const start = x + (skip > 0 ? (skipWidth ?? 0) : 0);
    x = start + width;
    found.push({ start, end: x });
  }
  return found;
}

/** Ascending edges, those that are one taken together. */
function merged(edges: readonly number[]): number[] {
  const found: number[] = [];
  for (const edge of [...new Set([0, ...edges])].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || edge - last > ONE_EDGE) found.push(edge);
  }
  return found;
}
