import type { Box } from '../../../schemas/index.js';
import { isBlank, isWide } from './characters.js';
import type { Glyph } from './frame.js';

/** One printed line in an upright frame, its glyphs from left to right. */
export interface Line {
  glyphs: Glyph[];
  left: number;
  right: number;
  baseline: number;
  /** The size of its largest glyph. */
  size: number;
}

/** A font's usual height above and below its baseline, in ems. */
const ASCENT = 0.88;
const DESCENT = 0.12;
/** Where a glyph's middle lies above its baseline, in ems. */
export const MIDDLE = 0.38;

/** Gaps between Latin words, in ems of the smaller neighbour. */
const WORD_GAP = 0.16;
/** A gap between Chinese characters that is wider than letter-spacing, in ems. */
const COLUMN_GAP = 1.6;

export function lineBox({ left, right, baseline, size }: Line): Box {
  return [left, baseline - ASCENT * size, right, baseline + DESCENT * size];
}

/** Text drawn twice with a small shift looks bold; it is there once. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    if (isBlank(glyph.text)) return true;
    const row = Math.round(glyph.baseline / 4);
    const reach = 0.15 * glyph.size;
    const isSame = (other: Glyph): boolean =>
      Math.abs(other.left - glyph.left) < reach && Math.abs(other.baseline - glyph.baseline) < reach;
    for (let near = row - 1; near <= row + 1; near += 1)
      if (seen.get(`${glyph.text} ${near}`)?.some(isSame) === true) return false;
    const place = seen.get(`${glyph.text} ${row}`);
    if (place === undefined) seen.set(`${glyph.text} ${row}`, [glyph]);
    else place.push(glyph);
    return true;
  });
}

/** Glyphs that were drawn one after the other on one baseline, without a wide gap. */
export function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const together =
      last !== undefined &&
      Math.abs(last.baseline - glyph.baseline) < 0.05 * glyph.size &&
      Math.abs(last.size - glyph.size) < 0.02 * glyph.size &&
      Math.abs(glyph.left - last.right) < 0.6 * glyph.size;
    if (run !== undefined && together) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Puts glyphs into lines, top to bottom. Raised and lowered small glyphs belong to the line they touch. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const runs = runsOf(glyphs).filter((run) => run.some((glyph) => !isBlank(glyph.text)));
  const largestFirst = runs
    .map((run, order) => ({ run, order, size: run[0]?.size ?? 0 }))
    .sort((a, b) => b.size - a.size || a.order - b.order);
  const lines = new LineIndex();
  for (const { run } of largestFirst) lines.add(run);
  return lines
    .all()
    .map(finished)
    .sort((a, b) => a.baseline - b.baseline || a.left - b.left);
}

/** Lines by the height that they stand at, so that a run looks at its neighbours only. */
class LineIndex {
  private readonly lines: Line[] = [];
  private readonly byHeight = new Map<number, Line[]>();
  private static readonly STEP = 12;

  add(run: readonly Glyph[]): void {
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) return;
    const piece: Line = { glyphs: [...run], left: first.left, right: last.right, baseline: first.baseline, size: first.size };
    const home = this.near(piece).find((line) => belongs(piece, line));
    if (home === undefined) {
      this.lines.push(piece);
      const key = Math.round(piece.baseline / LineIndex.STEP);
      this.byHeight.set(key, [...(this.byHeight.get(key) ?? []), piece]);
      return;
    }
    home.glyphs.push(...piece.glyphs);
    home.left = Math.min(home.left, piece.left);
    home.right = Math.max(home.right, piece.right);
  }

  all(): Line[] {
    return this.lines;
  }

  private near({ baseline }: Line): Line[] {
    const key = Math.round(baseline / LineIndex.STEP);
    const near: Line[] = [];
    for (let i = key - 3; i <= key + 3; i += 1) near.push(...(this.byHeight.get(i) ?? []));
    return near.sort((a, b) => Math.abs(a.baseline - baseline) - Math.abs(b.baseline - baseline));
  }
}

function belongs(piece: Line, line: Line): boolean {
  const shift = piece.baseline - line.baseline;
  if (piece.size >= 0.7 * line.size) return Math.abs(shift) <= 0.35 * piece.size;
  if (Math.abs(shift) < 0.1 * piece.size) return true;
  const middle = shift - MIDDLE * piece.size;
  if (middle < -0.95 * line.size || middle > 0.25 * line.size) return false;
  const gap = 0.4 * line.size;
  return line.glyphs.some((glyph) => piece.left < glyph.right + gap && piece.right > glyph.left - gap);
}

function finished(line: Line): Line {
  const glyphs = [...line.glyphs].sort((a, b) => a.left - b.left);
  const visible = glyphs.filter((glyph) => !isBlank(glyph.text));
  return { ...line, glyphs, left: visible[0]?.left ?? line.left, right: Math.max(...visible.map((glyph) => glyph.right)) };
}

/** Parts a line at every gap that is at least so many ems wide. Spaces in a gap belong to neither side. */
export function splitLine(line: Line, ems: number): Line[] {
  const pieces: Glyph[][] = [];
  let right = -Infinity;
  for (const glyph of line.glyphs) {
    if (isBlank(glyph.text)) {
      pieces.at(-1)?.push(glyph);
      continue;
    }
    if (glyph.left - right >= ems * line.size) pieces.push([]);
    pieces.at(-1)?.push(glyph);
    right = Math.max(right, glyph.right);
  }
  return pieces.map((glyphs) => finished({ ...line, glyphs, size: Math.max(...glyphs.map((glyph) => glyph.size)) }));
}

/**
 * The text of a line. Spaces that the PDF draws stay; where it leaves a gap instead, a space stands between Latin
 * words and figures, and between Chinese characters only where the gap is wider than the line's letter-spacing. Spaces
 * that stand between nearly all Chinese characters of a line are its letter-spacing.
 */
export function textOf(line: Line): string {
  const visible = line.glyphs.filter((glyph) => !isBlank(glyph.text));
  const spacing = letterSpacing(visible);
  const drawn = drawnSpacing(line.glyphs);
  let text = '';
  let last: Glyph | null = null;
  let pending = false;
  for (const glyph of line.glyphs) {
    if (isBlank(glyph.text)) {
      pending = true;
      continue;
    }
    const gap = last === null ? 0 : glyph.left - last.right;
    const isLetterSpace = pending && last !== null && areWide(last, glyph) && gap <= drawn;
    if (last !== null && !isLetterSpace && (pending || gapIsSpace(last, glyph, spacing))) text += ' ';
    text += glyph.text;
    pending = false;
    last = glyph;
  }
  return text.trim();
}

function gapIsSpace(last: Glyph, next: Glyph, spacing: number): boolean {
  const size = Math.min(last.size, next.size);
  const gap = next.left - last.right;
  const wide = isWide(last.text.slice(-1)) || isWide(next.text);
  if (wide) return gap > Math.max(COLUMN_GAP * size, spacing * 1.5);
  return gap > Math.max(WORD_GAP * size, spacing * 1.5);
}

function areWide(last: Glyph, next: Glyph): boolean {
  return isWide(last.text.slice(-1)) && isWide(next.text);
}

/** So many neighbours must be Chinese characters, and this share of them parted by spaces, for a line to be set so. */
const LEAST_PAIRS = 4;
const PARTED = 0.8;
/** A gap this much wider than most in such a line parts words. */
const WIDER = 1.8;

/** The widest gap, in points, that spaces between Chinese characters fill as letter-spacing; -1 where they are words' spaces. */
function drawnSpacing(glyphs: readonly Glyph[]): number {
  let [pairs, last, pending] = [0, null as Glyph | null, false];
  const gaps: number[] = [];
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) {
      pending = true;
      continue;
    }
    if (last !== null && areWide(last, glyph)) {
      pairs += 1;
      if (pending) gaps.push(glyph.left - last.right);
    }
    [last, pending] = [glyph, false];
  }
  if (pairs < LEAST_PAIRS || gaps.length < PARTED * pairs) return -1;
  return WIDER * (gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0);
}

/** The median gap of a line in which every character stands apart, in points; 0 for an ordinary line. */
function letterSpacing(visible: readonly Glyph[]): number {
  const gaps: number[] = [];
  visible.forEach((glyph, index) => {
    const last = visible[index - 1];
    if (last !== undefined) gaps.push(glyph.left - last.right);
  });
  if (gaps.length === 0) return 0;
  const sorted = gaps.sort((a, b) => a - b);
  const least = sorted[Math.floor(sorted.length / 10)] ?? 0;
  return least > 0 ? (sorted[Math.floor(sorted.length / 2)] ?? 0) : 0;
}
