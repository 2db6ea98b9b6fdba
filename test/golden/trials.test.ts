import { beforeAll, describe, expect, it } from 'vitest';
import LEAST from '../../corpus/trials/least.json' with { type: 'json' };
import { collections, tally } from './collections.js';

const least: Record<string, Record<string, number>> = LEAST;
const trials = collections().filter(({ name }) => name in least);

it('every set of trial notices has the figures that it must reach', () => {
  const sets = collections().map(({ name }) => name);
  expect(sets.filter((name) => name !== 'real' && name !== 'samples').sort()).toEqual(Object.keys(least).sort());
});

describe.each(trials)('the trial notices “$name”', (collection) => {
  let counts: Awaited<ReturnType<typeof tally>>;
  beforeAll(async () => {
    counts = await tally(collection);
  });

  it.each(Object.entries(least[collection.name] ?? {}))('give %s with an f1 of %f at least', (type, wanted) => {
    const { right = 0, wrong = 0, missed = 0 } = counts[type] ?? {};
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThanOrEqual(wanted);
  });
});
