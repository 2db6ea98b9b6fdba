import { matching } from './dialect.js';
import { HEAD_SIGN, needle } from './grams.js';
import type { Word } from './query.js';

/** `head`: the names and titles hold all words; `body`: only all texts together do. */
export type Kind = 'head' | 'body';
export const KINDS: readonly Kind[] = ['head', 'body'];

/** The expression that finds the hits of a kind. */
export function expressionOf(words: readonly Word[], kind: Kind): string {
  const heads = words.map(({ folded }) => needle(folded, HEAD_SIGN));
  return kind === 'head' ? matching(heads) : matching(needles(words), heads);
}

/** The expression that finds all hits. */
export function expressionOfAll(words: readonly Word[]): string {
  return matching(needles(words));
}

function needles(words: readonly Word[]) {
  return words.map(({ folded }) => needle(folded));
}
