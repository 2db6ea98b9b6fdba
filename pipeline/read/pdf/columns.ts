import type { Box } from '../../../schemas/index.js';
import { bandsOf, linesIn, linesOfBox, lowest, placed, type Gutter, type Placed } from './bands.js';
import { splitLine, type Line } from './lines.js';

export type { Gutter, Placed } from './bands.js';

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

/**
 * Finds the strip between two columns of running text and ruled tables, or null on a page with one. `before` is the page
 * before's: where that one lies free here too, less tells that the columns go on.
 */
export function gutterOf(lines: readonly Line[], tables: readonly Box[] = [], before: Gutter | null = null): Gutter | null {
  const pieces: Extent[] = [
    ...lines.flatMap((line) => splitLine(line, 0.8)).map((piece) => ({ ...piece, weight: 1 })),
    ...tables.map((box) => ({ left: box[0], right: box[2], weight: linesOfBox(box) })),
  ];
  const left = lowest(pieces.map((piece) => piece.left));
  const right = -lowest(pieces.map((piece) => -piece.right));
  if (weightOf(pieces) < LEAST_TOGETHER || right - left < LEAST_WIDTH) return null;
  const narrow = pieces.filter((piece) => piece.right - piece.left < WIDE * (right - left));
  const strip = widestStrip(narrow, left + 0.3 * (right - left), left + 0.7 * (right - left));
  const items = [...placed(lines), ...tables.map((box) => ({ box, item: {} }))];
  if (strip !== null) {
    const bands = bandsOf(items, strip, { left, right }, false).filter((band) => band.columns !== null);
    const count = (side: 'left' | 'right'): number => bands.reduce((sum, { columns }) => sum + linesIn(columns?.[side] ?? []), 0);
    const [onLeft, onRight] = [count('left'), count('right')];
    if (Math.min(onLeft, onRight) >= LEAST_LINES && onLeft + onRight >= LEAST_TOGETHER) return strip;
  }
  if (before === null || crossing(pieces, before) > ACROSS * weightOf(pieces)) return null;
  return bandsOf(items, before, { left, right }, true).some((band) => band.columns !== null) ? before : null;
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
  const most = crossings.slice(LEAST_STRIP - 1).map((_, i) => Math.max(...crossings.slice(i, i + LEAST_STRIP)));
  const allowed = lowest(most);
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

/**
 * Reading order: what lies across the strip parts the page into bands; within a band the left column comes first.
 * Each flow is a run of items that follow each other downwards in one column, or over the whole width.
 */
export function flowsOf<T extends object>(
  lines: readonly Line[],
  others: readonly Placed<T>[],
  strip: Gutter | null,
): Placed<T | { line: Line }>[][] {
  const items = [...placed(lines), ...others].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  if (strip === null) return items.length === 0 ? [] : [items];
  const edges = { left: lowest(items.map(({ box }) => box[0])), right: -lowest(items.map(({ box }) => -box[2])) };
  const flows: Placed<T | { line: Line }>[][] = [];
  let whole: Placed<T | { line: Line }>[] = [];
  const close = (): void => {
    if (whole.length > 0) flows.push(whole);
    whole = [];
  };
  for (const band of bandsOf(items, strip, edges, true)) {
    if (band.columns === null) whole.push(...band.items);
    else {
      close();
      flows.push(...[band.columns.left, band.columns.right].filter((flow) => flow.length > 0));
    }
  }
  close();
  return flows;
}
