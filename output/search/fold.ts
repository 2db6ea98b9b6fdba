import { RADICALS } from '../../corpus/lexicon/radicals.js';

// One spelling for what people type and what notices print: widths, letter case, brackets, quotation marks, dashes. Every
// character becomes one character or, being white space, none; nothing else is lost, so that each substring of a text is found.

/** Raise it when a text folds otherwise than before: indexes are then made anew. */
export const FOLD_VERSION = 1;

/** Kinds of marks that are one to a searcher: each of the group reads as its first. */
const SAME = [
  '（([〔［【﹝〖{｛⦅',
  '）)]〕］】﹞〗}｝⦆',
  '＂"“”„‟″',
  "＇'‘’‚‛′`",
  '－-‐‑‒–—―−─',
  '～~〜∼',
  '·・•‧∙⋅',
  '、﹑',
  '…⋯',
];
const GROUPED = new Map(SAME.flatMap((group) => Array.from(group, (c): [string, string] => [c, group.charAt(0)])));

/** White space of Unicode, and what takes no room at all. */
const NOTHING = /[\s\u00ad\u200b\u2060]/;
/** Blocks in which a character is another one in other clothes: radicals, compatibility ideographs, other widths. */
const CLOTHED = /[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef]/;
const REMOVED = 0;
const REPLACEMENT = 0xfffd;

function foldUnit(unit: number): number {
  const c = String.fromCharCode(unit);
  if (NOTHING.test(c)) return REMOVED;
  const plain = RADICALS.get(c) ?? (CLOTHED.test(c) ? single(c.normalize('NFKC'), c) : c);
  const grouped = GROUPED.get(plain) ?? single(plain.toLowerCase(), plain);
  return visible(grouped.charCodeAt(0));
}

/** The changed form, where it is one character too. */
function single(changed: string, c: string): string {
  return changed.length === 1 ? changed : c;
}

/**
 * ASCII marks stand as their full-width forms and control characters as their pictures, so that in what we hand to an
 * index only letters, digits and blanks of our own are ASCII.
 */
function visible(unit: number): number {
  if (unit < 0x20) return 0x2400 + unit;
  if (unit === 0x7f) return 0x2421;
  return unit < 0x7f && !/[0-9a-z]/.test(String.fromCharCode(unit)) ? unit + 0xfee0 : unit;
}

let units: Uint16Array | null = null;

/** What each UTF-16 unit folds to; made at the first call (some milliseconds). */
function table(): Uint16Array {
  units ??= Uint16Array.from({ length: 0x10000 }, (_, unit) => (isSurrogate(unit) ? REPLACEMENT : foldUnit(unit)));
  return units;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Every character that folds to this one, itself first; none for what stands for something that is no character. */
export function spellings(folded: string): string[] {
  const unit = folded.charCodeAt(0);
  if (folded.length !== 1 || unit === REPLACEMENT) return folded.length === 1 ? [] : [folded];
  const all = Array.from(table(), (to, from) => (to === unit && from !== unit ? [String.fromCharCode(from)] : [])).flat();
  return table()[unit] === unit ? [folded, ...all] : all;
}

/** A folded text and the way back: `at[i]` is the offset of its unit `i` in the text, `at[length]` the text's length. */
export interface Folded {
  text: string;
  at: Uint32Array;
}

/** The text without its white space, each character in its one spelling. Surrogate pairs stay as they are, halves become U+FFFD. */
export function fold(text: string): Folded {
  const of = table();
  const out = new Uint16Array(text.length);
  const at = new Uint32Array(text.length + 1);
  let length = 0;
  const keep = (unit: number, from: number): void => {
    out[length] = unit;
    at[length++] = from;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isPair(text, i)) {
      keep(unit, i);
      keep(text.charCodeAt(++i), i);
    } else {
      const folded = of[unit] ?? REPLACEMENT;
      if (folded !== REMOVED) keep(folded, i);
    }
  }
  at[length] = text.length;
  // Node's UTF-16 strings are little-endian in a buffer whatever the machine; so are typed arrays on all machines it runs on.
  return { text: Buffer.from(out.buffer, 0, length * 2).toString('utf16le'), at: at.subarray(0, length + 1) };
}

/** The folded text alone, as an index takes it: half the work where the way back is not asked for. */
export function foldedText(text: string): string {
  const of = table();
  const out = new Uint16Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    if (isPair(text, i)) {
      out[length++] = text.charCodeAt(i);
      out[length++] = text.charCodeAt(++i);
      continue;
    }
    const folded = of[text.charCodeAt(i)] ?? REPLACEMENT;
    if (folded !== REMOVED) out[length++] = folded;
  }
  return Buffer.from(out.buffer, 0, length * 2).toString('utf16le');
}

function isPair(text: string, i: number): boolean {
  const high = text.charCodeAt(i);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(i + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}
