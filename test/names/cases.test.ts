import { describe, expect, it } from 'vitest';
import { casesOf, contextOf, isRight, shown, TABLES, type NameCase } from './cases.js';
import { gazetteer, resolver } from './helpers.js';

function cameOf(one: NameCase): string {
  const context = contextOf(one, gazetteer);
  if (one.kind === 'organ') return shown(resolver.unit(one.name, false, context, 0));
  return shown(resolver[one.kind](one.name, context));
}

const tables = TABLES.map((table) => ({ table, cases: casesOf(table) }));

describe('the tables of names', () => {
  const all = tables.flatMap(({ cases }) => cases);

  it('hold 150 cases and more, a third of which must not resolve, and none twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(all.filter(({ expected }) => expected === 'none').length).toBeGreaterThanOrEqual(all.length / 3);
    const keys = all.map(({ kind, name, place, date, text }) => [kind, name, place, date, text].join(' '));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

describe.each(tables)('$table', ({ cases }) => {
  it.each(cases.filter(({ now }) => now === ''))('$name in a notice of “$place” ($date) is $expected', (one) => {
    const came = cameOf(one);
    if (!isRight(one.expected, came)) expect(came).toBe(one.expected);
  });

  it.each(cases.filter(({ now }) => now !== ''))('known to be wrong: $name in a notice of “$place” ($date)', (one) => {
    const came = cameOf(one);
    expect(isRight(one.expected, came), 'it is right now: empty its column `now`').toBe(false);
    expect(came).toBe(one.now);
  });
});
