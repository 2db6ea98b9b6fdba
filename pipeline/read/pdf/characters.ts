import { RADICALS } from '../../../corpus/lexicon/radicals.js';

/**
 * What a font's character map should have said: Kangxi and other radicals, compatibility ideographs and Latin
 * ligatures stand for the ordinary characters that they look like, because PDF makers look them up by glyph; so does
 * U+2015 for the dash, which fonts draw alike and maps of GB 2312 give for it. Soft hyphens, control and zero-width characters are nothing.
 */
export function plainCharacters(unicode: string): string {
  if (/^[\u4E00-\u9FFF!-~]$/.test(unicode)) return unicode;
  return unicode
    .replace(/\u2015/g, '—')
    .replace(/[\u2E80-\u2FDF]/g, (radical) => RADICALS.get(radical) ?? radical)
    .replace(/[\uF900-\uFAFF\uFB00-\uFB06]/g, (character) => character.normalize('NFKC'))
    .replace(/[\t\n\r\u00A0\u2000-\u200A\u202F\u205F]/g, ' ')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]|\p{Cc}/gu, '');
}

/** A character of a script that is written without spaces between words, or its punctuation. */
export function isWide(character: string): boolean {
  return /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}“”‘’…—·]/u.test(
    character,
  );
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
