import { apply, type Matrix, type Point } from './matrix.js';

/** A straight ruling line along an axis: at `at` on the other axis, from `from` to `to`, in points. */
export interface Rule {
  across: boolean;
  at: number;
  from: number;
  to: number;
  /** It is no line but the side of a filled shape. */
  edge?: true;
}

/** pdf.js's codes in path data (`DrawOPS`), with the number of operands of each. */
const MOVE = 0;
const LINE = 1;
const OPERANDS = [2, 2, 6, 4, 0];

/** A filled shape this thin is a line, in points. */
const THIN = 3;
/** What leans less than this over its length is straight, in points. */
const LEAN = 1;
/** Lines nearer than this to each other are one: printers draw each cell's border for itself, and double borders. */
const NEAR = 2.5;
/** Gaps up to this in a line, in points, are dots and dashes or rounding. */
const GAP = 2;
const SHORTEST = 4;

/** The ruling lines that a path draws: its straight strokes, and its filled shapes that are as thin as lines. */
export function pathRules(data: Float32Array, paint: { stroke: boolean; fill: boolean }, ctm: Matrix): Rule[] {
  const rules: Rule[] = [];
  if (!paint.stroke && !paint.fill) return rules;
  for (const { points, closed } of subpaths(data, ctm)) {
    const thin = paint.fill ? thinShape(points) : null;
    if (thin !== null) rules.push(thin);
    else if (paint.fill && !paint.stroke) rules.push(...sidesOfFill(points));
    if (!paint.stroke) continue;
    const ring = closed && points[0] !== undefined ? [...points, points[0]] : points;
    for (let i = 1; i < ring.length; i += 1) {
      const rule = straight(ring[i - 1], ring[i]);
      if (rule !== null) rules.push(rule);
    }
  }
  return rules;
}

/** A null point stands for a curve: what touches it is no straight line. */
function subpaths(data: Float32Array, ctm: Matrix): { points: (Point | null)[]; closed: boolean }[] {
  const found: { points: (Point | null)[]; closed: boolean }[] = [];
  let current: { points: (Point | null)[]; closed: boolean } = { points: [], closed: false };
  for (let i = 0; i < data.length;) {
    const code = data[i] ?? 0;
    const operands = OPERANDS[code];
    if (operands === undefined) break;
    const end = i + operands;
    if (code === MOVE) {
      current = { points: [], closed: false };
      found.push(current);
    }
    if (operands === 0) current.closed = true;
    else {
      if (code !== MOVE && code !== LINE) current.points.push(null);
      current.points.push(apply(ctm, data[end - 1] ?? 0, data[end] ?? 0));
    }
    i = end + 1;
  }
  return found;
}

function straight(a: Point | null | undefined, b: Point | null | undefined): Rule | null {
  if (a === null || b === null || a === undefined || b === undefined) return null;
  const [width, height] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
  if (height <= LEAN && width > height)
    return { across: true, at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) };
  if (width <= LEAN && height > width)
    return { across: false, at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) };
  return null;
}

function thinShape(points: readonly (Point | null)[]): Rule | null {
  const corners = points.filter((point) => point !== null);
  if (corners.length < 2 || corners.length !== points.length || corners.length > 8) return null;
  const [left, right] = extent(corners.map((point) => point[0]));
  const [top, bottom] = extent(corners.map((point) => point[1]));
  const [width, height] = [right - left, bottom - top];
  if (height <= THIN && width > height) return { across: true, at: (top + bottom) / 2, from: left, to: right };
  if (width <= THIN && height > width) return { across: false, at: (left + right) / 2, from: top, to: bottom };
  return null;
}

/** The sides of a filled rectangle: the background of a cell tells the cell. */
function sidesOfFill(points: readonly (Point | null)[]): Rule[] {
  if (points.length < 4 || points.length > 5) return [];
  const sides = points.map((point, i) => straight(point, points[(i + 1) % points.length]));
  const drawn = sides.filter((side) => side !== null);
  return drawn.length < 4 ? [] : drawn.map((side) => ({ ...side, edge: true }));
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Joins the pieces that make one line to the eye, and drops what is too short to be one. */
export function joinedRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const edge of [true, false]) {
    for (const across of [true, false]) {
      const some = rules.filter((rule) => rule.across === across && (rule.edge === true) === edge);
      for (const level of levels(some.sort((a, b) => a.at - b.at || a.from - b.from))) joined.push(...joinLevel(level));
    }
  }
  return joined.filter((rule) => rule.to - rule.from >= SHORTEST);
}

function levels(sorted: readonly Rule[]): Rule[][] {
  const found: Rule[][] = [];
  for (const rule of sorted) {
    const level = found.at(-1);
    const first = level?.[0];
    if (level !== undefined && first !== undefined && rule.at - first.at <= NEAR) level.push(rule);
    else found.push([rule]);
  }
  return found;
}

function joinLevel(level: readonly Rule[]): Rule[] {
  const length = level.reduce((sum, rule) => sum + rule.to - rule.from, 0);
  const at = level.reduce((sum, rule) => sum + rule.at * (rule.to - rule.from), 0) / (length === 0 ? 1 : length);
  const joined: Rule[] = [];
  for (const rule of [...level].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && rule.from <= last.to + GAP) last.to = Math.max(last.to, rule.to);
    else joined.push({ ...rule, at });
  }
  return joined;
}
