import { describe, expect, it } from 'vitest';
import { FAMILIES, STYLE_COLUMNS, casesOf, styleCases, stylesOf } from './csv.js';
import { expectedOf } from './families.js';
import { isNegative, outcomeOf } from './outcome.js';

const tables = FAMILIES.flatMap((family) =>
  stylesOf(family).map((style) => ({ family, style, cases: styleCases(family, style) })),
);

describe('the tables of styles', () => {
  it.each(tables)('$family/$style has its columns, 15 cases or more and a third of them negative', ({ family, style, cases }) => {
    expect(Object.keys(casesOf(`${family}/${style}`)[0] ?? {})).toEqual(STYLE_COLUMNS);
    expect(cases.length).toBeGreaterThanOrEqual(15);
    expect(cases.filter((c) => isNegative(family, c)).length).toBeGreaterThanOrEqual(Math.floor(cases.length / 3));
  });

  it.each(tables)('$family/$style says of each case how hard it is and why it is expected, and has none twice', ({ cases }) => {
    expect(cases.filter((c) => !/^(plain|style|hard)$/.test(c.tier) || c.source === '' || c.expected === '')).toEqual([]);
    const keys = cases.map((c) => `${c.context}\u0001${c.text}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

describe.each(tables)('$family/$style', ({ family, cases }) => {
  it.each(cases.filter((c) => c.now === ''))('“$text” is $expected', async (row) => {
    const { shown, right } = await outcomeOf(family, row);
    if (!right) expect(shown.split('\n').sort()).toEqual(expectedOf(row.expected).sort());
  });

  it.each(cases.filter((c) => c.now !== ''))('known to be read wrongly: “$text”', async (row) => {
    const { shown, right } = await outcomeOf(family, row);
    expect(right, 'it is read rightly now: empty its column `now`').toBe(false);
    expect(shown).toBe(row.now);
  });
});
