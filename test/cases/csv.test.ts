import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { casesOf } from './csv.js';

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
