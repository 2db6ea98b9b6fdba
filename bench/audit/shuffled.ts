import type { Random } from '../../test/support/seeded.js';

/** In an order that the source gives. */
export function shuffled<T>(of: readonly T[], random: Random): T[] {
  const all = [...of];
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
}
