import { describe, expect, test } from 'vitest';
import { isQuestion, parseQuery } from '../../../output/search/query.js';
import { largestFirst, tellingWords } from '../../../output/search/question.js';

const queries: [string, string[]][] = [
  ['低空经济', ['低空经济']],
  ['市工信局 招商', ['市工信局', '招商']],
  ['市工信局　招商', ['市工信局', '招商']],
  ['"低空 经济" 招商', ['低空 经济', '招商']],
  ['“低空 经济”', ['低空 经济']],
  ['建设“数字政府”工程', ['建设“数字政府”工程']],
  ['“甲”和“乙”', ['甲”和“乙']],
  ['政府”工', ['政府”工']],
  ['"没有右引号', ['"没有右引号']],
  ['“”', ['“”']],
  ['""', ['""']],
  ['。', ['。']],
  ['5G+', ['5G+']],
  ['招商 招商 ５Ｇ 5g', ['招商', '５Ｇ']],
  ['   ', []],
  ['\u200b', []],
  ['', []],
];

describe('a query', () => {
  test.each(queries)('“%s” is %j', (query, words) => {
    expect(parseQuery(query).map(({ text }) => text)).toEqual(words);
  });

  test('is looked at once however many quotation marks it has', () => {
    expect(parseQuery('"a'.repeat(500)).length).toBeGreaterThan(0);
  });
});

const questions: [string, boolean][] = [
  ['景德镇市工信局要完成哪些任务', true],
  ['谁牵头低空经济', true],
  ['what must 市工信局 do by 2027?', true],
  ['低空经济？', true],
  ['低空经济', false],
  ['各县（市、区）人民政府', false],
];

describe('a question', () => {
  test.each(questions)('“%s”: %s', (query, expected) => {
    expect(isQuestion(query)).toBe(expected);
  });

  const telling: [string, string[]][] = [
    ['what must 市工信局 do by 2027?', ['2027', '市工信局']],
    ['赣州市2020年哪些产业集群被评为良好？', ['2020', '良好', '赣州市', '集群']],
    ['哪些？', []],
  ];
  test.each(telling)('“%s” is about %j', (query, words) => {
    const found = tellingWords(query).map(({ text }) => text);
    expect(found).toEqual(expect.arrayContaining(words));
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found.length === 0).toBe(words.length === 0);
  });

  test('is answered with as many of its words as possible', () => {
    expect(largestFirst(['甲', '乙', '丙'])).toEqual([
      ['甲', '乙', '丙'],
      ['甲', '乙'],
      ['甲', '丙'],
      ['乙', '丙'],
      ['甲'],
      ['乙'],
      ['丙'],
    ]);
    expect(largestFirst([])).toEqual([]);
  });
});
