import type { Box, TextRole } from '../../../schemas/index.js';
import { around } from '../blocks.js';
import { arcsOf, inkOf, isSlanted, stacksOf } from './stray-shapes.js';
import { covering } from './overlap.js';
import { isBlank } from './characters.js';
import type { PlacedGlyph } from './text-state.js';

/** Text that is stamped or printed over a page, or runs down beside its lines. */
export interface Stray {
  role: Exclude<TextRole, 'footnote'>;
  glyphs: PlacedGlyph[];
}

/** Larger than most of the page's text by this much: a watermark's letters. */
const LARGE = 1.5;
/** This share of a piece of text must lie over other text. */
const OVER = 0.3;
const MOST_SEALS = 20;

/**
 * Parts a page's glyphs into its lines and what must not be mixed into them: text on an arc and in its ring (a round
 * seal), slanted text, coloured or faint text that is printed over other text, and characters that stand below each
 * other. Glyphs come in drawing order, and stay in it.
 */
export function withoutStrays(glyphs: readonly PlacedGlyph[]): { running: PlacedGlyph[]; strays: Stray[] } {
  const arcs = arcsOf(glyphs);
  // A page has a seal or two; one with hundreds of arcs is a drawing, and not worth a look through all its text for each.
  const strays: Stray[] = arcs.map((arc) => ({ role: 'seal', glyphs: arcs.length > MOST_SEALS ? arc : withRing(arc, glyphs) }));
  const taken = new Set(strays.flatMap((stray) => stray.glyphs));
  const left = (): PlacedGlyph[] => glyphs.filter((glyph) => !taken.has(glyph));
  const take = (role: Stray['role'], pieces: readonly PlacedGlyph[][]): void => {
    for (const piece of pieces) {
      strays.push({ role, glyphs: piece });
      for (const glyph of piece) taken.add(glyph);
    }
  };
  take('watermark', slantedOf(left()));
  const over = printedOver(left());
  take('seal', over.coloured);
  take('watermark', over.faint);
  take('seal', stacksOver(left()));
  return { running: strays.length === 0 ? [...glyphs] : left(), strays };
}

/** What stands in the ring of a seal in the seal's colour belongs to it, unless that colour is black. */
function withRing(arc: readonly PlacedGlyph[], glyphs: readonly PlacedGlyph[]): PlacedGlyph[] {
  const ring = around(arc.map(({ x, y }): Box => [x, y, x, y]));
  if (ring === null || inkOf(arc[0]) !== 'coloured') return [...arc];
  const [left, top, right, low] = ring;
  // The arc may be the upper half of the ring only: it is as high as it is wide.
  const bottom = Math.max(low, top + right - left);
  const own = new Set(arc);
  const inside = glyphs.filter(
    ({ x, y, style }) => style.color === arc[0]?.style.color && x >= left && x <= right && y >= top && y <= bottom,
  );
  return [...arc, ...inside.filter((glyph) => !own.has(glyph))];
}

/** Pieces of text that run neither along the page nor across it; none where most of a page does so: a scan that is askew. */
function slantedOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const slanted = glyphs.filter(isSlanted);
  if (slanted.length * 2 > glyphs.length && slanted.length > 100) return [];
  return piecesOf(slanted);
}

/** Coloured and faint pieces that lie over text of another ink. */
function printedOver(glyphs: readonly PlacedGlyph[]): { coloured: PlacedGlyph[][]; faint: PlacedGlyph[][] } {
  const dark = glyphs.filter((glyph) => inkOf(glyph) === 'dark');
  const light = glyphs.filter((glyph) => inkOf(glyph) !== 'dark' && !glyph.style.unseen);
  const found = { coloured: [] as PlacedGlyph[][], faint: [] as PlacedGlyph[][] };
  if (dark.length === 0 || light.length === 0) return found;
  const covers = covering(dark);
  const usual = dark.map((glyph) => glyph.size).sort((a, b) => a - b)[Math.floor(dark.length / 2)] ?? 0;
  for (const piece of piecesOf(light)) {
    const visible = piece.filter((glyph) => !isBlank(glyph.text));
    if (visible.filter(covers).length <= OVER * visible.length) continue;
    const faint = inkOf(piece[0]) === 'faint';
    if (!faint) found.coloured.push(piece);
    else if ((piece[0]?.size ?? 0) > LARGE * usual) found.faint.push(piece);
  }
  return found;
}

/** Glyphs that were drawn one after the other in one style and size, each near the last. */
function piecesOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const pieces: PlacedGlyph[][] = [];
  for (const glyph of glyphs) {
    const last = pieces.at(-1)?.at(-1);
    const same =
      last !== undefined &&
      last.style.color === glyph.style.color &&
      Math.abs(last.size - glyph.size) < 0.2 * glyph.size &&
      Math.hypot(last.x - glyph.x, last.y - glyph.y) < 3 * glyph.size;
    if (same) pieces.at(-1)?.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces;
}

/** Characters below each other that are printed over text: a stamp, and no wrapped cell of a narrow column. */
function stacksOver(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const stacks = stacksOf(glyphs);
  if (stacks.length === 0) return [];
  const stacked = new Set(stacks.flat());
  const covers = covering(glyphs.filter((glyph) => !stacked.has(glyph)));
  return stacks.filter((stack) => stack.filter(covers).length >= (inkOf(stack[0]) === 'dark' ? 2 : 1));
}
