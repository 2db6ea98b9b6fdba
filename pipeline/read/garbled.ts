import iconv from 'iconv-lite';

/** Fewer characters than this say nothing about the language that they are in. */
const TELLING = 20;
/** Share of ideographs that must be common ones; a notice has 97 % and more, ideographs drawn at random have a third. */
const COMMON = 0.7;
/** Shares of characters that running text has next to none of. */
const LATIN_SIGNS = 0.3;
const ASCII_SIGNS = 0.15;
const FOREIGN = 0.2;
/** Formulas and signs of change are many of a few kinds; a soup has many kinds. */
const KINDS_OF_SIGNS = 10;

/**
 * The share of characters that no font and no encoding gave a meaning: U+FFFD, the private use areas and control
 * characters. 0 for a text without visible characters.
 */
export function garbledShare(text: string): number {
  let visible = 0;
  let garbled = 0;
  for (const character of text) {
    if (isEveryday(character.charCodeAt(0))) {
      visible += 1;
      continue;
    }
    if (/\s/u.test(character)) continue;
    visible += 1;
    if (/[\uFFFD\p{Co}\p{Cc}\p{Cn}]/u.test(character)) garbled += 1;
  }
  return visible === 0 ? 0 : garbled / visible;
}

/** By its code, a visible character with a meaning, as nearly all of a text is: of ASCII, the ideographs of Unicode 1.1, punctuation of full width. */
const isEveryday = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fa5) ||
  (code > 0x20 && code < 0x7f) ||
  (code > 0x3000 && code <= 0x3011) ||
  (code >= 0xff01 && code <= 0xff5e);

/**
 * True for text that no one wrote: characters without a meaning, or a soup of them, as a font gives whose codes are no
 * characters. `nameless` more stood in it that have no character at all. Text in any script is none, nor are figures,
 * dotted lines and lists of rare names.
 */
export function isGarbled(text: string, nameless = 0): boolean {
  const characters = Array.from(text).filter((character) => !/\s/u.test(character));
  const all = characters.length + nameless;
  if (all === 0) return false;
  if ((garbledShare(text) * characters.length + nameless) / all > 0.2) return true;
  if (characters.length < TELLING) return false;
  if (readable(characters) > 0.95 * characters.length) return false;
  const share = (among: RegExp): number => characters.filter((character) => among.test(character)).length / characters.length;
  const signs = characters.filter((character) => /[!"#$&'*+<=>?@[\\\]^`{|}~]/.test(character));
  return (
    isIdeographSoup(characters) ||
    share(/[\u00A1-\u00B6\u00B8-\u00D6\u00D8-\u00F6\u00F8-\u036F]/u) > LATIN_SIGNS ||
    (signs.length > ASCII_SIGNS * characters.length && new Set(signs).size >= KINDS_OF_SIGNS) ||
    isScriptSoup(characters)
  );
}

function isIdeographSoup(characters: readonly string[]): boolean {
  const ideographs = characters.filter((character) => /\p{Script=Han}/u.test(character));
  if (ideographs.length < TELLING) return false;
  const common = commonIdeographs();
  return ideographs.filter((character) => common.has(character)).length < COMMON * ideographs.length;
}

/** How many are common ideographs, letters, figures or the punctuation of Chinese and English. */
function readable(characters: readonly string[]): number {
  const common = commonIdeographs();
  return characters.filter((c) => common.has(c) || /^[0-9A-Za-z.,;:()%·…—，。、；：！？“”‘’（）《》〔〕-]$/.test(c)).length;
}

let known: ReadonlySet<string> | null = null;

/** The first level of GB/T 2312 (3,755 characters by frequency) and that of Big5, for traditional characters. */
function commonIdeographs(): ReadonlySet<string> {
  known ??= new Set([
    ...Array.from(iconv.decode(doubleBytes([0xb0, 0xd7], [[0xa1, 0xfe]]), 'gbk')),
    ...Array.from(
      iconv.decode(
        doubleBytes(
          [0xa4, 0xc6],
          [
            [0x40, 0x7e],
            [0xa1, 0xfe],
          ],
        ),
        'big5',
      ),
    ),
  ]);
  return known;
}

/** Every pair of a leading and a trailing byte in the given ranges. */
function doubleBytes([first, last]: readonly [number, number], trails: readonly (readonly [number, number])[]): Buffer {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead += 1)
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail += 1) bytes.push(lead, trail);
  return Buffer.from(bytes);
}

/** Letters of several scripts that no text mixes. */
const SCRIPTS = [
  /\p{Script=Cyrillic}/u,
  /\p{Script=Hebrew}/u,
  /[\p{Script=Arabic}\p{Script=Syriac}]/u,
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Kannada}]/u,
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
  /\p{Script=Tibetan}/u,
  /\p{Script=Mongolian}/u,
  /[\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}\p{Script=Cherokee}\p{Script=Canadian_Aboriginal}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Yi}/u,
  /[\u0100-\u024F\u0250-\u036F]/u,
  /[\u2190-\u23FF\u2580-\u27BF\u2900-\u2BFF]/u,
];

function isScriptSoup(characters: readonly string[]): boolean {
  const counts = SCRIPTS.map((script) => characters.filter((character) => script.test(character)).length);
  const present = counts.filter((count) => count > 0.02 * characters.length).length;
  return present >= 3 && counts.reduce((sum, count) => sum + count, 0) > FOREIGN * characters.length;
}
