import { bandsOf, lowest, placed, type Gutter, type Placed } from './bands.js';
import { splitLine, type Line } from './lines.js';

export type { Gutter, Placed } from './bands.js';

const LEAST_LINES = 3;
const LEAST_TOGETHER = 10;
const LEAST_WIDTH = 200;
/** What is wider than this share of the page's text stands in no column: it says nothing about where the strip is. */
const WIDE = 0.6;
/** The share of the other pieces that may lie across the strip: short titles, page numbers. */
const ACROSS = 0.35;

/** Finds the strip between two columns of running text, or null on a page with one. */
export function gutterOf(lines: readonly Line[]): Gutter | null {
  const pieces = lines.flatMap((line) => splitLine(line, 0.8));
  const left = lowest(pieces.map((piece) => piece.left));
  const right = -lowest(pieces.map((piece) => -piece.right));
  if (pieces.length < LEAST_TOGETHER || right - left < LEAST_WIDTH) return null;
  const narrow = pieces.filter((piece) => piece.right - piece.left < WIDE * (right - left));
  const strip = widestStrip(narrow, left + 0.3 * (right - left), left + 0.7 * (right - left));
  if (strip === null) return null;
  const bands = bandsOf(placed(lines), strip, { left, right }).filter((band) => band.columns !== null);
  const count = (side: 'left' | 'right'): number => bands.reduce((sum, { columns }) => sum + (columns?.[side].length ?? 0), 0);
  const [onLeft, onRight] = [count('left'), count('right')];
  return Math.min(onLeft, onRight) >= LEAST_LINES && onLeft + onRight >= LEAST_TOGETHER ? strip : null;
}

function widestStrip(pieces: readonly Line[], from: number, to: number): Gutter | null {
  const crossings = Array.from({ length: Math.ceil(to - from) }, (_, i) => {
    const x = from + i + 0.5;
    return pieces.filter((piece) => piece.left < x && piece.right > x).length;
  });
  const allowed = lowest(crossings);
  if (allowed > ACROSS * pieces.length) return null;
  let best: Gutter | null = null;
  for (let i = 0; i < crossings.length;) {
    let end = i;
    while (end < crossings.length && (crossings[end] ?? Infinity) <= allowed) end += 1;
    if (end - i >= 8 && (best === null || end - i > best.right - best.left)) best = { left: from + i, right: from + end };
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
  const edges = { left: lowest(lines.map((line) => line.left)), right: -lowest(lines.map((line) => -line.right)) };
  const flows: Placed<T | { line: Line }>[][] = [];
  let whole: Placed<T | { line: Line }>[] = [];
  const close = (): void => {
    if (whole.length > 0) flows.push(whole);
    whole = [];
  };
  for (const band of bandsOf(items, strip, edges)) {
    if (band.columns === null) whole.push(...band.items);
    else {
      close();
      flows.push(...[band.columns.left, band.columns.right].filter((flow) => flow.length > 0));
    }
  }
  close();
  return flows;
}
