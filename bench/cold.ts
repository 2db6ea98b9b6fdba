import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

// npm run bench:cold [-- STORE]: how long a person waits for the built program's answer, each call a process of its own. The files
// are in the system's cache after the first call, which is not counted. Without a store, one of corpus/samples is made.

const TIMES = 11;
const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist/cli/main.js');

const work = mkdtempSync(join(tmpdir(), 'gongbao-cold-'));
try {
  const store = process.argv[2] ?? join(work, 'samples.db');
  if (process.argv[2] === undefined) run(['ingest', join(root, 'corpus/samples'), '--store', store]);
  const commands = [
    ['--help'],
    ['obligations', '--unit', '市工业和信息化局', '--limit', '50', '--store', store],
    ['search', '产业集群', '--store', store],
    ['notices', '--limit', '50', '--store', store],
  ];
  console.log(`bare node ${describe(timesOf(['-e', '0']))}`);
  for (const command of commands)
    console.log(`gongbao ${command.slice(0, 3).join(' ')}: ${describe(timesOf([program, ...command]))}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function run(args: readonly string[]): void {
  node([program, ...args]);
}

/** Wall-clock milliseconds of each call but the first. */
function timesOf(args: readonly string[]): number[] {
  const times = Array.from({ length: TIMES }, () => {
    const begun = performance.now();
    node(args);
    return performance.now() - begun;
  });
  return times.slice(1).sort((a, b) => a - b);
}

function node(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
}

function describe(times: readonly number[]): string {
  const at = (share: number) => `${(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(0)} ms`;
  return `median ${at(0.5)}, slowest ${at(1)}`;
}
