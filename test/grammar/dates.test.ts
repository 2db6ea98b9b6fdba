import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, dueDates, firstDate, period, signedDate } from '../../extractors/index.js';
import { casesOf, fieldOf } from '../cases/csv.js';

function read(text: string, context: string): string {
  switch (context) {
    case 'signed':
      return signedDate(text) ?? 'none';
    case 'due':
      return (
        dueDates(compact(text).text)
          .map((d) => `${d.due ?? 'none'}${d.governs ? '!' : ''}`)
          .join(' ') || 'none'
      );
    case 'period': {
      const { start, end } = period(text);
      return `${start ?? 'none'}..${end ?? 'none'}`;
    }
    default:
      throw new Error(`no context ${context}`);
  }
}

describe('dates', () => {
  it.each(casesOf('dates').map((c) => [fieldOf(c, 'context'), fieldOf(c, 'text'), fieldOf(c, 'expected')]))(
    '%s: “%s” is %s',
    (context, text, expected) => {
      expect(read(text, context)).toBe(expected);
    },
  );

  it.each([
    ['上半年开工率达到80%', '2026-06-30'],
    ['一季度增速5%以上、前三季度7%', '2026-03-31 2026-09-30'],
    ['年内竣工7个，年底前投产3个', '2026-12-31 2026-12-31'],
    ['全年用电量稳定', '2026'],
    ['完成全年目标任务，每年上半年通报，2025年上半年、年度计划，三年内', '2025-06-30'],
  ])('in a plan for 2026 parts of the year are its own: “%s” is %s', (text, expected) => {
    expect(
      dueDates(text, null, 2026)
        .map((d) => d.due)
        .join(' '),
    ).toBe(expected);
  });

  it.each([
    ['自2024年3月1日起施行，有效期5年。', '2024-03-01'],
    ['二〇二五年一月六日，会议召开。', '2025-01-06'],
    ['发布日期：2025-03-24 来源：本站', '2025-03-24'],
    ['今年以来', null],
  ])('the first in “%s” is %s', (text, expected) => {
    expect(firstDate(text)).toBe(expected);
  });

  it('that are due say where they stand', () => {
    const text = '到2027年，建成园区3个，2025年底前完成首批。';
    expect(dueDates(text).map((d) => text.slice(d.from, d.to))).toEqual(['到2027年', '2025年底前']);
  });

  const CHINESE = '〇一二三四五六七八九';
  const tens = (n: number): string =>
    n < 10
      ? (CHINESE[n] ?? '')
      : `${n < 20 ? '' : (CHINESE[Math.floor(n / 10)] ?? '')}十${n % 10 === 0 ? '' : (CHINESE[n % 10] ?? '')}`;

  it('of signature are the same in figures and in Chinese', () => {
    const day = fc.record({
      y: fc.integer({ min: 1990, max: 2060 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(day, ({ y, m, d }) => {
        const year = Array.from(String(y), (c) => CHINESE[Number(c)] ?? '').join('');
        const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        expect(signedDate(`${y}年${m}月${d}日`)).toBe(iso);
        expect(signedDate(`${year}年${tens(m)}月${tens(d)}日`)).toBe(iso);
      }),
      { seed: 1 },
    );
  });
});
