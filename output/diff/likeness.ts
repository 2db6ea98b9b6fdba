import { normalText } from './fields.js';

/** A text as the pairs of characters in it, each with how often it occurs. */
export interface Pairs {
  counts: ReadonlyMap<string, number>;
  total: number;
}

/** The pairs of a text, white space and widths aside; a text of one character is its own pair. */
export function pairsOf(text: string): Pairs {
  const characters = Array.from(normalText(text));
  const counts = new Map<string, number>();
  const last = Math.max(characters.length - 1, Math.min(characters.length, 1));
  for (let i = 0; i < last; i += 1) {
    const pair = (characters[i] ?? '') + (characters[i + 1] ?? '');
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: last };
}

/** Dice's coefficient over pairs of characters: twice what two texts share, by what both have. From 0 to 1; two empty texts are alike. */
export function likeness(one: Pairs, other: Pairs): number {
  if (one.total + other.total === 0) return 1;
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [pair, count] of few.counts) shared += Math.min(count, many.counts.get(pair) ?? 0);
  return (2 * shared) / (one.total + other.total);
}
