import type { Box } from '../../../schemas/index.js';
import type { Rule } from './rules.js';

/** A cell of a ruled grid: its place, its spans, and its box in the upright frame. */
export interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  box: Box;
  /** No line closes it at the table's foot, though lines close its neighbours: the page break cut it. */
  openAtFoot: boolean;
}

/** A ruled table's skeleton. */
export interface Grid {
  rows: number;
  columns: number;
  box: Box;
  /** The places of its lines, one more than it has columns and rows. */
  xs: number[];
  ys: number[];
  cells: GridCell[];
  /** Its lines are the sides of filled shapes. */
  byFills: boolean;
}

/** Lines that end this near to each other meet, in points. */
const MEET = 3;
/** A side of a cell is closed when lines cover this share of it. */
const COVERED = 0.6;
/** Rules that reach this far past the outermost crossing line are an open side of the table. */
const OVERHANG = 8;
const MOST_RULES = 4000;
const MOST_CELLS = 40_000;

interface Component {
  across: Rule[];
  down: Rule[];
}

/** The ruled tables of a page, smallest first, so that a nested one takes its text before the one around it. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const drawn = gridsOfLines(rules.filter((rule) => rule.edge !== true));
  const filled = gridsOfLines(rules.filter((rule) => rule.edge === true)).filter(
    (grid) => grid.rows > 1 && !drawn.some((other) => overlap(grid.box, other.box)),
  );
  return [...drawn, ...filled.map((grid) => ({ ...grid, byFills: true }))].sort((a, b) => area(a.box) - area(b.box));
}

function gridsOfLines(rules: readonly Rule[]): Grid[] {
  if (rules.length > MOST_RULES) return [];
  return components(rules)
    .map(gridOf)
    .filter((grid) => grid !== null);
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

function area([left, top, right, bottom]: Box): number {
  return (right - left) * (bottom - top);
}

/** Sets of lines that hang together. */
function components(rules: readonly Rule[]): Component[] {
  const across = rules.filter((rule) => rule.across);
  const down = rules.filter((rule) => !rule.across);
  const group = new Map<Rule, Rule>();
  const root = (rule: Rule): Rule => {
    let at = rule;
    for (let up = group.get(at); up !== undefined; up = group.get(at)) at = up;
    return at;
  };
  for (const h of across) {
    for (const v of down) {
      if (!meet(h, v)) continue;
      const [a, b] = [root(h), root(v)];
      if (a !== b) group.set(a, b);
    }
  }
  const found = new Map<Rule, Component>();
  for (const rule of rules) {
    const key = root(rule);
    const component = found.get(key) ?? { across: [], down: [] };
    found.set(key, component);
    (rule.across ? component.across : component.down).push(rule);
  }
  return [...found.values()].filter((component) => component.across.length > 0 && component.down.length > 0);
}

function meet(h: Rule, v: Rule): boolean {
  return v.at >= h.from - MEET && v.at <= h.to + MEET && h.at >= v.from - MEET && h.at <= v.to + MEET;
}

function gridOf({ across, down }: Component): Grid | null {
  const xs = withOpenSides(positions(down), across);
  const ys = withOpenSides(positions(across), down);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  // A frame around text is no table, nor is a stack of framed paragraphs.
  if (rows < 1 || columns < 2 || rows * columns > MOST_CELLS) return null;
  const walls = new Walls(xs, ys, across, down);
  const cells = mergedCells(xs, ys, walls);
  return { rows, columns, xs, ys, cells, byFills: false, box: [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0] };
}

/** The places at which lines stand, each once. */
function positions(rules: readonly Rule[]): number[] {
  const sorted = rules.map((rule) => rule.at).sort((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > MEET);
}

/** Tables are often printed without their outer lines: two crossing lines or more that reach past the last one tell. */
function withOpenSides(places: readonly number[], crossing: readonly Rule[]): number[] {
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return [...places];
  const before = crossing.map((rule) => rule.from).filter((from) => from < first - OVERHANG);
  const after = crossing.map((rule) => rule.to).filter((to) => to > last + OVERHANG);
  return [...(before.length > 1 ? [Math.min(...before)] : []), ...places, ...(after.length > 1 ? [Math.max(...after)] : [])];
}

/** Which sides between neighbouring places of the grid are closed. */
class Walls {
  private readonly right: boolean[][];
  private readonly below: boolean[][];

  constructor(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]) {
    const onX = xs.map((x) => down.filter((rule) => Math.abs(rule.at - x) <= MEET));
    const onY = ys.map((y) => across.filter((rule) => Math.abs(rule.at - y) <= MEET));
    const [rows, columns] = [ys.length - 1, xs.length - 1];
    this.right = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => covered(onX[c + 1] ?? [], ys[r] ?? 0, ys[r + 1] ?? 0)),
    );
    this.below = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => covered(onY[r + 1] ?? [], xs[c] ?? 0, xs[c + 1] ?? 0)),
    );
  }

  openRight(row: number, column: number): boolean {
    return this.right[row]?.[column] === false;
  }

  openBelow(row: number, column: number): boolean {
    return this.below[row]?.[column] === false;
  }
}

function covered(rules: readonly Rule[], from: number, to: number): boolean {
  const length = rules.reduce((sum, rule) => sum + Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from)), 0);
  return length >= COVERED * (to - from);
}

/** Grows each cell to the right and then downwards over missing lines; what is left over becomes cells too. */
function mergedCells(xs: readonly number[], ys: readonly number[], walls: Walls): GridCell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false));
  const isFree = (row: number, column: number): boolean => row < rows && column < columns && taken[row]?.[column] === false;
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let columnSpan = 1;
      while (walls.openRight(row, column + columnSpan - 1) && isFree(row, column + columnSpan)) columnSpan += 1;
      let rowSpan = 1;
      while (rowGoesOn(row + rowSpan, column, columnSpan, walls, isFree)) rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1) taken[r]?.fill(true, column, column + columnSpan);
      const box: Box = [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0];
      const openAtFoot = row + rowSpan === rows && walls.openBelow(rows - 1, column);
      cells.push({ row, column, rowSpan, columnSpan, box, openAtFoot });
    }
  }
  // Where most of the foot is open it was never drawn.
  const foot = cells.filter((cell) => cell.row + cell.rowSpan === rows);
  const cut = foot.filter((cell) => cell.openAtFoot).length * 2 < foot.length;
  return cut ? cells : cells.map((cell) => ({ ...cell, openAtFoot: false }));
}

function rowGoesOn(
  row: number,
  column: number,
  span: number,
  walls: Walls,
  isFree: (row: number, column: number) => boolean,
): boolean {
  for (let c = column; c < column + span; c += 1) {
    if (!isFree(row, c) || !walls.openBelow(row - 1, c)) return false;
    if (c > column && !walls.openRight(row, c - 1)) return false;
  }
  return true;
}
