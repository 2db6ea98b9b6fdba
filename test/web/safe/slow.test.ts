import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDriver, type Driver } from '../../../output/store/driver.js';
import { Memo } from '../../../output/store/memo.js';
import { openPool } from '../../../output/store/pool.js';
import { whileWanted } from '../../../output/index.js';
import { ApiError } from '../../../web/api/errors.js';
import { watchdog } from '../../../web/guard/watchdog.js';
import type { Env } from '../../../web/site.js';

/** It would count for hours. */
const ENDLESS = 'with recursive n(x) as (select 1 union all select x + 1 from n where x < 1e12) select count(*) as count from n';

describe('a question that takes too long', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-slow-'));
  const path = join(folder, 'store.db');
  let pool: Driver;

  beforeAll(async () => {
    const made = await openDriver(path, { readOnly: false });
    await made.exec('create table t (x)');
    await made.close();
    pool = await openPool(path, 2);
  });
  afterAll(async () => {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const site = (longest: number): Hono<Env> => {
    const app = new Hono<Env>();
    app.use(watchdog(longest));
    app.get('/slow', async (c) => c.json(await pool.all(ENDLESS)));
    app.get('/fast', async (c) => c.json(await pool.all('select 1 as one')));
    app.onError((error, c) => (error instanceof ApiError ? c.json({ code: error.code }, error.status) : c.text('?', 500)));
    return app;
  };

  it('is answered with 503, and ended in the database, so that its connection is free again', async () => {
    // As many as there are connections, and one that waits for one of them.
    const slow = await Promise.all(['/slow', '/slow', '/slow'].map(async (address) => site(60).request(address)));
    expect(slow.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(await slow[0]?.json()).toEqual({ code: 'too_slow' });
    const after = await Promise.all(['/fast', '/fast', '/fast'].map(async (address) => site(60_000).request(address)));
    expect(after.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('does not end what others ask', async () => {
    const given = new AbortController();
    const slow = whileWanted(given.signal, () => pool.all(ENDLESS));
    const other = whileWanted(new AbortController().signal, () =>
      pool.all(
        'with recursive n(x) as (select 1 union all select x + 1 from n where x < 300000) select count(*) as count from n',
      ),
    );
    given.abort();
    await expect(slow).rejects.toMatchObject({ name: 'StoreError', code: 'given_up' });
    expect(await other).toEqual([{ count: 300_000 }]);
  });

  it('that several wait for is asked anew by those who still want it', async () => {
    const memo = new Memo(pool);
    const given = new AbortController();
    let times = 0;
    const work = () => pool.all(times++ === 0 ? ENDLESS : 'select 2 as two');
    const first = whileWanted(given.signal, () => memo.answer(['q'], work));
    const second = whileWanted(new AbortController().signal, () => memo.answer(['q'], work));
    // Both have asked once it has begun.
    await expect.poll(() => times).toBe(1);
    given.abort();
    await expect(first).rejects.toMatchObject({ code: 'given_up' });
    expect(await second).toEqual([{ two: 2 }]);
  });
});
