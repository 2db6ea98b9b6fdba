/** A part of a list with its compact offsets. */
export interface ListPart {
  text: string;
  from: number;
  to: number;
  /** the separator in front of it, empty for the first */
  separator: string;
}

const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];
const isHan = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN;

/** By code: 1 for what opens a bracket, a quotation or a title, -1 for what closes one. */
const DEPTH = new Int8Array(0x10000);
for (const open of '（“《〈‘') DEPTH[open.charCodeAt(0)] = 1;
for (const close of '）”》〉’') DEPTH[close.charCodeAt(0)] = -1;

interface Separators {
  codes: readonly number[];
  /** codes up to this one are passed over from the first Han character on: most characters are Han, which are no bracket and seldom a separator */
  passed: number;
}

/** A rule's separators by their codes; rules name but a few sets of them. */
const SEPARATORS = new Map<string, Separators>();
function separatorsOf(written: string): Separators {
  const known = SEPARATORS.get(written);
  if (known !== undefined) return known;
  const codes = Array.from(written, (c) => c.charCodeAt(0));
  const separators = { codes, passed: codes.some(isHan) ? 0 : LAST_HAN };
  SEPARATORS.set(written, separators);
  return separators;
}

/** What stands behind the last of these marks; the whole text where it has none. */
export const behindLast = (text: string, marks: readonly string[]): string =>
  text.slice(1 + Math.max(...marks.map((mark) => text.lastIndexOf(mark))));

/** Is a bracket of one of these pairs, such as `（）`, opened in the text and not closed? */
export const leavesOpen = (text: string, pairs: readonly string[]): boolean =>
  pairs.some((pair) => text.lastIndexOf(pair.charAt(0)) > text.lastIndexOf(pair.charAt(1)));

/** Splits a compact text at separators that stand outside brackets, quotes and titles. */
export function splitOutside(text: string, separators: string): ListPart[] {
  const parts: ListPart[] = [];
  let depth = 0;
  let from = 0;
  let separator = '';
  const push = (to: number) => {
    if (to > from) parts.push({ text: text.slice(from, to), from, to, separator });
  };
  const { codes, passed } = separatorsOf(separators);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= FIRST_HAN && code <= passed) continue;
    const step = DEPTH[code] ?? 0;
    if (step !== 0) depth = Math.max(0, depth + step);
    else if (depth === 0 && codes.includes(code)) {
      push(i);
      from = i + 1;
      separator = text.charAt(i);
    }
  }
  push(text.length);
  return parts;
}

/** A text without the marks given at its ends. */
export function trimMarks(text: string, before: string, behind: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && before.includes(text[from] ?? '')) from++;
  while (to > from && behind.includes(text[to - 1] ?? '')) to--;
  return text.slice(from, to);
}
