import type { Passage } from '../../schemas/index.js';
import { fold } from './fold.js';

/** A half-open range of UTF-16 offsets. */
interface Range {
  start: number;
  end: number;
}

/** How much stands on either side of a hit, in UTF-16 units. */
const AROUND = 40;
/** Hits of a word that are looked at in one text. */
const LOOKED_AT = 200;

/** Where each of the folded words stands in a text: for each its ranges, in order. */
export function hitsIn(text: string, words: readonly string[]): Range[][] {
  const folded = fold(text);
  return words.map((word) => {
    const ranges: Range[] = [];
    for (let i = folded.text.indexOf(word); i >= 0 && ranges.length < LOOKED_AT; i = folded.text.indexOf(word, i + word.length))
      ranges.push({ start: folded.at[i] ?? 0, end: endOf(text, folded.at[i + word.length - 1] ?? 0) });
    return ranges;
  });
}

/** The offset behind the character that begins at `start`. */
function endOf(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}

/**
 * The passages of a text that show the words, at most `limit`: those that hold the most different words first, then in the order of the text.
 * `field` says what the text is, `offset` where it begins in the text of its notice (null: nowhere), `shown` what is given of it in its
 * place, of the same length: a number that is covered is covered whole, wherever a passage is cut.
 */
export function passagesOf(
  text: string,
  words: readonly string[],
  { field, offset, limit, shown = text }: { field: string; offset: number | null; limit: number; shown?: string },
): Passage[] {
  const hits = hitsIn(text, words).flatMap((ranges, word) => ranges.map((range) => ({ ...range, word })));
  const windows = windowsOf(hits.sort((a, b) => a.start - b.start || b.end - a.end));
  const best = windows.toSorted((a, b) => b.words.size - a.words.size || a.start - b.start).slice(0, limit);
  return best.map((window) => {
    const { start, end } = widened(text, window);
    return {
      field,
      text: shown.slice(start, end),
      start: offset === null ? null : offset + start,
      end: offset === null ? null : offset + end,
      marks: window.marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    };
  });
}

interface Window extends Range {
  words: Set<number>;
  marks: Range[];
}

/** Hits so near each other that one passage shows them all. */
function windowsOf(hits: readonly (Range & { word: number })[]): Window[] {
  const windows: Window[] = [];
  for (const { start, end, word } of hits) {
    const last = windows.at(-1);
    if (!last || start > last.end + AROUND || start > last.start + 4 * AROUND) {
      windows.push({ start, end, words: new Set([word]), marks: [{ start, end }] });
      continue;
    }
    last.words.add(word);
    last.end = Math.max(last.end, end);
    const mark = last.marks.at(-1);
    if (mark && start < mark.end) mark.end = Math.max(mark.end, end);
    else last.marks.push({ start, end });
  }
  return windows;
}

/** The window with what stands around it, to the end of its line at most; no surrogate pair is cut. */
function widened(text: string, { start, end }: Range): Range {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const from = start - before.length + before.lastIndexOf('\n') + 1;
  const line = after.indexOf('\n');
  const to = line < 0 ? end + after.length : end + line;
  return { start: from + Number(isLow(text, from)), end: to - Number(to > end && isLow(text, to)) };
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff && text.charCodeAt(at - 1) >= 0xd800 && text.charCodeAt(at - 1) <= 0xdbff;
}
