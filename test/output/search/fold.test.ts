import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../output/search/fold.js';
import { grams, needle } from '../../../output/search/grams.js';

const same: [string, string, string][] = [
  ['widths of letters and digits', '５Ｇ＋工业', '5G+工业'],
  ['widths of marks', '（一）：10％；', '(一):10%;'],
  ['case', 'AbC', 'aBc'],
  ['brackets of document numbers', '洪府发〔2021〕14号', '洪府发[2021]14号'],
  ['other brackets of document numbers', '洪府发【2021】14号', '洪府发（2021）14号'],
  ['quotation marks', '“链长制”', '"链长制"'],
  ['dashes', '2026—2028', '2026-2028'],
  ['tildes', '1～2个', '1~2个'],
  ['white space', '产 业\n\t集　群', '产业集群'],
  ['what takes no room', '产\u200b业\ufeff集\u00ad群', '产业集群'],
  ['radicals for the characters that they look like', '⻋⽬⻓', '车目长'],
  ['compatibility ideographs', '\uf9b5', '\u4f8b'],
  ['half-width marks', '､｡', '、。'],
];

const different: [string, string, string][] = [
  ['words', '低空', '低空经济'],
  ['circled and plain digits', '①', '1'],
  ['raised and plain digits', 'm²', 'm2'],
  ['a full stop and a point', '。', '.'],
  ['commas of two kinds', '、', '，'],
  ['a control character and nothing', 'a\u0000b', 'ab'],
];

describe('folding', () => {
  test.each(same)('%s are one', (_, a, b) => {
    expect(fold(a).text).toBe(fold(b).text);
  });

  test.each(different)('%s are two', (_, a, b) => {
    expect(fold(a).text).not.toBe(fold(b).text);
  });

  test('leads back to each character that is left', () => {
    const text = ' 低\n空😀（A）';
    const { text: folded, at } = fold(text);
    expect(folded).toBe('低空😀（a）');
    expect([...at]).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('of a part is a part of the folded whole (property)', () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom('〔', '5', 'Ｇ', '+', '　', '\n', '𠮷', '经')),
    );
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (characters, a, b) => {
        const [from, to] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y);
        const part = fold(characters.slice(from, to).join('')).text;
        expect(fold(characters.join('')).text).toContain(part);
      }),
    );
  });
});

describe('grams', () => {
  const cases: [string, string, string][] = [
    ['', '', ''],
    ['空', '空', '空'],
    ['低空经济', '低空 空经 经济 济', '低空 空经 经济'],
    ['😀𠮷a', '😀𠮷 𠮷a a', '😀𠮷 𠮷a'],
  ];
  test.each(cases)('of “%s”', (text, whole, searched) => {
    expect(grams(text)).toBe(whole);
    expect(needle(text)).toEqual({ grams: searched, prefix: Array.from(text).length < 2 });
  });

  test('are parted by our blanks only: no other ASCII but letters and digits is in them (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(grams(fold(text).text).replace(/[^\p{ASCII}]/gu, '')).toMatch(/^[a-z0-9 ]*$/);
        expect(grams(fold(text).text).split(' ').filter(Boolean)).toHaveLength(Array.from(fold(text).text).length);
      }),
    );
  });
});
