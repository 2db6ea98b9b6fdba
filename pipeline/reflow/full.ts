import type { Line } from './lines.js';

/** Lines of one column begin this near to each other, in their heights. */
const SAME_COLUMN = 2.5;
/** What ends so near to a column's edge fills it: a character or a mark that may not begin a line is left of the room. */
const NEAR = 1.5;
/** The edge of a column is where so many lines end, this near to each other, in their heights. */
const LEAST_AT_EDGE = 3;
const AT_EDGE = 0.75;

/**
 * The lines that reach to the right edge of their column, where the format has boxes: the edge that lines of a page which
 * begin near to each other share, as those of running text do.
 */
export function fullLines(lines: readonly Line[]): ReadonlySet<Line> {
  const pages = new Map<number | null, Boxed[]>();
  for (const line of lines) {
    if (line.box === null || line.kind !== 'line' || line.role !== null) continue;
    const [left, top, right, bottom] = line.box;
    const one = { line, left, right, height: bottom - top };
    const page = pages.get(line.page);
    if (page === undefined) pages.set(line.page, [one]);
    else page.push(one);
  }
  return new Set([...pages.values()].flatMap(columnsOf).flatMap(fullIn));
}

interface Boxed {
  line: Line;
  left: number;
  right: number;
  height: number;
}

/** Lines by where they begin. */
function columnsOf(page: readonly Boxed[]): Boxed[][] {
  const columns: Boxed[][] = [];
  for (const one of [...page].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)?.at(-1);
    if (last !== undefined && one.left - last.left <= SAME_COLUMN * one.height) columns.at(-1)?.push(one);
    else columns.push([one]);
  }
  return columns;
}

function fullIn(column: readonly Boxed[]): Line[] {
  const byRight = [...column].sort((a, b) => b.right - a.right);
  const edge = byRight.find(({ right, height }, i) => {
    const last = byRight[i + LEAST_AT_EDGE - 1];
    return last !== undefined && right - last.right <= AT_EDGE * height;
  });
  return edge === undefined
    ? []
    : column.filter(({ right, height }) => right >= edge.right - NEAR * height).map(({ line }) => line);
}
