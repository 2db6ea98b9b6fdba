import Fuse from 'fuse.js';

/**
 * Fuse scores run from 0 (same) to 1 (nothing alike). One wrong character in a name of six or more scores up to 0.17; two
 * different names of that length that share half of it score 0.3 and more. Refitted when the resolution bench exists.
 */
export const FUZZY_THRESHOLD = 0.2;
/** Shorter names differ from other real names by a single character. */
const MIN_LENGTH = 5;
const MAX_CANDIDATES = 50;

function bigrams(name: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)));
}

/**
 * The known name that a misspelt one is closest to, of those about as long that begin and end alike and share half of its
 * bigrams: 大数据部门 is no misspelt 数据部门.
 */
export function closest(name: string, known: Iterable<string>): { name: string; score: number; lost: string[] } | null {
  if (name.length < MIN_LENGTH) return null;
  const own = bigrams(name);
  const near: { other: string; shared: number }[] = [];
  for (const other of known) {
    if (Math.abs(other.length - name.length) > 1 || other[0] !== name[0] || other.at(-1) !== name.at(-1)) continue;
    const shared = [...bigrams(other)].filter((pair) => own.has(pair)).length;
    if (shared * 2 >= own.size) near.push({ other, shared });
  }
  near.sort((a, b) => b.shared - a.shared || (a.other < b.other ? -1 : 1));
  const candidates = near.slice(0, MAX_CANDIDATES).map(({ other }) => other);
  const fuse = new Fuse(candidates, {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: FUZZY_THRESHOLD,
  });
  const ranked = fuse
    .search(name)
    .map(({ item, score }) => ({ item, distance: (score ?? 1) + (item.length === name.length ? 0 : 0.05) }))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (!best || best.distance > FUZZY_THRESHOLD || best.distance === second?.distance) return null;
  return { name: best.item, score: 1 - best.distance, lost: ranked.slice(1, 6).map(({ item }) => item) };
}
