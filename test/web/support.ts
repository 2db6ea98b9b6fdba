import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStore, type Store } from '../../output/index.js';
import { loadTools, runPipeline } from '../../pipeline/index.js';
import { createResolver } from '../../names/index.js';
import { loadGazetteer } from '../../corpus/gazetteer.js';
import { createApp, type RequestLog, type Site, type SiteSettings } from '../../web/index.js';
import { zipSync } from 'fflate';
import type { Document, Ingested } from '../../schemas/index.js';
import { input, notice } from '../output/fixture.js';

const SAMPLES = join(import.meta.dirname, '../../corpus/samples');

/** A notice whose title, cells and file name hold what a browser or a spreadsheet would run. */
export const HOSTILE_FILE = '坏"><img src=x onerror=alert(1)><script>alert(2).txt';
export const HOSTILE = `景德镇市人民政府关于<script>alert("title")</script>工作的通知
景府发〔2026〕9号

各县（市、区）人民政府：
    现将有关事项通知如下，联系人手机13812345678。
一、重点任务
（一）抓好<img src=x onerror=alert(3)>招商。到2026年底前，引进项目30个。（市工信局牵头，市发展改革委配合）
（二）=HYPERLINK("http://example.com","看")建设厂房。（市工信局牵头，各县（市、区）政府负责）

景德镇市人民政府
2026年2月3日
`;

/** A table with a cell of the same kind. */
export const HOSTILE_TABLE = `序号,项目名称,总投资（万元）,建设年限
1,<script>alert("cell")</script>一期,100,2025-2026
2,"=HYPERLINK(""http://example.com"",""看"")",200,2025-2027
`;

/** A notice in an archive. */
export const IN_ARCHIVE = `赣州市人民政府关于做好低空经济工作的通知
赣市府发〔2026〕3号

各县（市、区）人民政府：
    根据《景德镇市人民政府通知》（景府发〔2026〕9号）要求，到2027年，低空经济企业达到50家以上。（市发展改革委牵头）

赣州市人民政府
2026年5月6日
`;

const encoder = new TextEncoder();

/** The bytes of a file that a browser opens by itself. */
export const PDF = encoder.encode('%PDF-1.4\n%%EOF\n');

/** A file whose records are made up, one of each type; `linkedFiles` are those that it offers. */
function madeUp(path: string, bytes: Uint8Array, name: string, linkedFiles: Document['linkedFiles']): Ingested {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = input(path, { input: { path, file, sha256, bytes: bytes.length }, notices: [notice(name)] });
  return { ...made, document: { ...made.document, linkedFiles } };
}

/** What is read by the pipeline, by path below the folder of originals. */
function files(): [path: string, bytes: Uint8Array][] {
  return [
    ['clusters.txt', readFileSync(join(SAMPLES, 'clusters.txt'))],
    [`通知/${HOSTILE_FILE}`, encoder.encode(HOSTILE)],
    ['项目清单.csv', encoder.encode(HOSTILE_TABLE)],
  ];
}

/** One store for a file of tests, with a site over it and the folder that it was made from. */
export class TestSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'gongbao-web-'));
  readonly originals = join(this.folder, 'originals');
  readonly path = join(this.folder, 'store.db');
  readonly heard: RequestLog[] = [];
  readonly failures: unknown[] = [];
  #stores: Site['stores'] | null = null;

  constructor() {
    beforeAll(() => this.#fill());
    afterAll(async () => {
      for (const store of Object.values(this.stores)) await store.close();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  get stores(): Site['stores'] {
    if (!this.#stores) throw new Error('the store is not there yet');
    return this.#stores;
  }

  async #fill(): Promise<void> {
    const tools = await loadTools();
    const store = await openStore(this.path);
    // One of them had other words before.
    const former = readFileSync(join(SAMPLES, 'clusters.txt'), 'utf8').replace('优秀', '良好');
    await store.put(await runPipeline(encoder.encode(former), { path: 'clusters.txt' }, tools));
    for (const [path, bytes] of files()) {
      this.#write(path, bytes);
      await store.put(await runPipeline(bytes, { path }, tools));
    }
    const offered = [{ title: '附件', href: '乙.pdf', path: '乙.pdf' }];
    for (const [path, name] of [
      ['图/甲.pdf', '甲'],
      ['乙.pdf', '乙'],
    ] as const) {
      this.#write(path, PDF);
      await store.put(madeUp(path, PDF, name, name === '甲' ? offered : []));
    }
    const inside = encoder.encode(IN_ARCHIVE);
    this.#write('归档.zip', zipSync({ '低空/通知.txt': inside }));
    await store.put(await runPipeline(inside, { path: '归档.zip/低空/通知.txt' }, tools));
    await store.link();
    await store.close();
    const [zh, en] = await Promise.all([this.#open('zh'), this.#open('en')]);
    this.#stores = { zh, en };
  }

  #open(lang: 'zh' | 'en'): Promise<Store> {
    return openStore(this.path, { readOnly: true, lang });
  }

  /** Another program takes a file into the store. */
  async changeStore(): Promise<void> {
    const store = await openStore(this.path);
    await store.put(madeUp('丙.pdf', PDF, '丙', []));
    await store.link();
    await store.close();
  }

  #write(path: string, bytes: Uint8Array): void {
    const at = join(this.originals, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }

  site(settings: Partial<SiteSettings> = {}, changes: Partial<Site> = {}): Site {
    return {
      stores: this.stores,
      resolver: createResolver(loadGazetteer()),
      settings: { basePath: '', token: null, originals: [], lang: 'zh', version: '0.0.0-test', ...settings },
      today: () => '2026-11-28',
      log: (entry) => this.heard.push(entry),
      failed: (error) => this.failures.push(error),
      ...changes,
    };
  }

  /** Asks a site with these settings; the app is made anew for each set of them. */
  asker(
    settings: Partial<SiteSettings> = {},
    changes: Partial<Site> = {},
  ): (path: string, init?: RequestInit) => Promise<Response> {
    const app = createApp(this.site(settings, changes));
    return async (path, init) => app.request(path, init);
  }
}
