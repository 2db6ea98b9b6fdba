import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import LEAST from '../../scripts/required-figures.json' with { type: 'json' };
import { exportStore, openStore } from '../../output/index.js';
import { loadTools, runPipeline } from '../../pipeline/index.js';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const notices = join(shared, 'notices');
const scorer = join(shared, 'eval/score.mjs');
const there = existsSync(notices) && existsSync(scorer);

it.skipIf(!there)(
  `the real notices reach the required figures${there ? '' : ' (skipped: they are kept beside the repository, and are not here)'}`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongbao-golden-'));
    try {
      const store = await openStore(join(folder, 'store.db'));
      try {
        const tools = await loadTools();
        for (const file of (await readdir(notices)).sort())
          await store.put(await runPipeline(await readFile(join(notices, file)), { path: file }, tools));
        await store.link();
        await exportStore(store, { format: 'jsonl', outDir: join(folder, 'export') });
      } finally {
        await store.close();
      }
      const minima = Object.entries(LEAST).flatMap(([key, least]) => ['--min', `${key}=${least}`]);
      const run = spawnSync(process.execPath, [scorer, join(folder, 'export'), ...minima], { encoding: 'utf8' });
      expect(run.status, `${run.stdout}${run.stderr}`).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
