/** A part of a list with its compact offsets. */
export interface ListPart {
  text: string;
  from: number;
  to: number;
  /** the separator in front of it, empty for the first */
  separator: string;
}

const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];
const HAN = /[\u4e00-\u9fff]/;

/** Splits a compact text at separators that stand outside brackets, quotes and titles. */
export function splitOutside(text: string, separators: string): ListPart[] {
  const parts: ListPart[] = [];
  let depth = 0;
  let from = 0;
  let separator = '';
  const push = (to: number) => {
    if (to > from) parts.push({ text: text.slice(from, to), from, to, separator });
  };
  // most characters are Han, which are no bracket and seldom a separator
  const passed = HAN.test(separators) ? 0 : LAST_HAN;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= FIRST_HAN && code <= passed) continue;
    const c = text[i] ?? '';
    if ('（“《〈‘'.includes(c)) depth++;
    else if ('）”》〉’'.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(c)) {
      push(i);
      from = i + 1;
      separator = c;
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
