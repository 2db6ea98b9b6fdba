import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { exportStore, openStore } from '../../output/index.js';
import { InputRefused, runPipeline, type PipelineTools } from '../../pipeline/index.js';

const figuresSchema = z.record(z.string(), z.number());
/** What the scorer prints: `clusters.f1` and the like. */
export type Figures = z.infer<typeof figuresSchema>;

/**
 * Scores the files of a folder that end in `ending` against the gold beside the scorer. Where `misses` names a file,
 * what was missed, extra or wrong is written there. A refused file is told on standard error and missed whole.
 */
export async function scoreFolder(
  tools: PipelineTools,
  scorer: string,
  folder: string,
  ending: string,
  misses: string | null,
): Promise<Figures> {
  const work = mkdtempSync(join(tmpdir(), 'gongbao-variants-score-'));
  try {
    const store = await openStore(join(work, 'store.db'));
    try {
      for (const file of readdirSync(folder).sort()) {
        if (!file.endsWith(ending)) continue;
        try {
          await store.put(await runPipeline(readFileSync(join(folder, file)), { path: file }, tools));
        } catch (error) {
          if (!(error instanceof InputRefused)) throw error;
          console.error(`refused ${file}: ${error.message}`);
        }
      }
      await store.link();
      await exportStore(store, { format: 'jsonl', outDir: join(work, 'out') });
    } finally {
      await store.close();
    }
    if (misses !== null) writeFileSync(misses, runScorer(scorer, join(work, 'out'), '--misses'));
    return figuresSchema.parse(JSON.parse(runScorer(scorer, join(work, 'out'), '--json')));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function runScorer(scorer: string, exported: string, flag: string): string {
  const run = spawnSync(process.execPath, [scorer, exported, flag], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.status !== 0) throw new Error(`the scorer failed\n${run.stderr}`);
  return run.stdout;
}
