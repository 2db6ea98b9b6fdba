import stringWidth from 'string-width';

/** Printable ASCII takes one place; Han, kana, CJK punctuation and full-width forms take two (UAX #11, W and F). */
const PLAIN = /^[\x20-\x7e\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff60]*$/;

/** How many places text takes on a terminal. Nearly all of ours is plain, and counting that needs no grapheme segmenter. */
export function printedWidth(text: string): number {
  if (!PLAIN.test(text)) return stringWidth(text);
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0x7e ? 2 : 1;
  return width;
}

/** What can be cut off a text without breaking a character: UTF-16 units where it is plain, else graphemes. */
export function segmentsOf(text: string): Iterable<string> {
  return PLAIN.test(text) ? text : graphemes(text);
}

function* graphemes(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter().segment(text)) yield segment;
}
