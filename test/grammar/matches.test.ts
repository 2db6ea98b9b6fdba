import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compact, documentNumbers, dueDates, matchesOf, quantities } from '../../extractors/index.js';

describe('matchesOf', () => {
  it.each([
    ['a1b22', /\d+/g],
    ['集群、集群', /集群/g],
    ['，ab，', /(?<=^|[，])/g],
    ['𠮷a', /(?:)/gu],
    ['', /x*/g],
    ['无', /\d/g],
  ])('gives what matchAll gives: %s', (text, pattern) => {
    const wanted = [...text.matchAll(pattern)].map((m) => [m.index, ...m]);
    expect(matchesOf(text, pattern).map((m) => [m.index, ...m])).toEqual(wanted);
    expect(pattern.lastIndex).toBe(0);
  });

  it('begins at the start of each text, wherever the one before ended', () => {
    const pattern = /\d/g;
    pattern.lastIndex = 3;
    expect(matchesOf('1ab', pattern)).toHaveLength(1);
  });
});

// every word holds a sign by which a text is looked at; what stands around it has none, and must change nothing but offsets
const DATED = ['到2027年', '12月底前', '“十四五”期间', '二〇二七年底前'];
const COUNTED = ['12个', '三分之二', '六成', '一半', '翻番', '翻两番', '百余家', '5%'];
const PLAIN = fc.stringMatching(/^[省市产业园区集群建设，、]{0,12}$/);

describe('texts without a sign', () => {
  it('hold nothing, and words with one are found wherever they stand', () => {
    fc.assert(
      fc.property(PLAIN, PLAIN, fc.constantFrom(...DATED), fc.constantFrom(...COUNTED), (before, behind, date, count) => {
        expect(dueDates(before, 2025)).toEqual([]);
        expect(quantities(before)).toEqual([]);
        expect(documentNumbers(before)).toEqual([]);
        expect(dueDates(`${before}。${date}。${behind}`, 2025)).toHaveLength(1);
        expect(quantities(`${before}，${count}，${behind}`)).toHaveLength(1);
        expect(documentNumbers(`（赣府发〔2025〕3号）${behind}`)).toHaveLength(1);
      }),
    );
  });
});

describe('compact', () => {
  it('gives each part of each text its own view, asked for in any order', () => {
    const texts = ['一 二三 四', '一,二三,四'];
    const parts = [
      [0, 3],
      [1, 4],
      [0, 3],
    ] as const;
    for (const text of [...texts, ...texts])
      for (const [start, end] of parts) {
        const { text: own, at } = compact(text.slice(start, end));
        const part = compact(text, start, end);
        expect([part.text, part.at]).toEqual([own, at.map((offset) => offset + start)]);
      }
  });
});
