import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../output/search/fold.js';
import { passagesOf } from '../../../output/search/passages.js';

const show = (text: string, ...words: string[]): string[] =>
  passagesOf(
    text,
    words.map((word) => fold(word).text),
    { field: 'text', offset: 0, limit: 3 },
  ).map((passage) => {
    let shown = '';
    let at = 0;
    for (const { start, end } of passage.marks) {
      shown += `${passage.text.slice(at, start)}【${passage.text.slice(start, end)}】`;
      at = end;
    }
    return shown + passage.text.slice(at);
  });

const cases: [string, string, string[], string[]][] = [
  ['a word in its line', '一\n发展低空经济产业\n二', ['低空经济'], ['发展【低空经济】产业']],
  ['a word with white space in it', '发展低 空\n经济产业', ['低空经济'], ['发展【低 空\n经济】产业']],
  ['another bracket', '洪府发[2021]14号', ['〔2021〕14号'], ['洪府发【[2021]14号】']],
  ['two words near each other', '市工信局负责招商', ['招商', '市工信局'], ['【市工信局】负责【招商】']],
  ['words that overlap', '产业集群', ['产业集', '业集群'], ['【产业集群】']],
  [
    'the passage with more words first',
    `招商${'。'.repeat(300)}市工信局招商`,
    ['市工信局', '招商'],
    [`${'。'.repeat(40)}【市工信局】【招商】`, `【招商】${'。'.repeat(40)}`],
  ],
  ['a pair beside the edge is not cut', `${'😀'.repeat(30)}经济`, ['经济'], [`${'😀'.repeat(20)}【经济】`]],
  ['a single character', '经济', ['济'], ['经【济】']],
  ['nothing', '经济', ['发展'], []],
];

describe('passages', () => {
  test.each(cases)('%s', (_, text, words, expected) => {
    expect(show(text, ...words)).toEqual(expected);
  });

  test('are words of the text, and their marks are what was looked for (property)', () => {
    const text = fc.string({ unit: fc.constantFrom('经', '济', ' ', '\n', 'A', 'Ａ', '(', '〔', '𠮷') });
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        const wanted = fold(word).text;
        fc.pre(wanted !== '');
        const whole = before + word + after;
        const found = passagesOf(whole, [wanted], { field: 'text', offset: 0, limit: 100 });
        expect(found.length).toBeGreaterThan(0);
        for (const { text: shown, start, end, marks } of found) {
          expect(whole.slice(start ?? 0, end ?? 0)).toBe(shown);
          for (const mark of marks) expect(fold(shown.slice(mark.start, mark.end)).text).toContain(wanted);
        }
      }),
    );
  });
});
