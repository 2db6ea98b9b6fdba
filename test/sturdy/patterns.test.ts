import { check } from 'recheck';
import { expect, test } from 'vitest';
import { patternsOfProgram } from './patterns/collect.js';
import { growthOf } from './patterns/growth.js';
import { BOUNDED, KNOWN } from './patterns/known.js';
import { readVerdicts, verdictKey } from './patterns/verdicts.js';

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
  expect([...KNOWN, ...BOUNDED.keys()].filter((source) => !sources.has(source))).toEqual([]);
});

/** So many new patterns are looked at here; for more, `npm run patterns` asks beforehand. */
const NEW = 40;

test('recheck finds no pattern that a text can hold up, but those that are known', { timeout: 240_000 }, async () => {
  const verdicts = readVerdicts();
  const unasked = patterns.filter(
    ({ source, flags }) => !KNOWN.has(source) && !BOUNDED.has(source) && !verdicts.has(verdictKey({ source, flags })),
  );
  expect(unasked.length, 'patterns that npm run patterns was not asked about').toBeLessThanOrEqual(NEW);
  const vulnerable: string[] = [];
  for (const { source, flags, places } of unasked) {
    const told = await check(source, flags, { timeout: 3_000 });
    if (told.status === 'vulnerable') vulnerable.push(`${places.join(', ')}: /${source}/ (${told.complexity.summary})`);
  }
  expect(vulnerable).toEqual([]);
});

test('recheck sees an exponential pattern', async () => {
  expect(await check('^(?:县市区|县|市|区)*$', '')).toMatchObject({ status: 'vulnerable', complexity: { type: 'exponential' } });
});
