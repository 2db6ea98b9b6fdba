import { isBlank, isWide } from './characters.js';
import type { PlacedGlyph } from './text-state.js';

/** Text off the page's axes by less than this many degrees is straight: scans lie a little askew. */
const ASKEW = 5;
/** So many characters in a row, each turned against the last, stand on an arc. */
const LEAST_ON_ARC = 4;
/** So many characters below each other are written downwards. */
const LEAST_IN_STACK = 3;

/** The direction of a glyph's baseline in degrees, clockwise from rightwards. */
const angleOf = ({ dx, dy }: PlacedGlyph): number => (Math.atan2(dy, dx) * 180) / Math.PI;

const isLevel = ({ dx, dy }: PlacedGlyph): boolean => dy === 0 && dx >= 0;

export function isSlanted(glyph: PlacedGlyph): boolean {
  if (glyph.dx === 0 || glyph.dy === 0) return false;
  const off = Math.abs(angleOf(glyph)) % 90;
  return Math.min(off, 90 - off) > ASKEW;
}

export type Ink = 'dark' | 'coloured' | 'faint';

/** How a glyph is printed: in colour, so light that text stays readable below it, or like any text. */
export function inkOf(glyph: PlacedGlyph | undefined): Ink {
  const { color = '#000000', opacity = 1 } = glyph?.style ?? {};
  if (color === '#000000' && opacity === 1) return 'dark';
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) || 0);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  // A light grey, or anything through which half the ground is seen.
  if (opacity <= 0.5 || least >= 0xa0) return 'faint';
  return most - least > 0x50 ? 'coloured' : 'dark';
}

/** Runs of glyphs in drawing order of which each is turned against the one before: text on an arc. */
export function arcsOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  return runsWhere(glyphs, LEAST_ON_ARC, (last, glyph) => {
    if (isLevel(last) && isLevel(glyph)) return false;
    const turn = Math.abs(angleOf(last) - angleOf(glyph));
    return isNear(last, glyph, 4) && Math.min(turn, 360 - turn) > 1;
  }).filter((run) => run.some(isSlanted));
}

/** Runs of upright full-width characters in drawing order of which each stands right below the one before. */
export function stacksOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const isUpright = ({ dx, dy, text }: PlacedGlyph): boolean => dx > 0 && Math.abs(dy) < 0.1 * dx && isWide(text);
  return runsWhere(glyphs, LEAST_IN_STACK, (last, glyph) => {
    const down = (glyph.y - last.y) / glyph.size;
    return isUpright(last) && isUpright(glyph) && Math.abs(glyph.x - last.x) < 0.2 * glyph.size && down > 0.8 && down < 1.6;
  });
}

function isNear(a: PlacedGlyph, b: PlacedGlyph, sizes: number): boolean {
  return Math.abs(a.size - b.size) < 0.2 * b.size && Math.hypot(a.x - b.x, a.y - b.y) < sizes * b.size;
}

/** Longest runs in which each glyph follows the one before as `follows` says; blanks belong to none. */
function runsWhere(
  glyphs: readonly PlacedGlyph[],
  least: number,
  follows: (last: PlacedGlyph, glyph: PlacedGlyph) => boolean,
): PlacedGlyph[][] {
  const runs: PlacedGlyph[][] = [];
  let run: PlacedGlyph[] = [];
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) continue;
    const last = run.at(-1);
    if (last !== undefined && follows(last, glyph)) run.push(glyph);
    else {
      if (run.length >= least) runs.push(run);
      run = [glyph];
    }
  }
  if (run.length >= least) runs.push(run);
  return runs;
}
