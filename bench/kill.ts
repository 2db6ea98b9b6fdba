// npm run bench:kill [-- --kills N --each N --seed N]: kills ingests at random moments (SIGKILL), runs each to its end after
// `--each` kills, and holds what the store then gives against an undisturbed run, byte for byte. Says when the kills came and what was
// wrong; exit code 1 where anything was.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killedRun, type Kill, type Killed } from '../test/sturdy/kill/run.js';
import { makeStage, type Stage } from '../test/sturdy/kill/stage.js';
import { table } from './table.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    each: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'gongbao-kill-'));
try {
  const stage = await makeStage(folder);
  const runs = await allRuns(stage, Number(values.kills), Number(values.each), Number(values.seed));
  report(stage, runs);
  process.exitCode = runs.some(({ wrong }) => wrong !== null) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

async function allRuns(stage: Stage, kills: number, each: number, seed: number): Promise<Killed[]> {
  console.log(`seeds ${seed} to ${seed + kills - 1}, ${each} kills a run`);
  const runs: Killed[] = [];
  for (let at = 0; at < kills; at += each) {
    const seeds = Array.from({ length: Math.min(each, kills - at) }, (_, n) => seed + at + n);
    const run = await killedRun(stage, join(folder, 'killed.db'), seeds);
    if (run.wrong !== null) console.log(`wrong  ${seeds.join(', ')}: ${run.wrong}`);
    runs.push(run);
    if (runs.length % 20 === 0) console.log(`${runs.length} stores, ${runs.filter((each) => each.wrong !== null).length} wrong`);
  }
  return runs;
}

/** When the kills came, told by how much of the ingest was in the store. */
function report({ lines }: Stage, runs: readonly Killed[]): void {
  const kills = runs.flatMap((run) => run.kills);
  const count = (test: (kill: Kill) => boolean): number => kills.filter(test).length;
  const rows = [
    ['before the first file was stored', count(({ killed, taken }) => killed && taken === 0)],
    ['with some files stored', count(({ killed, taken }) => killed && taken > 0 && taken < lines - 1)],
    ['with all files stored, before the end', count(({ killed, taken }) => killed && taken >= lines - 1)],
    ['too late: the ingest had ended', count(({ killed }) => !killed)],
  ];
  console.log(
    table(
      ['killed', 'kills'],
      rows.map(([when, n]) => [String(when), String(n)]),
    ),
  );
  const wrong = runs.filter((run) => run.wrong !== null).length;
  console.log(
    `${kills.length} kills, ${runs.length} stores held against the undisturbed run: ${runs.length - wrong} the same, ${wrong} wrong`,
  );
}
