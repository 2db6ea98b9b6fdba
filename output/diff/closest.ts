import { likeness, pairsOf, type Pairs } from './likeness.js';

/** Two items found to be one, with how alike they are. */
export interface Match<T> {
  before: T;
  after: T;
  likeness: number;
}

/** So many entries of the index are looked at for one text, and so many texts measured against it: work grows with the number of texts only. */
const ENTRIES_PER_TEXT = 300;
const CANDIDATES = 8;

/**
 * Pairs items by the likeness of their texts, the most alike first, none below `threshold`; each item is taken once. Among
 * equally alike ones, those that stand at the same place of their lists go together.
 */
export function closest<T>(before: readonly T[], after: readonly T[], text: (item: T) => string, threshold: number): Match<T>[] {
  if (before.length === 0 || after.length === 0) return [];
  const pairs = after.map((item) => pairsOf(text(item)));
  const index = indexOf(pairs);
  const found = before.flatMap((item, i) => {
    const own = pairsOf(text(item));
    return candidates(own, index)
      .map((j) => ({ i, j, score: likeness(own, pairs[j] ?? { counts: new Map<string, number>(), total: 0 }) }))
      .filter(({ score }) => score >= threshold);
  });
  found.sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j);
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()];
  return found.flatMap(({ i, j, score }) => {
    const [one, other] = [before[i], after[j]];
    if (takenBefore.has(i) || takenAfter.has(j) || one === undefined || other === undefined) return [];
    takenBefore.add(i);
    takenAfter.add(j);
    return [{ before: one, after: other, likeness: score }];
  });
}

/** Which texts hold a pair of characters. */
function indexOf(texts: readonly Pairs[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  texts.forEach(({ counts }, i) => {
    for (const pair of counts.keys()) {
      const holders = index.get(pair);
      if (holders) holders.push(i);
      else index.set(pair, [i]);
    }
  });
  return index;
}

/** The texts that share most with this one, by its rarest pairs: those say most, and are looked up soonest. */
function candidates({ counts }: Pairs, index: ReadonlyMap<string, readonly number[]>): number[] {
  const holders = [...counts.keys()].flatMap((pair) => {
    const list = index.get(pair);
    return list ? [list] : [];
  });
  holders.sort((a, b) => a.length - b.length);
  const shared = new Map<number, number>();
  let spent = 0;
  for (const list of holders) {
    for (const holder of list.slice(0, ENTRIES_PER_TEXT - spent)) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    spent += list.length;
    if (spent >= ENTRIES_PER_TEXT) break;
  }
  const byShare = [...shared].sort(([i, a], [j, b]) => b - a || i - j);
  return byShare.slice(0, CANDIDATES).map(([i]) => i);
}
