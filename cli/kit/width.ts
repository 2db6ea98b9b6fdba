import { createRequire } from 'node:module';
import type * as StringWidth from 'string-width';

/**
 * Printable ASCII, marks of Chinese text that are as narrow, and what takes two places: Han, kana, CJK punctuation and full-width forms (UAX #11, W
 * and F).
 */
const PLAIN =
  /^[\x20-\x7e\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff60]*$/;
/** All plain characters from here on are wide. */
const WIDE = 0x3000;

/** How many places text takes on a terminal. Nearly all of ours is plain, and counting that needs no grapheme segmenter. */
export function printedWidth(text: string): number {
  if (!PLAIN.test(text)) return widthOfAny(text);
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > WIDE ? 2 : 1;
  return width;
}

let widthOf: ((text: string) => number) | null = null;

/** By the package, whose patterns take 30 ms to compile: loaded where the first text asks for it. */
function widthOfAny(text: string): number {
  const load = (): typeof StringWidth => createRequire(import.meta.url)('string-width') as typeof StringWidth;
  return (widthOf ??= load().default)(text);
}

/** What can be cut off a text without breaking a character: UTF-16 units where it is plain, else graphemes. */
export function segmentsOf(text: string): Iterable<string> {
  return PLAIN.test(text) ? text : graphemes(text);
}

function* graphemes(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter().segment(text)) yield segment;
}
