import { fold } from './fold.js';

/** Something that a hit must hold. */
export interface Word {
  /** as typed, without quotation marks */
  text: string;
  /** as it is looked for; never empty */
  folded: string;
}

/** Longer ones are no question to a search. */
export const LONGEST_QUERY = 1000;

/** What opens and what closes a phrase. Inside a word the same marks are part of it. */
const QUOTED = /(?<![^\s])(?:"(?<a>(?:[^"]|"(?!\s|$))+)"|“(?<b>(?:[^”]|”(?!\s|$))+)”|＂(?<c>[^＂]+)＂)(?!\S)|(?<word>\S+)/gu;

/**
 * The words of a query: what stands between white space, or between quotation marks (`"…"`, `“…”`) that begin and end where words
 * do. All of them must be held by a hit, in any order; white space inside a phrase does not count, nor do width, case and kind of brackets.
 */
export function parseQuery(query: string): Word[] {
  const words: Word[] = [];
  for (const { groups } of query.matchAll(QUOTED)) {
    const text = (groups?.['a'] ?? groups?.['b'] ?? groups?.['c'] ?? groups?.['word'] ?? '').trim();
    const folded = fold(text).text;
    if (folded !== '' && !words.some((word) => word.folded === folded)) words.push({ text, folded });
  }
  return words;
}

const ASKING = /[?？]\s*$|哪些|哪个|哪家|哪里|哪几|什么|谁|多少|几个|几家|几项|如何|怎么|怎样|是否|有没有|何时|为何|[吗呢]\s*$/u;

/** Whether a query asks something in a sentence of its own, so that it is not to be found as it stands. */
export function isQuestion(query: string): boolean {
  return ASKING.test(query);
}
