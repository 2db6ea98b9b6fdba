import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { exportStore, openStore } from '../../output/index.js';
import { loadTools, runPipeline } from '../../pipeline/index.js';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const notices = join(shared, 'notices');
const scorer = join(shared, 'eval/score.mjs');
const there = existsSync(notices) && existsSync(scorer);

/** The least that five real notices must reach, as the first issue requires. */
const LEAST: Record<string, number> = {
  files: 5,
  grounding: 1,
  'notices.f1': 1,
  'notices.title.accuracy': 0.95,
  'notices.document_number.accuracy': 0.95,
  'notices.issued_on.accuracy': 0.95,
  'notices.issuers.accuracy': 0.95,
  'notices.recipients.accuracy': 0.95,
  'clusters.f1': 0.98,
  'ratings.f1': 0.99,
  'obligations.f1': 0.98,
  'obligations.units.f1': 0.98,
  'obligations.role.accuracy': 0.98,
  'obligations.text.accuracy': 0.95,
  'projects.f1': 1,
  'projects.name.accuracy': 0.99,
  'projects.investment_cny.accuracy': 1,
  'projects.period_start.accuracy': 0.99,
  'projects.period_end.accuracy': 0.99,
  'projects.content.accuracy': 0.95,
  'targets.f1': 0.9,
  'targets.due.accuracy': 0.9,
  'targets.comparator.accuracy': 0.9,
  'observations.f1': 0.95,
  'observations.value.accuracy': 0.97,
  'findings.f1': 0.6,
};

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
