import { randomOf as numbersOf } from '../names/draw.js';

/** A source of numbers that gives the same ones for the same seed. */
export interface Random {
  /** an integer from 0 to below `n` */
  below: (n: number) => number;
  pick: <T>(of: readonly T[]) => T;
}

export function randomOf(seed: number): Random {
  const next = numbersOf(seed);
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    pick: (of) => {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
  };
}

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
