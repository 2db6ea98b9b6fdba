import { linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { collect, Session } from '../../intake/index.js';
import { openStore } from '../../output/index.js';
import { table } from '../table.js';
import { FORMATS, noticeFiles } from './files.js';

/** What stands after so many files. */
interface Sample {
  files: number;
  /** resident memory, MB */
  rss: number;
  seconds: number;
}

/** Of each format so many different files; more are the same ones under other names. */
const DIFFERENT = { txt: 1200, docx: 300, pdf: 60 };
const JOBS = 2;

/** Ingests so many files of mixed formats with two threads into a store and samples the memory of the process; prints the curve. */
export async function memoryCurve(count: number): Promise<Sample[]> {
  const pools = await Promise.all(FORMATS.map((format) => noticeFiles(format, Math.min(DIFFERENT[format], count))));
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-bench-memory-'));
  try {
    return await ingestAll(lay(pools, count, join(folder, 'files')), join(folder, 'store.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lays the files out in a folder, formats in turn. */
function lay(pools: readonly (readonly string[])[], count: number, folder: string): string {
  mkdirSync(folder);
  for (let n = 0; n < count; n += 1) {
    const pool = pools[n % pools.length] ?? [];
    const file = pool[Math.floor(n / pools.length) % pool.length] ?? '';
    linkSync(file, join(folder, `${String(n).padStart(6, '0')}${extname(file)}`));
  }
  return folder;
}

async function ingestAll(folder: string, path: string): Promise<Sample[]> {
  const { inputs } = await collect([folder], { store: null, prefix: null });
  const store = await openStore(path);
  const session = await Session.open({ jobs: JOBS, timeoutMs: 600_000, force: false, ocr: false, gazetteer: null });
  const samples: Sample[] = [];
  const begun = performance.now();
  let [taken, highest] = [0, 0];
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 50);
  const sample = (): void => {
    samples.push({ files: taken, rss: highest / 1e6, seconds: (performance.now() - begun) / 1000 });
    highest = 0;
  };
  await session.take(inputs, store, () => {
    taken += 1;
    if (taken % Math.max(1, Math.floor(inputs.length / 20)) === 0) sample();
  });
  // what comes after the last file: links over the whole store
  sample();
  clearInterval(watch);
  await session.close();
  await store.close();
  const rows = samples.map(({ files, rss, seconds }) => [String(files), rss.toFixed(0), seconds.toFixed(0)]);
  console.log(
    `${table(['files', 'highest memory since the line above, MB', 'seconds'], rows)}\n\npeak: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
  );
  return samples;
}
