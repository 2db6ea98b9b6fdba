import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, datesIn, lastOf, later } from '../../extractors/index.js';

describe('dates in a text', () => {
  it.each<[string, string[]]>([
    ['自2024年6月1日起施行', ['2024-06-01']],
    ['二〇二四年五月八日印发', ['2024-05-08']],
    ['2024年5月6日至5月10日', ['2024-05-06', '2024-05-10']],
    ['2024年5月6日至10日', ['2024-05-06', '2024-05-10']],
    ['2023年12月28日—1月4日', ['2023-12-28', '2024-01-04']],
    ['2024.5.6-2024.5.12', ['2024-05-06', '2024-05-12']],
    ['2024-05-06', ['2024-05-06']],
    ['有效期至2025年底', ['2025-12-31']],
    ['2024年2月底前', ['2024-02-29']],
    ['到2027年12月', ['2027-12']],
    ['到2027年', ['2027']],
    ['2023年2月29日', []],
    ['2024年13月1日', []],
    ['5月6日', []],
    ['100日内', []],
    ['第5期', []],
  ])('“%s”: %j', (text, dates) => {
    expect(datesIn(compact(text).text).map((d) => d.date)).toEqual(dates);
  });

  it('have the year given where none stands there', () => {
    expect(datesIn('5月8日至5月14日', 2024).map((d) => d.date)).toEqual(['2024-05-08', '2024-05-14']);
  });
});

describe('a date so much later', () => {
  it.each([
    ['2024-05-06', 30, 'day', '2024-06-05'],
    ['2024-12-31', 1, 'day', '2025-01-01'],
    ['2024-01-31', 1, 'month', '2024-02-29'],
    ['2024-02-29', 1, 'year', '2025-02-28'],
    ['2024-11', 3, 'month', '2025-02'],
    ['2024', 5, 'year', '2029'],
    ['2024-11', 3, 'day', null],
  ] as const)('%s and %i %s: %s', (date, count, unit, expected) => {
    expect(later(date, { count, unit })).toBe(expected);
  });

  it.each([
    ['2023-01-01', 5, '2027-12-31'],
    ['2024-03-01', 1, '2025-02-28'],
    ['2024-05', 2, '2026-04'],
    ['2024', 3, '2026'],
  ])('a term of years from %s, %i of them, lasts to %s', (date, count, last) => {
    expect(lastOf(date, { count, unit: 'year' })).toBe(last);
  });

  it('and back again is the same day', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3000 }), (day, count) => {
        const date = day.toISOString().slice(0, 10);
        const there = later(date, { count, unit: 'day' });
        expect(there === null ? null : later(there, { count: -count, unit: 'day' })).toBe(date);
      }),
    );
  });
});
