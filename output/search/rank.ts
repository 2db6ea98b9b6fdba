import type { RecordTypeName } from '../../schemas/index.js';
import type { Found } from './find.js';

/** A hit with what orders it. */
export interface Ranked extends Found {
  type: RecordTypeName;
  score: number;
}

/** Of two that fit as well, a notice comes before what it holds, and what the audit says comes last. */
const ORDER: readonly RecordTypeName[] = [
  ...(['notices', 'clusters', 'obligations', 'targets', 'projects', 'ratings', 'observations', 'findings'] as const),
];
/** Names before texts, whatever the words weigh. */
const KIND_SCORES = { head: 2, body: 1 } as const;
/** A weight counts for less than the difference between a name and a text. */
const FIT = 0.9;

/**
 * Puts the hits of all types in one order. A hit in a name or title comes first; then what fits best, compared with the best of
 * its own type, as weights of two indexes mean different things; then the latest stored.
 */
export function rank(found: ReadonlyMap<RecordTypeName, readonly Found[]>): Ranked[] {
  const all = [...found].flatMap(([type, hits]) => {
    const best = Math.min(-Number.MIN_VALUE, ...hits.map(({ bm25 }) => bm25 ?? 0));
    return hits.map((hit): Ranked => ({ ...hit, type, score: scoreOf(hit, best, type) }));
  });
  return all.sort((a, b) => b.score - a.score || ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || b.pk - a.pk);
}

function scoreOf({ kind, bm25 }: Found, best: number, type: RecordTypeName): number {
  const score = KIND_SCORES[kind] + (bm25 === null ? 0 : (FIT * bm25) / best);
  return Number((type === 'findings' ? score - 1 : score).toFixed(3));
}
