import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { casesOf, parseCsv } from './csv.js';

describe('the reader of cases', () => {
  it.each<[string, string, string[][]]>([
    [
      'fields and lines',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a comma in quotes', 'a\n"1,2"\n', [['a'], ['1,2']]],
    ['a quote in quotes', 'a\n"他说""好"""', [['a'], ['他说"好"']]],
    ['a line end in quotes', 'a\n"甲\n乙"\n', [['a'], ['甲\n乙']]],
    [
      'empty fields',
      'a,b\n,2\n1,\n',
      [
        ['a', 'b'],
        ['', '2'],
        ['1', ''],
      ],
    ],
    ['empty lines, CRLF and a byte order mark', '\uFEFFa\r\n\r\n1\r\n', [['a'], ['1']]],
  ])('reads %s', (_name, text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });
});

describe.each(readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.csv')))('%s', (file) => {
  const cases = casesOf(file.replace(/\.csv$/, ''));

  it('has the five columns', () => {
    expect(Object.keys(cases[0] ?? {})).toEqual(['text', 'context', 'expected', 'tier', 'source']);
  });

  it('says of each case how hard it is and where it comes from', () => {
    expect(cases.filter((c) => !/^(plain|style|hard)$/.test(c['tier'] ?? '') || c['source'] === '')).toEqual([]);
  });

  it('has no case twice', () => {
    const keys = cases.map((c) => JSON.stringify([c['text'], c['context']]));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});
