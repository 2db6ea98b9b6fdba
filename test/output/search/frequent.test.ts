import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../output/index.js';
import { expressionOf } from '../../../output/search/expression.js';
import { spellings } from '../../../output/search/fold.js';
import { latestHolding } from '../../../output/search/frequent.js';
import { parseQuery } from '../../../output/search/query.js';
import { queryBuilder } from '../../../output/store/dialect.js';
import { openDriver, type Driver } from '../../../output/store/driver.js';
import type { IngestedNotice } from '../../../schemas/index.js';
import { input, notice, scratch } from '../fixture.js';

/** Every tenth notice has no comma in its text, every tenth one among its recipients only, every tenth an ASCII one. */
function made(n: number): IngestedNotice {
  const one = notice(`第${n}`);
  const text = (comma: string): IngestedNotice => ({
    ...one,
    head: { ...one.head, text: one.head.text.replaceAll('，', comma) },
  });
  if (n % 10 === 3) return text('；');
  if (n % 10 === 4) return { ...text('；'), head: { ...text('；').head, recipients: ['各县，各区'] } };
  return n % 10 === 5 ? text(',') : one;
}

/** The keys that the index gives, the latest first. */
async function indexed(driver: Driver, query: string, before: number | null, limit: number): Promise<number[]> {
  const rows = await driver.all(
    'select rowid as pk from notices_search where notices_search match ? and rowid < ? order by rowid desc limit ?',
    [expressionOf(parseQuery(query), 'body'), before ?? Number.MAX_SAFE_INTEGER, limit],
  );
  return rows.map(({ pk }) => Number(pk));
}

describe('a single character that most notices hold', () => {
  test('is found by reading as the index finds it', async () => {
    const path = join(await scratch(), 'store.db');
    const store = await openStore(path);
    await store.put(...Array.from({ length: 160 }, (_, n) => input(`${n}.txt`, { notices: [made(n)] })));
    await store.close();
    const driver = await openDriver(path, { readOnly: true });
    const held = (query: string, before: number | null, limit: number): Promise<number[] | null> =>
      latestHolding(queryBuilder(driver), parseQuery(query), { before, limit });
    const cases: [query: string, before: number | null, limit: number, found: number][] = [
      ['，', null, 100, 100],
      ['，', 120, 50, 50],
      ['，', null, 1001, 144],
      [',', 60, 3, 3],
      // in no name, and at the end of a line
      ['招', null, 20, 20],
      // in every name, so in no text alone
      ['文', null, 20, 0],
    ];
    for (const [query, before, limit, found] of cases) {
      const keys = await held(query, before, limit);
      expect(keys, query).toEqual(await indexed(driver, query, before, limit));
      expect(keys, query).toHaveLength(found);
    }
    expect(await held('县', null, 20)).toBeNull();
    expect(await held('招商', null, 20)).toBeNull();
    expect(await held('招 商', null, 20)).toBeNull();
    await driver.close();
  });
});

test('the spellings of a character are those that fold to it', () => {
  expect(spellings('，')).toEqual(expect.arrayContaining(['，', ',', '﹐']));
  expect(spellings('a')).toEqual(['a', 'A', 'Ａ', 'ａ']);
  expect(spellings('县')).toEqual(['县']);
  expect(spellings('𠮷')).toEqual(['𠮷']);
  expect(spellings('�')).toEqual([]);
});
