import { spawn } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { table } from '../table.js';
import { buildChild } from './built.js';
import { FORMATS, made, noticeFiles } from './files.js';

const sampleSchema = z.object({
  files: z.number(),
  /** the highest resident memory since the sample before, bytes */
  rss: z.number(),
  /** the highest of all, as the system counts it, bytes */
  peak: z.number(),
  seconds: z.number(),
});
type Sample = z.infer<typeof sampleSchema>;

/** Of each format so many different files; more are the same ones under other names. */
const DIFFERENT = { txt: 1200, docx: 300, pdf: 60 };

/** Ingests so many files of mixed formats with two threads into a store and samples the memory of the process; prints the curve. */
export async function memoryCurve(count: number): Promise<Sample[]> {
  const pools: string[][] = [];
  for (const format of FORMATS) pools.push(await noticeFiles(format, Math.min(DIFFERENT[format], count)));
  // beside the made files, so that they can be linked instead of copied
  const folder = mkdtempSync(join(dirname(made), 'memory-'));
  try {
    const samples = await samplesOf(lay(pools, count, join(folder, 'files')), join(folder, 'store.db'));
    const rows = samples.map(({ files, rss, seconds }) => [String(files), (rss / 1e6).toFixed(0), seconds.toFixed(0)]);
    console.log(table(['files', 'highest memory since the line above, MB', 'seconds'], rows));
    console.log(`\npeak: ${((samples.at(-1)?.peak ?? 0) / 1e6).toFixed(0)} MB`);
    return samples;
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

/** What the ingesting process tells, as it tells it. */
async function samplesOf(folder: string, store: string): Promise<Sample[]> {
  const child = spawn(process.execPath, [join(dirname(buildChild()), 'memory-child.js'), folder, store], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const samples: Sample[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    samples.push(sampleSchema.parse(JSON.parse(line)));
    console.error(line);
  }
  return samples;
}
