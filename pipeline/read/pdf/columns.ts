import type { Box } from '../../../schemas/index.js';
import {
  areIndependent,
  bandsOf,
  hasWrapped,
  linesAmong,
  linesIn,
  linesOfBox,
  lowest,
  placed,
  type Gutter,
  type Placed,
} from './bands.js';
import { splitLine, type Line } from './lines.js';

export type { Gutter, Placed } from './bands.js';

/** A page's two columns of text. */
export interface Columns {
  /** The strip that is free on this page. */
  strip: Gutter;
  /** The strip between the columns' running text, of this page or one before: the cells of tables may reach into it. */
  between: Gutter;
  /** How far the right column's text begins from where the left one's does, in points. */
  apart: number;
  /** They go on from the page before at the same places: what stands in them has heights of its own, or is told otherwise. */
  carried: 'apart' | 'told' | null;
}

const LEAST_LINES = 3;
const LEAST_TOGETHER = 10;
const LEAST_WIDTH = 200;
/** The strip between two columns is at least so wide, in points. */
const LEAST_STRIP = 8;
/** What is wider than this share of the page's text stands in no column: it says nothing about where the strip is. */
const WIDE = 0.6;
/** The share of the other pieces that may lie across the strip: short titles, page numbers. */
const ACROSS = 0.35;

/** Something between two verticals, and how many lines it stands for. */
interface Extent {
  left: number;
  right: number;
  weight: number;
}

/** What stands on a page, as its columns are told by it. */
interface Standing {
  items: Placed<object>[];
  pieces: Extent[];
  edges: { left: number; right: number };
}

function standing(lines: readonly Line[], tables: readonly Box[]): Standing {
  const pieces: Extent[] = [
    ...lines.flatMap((line) => splitLine(line, 0.8)).map((piece) => ({ ...piece, weight: 1 })),
    ...tables.map((box) => ({ left: box[0], right: box[2], weight: linesOfBox(box) })),
  ];
  const left = lowest(pieces.map((piece) => piece.left));
  const right = -lowest(pieces.map((piece) => -piece.right));
  return { items: [...placed(lines), ...tables.map((box) => ({ box, item: {} }))], pieces, edges: { left, right } };
}

/** The columns of the page before, where they go on at the same places; else null. */
export function carriedColumns(lines: readonly Line[], tables: readonly Box[], before: Columns): Columns | null {
  return carriedOn(standing(lines, tables), before);
}

function carriedOn({ items, pieces, edges }: Standing, before: Columns): Columns | null {
  const strip = carriedStrip(pieces, before.between);
  const told = strip === null ? [] : bandsOf(items, strip, edges, true).flatMap((band) => band.columns ?? []);
  if (strip === null || told.length === 0) return null;
  const standApart = told.some((columns) => areIndependent(linesAmong(columns.left), linesAmong(columns.right), 0));
  return { ...before, strip, carried: standApart ? 'apart' : 'told' };
}

/**
 * Finds two columns of running text and tables, or null on a page with one. `before` is the page before's: where the
 * strip between them lies free here too, less tells that the columns go on.
 */
export function columnsOf(lines: readonly Line[], tables: readonly Box[], before: Columns | null): Columns | null {
  const all = standing(lines, tables);
  const carried = before === null ? null : carriedOn(all, before);
  if (carried !== null) return carried;
  const { items, pieces, edges } = all;
  const { left, right } = edges;
  if (weightOf(pieces) < LEAST_TOGETHER || right - left < LEAST_WIDTH || right - left > MOST_WIDTH) return null;
  const narrow = pieces.filter((piece) => piece.right - piece.left < WIDE * (right - left));
  const strip = widestStrip(narrow, left + 0.3 * (right - left), left + 0.7 * (right - left));
  if (strip !== null) {
    const bands = bandsOf(items, strip, edges, false).filter((band) => band.columns !== null);
    const count = (side: 'left' | 'right'): number => bands.reduce((sum, { columns }) => sum + linesIn(columns?.[side] ?? []), 0);
    const [onLeft, onRight] = [count('left'), count('right')];
    if (Math.min(onLeft, onRight) >= LEAST_LINES && onLeft + onRight >= LEAST_TOGETHER)
      return { strip, between: strip, apart: apartOf(pieces, strip), carried: null };
  }
  if (before === null || crossing(pieces, before.between) > ACROSS * weightOf(pieces)) return null;
  const goOn = bandsOf(items, before.between, edges, true).some((band) => band.columns !== null);
  return goOn ? { ...before, strip: before.between, carried: null } : null;
}

/**
 * True where both columns have lines over all of their width that go on at its left edge: one of the two would hold several
 * columns of a table, and no line of it would be so wide.
 */
export function haveParagraphs(lines: readonly Line[], tables: readonly Box[], { strip }: Columns): boolean {
  const { items, edges } = standing(lines, tables);
  const bands = bandsOf(items, strip, edges, true).flatMap(({ columns }) => columns ?? []);
  return (['left', 'right'] as const).every((side) => {
    const inColumn = bands.flatMap((columns) => linesAmong(columns[side]));
    return hasWrapped(inColumn, -lowest(inColumn.map(({ right }) => -right)));
  });
}

/** So much of a page may reach into the strip that it has from the page before. */
const FEW_ACROSS = 0.1;
/** Cells of a table begin this near to where running text does, in points. */
const AT_EDGE = 6;
const LEAST_AT_EDGE = 2;
/** No sheet is wider (A0 is 3370 points long): what stands further apart was thrown out of its place by a damaged number. */
const MOST_WIDTH = 5_000;
/** A strip that is known from the page before may be this narrow, in points. */
const NARROWEST = 3;
const STEP = 0.5;
const LEAST_STEPS = Math.ceil(NARROWEST / STEP);

/**
 * The part of the strip of the page before that is free here too, where text or tables begin at the right column's edge
 * again; null where there is none.
 */
function carriedStrip(pieces: readonly Extent[], between: Gutter): Gutter | null {
  const atEdge = pieces.filter((piece) => Math.abs(piece.left - between.right) <= AT_EDGE);
  if (weightOf(atEdge) < LEAST_AT_EDGE) return null;
  const crossings = Array.from({ length: Math.ceil((between.right - between.left) / STEP) }, (_, i) => {
    const x = between.left + (i + 0.5) * STEP;
    return weightOf(pieces.filter((piece) => piece.left < x && piece.right > x));
  });
  // Cells reach into it from the left: what they leave is its right part.
  const [start, end] = lastRun(crossings, FEW_ACROSS * weightOf(pieces));
  if (end - start < LEAST_STEPS) return null;
  const most = Math.max(...crossings.slice(end - LEAST_STEPS, end));
  const begin = crossings.slice(start, end).findLastIndex((count) => count > most) + 1 + start;
  const [left, right] = [between.left + begin * STEP, between.left + end * STEP];
  const reachedInto = most > 0 || crossings.slice(0, begin).some((count) => count > most);
  return { left, right, carried: true, ...(reachedInto ? { reachedInto } : {}) };
}

/** The most of each so many neighbouring values. */
function mostOver(values: readonly number[], count: number): number[] {
  return values.slice(count - 1).map((_, i) => Math.max(...values.slice(i, i + count)));
}

/** The first and the end of the last run of values up to `most` that a strip has room in. */
function lastRun(values: readonly number[], most: number): [number, number] {
  let last: [number, number] = [0, 0];
  let from = 0;
  values.forEach((value, i) => {
    if (value > most) from = i + 1;
    else if (i + 1 - from >= LEAST_STEPS) last = [from, i + 1];
  });
  return last;
}

/** How far apart the columns' left edges are, told by where most of what stands in each begins. */
function apartOf(pieces: readonly Extent[], { right }: Gutter): number {
  const edge = (side: readonly Extent[]): number => {
    const counts = new Map<number, number>();
    for (const { left, weight } of side) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + weight);
    const common = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
    const near = side.filter(({ left }) => Math.round(left) === common).map(({ left }) => left);
    return near.sort((a, b) => a - b)[Math.floor(near.length / 2)] ?? 0;
  };
  const isRight = ({ left }: Extent): boolean => left > right - AT_EDGE;
  return edge(pieces.filter(isRight)) - edge(pieces.filter((piece) => !isRight(piece)));
}

const weightOf = (pieces: readonly Extent[]): number => pieces.reduce((sum, { weight }) => sum + weight, 0);

/** How many lines reach into a strip. */
function crossing(pieces: readonly Extent[], { left, right }: Gutter): number {
  return weightOf(pieces.filter((piece) => piece.left < right - 1 && piece.right > left + 1));
}

/** The widest strip among those that the fewest pieces reach into over its whole width. */
function widestStrip(pieces: readonly Extent[], from: number, to: number): Gutter | null {
  const crossings = Array.from({ length: Math.ceil(to - from) }, (_, i) => {
    const x = from + i + 0.5;
    return weightOf(pieces.filter((piece) => piece.left < x && piece.right > x));
  });
  // A title's end may leave a narrow place free within the strip: what counts is the most over a strip's width.
  const allowed = lowest(mostOver(crossings, LEAST_STRIP));
  if (allowed > ACROSS * weightOf(pieces)) return null;
  let best: Gutter | null = null;
  for (let i = 0; i < crossings.length;) {
    let end = i;
    while (end < crossings.length && (crossings[end] ?? Infinity) <= allowed) end += 1;
    if (end - i >= LEAST_STRIP && (best === null || end - i > best.right - best.left))
      best = { left: from + i, right: from + end };
    i = Math.max(end, i + 1);
  }
  return best;
}

/** A run of items that follow each other downwards: in one column, or over the whole width. */
export interface Flow<T> {
  items: Placed<T>[];
  /** It stands in the right column. */
  inRight: boolean;
}

/** Reading order: what lies across the strip parts the page into bands; within a band the left column comes first. */
export function flowsOf<T extends object>(
  lines: readonly Line[],
  others: readonly Placed<T>[],
  columns: Columns | null,
): Flow<T | { line: Line }>[] {
  const items = [...placed(lines), ...others].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  if (columns === null) return items.length === 0 ? [] : [{ items, inRight: false }];
  const edges = { left: lowest(items.map(({ box }) => box[0])), right: -lowest(items.map(({ box }) => -box[2])) };
  const flows: Flow<T | { line: Line }>[] = [];
  let whole: Placed<T | { line: Line }>[] = [];
  const close = (): void => {
    if (whole.length > 0) flows.push({ items: whole, inRight: false });
    whole = [];
  };
  for (const band of bandsOf(items, columns.strip, edges, true)) {
    if (band.columns === null) whole.push(...band.items);
    else {
      close();
      const { left, right } = band.columns;
      flows.push({ items: left, inRight: false }, { items: right, inRight: true });
    }
  }
  close();
  return flows.filter((flow) => flow.items.length > 0);
}
