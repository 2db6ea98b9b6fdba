import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../output/index.js';
import { openDriver } from '../../output/store/driver.js';

const folder = mkdtempSync(join(tmpdir(), 'gongbao-links-'));
const store = join(folder, 'store.db');

beforeAll(async () => (await openStore(store)).close());
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  'select * from cluster_entities where id in (select m.id from cluster_entities_mentions as m where m.cluster_id in (?, ?))',
  'select * from cluster_entities where id = ?',
  'select * from citation_links where notice_id in (?) or cited_id in (?)',
  'select * from attachment_links where notice_id in (?) or attachment_id in (?)',
])('finds links without looking at all of them: %s', async (query) => {
  const driver = await openDriver(store, { readOnly: true });
  const plan = (await driver.all(`explain query plan ${query}`)).map(({ detail }) => String(detail));
  await driver.close();
  expect(plan.filter((step) => /^SCAN [rc]\b/.test(step))).toEqual([]);
  expect(plan.some((step) => step.startsWith('SEARCH r USING'))).toBe(true);
});
