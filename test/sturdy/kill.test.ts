import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../output/fixture.js';
import { killedRun, type Killed } from './kill/run.js';
import { makeStage } from './kill/stage.js';

/** `GONGBAO_KILL_SEED` repeats a run; else each run has seeds of its own, which are printed. */
const first = Number(process.env['GONGBAO_KILL_SEED'] ?? Date.now() % 1_000_000);
const [RUNS, KILLS_EACH] = [5, 4];

test(
  'an ingest that is killed and run again gives what an undisturbed one gives, byte for byte',
  { timeout: 300_000 },
  async () => {
    console.log(`GONGBAO_KILL_SEED=${first}`);
    const folder = await scratch();
    const stage = await makeStage(folder);
    const runs: Killed[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const seeds = Array.from({ length: KILLS_EACH }, (_, n) => first + run * KILLS_EACH + n);
      runs.push(await killedRun(stage, join(folder, 'killed.db'), seeds));
    }
    expect(runs.filter(({ wrong }) => wrong !== null)).toEqual([]);
    const kills = runs.flatMap((run) => run.kills);
    expect(kills).toHaveLength(RUNS * KILLS_EACH);
    // Kills that come after the end, or before anything is stored, would show nothing.
    expect(kills.filter(({ killed }) => killed).length).toBeGreaterThan(kills.length / 2);
    expect(kills.filter(({ killed, taken }) => killed && taken > 0).length).toBeGreaterThan(kills.length / 4);
  },
);
