import type { Box } from '../../../schemas/index.js';
import { linesOf, splitLine, type Line } from './lines.js';
import type { Glyph } from './frame.js';

/** Something that stands on a page and takes part in its reading order. */
export interface Placed<T> {
  box: Box;
  item: T;
}

/** The empty strip between two columns of text. */
export interface Gutter {
  left: number;
  right: number;
}

const LEAST_LINES = 6;
const LEAST_WIDTH = 200;
/** The share of pieces that may lie across the strip: titles, tables and page numbers. */
const ACROSS = 0.35;
/** How much of its column a typical line fills; the cells of a table fill less. */
const FILLED = 0.55;

/** Finds the strip between two columns of running text, or null on a page with one. */
export function gutterOf(glyphs: readonly Glyph[]): Gutter | null {
  const pieces = linesOf(glyphs).flatMap((line) => splitLine(line, 0.8));
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  if (pieces.length < 2 * LEAST_LINES || right - left < LEAST_WIDTH) return null;
  const strip = widestStrip(pieces, left + 0.3 * (right - left), left + 0.7 * (right - left));
  if (strip === null) return null;
  const onLeft = pieces.filter((piece) => piece.right <= strip.left + 1);
  const onRight = pieces.filter((piece) => piece.left >= strip.right - 1);
  if (Math.min(onLeft.length, onRight.length) < LEAST_LINES || !sideBySide(onLeft, onRight)) return null;
  const bothFilled = isFilled(onLeft, strip.left - left) && isFilled(onRight, right - strip.right);
  return bothFilled || areIndependent(onLeft, onRight) ? strip : null;
}

function widestStrip(pieces: readonly Line[], from: number, to: number): Gutter | null {
  const crossings = Array.from({ length: Math.ceil(to - from) }, (_, i) => {
    const x = from + i + 0.5;
    return pieces.filter((piece) => piece.left < x && piece.right > x).length;
  });
  const allowed = Math.min(...crossings);
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

function isFilled(pieces: readonly Line[], width: number): boolean {
  const widths = pieces.map((piece) => piece.right - piece.left).sort((a, b) => a - b);
  return (widths[Math.floor(widths.length / 2)] ?? 0) >= FILLED * width;
}

/** Lines of two columns stand at heights of their own and one in a row; the cells of a table do not. */
function areIndependent(onLeft: readonly Line[], onRight: readonly Line[]): boolean {
  const level = (a: Line, b: Line): boolean => Math.abs(a.baseline - b.baseline) < 0.15 * a.size;
  const alone = [onLeft, onRight].every(
    (side) => side.filter((a, i) => side[i + 1] !== undefined && level(a, side[i + 1] ?? a)).length * 10 <= side.length,
  );
  const shared = onRight.filter((a) => onLeft.some((b) => level(a, b)));
  return alone && shared.length <= 0.5 * onRight.length;
}

function sideBySide(onLeft: readonly Line[], onRight: readonly Line[]): boolean {
  const [top, bottom] = [onLeft[0]?.baseline ?? 0, onLeft.at(-1)?.baseline ?? 0];
  return onRight.filter((piece) => piece.baseline >= top - 2 && piece.baseline <= bottom + 2).length >= onRight.length / 2;
}

/** The lines of a page: over its whole width, or of each column for itself. */
export function linesBeside(glyphs: readonly Glyph[], gutter: Gutter | null): Line[] {
  if (gutter === null) return linesOf(glyphs);
  const { left, right } = gutter;
  return linesOf(glyphs).flatMap((line) => {
    const middle = (left + right) / 2;
    const crosses = line.glyphs.some((glyph) => glyph.text.trim() !== '' && glyph.left < right - 1 && glyph.right > left + 1);
    if (crosses || line.right < middle || line.left > middle) return [line];
    const onLeft = line.glyphs.filter((glyph) => glyph.left < middle);
    const onRight = line.glyphs.filter((glyph) => glyph.left >= middle);
    return [...linesOf(onLeft), ...linesOf(onRight)];
  });
}

/**
 * Reading order: what lies across the gutter parts the page into bands; within a band the left column comes first.
 * Each flow is a run of items that follow each other downwards in one column.
 */
export function flowsOf<T>(items: readonly Placed<T>[], gutter: Gutter | null): Placed<T>[][] {
  const sorted = [...items].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  if (gutter === null) return sorted.length === 0 ? [] : [sorted];
  const flows: Placed<T>[][] = [];
  let band: { left: Placed<T>[]; right: Placed<T>[] } = { left: [], right: [] };
  const close = (): void => {
    flows.push(...[band.left, band.right].filter((flow) => flow.length > 0));
    band = { left: [], right: [] };
  };
  for (const item of sorted) {
    if (item.box[2] <= gutter.right) band.left.push(item);
    else if (item.box[0] >= gutter.left) band.right.push(item);
    else {
      close();
      flows.push([item]);
    }
  }
  close();
  return flows;
}
