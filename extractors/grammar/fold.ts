import { RADICALS } from '../../corpus/lexicon/radicals.js';

/** One-to-one foldings: each replaces one UTF-16 unit by one, so offsets never move. */
const FOLD: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '〔': '（',
  '〕': '）',
  '[': '（',
  ']': '）',
  '【': '（',
  '】': '）',
  '［': '（',
  '］': '）',
  '﹝': '（',
  '﹞': '）',
  '〖': '（',
  '〗': '）',
  ':': '：',
  ';': '；',
  ',': '，',
  '﹑': '、',
  '｡': '。',
  '％': '%',
  '﹪': '%',
  '．': '.',
  '–': '—',
  '―': '—',
  '－': '-',
  '−': '-',
  '～': '~',
  '〜': '~',
  '\u00a0': ' ',
  '\u3000': ' ',
};

const FULLWIDTH = /[！-～]/;

function foldChar(c: string): string {
  const direct = FOLD[c] ?? RADICALS.get(c);
  if (direct !== undefined) return direct;
  if (!FULLWIDTH.test(c)) return c;
  const half = String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  return /[0-9A-Za-z+#&@/=<>]/.test(half) ? half : c;
}

/** Text with widths and brackets folded, of the same length: an offset in it is an offset in `text`. */
export function foldSameLength(text: string): string {
  return text.replace(/[^\u4e00-\u9fff\s]/g, foldChar);
}

/**
 * A folded text without its white space, for rules to match on, and the way back.
 * `at[i]` is the offset in the notice text of character `i`; `at[length]` is the end of the range.
 */
export interface Compact {
  text: string;
  at: readonly number[];
}

const isDigit = (c: string) => c >= '0' && c <= '9';

/** The compact view of `text.slice(start, end)`. A comma between digits is dropped: `1,200` reads `1200`. */
export function compact(text: string, start = 0, end = text.length): Compact {
  const folded = foldSameLength(text.slice(start, end));
  const at: number[] = [];
  const kept: string[] = [];
  let last = '';
  for (let i = 0; i < folded.length; i++) {
    const c = folded[i] ?? '';
    if (/\s/.test(c)) continue;
    // a comma between digits, as in 1,200
    if (c === '，' && isDigit(last) && text[start + i] === ',' && /^\d{3}(?!\d)/.test(folded.slice(i + 1, i + 5))) continue;
    kept.push(c);
    at.push(start + i);
    last = c;
  }
  at.push(end);
  return { text: kept.join(''), at };
}

/** The notice span of compact characters `[from, to)`. */
export function spanOf(view: Compact, from: number, to: number): { start: number; end: number } {
  const start = view.at[from] ?? 0;
  const last = view.at[Math.max(from, to - 1)] ?? start;
  return { start, end: last + 1 };
}

const BETWEEN_WORDS = /([\p{Script=Latin}\d.]) +(?=[\p{Script=Latin}])|([\p{Script=Latin}]) +(?=[\d])/gu;
const SPACE_KEPT = '\u0001';

/**
 * A name or a passage as a field holds it: no line break, no blank except between Latin words, widths folded
 * (ASCII letters and digits half-width, Chinese punctuation full-width), brackets as （ ）, `<sup>2</sup>` as ².
 */
export function clean(text: string): string {
  const marked = text
    .replace(/<sup>\s*2\s*<\/sup>/gi, '²')
    .replace(/<sup>\s*3\s*<\/sup>/gi, '³')
    .replace(/\s+/g, ' ')
    .replace(BETWEEN_WORDS, (_, a: string | undefined, b: string | undefined) => `${a ?? b ?? ''}${SPACE_KEPT}`);
  return foldPunctuation(marked.replace(/\s+/g, '')).replaceAll(SPACE_KEPT, ' ');
}

/** Folds widths and brackets, but leaves commas, colons and dots between digits and Latin letters as they are. */
function foldPunctuation(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    const latinBefore = /[0-9A-Za-z]/.test(text[i - 1] ?? '');
    const latinAfter = /[0-9A-Za-z]/.test(text[i + 1] ?? '');
    out += /[,:;]/.test(c) && latinBefore && latinAfter ? c : foldChar(c);
  }
  return out;
}
