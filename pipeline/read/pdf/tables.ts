import type { Box, Cell, TableBlock } from '../../../schemas/index.js';
import { cell, tableBlock } from '../blocks.js';
import { isBlank } from './characters.js';
import type { Frame, Glyph } from './frame.js';
import type { Grid, GridCell } from './grid.js';
import { linesOf, MIDDLE, runsOf, textOf, type Line } from './lines.js';
import { rowsWithin, type Tops } from './split-rows.js';

/** A table on its page: the block, and its box in the upright frame. */
export interface PlacedTable {
  box: Box;
  block: TableBlock;
}

/** Lines that hang out of a cell whose foot the page break took away, in ems below the table. */
const HANGING = 2.6;
/** How many glyphs at most may hang over into the next cell. */
const OVERHANGING = 2;
/** What begins nearer than this to a table's right edge begins on it, in points. */
const AT_EDGE = 1;

/**
 * Fills ruled grids with the glyphs that lie in them. A grid with text in less than two cells is a drawing, but for a
 * single row: that may be the end of one that the page break cut.
 */
export function fillGrids(
  grids: readonly Grid[],
  glyphs: readonly Glyph[],
  page: number,
  frame: Frame,
): { tables: PlacedTable[]; rest: Glyph[] } {
  let rest = [...glyphs];
  const tables: PlacedTable[] = [];
  for (const grid of grids) {
    const filled = fillGrid(grid, rest);
    if (filled.lines.size < Math.min(2, grid.rows)) continue;
    // Shapes that are filled may be a chart: they are cells where most of them hold text.
    if (grid.byFills && filled.lines.size * 2 < grid.cells.length) continue;
    rest = filled.rest;
    tables.push({ box: grid.box, block: blockOf(grid, filled.lines, page, frame) });
  }
  return { tables, rest };
}

function blockOf(grid: Grid, lines: ReadonlyMap<GridCell, readonly Line[]>, page: number, frame: Frame): TableBlock {
  const within = Array.from({ length: grid.rows }, (_, row) => rowsWithin(grid, row, lines));
  const starts = within.reduce<number[]>((all, tops, row) => [...all, (all[row] ?? 0) + (tops?.length ?? 1)], [0]);
  const cells = grid.cells.flatMap((c) => {
    const [row, end] = [starts[c.row] ?? 0, starts[c.row + c.rowSpan] ?? 0];
    const tops = within[c.row] ?? null;
    if (tops !== null) return cellsOfRows(c, lines.get(c) ?? [], tops, row, page, frame);
    const text = (lines.get(c) ?? []).map(textOf).join('\n');
    return [cell(text, row, c.column, { rowSpan: end - row, columnSpan: c.columnSpan, page, box: frame.box(c.box) })];
  });
  return { ...tableBlock(cells, page), rows: starts.at(-1) ?? 0, columns: grid.columns };
}

/** A cell that holds several rows, parted at their tops. */
function cellsOfRows(c: GridCell, lines: readonly Line[], tops: Tops, row: number, page: number, frame: Frame): Cell[] {
  const [left, top, right, bottom] = c.box;
  return tops.map((from, i) => {
    const to = tops[i + 1] ?? Infinity;
    const middle = (line: Line): number => line.baseline - MIDDLE * line.size;
    const inside = lines.filter((line) => (i === 0 || middle(line) >= from) && middle(line) < to);
    const box: Box = [left, i === 0 ? top : from, right, Math.min(to, bottom)];
    return cell(inside.map(textOf).join('\n'), row + i, c.column, { page, box: frame.box(box) });
  });
}

function fillGrid(grid: Grid, glyphs: readonly Glyph[]): { lines: Map<GridCell, Line[]>; rest: Glyph[] } {
  const find = cellFinder(grid);
  const inCells = new Map<GridCell, Glyph[]>();
  const rest: Glyph[] = [];
  for (const run of runsOf(glyphs)) {
    for (const { home, glyphs: piece } of homesOf(run, find)) {
      if (home === null) rest.push(...piece);
      else inCells.set(home, [...(inCells.get(home) ?? []), ...piece]);
    }
  }
  const lines = new Map<GridCell, Line[]>();
  for (const [home, inside] of inCells) {
    if (inside.every((glyph) => isBlank(glyph.text))) continue;
    lines.set(home, linesOf(inside));
  }
  return { lines, rest };
}

interface Piece {
  home: GridCell | null;
  glyphs: Glyph[];
}

/** The cells that a run lies in. One or two glyphs that hang over a line belong to the cell they come from. */
function homesOf(run: readonly Glyph[], find: (glyph: Glyph) => GridCell | null): Piece[] {
  const pieces: Piece[] = [];
  for (const glyph of run) {
    const home = find(glyph);
    const last = pieces.at(-1);
    if (last?.home === home) last.glyphs.push(glyph);
    else pieces.push({ home, glyphs: [glyph] });
  }
  const [first, second] = pieces;
  if (pieces.length !== 2 || first === undefined || second === undefined || isApart(first.glyphs, second.glyphs)) return pieces;
  // Where the edge of a page or of a text column cuts a table, the words of its last cell reach over it.
  if (first.home !== null && second.home === null) return [{ home: first.home, glyphs: [...run] }];
  const [small, big] = first.glyphs.length < second.glyphs.length ? [first, second] : [second, first];
  if (small.glyphs.length > OVERHANGING || big.glyphs.length <= small.glyphs.length) return pieces;
  return [{ home: big.home, glyphs: [...first.glyphs, ...second.glyphs] }];
}

function isApart(left: readonly Glyph[], right: readonly Glyph[]): boolean {
  const [a, b] = [left.at(-1), right[0]];
  return a === undefined || b === undefined || isBlank(a.text) || isBlank(b.text) || b.left - a.right > 0.2 * a.size;
}

/** Looks cells up by grid place: a page may hold thousands of both. */
function cellFinder({ xs, ys, cells, columns }: Grid): (glyph: Glyph) => GridCell | null {
  const byPlace = new Map<number, GridCell>();
  for (const c of cells) {
    for (let row = c.row; row < c.row + c.rowSpan; row += 1) {
      for (let column = c.column; column < c.column + c.columnSpan; column += 1) byPlace.set(row * columns + column, c);
    }
  }
  const [last = 0, edge = 0] = xs.slice(-2);
  // What begins in the last column may reach over the table's edge, and all of it in a column cut to less than a character.
  const beginsInLast = (glyph: Glyph): boolean => glyph.left < edge + (edge - last < glyph.size ? AT_EDGE : -AT_EDGE);
  return (glyph) => {
    const row = ys.findLastIndex((y) => y <= glyph.baseline - MIDDLE * glyph.size);
    const under = xs.findLastIndex((x) => x <= (glyph.left + glyph.right) / 2);
    const column = under === xs.length - 1 && beginsInLast(glyph) ? under - 1 : under;
    if (row < 0 || column < 0 || column >= xs.length - 1) return null;
    if (row < ys.length - 1) return byPlace.get(row * columns + column) ?? null;
    const foot = byPlace.get((ys.length - 2) * columns + column);
    const near = glyph.baseline - (ys.at(-1) ?? 0) <= HANGING * glyph.size;
    return near && foot?.openAtFoot === true ? foot : null;
  };
}
