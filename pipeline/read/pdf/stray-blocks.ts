import type { Box, TextBlock } from '../../../schemas/index.js';
import { around, textBlock } from '../blocks.js';
import { isBlank } from './characters.js';
import type { Frame, Glyph } from './frame.js';
import type { Stray } from './strays.js';

/** Glyphs of one stack stand below each other: as far apart as this, and no further to the side, in ems. */
const PITCH = 2;
const ASIDE = 0.3;

/** A stray's text in the order that it was drawn in, as one block in the box around it. */
export function strayBlock({ role, glyphs }: Stray, page: number): TextBlock {
  const box = around(glyphs.map(({ x, y, size }): Box => [x - size / 2, y - size / 2, x + size / 2, y + size / 2]));
  const text = glyphs.map((glyph) => glyph.text).join('');
  return textBlock('line', text.trim(), { page, box: box === null ? null : rounded(box), role });
}

/** Characters of fonts that are written downwards, as the columns that they stand in, from right to left. */
export function verticalStacks(glyphs: readonly Glyph[]): Glyph[][] {
  const stacks: Glyph[][] = [];
  for (const glyph of glyphs) {
    if (glyph.vertical !== true) continue;
    const last = stacks.at(-1)?.at(-1);
    const below =
      last !== undefined &&
      Math.abs(last.left - glyph.left) < ASIDE * glyph.size &&
      glyph.baseline > last.baseline &&
      glyph.baseline - last.baseline < PITCH * glyph.size;
    if (below) stacks.at(-1)?.push(glyph);
    else stacks.push([glyph]);
  }
  const visible = stacks.filter((stack) => stack.some((glyph) => !isBlank(glyph.text)));
  return visible.sort((a, b) => (b[0]?.left ?? 0) - (a[0]?.left ?? 0));
}

/** A column of characters below each other as one line of text beside the page's own. */
export function stackBlock(stack: readonly Glyph[], page: number, frame: Frame): TextBlock {
  const box = around(stack.map((g): Box => [g.left, g.baseline - 0.88 * g.size, g.right, g.baseline + 0.12 * g.size]));
  const text = stack.map((glyph) => glyph.text).join('');
  return textBlock('line', text.trim(), { page, box: box === null ? null : frame.box(box), role: 'margin' });
}

function rounded(box: Box): Box {
  const round = (value: number): number => Math.round(value * 100) / 100 + 0;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}
