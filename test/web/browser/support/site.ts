import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { loadGazetteer } from '../../../../corpus/gazetteer.js';
import { createResolver } from '../../../../names/index.js';
import { openStore, type Store } from '../../../../output/index.js';
import { loadTools, runPipeline } from '../../../../pipeline/index.js';
import { listen } from '../../../../web/index.js';
import { chromiumPath } from './chromium.js';
import { watched } from './faults.js';

/** How long a page may take where a whole suite runs beside it. */
export const PATIENT = { timeout: 30_000 };

/** A page of a browser, and what went wrong in it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

/** A file that goes into the store. */
export interface Given {
  path: string;
  bytes: Uint8Array;
}

export const fromDisk = (path: string): Given => ({ path: basename(path), bytes: readFileSync(path) });

/** A site over a store of some files, on a free port, with one browser for a file of tests. `given` is asked for when the tests begin. */
export class BrowserSite {
  /** the day that the site takes for today */
  static readonly TODAY = '2026-11-28';
  readonly #folder = mkdtempSync(join(tmpdir(), 'gongbao-browser-'));
  readonly #closing: (() => Promise<unknown>)[] = [];
  #browser: Browser | null = null;
  #store: Store | null = null;
  /** where the site stands, without a slash at the end */
  base = '';

  constructor(given: () => readonly Given[]) {
    beforeAll(async () => {
      const path = await this.#filled(given());
      const [zh, en, browser] = await Promise.all([this.#open(path, 'zh'), this.#open(path, 'en'), launched()]);
      [this.#store, this.#browser] = [zh, browser];
      this.#closing.push(() => browser.close());
      const site = {
        ...{
          stores: { zh, en },
          resolver: createResolver(loadGazetteer()),
          today: () => BrowserSite.TODAY,
          log: () => undefined,
        },
        settings: { basePath: '', token: null, originals: [], lang: 'zh' as const, version: '0.0.0-test' },
        failed: (error: unknown) => process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`),
      };
      const server = await listen(site, { host: '127.0.0.1', port: 0 });
      this.#closing.push(() => server.close());
      this.base = `http://127.0.0.1:${server.port}`;
    }, 120_000);
    afterAll(async () => {
      for (const close of this.#closing.reverse()) await close();
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  get store(): Store {
    if (!this.#store) throw new Error('the store is not there yet');
    return this.#store;
  }

  /** A new page in a profile of its own; `use` is given it, and it is closed whatever comes. */
  async visit<T>(options: BrowserContextOptions, use: (visit: Visit) => Promise<T>): Promise<T> {
    const visit = await this.#newVisit(options);
    try {
      return await use(visit);
    } finally {
      await visit.context.close();
    }
  }

  /** A page for many visits, until the tests of the file have ended: making a profile takes longer than looking at a page. */
  async stay(options: BrowserContextOptions): Promise<Visit> {
    const visit = await this.#newVisit(options);
    this.#closing.push(() => visit.context.close());
    return visit;
  }

  async #newVisit(options: BrowserContextOptions): Promise<Visit> {
    if (!this.#browser) throw new Error('the browser is not there yet');
    const context = await this.#browser.newContext({ baseURL: this.base, locale: 'zh-CN', acceptDownloads: true, ...options });
    const faults = await watched(context, this.base);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENT.timeout);
    return { page, context, faults };
  }

  async #filled(files: readonly Given[]): Promise<string> {
    const path = join(this.#folder, 'store.db');
    const tools = await loadTools();
    const store = await openStore(path);
    for (const file of files) await store.put(await runPipeline(file.bytes, { path: file.path }, tools));
    await store.link();
    await store.close();
    return path;
  }

  async #open(path: string, lang: 'zh' | 'en'): Promise<Store> {
    const store = await openStore(path, { readOnly: true, lang });
    this.#closing.push(() => store.close());
    return store;
  }
}

/** The sandbox of Chromium needs rights that containers do not give; all pages are our own. */
function launched(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('there is no Chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
