import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amount,
  chineseNumeral,
  compact,
  numeral,
  quantities,
  scaled,
  splitUnit,
  type Quantity,
} from '../../extractors/index.js';
import { casesOf, fieldOf } from '../cases/csv.js';

const showQuantity = (q: Quantity): string => {
  const range = q.max === null ? '' : `..${q.max}`;
  return `${q.value}${range}${q.more ? '+' : ''} ${q.unit}`;
};

function read(text: string, context: string): string {
  const [as = '', unit = null] = context.split(' ');
  switch (as) {
    case 'numeral':
      return String(numeral(text) ?? 'none');
    case 'quantity':
      return quantities(compact(text).text).map(showQuantity).join('|') || 'none';
    case 'amount': {
      const found = amount(text, unit === 'none' ? null : unit);
      return found ? `${found.value} ${found.unit ?? ''}`.trim() : 'none';
    }
    case 'unit': {
      const split = splitUnit(text);
      return `${split.scale} ${split.unit ?? ''}`.trim();
    }
    default:
      throw new Error(`no context ${context}`);
  }
}

describe('numerals and quantities', () => {
  it.each(casesOf('numbers').map((c) => [fieldOf(c, 'context'), fieldOf(c, 'text'), fieldOf(c, 'expected')]))(
    'as %s: “%s” is %s',
    (context, text, expected) => {
      expect(read(text, context)).toBe(expected);
    },
  );

  it('say where figure and unit stand', () => {
    const text = '培育链主企业3家、配套企业120家以上';
    expect(quantities(text).map((q) => text.slice(q.from, q.to))).toEqual(['3家', '120家']);
  });
});

const DIGIT = '零一二三四五六七八九';

/** A number below ten thousand in Chinese, as a person writes it. */
function written(n: number): string {
  const places = ['千', '百', '十', ''];
  const digits = String(n).padStart(4, '0').split('').map(Number);
  let text = '';
  let gap = false;
  digits.forEach((d, i) => {
    if (d === 0) gap = gap || text !== '';
    else {
      text += `${gap ? '零' : ''}${DIGIT[d] ?? ''}${places[i] ?? ''}`;
      gap = false;
    }
  });
  return text.replace(/^一十/, '十');
}

describe('a numeral', () => {
  it('in Chinese is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (low, myriads) => {
        expect(chineseNumeral(written(low))).toBe(low);
        const whole = myriads === 0 ? written(low) : `${written(myriads)}万${low < 1000 ? '零' : ''}${written(low)}`;
        expect(chineseNumeral(whole)).toBe(myriads * 10_000 + low);
      }),
      { seed: 1 },
    );
  });

  it('with thousands apart is the one without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        expect(numeral(n.toLocaleString('en-US'))).toBe(n);
      }),
      { seed: 1 },
    );
  });

  it('times a scale leaves no binary dust', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (hundredths) => {
        expect(scaled(hundredths / 100, 1e8)).toBe(hundredths * 1e6);
      }),
      { seed: 1 },
    );
  });
});
