import { isBlank } from './characters.js';
import type { PlacedGlyph } from './text-state.js';

/** The side of a square of the index, in points. */
const STEP = 24;
/** Two glyphs overlap where this share of the smaller one lies in the other. */
const SHARE = 0.25;
/** So many glyphs of a square are remembered: more lie on top of each other. */
const CROWD = 60;

type Extent = readonly [left: number, top: number, right: number, bottom: number];

/** Tells whether a glyph is printed over one of the given ones. */
export function covering(glyphs: readonly PlacedGlyph[]): (glyph: PlacedGlyph) => boolean {
  const squares = new Map<string, Extent[]>();
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) continue;
    const extent = extentOf(glyph);
    for (const key of squaresUnder(extent)) {
      const there = squares.get(key);
      if (there === undefined) squares.set(key, [extent]);
      else if (there.length < CROWD) there.push(extent);
    }
  }
  return (glyph) => {
    const extent = extentOf(glyph);
    return squaresUnder(extent).some((key) => squares.get(key)?.some((other) => overlap(extent, other)) === true);
  };
}

/** The rectangle along the page's axes that a glyph's body takes up. */
function extentOf({ x, y, dx, dy, size }: PlacedGlyph): Extent {
  // Upwards from the baseline is the advance turned left.
  const length = Math.hypot(dx, dy) || 1;
  const [upX, upY] = [(dy / length) * 0.8 * size, (-dx / length) * 0.8 * size];
  const xs = [x, x + dx, x + upX, x + dx + upX];
  const ys = [y, y + dy, y + upY, y + dy + upY];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function squaresUnder([left, top, right, bottom]: Extent): string[] {
  const keys: string[] = [];
  // No glyph is larger than a page: a handful of squares at most.
  const last = [Math.min(right, left + 40 * STEP), Math.min(bottom, top + 40 * STEP)] as const;
  for (let i = Math.floor(left / STEP); i <= Math.floor(last[0] / STEP); i += 1)
    for (let j = Math.floor(top / STEP); j <= Math.floor(last[1] / STEP); j += 1) keys.push(`${i} ${j}`);
  return keys;
}

function overlap(a: Extent, b: Extent): boolean {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return false;
  const area = (e: Extent): number => (e[2] - e[0]) * (e[3] - e[1]);
  return width * height > SHARE * Math.min(area(a), area(b));
}
