import { describe, expect, it } from 'vitest';
import { languageOf } from '../../cli/kit/language.js';
import { shortNumber } from '../../cli/kit/words.js';

describe('numbers for people', () => {
  it.each([
    [1300000000, '13亿'],
    [5000000000000, '5万亿'],
    [300000, '30万'],
    [12345, '12345'],
    [123456789, '123456789'],
    [0.5, '0.5'],
    [0, '0'],
    [-20000, '-2万'],
  ])('%d is %s', (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });
});

describe('the language of messages', () => {
  it.each([
    [['notices', '--lang', 'zh'], {}, 'zh'],
    [['notices', '--lang=zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
    [['notices', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['notices'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [['notices'], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [['notices'], {}, 'en'],
    [['show', '--', '--lang', 'zh'], {}, 'en'],
  ] as const)('%j with %j is %s', (argv, env, lang) => {
    expect(languageOf([...argv], env)).toBe(lang);
  });
});
