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

/** Full-width letters, digits and these marks are half-width ones; other full-width punctuation is as it should be. */
const HALF_WIDTH = /[0-9A-Za-z+#&@/=<>]/;

/** What each UTF-16 unit folds to, by its code: rules look at every character of a notice many times. */
const FOLDED = new Uint16Array(0x10000);
for (let code = 0; code < FOLDED.length; code++) FOLDED[code] = code;
/** The codes that fold to another. */
const FOLDED_CODES: number[] = [];
function foldTo(code: number, folded: number): void {
  FOLDED[code] = folded;
  FOLDED_CODES.push(code);
}
for (let code = 0xff01; code <= 0xff5e; code++)
  if (HALF_WIDTH.test(String.fromCharCode(code - 0xfee0))) foldTo(code, code - 0xfee0);
for (const [from, to] of [...RADICALS, ...Object.entries(FOLD)]) foldTo(from.charCodeAt(0), to.charCodeAt(0));

const COMMA = 0x2c;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const foldedCode = (code: number): number => FOLDED[code] ?? code;

/** White space as `\s` has it. */
function isBlank(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code >= 0x3001 && code < 0xfeff) return false;
  return BLANKS.has(code);
}

const BLANKS = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
for (let code = 0x2000; code <= 0x200a; code++) BLANKS.add(code);

/**
 * By code: 1 for a unit that a compact text has as it stands; 0 for one that is folded or blank, and for the comma, which may be of
 * a number. Nearly all of a text is plain.
 */
const PLAIN = new Uint8Array(0x10000).fill(1);
for (const code of [...FOLDED_CODES, ...BLANKS, COMMA, 0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]) PLAIN[code] = 0;

/** Text with widths and brackets folded, white space left as it is, of the same length: an offset in it is an offset in `text`. */
export function foldSameLength(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const folded = foldedCode(code);
    if (folded === code || isBlank(code)) continue;
    out += text.slice(from, i) + String.fromCharCode(folded);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/**
 * A folded text without its white space, for rules to match on, and the way back.
 * `at[i]` is the offset in the notice text of character `i`; `at[length]` is the end of the range.
 */
export interface Compact {
  readonly text: string;
  readonly at: readonly number[];
}

/** The views of parts of the text that was asked about last, by where they begin: many rules ask for the same paragraphs and cells of a notice. */
let viewed = { text: '', views: new Map<number, View[]>() };
/** From this length on, in characters, the view of a whole text is kept too: that of a notice, not of each cell. */
const LONG_TEXT = 300;

/** The compact view of `text.slice(start, end)`. A comma between digits is dropped: `1,200` reads `1200`. */
export function compact(text: string, start = 0, end = text.length): Compact {
  if (start === 0 && end === text.length && end < LONG_TEXT) return new View(text, 0, end);
  if (viewed.text !== text) viewed = { text, views: new Map() };
  const begun = viewed.views.get(start);
  if (begun !== undefined) for (const view of begun) if (view.end === end) return view;
  const view = new View(text, start, end);
  if (begun === undefined) viewed.views.set(start, [view]);
  else begun.push(view);
  return view;
}

/** A view makes its way back only when asked: rules mostly match in vain. */
class View implements Compact {
  readonly text: string;
  private offsets: readonly number[] | null = null;

  constructor(
    private readonly source: string,
    private readonly start: number,
    readonly end: number,
  ) {
    this.text = compactText(source, start, end, null);
  }

  get at(): readonly number[] {
    if (this.offsets !== null) return this.offsets;
    const at: number[] = [];
    compactText(this.source, this.start, this.end, at);
    at.push(this.end);
    this.offsets = at;
    return at;
  }
}

/** The compact text of a range; where `at` is given, it gets the offset of each character kept. */
function compactText(text: string, start: number, end: number, at: number[] | null): string {
  let kept = '';
  let from = start;
  let last = 0;
  const to = Math.min(end, text.length);
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    if (PLAIN[code] === 1) {
      at?.push(i);
      last = code;
      continue;
    }
    const folded = foldedCode(code);
    const dropped = isBlank(code) || (code === COMMA && isDigit(last) && isThousandsComma(text, i, end));
    if (!dropped) {
      at?.push(i);
      last = folded;
      if (folded === code) continue;
    }
    kept += dropped ? text.slice(from, i) : text.slice(from, i) + String.fromCharCode(folded);
    from = i + 1;
  }
  return from === start ? text.slice(start, end) : kept + text.slice(from, end);
}

/** The comma of 1,200: a half-width one, three digits behind it and no fourth. */
function isThousandsComma(text: string, at: number, end: number): boolean {
  const isDigitAt = (i: number): boolean => i < end && isDigit(foldedCode(text.charCodeAt(i)));
  return isDigitAt(at + 1) && isDigitAt(at + 2) && isDigitAt(at + 3) && !isDigitAt(at + 4);
}

/** The notice span of compact characters `[from, to)`. */
export function spanOf(view: Compact, from: number, to: number): { start: number; end: number } {
  const start = view.at[from] ?? 0;
  const last = view.at[Math.max(from, to - 1)] ?? start;
  return { start, end: last + 1 };
}

const BETWEEN_WORDS = /([\p{Script=Latin}\d.]) +(?=[\p{Script=Latin}])|([\p{Script=Latin}]) +(?=[\d])/gu;
const SPACE_KEPT = '\u0001';
/** Without these (or the sign that marks blanks to be kept) there is nothing to clean but widths and brackets. */
const BLANK_OR_TAG = new RegExp(`[\\s<${SPACE_KEPT}]`);

/**
 * A name or a passage as a field holds it: no line break, no blank except between Latin words, widths folded
 * (ASCII letters and digits half-width, Chinese punctuation full-width), brackets as （ ）, `<sup>2</sup>` as ².
 */
export function clean(text: string): string {
  if (isClean(text)) return text;
  if (!BLANK_OR_TAG.test(text)) return foldPunctuation(text);
  const marked = text
    .replace(/<sup>\s*2\s*<\/sup>/gi, '²')
    .replace(/<sup>\s*3\s*<\/sup>/gi, '³')
    .replace(/\s+/g, ' ')
    .replace(BETWEEN_WORDS, (_, a: string | undefined, b: string | undefined) => `${a ?? b ?? ''}${SPACE_KEPT}`);
  return foldPunctuation(marked.replace(/\s+/g, '')).replaceAll(SPACE_KEPT, ' ');
}

/** Nothing to fold, no blank and nothing that may begin a tag. */
function isClean(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (PLAIN[code] !== 1 || code === 0x3c || code === 0x01) return false;
  }
  return true;
}

/** Folds widths and brackets, but leaves commas, colons and dots between digits and Latin letters as they are. */
function foldPunctuation(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const folded = foldedCode(code);
    if (folded === code) continue;
    const isMark = code === COMMA || code === 0x3a || code === 0x3b;
    if (isMark && isLatin(text.charCodeAt(i - 1)) && isLatin(text.charCodeAt(i + 1))) continue;
    out += text.slice(from, i) + String.fromCharCode(folded);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** A digit or letter of ASCII; NaN, beyond the text's ends, is none. */
function isLatin(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
