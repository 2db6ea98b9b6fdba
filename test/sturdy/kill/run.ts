import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { openDriver } from '../../../output/store/driver.js';
import { gongbao } from '../../cli/support/program.js';
import { Random } from '../../support/seeded.js';
import { faultsIn, pause, start } from '../support.js';
import { differenceOf, outcomeOf } from './outcome.js';
import type { Stage } from './stage.js';

/** One kill of an ingest. */
export interface Kill {
  /** when it came: after so many files, and so many milliseconds more */
  files: number;
  ms: number;
  /** false where it had ended before */
  killed: boolean;
  /** files that were new or changed in the store when it came */
  taken: number;
}

/** What came of an ingest that was killed, run again and killed again, and at last run to its end. */
export interface Killed {
  kills: Kill[];
  /** what was wrong; null where nothing was */
  wrong: string | null;
}

/** Milliseconds that a file, or the last step, takes at most on a machine that is not busy; the kill comes within them. */
const WITHIN = 60;

/**
 * Kills an ingest at the moments that seeds name (SIGKILL: nothing of the program runs after it), looks at the store that is
 * left each time, runs the ingest to its end, and holds what the store gives against the undisturbed run.
 */
export async function killedRun(stage: Stage, store: string, seeds: readonly number[]): Promise<Killed> {
  copyFileSync(stage.before, store);
  const kills: Kill[] = [];
  try {
    for (const seed of seeds) {
      const random = new Random(seed);
      const [files, ms] = [random.below(stage.lines + 1), random.below(WITHIN)];
      const killed = await ingestKilled(stage, store, files, ms);
      const [fault] = await faultsIn(store);
      kills.push({ files, ms, killed, taken: await takenIn(store, stage) });
      if (fault) return { kills, wrong: `the store that was left has a fault: ${JSON.stringify(fault)}` };
    }
    return { kills, wrong: await wrongAtEnd(stage, store) };
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(store + ending, { force: true });
  }
}

async function ingestKilled(stage: Stage, store: string, files: number, ms: number): Promise<boolean> {
  let told = 0;
  let reached = (): void => undefined;
  const moment = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const onNote = (): void => {
    told += 1;
    if (told >= files) reached();
  };
  const ingest = start(['ingest', stage.inputs, '--store', store], { onNote });
  // Before the first file there is only the start of the program to wait for.
  if (files === 0) setTimeout(reached, ms * 10);
  await Promise.race([moment, ingest.ended]);
  if (files > 0) await pause(ms);
  ingest.process.kill('SIGKILL');
  return (await ingest.ended).code === null;
}

/** Inputs of a store that the store before did not hold as they are. */
async function takenIn(store: string, { before }: Stage): Promise<number> {
  const driver = await openDriver(store, { readOnly: true });
  try {
    await driver.run('attach ? as before', [before]);
    const row = await driver.get(
      'select count(*) as n from inputs where not exists (select 1 from before.inputs as b where b.path = inputs.path and b.sha256 = inputs.sha256)',
    );
    return Number(row?.n);
  } finally {
    await driver.close();
  }
}

async function wrongAtEnd(stage: Stage, store: string): Promise<string | null> {
  const last = gongbao(['ingest', stage.inputs, '--store', store]);
  if (last.code !== 0) return `the last run ended with ${last.code}: ${last.err}`;
  const difference = differenceOf(stage.expected, await outcomeOf(store));
  if (difference !== null) return `${difference} differs from that of the undisturbed run`;
  const [fault] = await faultsIn(store);
  if (fault) return `a fault at the end: ${JSON.stringify(fault)}`;
  const name = basename(store);
  const left = readdirSync(dirname(store)).filter(
    (each) => each.startsWith(name) && ![name, `${name}-wal`, `${name}-shm`].includes(each),
  );
  return left.length > 0 ? `left behind: ${left.join(', ')}` : null;
}
