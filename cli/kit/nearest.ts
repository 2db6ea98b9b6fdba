import Fuse from 'fuse.js';

/** Above this distance a word is another word, not a slip: one letter in three may differ (0 equal, 1 unlike). */
const THRESHOLD = 0.34;

/** The word that somebody has most likely meant, null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  return nearestFew(word, known, 1)[0] ?? null;
}

/** The nearest few words, the best first. */
export function nearestFew(word: string, known: readonly string[], few: number): string[] {
  return new Fuse([...known], { threshold: THRESHOLD, ignoreLocation: true })
    .search(word, { limit: few })
    .map(({ item }) => item);
}
