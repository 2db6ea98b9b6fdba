import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGazetteer } from '../../../corpus/gazetteer.js';
import { createResolver } from '../../../names/index.js';
import { openStore } from '../../../output/index.js';
import { loadTools, runPipeline } from '../../../pipeline/index.js';
import type { Site, SiteSettings } from '../../../web/index.js';

const root = join(import.meta.dirname, '../../..');
const SAMPLES = join(root, 'corpus/samples');
/** The real notices stand beside the repository where it is developed and tested. */
export const NOTICES = join(root, '../shared/notices');
export const hasNotices = existsSync(NOTICES);

export interface Given {
  path: string;
  bytes: Uint8Array;
}

export function sample(name: string): Given {
  return { path: name, bytes: readFileSync(join(SAMPLES, name)) };
}

export function text(path: string, words: string): Given {
  return { path, bytes: new TextEncoder().encode(words) };
}

/** The real notices; none where they are not there. */
export function realNotices(): Given[] {
  if (!hasNotices) return [];
  return readdirSync(NOTICES).map((name) => ({ path: name, bytes: readFileSync(join(NOTICES, name)) }));
}

/** A site over a store of these files, put in one after another; `close` when done. */
export async function siteOf(
  files: readonly Given[],
  settings: Partial<SiteSettings> = {},
): Promise<{ site: Site; failures: unknown[]; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-pages-'));
  const path = join(folder, 'store.db');
  const tools = await loadTools();
  const store = await openStore(path);
  for (const file of files) await store.put(await runPipeline(file.bytes, { path: file.path }, tools));
  await store.link();
  await store.close();
  const [zh, en] = await Promise.all([openStore(path, { readOnly: true }), openStore(path, { readOnly: true, lang: 'en' })]);
  const failures: unknown[] = [];
  const site: Site = {
    stores: { zh, en },
    resolver: createResolver(loadGazetteer()),
    settings: { basePath: '', token: null, originals: [], lang: 'zh', version: '0.0.0-test', ...settings },
    today: () => '2026-11-28',
    log: () => undefined,
    failed: (error) => failures.push(error),
  };
  return {
    site,
    failures,
    async close() {
      await zh.close();
      await en.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
