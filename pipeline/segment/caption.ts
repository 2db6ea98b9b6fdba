import { captionOf, compact, type Caption } from '../../extractors/index.js';
import type { Flow } from '../reflow/index.js';
import type { Item } from './items.js';

/** Most rows above a table's head that are its title and its caption. */
export const CAPTION_ROWS = 2;
/** Most lines between the title of a list and its table. */
const LINES_ABOVE = 3;

/** The caption that a line is as a whole, its pieces set apart by blanks; null where it is none. */
export function captionOfLine(flow: Flow, { flow: { start, end } }: Item): Caption | null {
  const pieces = flow.text
    .slice(start, end)
    .split(/\s+/)
    .map((piece) => compact(piece).text)
    .filter((piece) => piece !== '');
  return captionOf(pieces);
}

/** The caption between the title of a bare list and its table, or in the first rows of that; null where none stands there. */
export function captionAbove(flow: Flow, items: readonly Item[], from: number, end: number): Caption | null {
  for (const item of items.slice(from, Math.min(end, from + LINES_ABOVE + 1))) {
    if (item.flow.kind !== 'table') {
      const caption = captionOfLine(flow, item);
      if (caption !== null) return caption;
      continue;
    }
    for (const row of item.flow.rows.slice(0, CAPTION_ROWS)) {
      const texts = row.cells.map((c) => compact(flow.text, c.start, c.end).text).filter((t) => t !== '');
      const caption = captionOf(texts);
      if (caption !== null) return caption;
    }
    return null;
  }
  return null;
}
