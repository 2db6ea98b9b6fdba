// A folded text as words that a full-text index can keep: its overlapping pairs of characters. `低空经济` is `低空 空经 经济 济`.
// A phrase of pairs that follow each other is then a substring, whatever the language; an index of ready-made words finds no word
// inside a sentence, and one of three characters finds none of two. The same words make a tsvector of PostgreSQL.

/** Raise it when a text gives other grams than before: indexes are then made anew. */
export const GRAMS_VERSION = 1;

/** Stands before the grams of names and titles: no text has it before two more characters. */
export const HEAD_SIGN = '⁂';

/**
 * The grams of a folded text, separated by blanks. The last character stands alone at the end: it is found by itself, and no
 * phrase reaches over it into what is written behind.
 */
export function grams(folded: string, sign = ''): string {
  const parts: string[] = [];
  let before = '';
  for (const c of folded) {
    if (before !== '') parts.push(sign + before + c);
    before = c;
  }
  if (before !== '') parts.push(sign + before);
  return parts.join(' ');
}

/** What finds a folded word: grams that follow each other or, for a single character, the beginning of a gram. */
export interface Needle {
  grams: string;
  /** whether the last gram may go on */
  prefix: boolean;
}

export function needle(folded: string, sign = ''): Needle {
  const characters = Array.from(folded);
  if (characters.length < 2) return { grams: sign + folded, prefix: true };
  const pairs = characters.slice(1).map((c, i) => sign + (characters[i] ?? '') + c);
  return { grams: pairs.join(' '), prefix: false };
}
