import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { HOSTILE, HOSTILE_FILE, HOSTILE_TABLE, IN_ARCHIVE } from '../support.js';
import { axeFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { BrowserSite, fromDisk, PATIENT, type Given, type Visit } from './support/site.js';

const SAMPLES = join(import.meta.dirname, '../../../corpus/samples');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function given(): Given[] {
  return [
    ...['clusters.txt', 'figures.docx', 'joint.txt', 'plan.docx'].map((name) => fromDisk(join(SAMPLES, name))),
    { path: HOSTILE_FILE, bytes: bytes(HOSTILE) },
    { path: '项目清单.csv', bytes: bytes(HOSTILE_TABLE) },
    // Two versions of one file: the second takes the place of the first.
    { path: '低空.txt', bytes: bytes(IN_ARCHIVE) },
    { path: '低空.txt', bytes: bytes(IN_ARCHIVE.replace('50家', '80家')) },
  ];
}

/** Every kind of page; what stands in braces is looked up in the store. */
const ADDRESSES = [
  '/',
  '/?lang=en',
  '/search?q=产业集群',
  '/search?q=没有的东西',
  '/obligations',
  '/obligations?unit=市工信局&lang=en',
  '/notices',
  '/notices/{hostile}',
  '/notices/{joint}?lang=en',
  '/notices/{changed}/versions/1',
  '/clusters',
  '/clusters/{cluster}',
  '/ratings',
  '/ratings?year=1999',
  '/targets',
  '/targets?indicator=万元工业增加值用水量',
  '/projects',
  '/observations',
  '/observations?table={table}',
  '/observations?table={table}&rows=indicator&columns=area&lang=en',
  '/names/360200',
  '/reconcile/preview/360200',
  '/findings?lang=en',
  '/unresolved',
  '/docs',
];
const MISSING = ['/nothing', '/notices/nothing', '/ratings?year=x', '/ratings?place=朝阳区'];

describeInBrowser('pages in a browser', [], () => {
  const site = new BrowserSite(given);

  async function addressOf(pattern: string): Promise<string> {
    const { records } = await site.store.page('notices', {}, { limit: 50 });
    const noticeOf = (file: string): string => records.find((notice) => notice.file === file)?.id ?? '';
    const [entity] = (await site.store.linkPage('cluster_entities', { limit: 1 })).records;
    const [table] = await site.store.totals('observations', {}, ['table'], { limit: 1 });
    const known: Record<string, string> = {
      hostile: noticeOf(HOSTILE_FILE),
      joint: noticeOf('joint.txt'),
      changed: noticeOf('低空.txt'),
      cluster: entity?.id ?? '',
      table: String(table?.values[0] ?? ''),
    };
    return encodeURI(pattern).replace(/%7B(\w+)%7D/g, (_, name: string) => {
      const value = known[name] ?? '';
      if (value === '') throw new Error(`the store has no ${name}`);
      return encodeURIComponent(value);
    });
  }

  const telephone = (): Promise<Visit> => site.stay({ viewport: { width: 360, height: 740 } });
  const desk = (): Promise<Visit> => site.stay({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
  let visits: { telephone: Visit; desk: Visit };
  beforeAll(async () => {
    visits = { telephone: await telephone(), desk: await desk() };
  });

  /** Looks at a page as a telephone shows it: what goes wrong in it, and how much wider than the screen it is, in pixels. */
  async function onTelephone(
    address: string,
  ): Promise<{ ok: boolean | undefined; tooWide: unknown; title: string; faults: string[] }> {
    const { page, context, faults } = visits.telephone;
    // The language that an address has asked for is kept in one.
    await context.clearCookies();
    faults.length = 0;
    const answer = await page.goto(address);
    const tooWide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    return { ok: answer?.ok(), tooWide, title: await page.title(), faults: [...faults] };
  }

  async function seriousFaults(address: string): Promise<string[]> {
    const { page, context } = visits.desk;
    await context.clearCookies();
    await page.goto(address);
    return axeFaults(page);
  }

  it.each([...ADDRESSES, ...MISSING])(
    '%s: no fault, no sideways scroll on a telephone, nothing serious that axe knows',
    async (pattern) => {
      const address = await addressOf(pattern);
      const [{ ok, tooWide, title, faults }, serious] = await Promise.all([onTelephone(address), seriousFaults(address)]);
      const missing = MISSING.includes(pattern);
      // The browser says of an error page that it is one.
      const own = missing ? [/^4\d\d: /, /^console: Failed to load resource/] : [];
      expect(faults.filter((fault) => !own.some((known) => known.test(fault)))).toEqual([]);
      expect({ ok, tooWide, serious }).toEqual({ ok: !missing, tooWide: 0, serious: [] });
      expect(title).toMatch(/\S/);
    },
  );

  it('runs nothing that a notice has written', async () => {
    await site.visit({}, async ({ page, faults }) => {
      page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
      await page.goto(await addressOf('/notices/{hostile}'));
      expect(await page.evaluate('document.querySelectorAll("main script, main [onerror]").length')).toBe(0);
      expect(await page.locator('h1').innerText()).toMatch(/<script>alert.*title.*<\/script>/);
      expect(faults).toEqual([]);
    });
  });

  it('charts are drawn, in a size for the page and one for a telephone', async () => {
    for (const [width, drawn] of [
      [1280, 760],
      [360, 340],
    ] as const) {
      await site.visit({ viewport: { width, height: 800 } }, async ({ page, faults }) => {
        await page.goto(await addressOf('/observations?table={table}'));
        const picture = page.locator('figure.chart img');
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => page.evaluate('document.querySelector("figure.chart img").naturalWidth'), PATIENT).toBe(drawn);
        expect(await picture.getAttribute('alt')).toMatch(/\d/);
        expect(faults).toEqual([]);
      });
    }
  });

  it('the keyboard reaches the text and the search', async () => {
    await site.visit({}, async ({ page, faults }) => {
      await page.goto('/ratings');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      await page.goto('/ratings');
      const search = 'document.activeElement.matches("input[type=search]")';
      for (let i = 0; i < 6 && !(await page.evaluate(search)); i++) await page.keyboard.press('Tab');
      expect(await page.evaluate(search)).toBe(true);
      await page.keyboard.type('产业集群');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?/);
      expect(new URL(page.url()).searchParams.get('q')).toBe('产业集群');
      expect(faults).toEqual([]);
    });
  });

  it('the language changes, and the address stays', async () => {
    await site.visit({}, async ({ page, faults }) => {
      const lang = (): Promise<string | null> => page.locator('html').getAttribute('lang');
      await page.goto(encodeURI('/ratings?year=2025&grade=优秀'));
      expect(await lang()).toBe('zh-CN');
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL(/lang=en/);
      const { pathname, searchParams } = new URL(page.url());
      expect([pathname, searchParams.get('year'), searchParams.get('grade')]).toEqual(['/ratings', '2025', '优秀']);
      expect(await lang()).toBe('en');
      await page.goto('/projects');
      expect(await lang()).toBe('en');
      expect(faults).toEqual([]);
    });
    await site.visit({ locale: 'en-GB' }, async ({ page }) => {
      await page.goto('/');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
  });
});
