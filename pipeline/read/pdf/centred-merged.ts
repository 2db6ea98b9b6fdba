import { byPlace, type Piece } from './aligned-cells.js';
import { bandsOf, centreOf, chunksOf, isCentred, OFF, overlap, type Band, type Chunk } from './centred.js';

/** A table with more rows on a page than this, or a cell over more of them, is not looked at. */
const MOST_ROWS = 200;
const MOST_MERGED = 40;
/** So many columns with a cell in every row tell the rows. */
const LEAST_WHOLE = 2;

/** In a table whose rows are one line each, so many columns have a cell in every row; a line is so much of a row's height. */
const LEAST_OF_ONE_LINE = 3;
const ONE_LINE = 0.7;

interface Span {
  first: number;
  last: number;
}

interface Tiling {
  cost: number;
  spans: readonly Span[];
}

/**
 * The rows of a table whose cells are set at mid-height and some of which are merged over several rows. The columns that
 * have a cell in every row tell the rows; a column with a cell that shares no row's middle is one of merged cells, which
 * lie around the middle of the rows that they reach over and leave no row out. Null where that does not explain every line.
 */
export function centredMergedRows(placed: readonly (readonly Piece[])[], pitch: number): Piece[][] | null {
  const columns = columnsOf(placed, pitch);
  const whole = wholeColumns([...columns.values()], pitch);
  const rows = bandsOf(whole.flat(), pitch);
  if (rows.length < 2 || rows.length > MOST_ROWS || rows.some((row, i) => overlap(rows[i - 1], row))) return null;
  // Cells that begin at one height are not set at mid-height.
  return rows.some((row) => isCentred(row, pitch)) ? rowsWith(columns, whole, rows, pitch) : null;
}

/**
 * The same for a table none of whose cells goes on over a second line, so that `pitch` is the distance of its rows: told
 * by cells that stand between two of its rows, which most columns have a cell in, all alike apart.
 */
export function rowsOfOneLine(placed: readonly (readonly Piece[])[], pitch: number): Piece[][] | null {
  const line = ONE_LINE * pitch;
  const columns = columnsOf(placed, line);
  const whole = wholeColumns([...columns.values()], line);
  const rows = bandsOf(whole.flat(), line);
  if (whole.length < LEAST_OF_ONE_LINE || whole.length * 2 < columns.size || rows.length > MOST_ROWS) return null;
  const isAlike = rows.every(({ centre }, i) => i === 0 || Math.abs(centre - (rows[i - 1]?.centre ?? 0) - pitch) <= OFF * pitch);
  const isBetween = (chunk: Chunk): boolean => rows.every(({ centre }) => Math.abs(centre - centreOf(chunk)) > OFF * line);
  if (!isAlike || ![...columns.values()].flat().some(isBetween)) return null;
  return rowsWith(columns, whole, rows, line);
}

function columnsOf(placed: readonly (readonly Piece[])[], pitch: number): Map<number, Chunk[]> {
  const columns = new Map<number, Chunk[]>();
  for (const chunk of chunksOf(placed.flat(), pitch)) {
    const column = columns.get(chunk.column);
    if (column === undefined) columns.set(chunk.column, [chunk]);
    else column.push(chunk);
  }
  return columns;
}

/** The rows with the cells of all columns, those that are merged over several at the first of theirs; null where one fits none. */
function rowsWith(
  columns: ReadonlyMap<number, Chunk[]>,
  whole: readonly Chunk[][],
  rows: readonly Band[],
  pitch: number,
): Piece[][] | null {
  const found = rows.map(({ chunks }) => chunks.flatMap((chunk) => [...chunk.pieces]));
  for (const column of columns.values()) {
    if (whole.includes(column)) continue;
    const spans = singles(column, rows, pitch) ?? tiles(column, rows, pitch);
    if (spans === null) return null;
    column.forEach((chunk, i) => {
      const { first, last } = spans[i] ?? { first: 0, last: 0 };
      const merged = last > first ? { rows: last - first + 1 } : {};
      found[first]?.push(...chunk.pieces.map((piece) => ({ ...piece, ...merged })));
    });
  }
  return found.map((row) => row.sort(byPlace));
}

/** The columns with the most cells, where several have theirs at the same heights. */
function wholeColumns(columns: readonly Chunk[][], pitch: number): Chunk[][] {
  const most = Math.max(0, ...columns.map((column) => column.length));
  for (let count = most; count > 1; count -= 1) {
    const some = columns.filter((column) => column.length === count);
    const [first] = some;
    const alike = some.filter((column) =>
      column.every((chunk, i) => Math.abs(centreOf(chunk) - centreOf(first?.[i] ?? chunk)) <= OFF * pitch),
    );
    if (alike.length >= LEAST_WHOLE) return alike;
    // A column with more cells than the rows that others tell is none that cells are merged in.
    if (some.length > 0) return [];
  }
  return [];
}

/** The row of each cell of a column, where each shares the middle of one. */
function singles(column: readonly Chunk[], rows: readonly Band[], pitch: number): Span[] | null {
  const spans = column.map((chunk) => {
    const row = rows.findIndex(({ centre }) => Math.abs(centre - centreOf(chunk)) <= OFF * pitch);
    return { first: row, last: row };
  });
  return spans.every(({ first }, i) => first > (spans[i - 1]?.first ?? -1)) ? spans : null;
}

/**
 * The rows that each cell of a column reaches over, one after the other from the first cell's on, so that the cells lie as
 * near to the middle of theirs as can be (least squares by dynamic programming). Rows above the first cell and below the
 * last one may belong to a cell that the page break cut.
 */
function tiles(column: readonly Chunk[], rows: readonly Band[], pitch: number): Span[] | null {
  const tops = rows.map(({ chunks }) => Math.min(...chunks.map((chunk) => chunk.top)));
  const bottoms = rows.map(({ chunks }) => Math.max(...chunks.map((chunk) => chunk.bottom)));
  // best[row]: the cells so far end right above that row.
  let best: (Tiling | undefined)[] = rows.map((_, row) => ({ cost: row, spans: [] }));
  for (const chunk of column) {
    const next: (Tiling | undefined)[] = [];
    for (let first = 0; first < rows.length; first += 1) {
      const before = best[first];
      if (before === undefined) continue;
      for (let last = first; last < Math.min(rows.length, first + MOST_MERGED); last += 1) {
        // At the page's edge a cell that the break cut may make the row as tall as it is itself.
        const top = first === 0 ? Math.min(tops[first] ?? 0, chunk.top) : (tops[first] ?? 0);
        const bottom = last === rows.length - 1 ? Math.max(bottoms[last] ?? 0, chunk.bottom) : (bottoms[last] ?? 0);
        const off = Math.abs((top + bottom) / 2 - centreOf(chunk)) / pitch;
        const cost = before.cost + (off / OFF) ** 2;
        if (off > OFF || cost >= (next[last + 1]?.cost ?? Infinity)) continue;
        next[last + 1] = { cost, spans: [...before.spans, { first, last }] };
      }
    }
    best = next;
  }
  const ends = best.flatMap((tiling, end) =>
    tiling === undefined ? [] : [{ ...tiling, cost: tiling.cost + rows.length - end }],
  );
  return (
    ends.reduce<Tiling | null>((least, one) => (least === null || one.cost < least.cost ? one : least), null)?.spans.slice() ??
    null
  );
}
