import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { describeInBrowser } from './support/chromium.js';
import { BrowserSite, fromDisk, PATIENT } from './support/site.js';

const NOTICES = join(import.meta.dirname, '../../../../shared/notices');

/** The form of the start page that leads to a list. */
const form = (page: Page, list: string): Locator => page.locator(`main form[action$="/${list}"]`).first();

/** Fills an input and, where a script offers names for it, waits for them: a question that the next page cuts off would count as failed. */
async function typed(page: Page, input: Locator, value: string): Promise<void> {
  const offers = (await input.getAttribute('list')) !== null;
  const isAnswer = (url: string): boolean => url.includes('/suggest') && new URL(url).searchParams.get('q') === value;
  const answered = offers ? page.waitForEvent('requestfinished', (request) => isAnswer(request.url())) : null;
  await input.fill(value);
  await answered;
}

/** What people come for, over the real notices: each in at most three steps from the start page. */
describeInBrowser('three tasks of policy staff', [NOTICES], () => {
  const site = new BrowserSite(() =>
    existsSync(NOTICES)
      ? readdirSync(NOTICES)
          .sort()
          .map((name) => fromDisk(join(NOTICES, name)))
      : [],
  );

  it.each([
    ['with script', true],
    ['without', false],
  ])('what 市工信局 of 景德镇 must do before 2027, read in the notice (%s)', async (_, javaScriptEnabled) => {
    const steps = await site.visit({ javaScriptEnabled, viewport: { width: 1280, height: 800 } }, async ({ page, faults }) => {
      await page.goto('/');
      const asking = form(page, 'obligations');
      await typed(page, asking.locator('[name=unit]'), '市工信局');
      await typed(page, asking.locator('[name=place]'), '景德镇');
      await asking.locator('[name=due_before]').fill('2026-12-31');
      await asking.locator('button').click();
      const task = page.getByRole('link', { name: /优化产业集群规划布局/ }).first();
      const row = page.getByRole('row').filter({ has: task });
      expect(await row.innerText()).toContain('市工信局');
      await task.click();
      await page.waitForURL(/\/notices\/[^/]+#/);
      const target = page.locator(':target');
      expect(await target.count()).toBe(1);
      // The browser goes to the words when it has laid the page out.
      await expect.poll(async () => (await target.boundingBox())?.y, PATIENT).toBeGreaterThanOrEqual(0);
      await expect.poll(async () => (await target.boundingBox())?.y, PATIENT).toBeLessThan(800);
      expect(await target.innerText()).toMatch(/规划布局/);
      expect(faults).toEqual([]);
      return 2;
    });
    expect(steps).toBeLessThanOrEqual(3);
  });

  it('which clusters of 赣州 were rated 良好 in 2020', async () => {
    const expected = await site.store.page('ratings', { place: '360700', year: 2020, grade: '良好' });
    const names = expected.records.map(({ subject }) => subject);
    expect(names).toHaveLength(3);
    await site.visit({}, async ({ page, faults }) => {
      await page.goto('/');
      const asking = form(page, 'ratings');
      await typed(page, asking.locator('[name=place]'), '赣州');
      await asking.locator('[name=year]').fill('2020');
      await asking.locator('[name=grade]').fill('良好');
      await asking.locator('button').click();
      await page.waitForURL(/\/ratings\?/);
      const rows = page.locator('table.records').last().locator('tbody tr');
      expect(await rows.count()).toBe(names.length);
      const shown = (await rows.allInnerTexts()).join('\n');
      for (const name of names) expect(shown).toContain(name);
      expect(faults).toEqual([]);
    });
  });

  it('the ten largest projects that start in 2021, as a workbook', async () => {
    const { records } = await site.store.page('projects', { startYear: 2021 }, { sort: '-investment_cny', limit: 10 });
    expect(records).toHaveLength(10);
    await site.visit({}, async ({ page, faults }) => {
      await page.goto('/');
      const asking = form(page, 'projects');
      await asking.locator('[name=start_year]').fill('2021');
      await asking.locator('[name=limit]').selectOption('10');
      await asking.locator('button').click();
      await page.waitForURL(/\/projects\?/);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'XLSX' }).click()]);
      expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
      const [sheet] = await readXlsxFile(await download.path());
      const rows = (sheet?.data ?? []).slice(1).map((row) => row.map(String));
      expect(rows).toHaveLength(10);
      for (const [i, { name, investment_cny }] of records.entries()) {
        expect(rows[i]).toContain(name);
        expect(rows[i]).toContain(String(investment_cny));
      }
      expect(faults).toEqual([]);
    });
  });
});
