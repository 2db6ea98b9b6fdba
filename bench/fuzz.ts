// npx tsx bench/fuzz.ts [--from SEED] [--to SEED] [--format FORMAT] [--keep]: small files of every format, spoilt by the
// seeds in the ways of test/support/fuzz and put through the whole pipeline. Says what came of them, and each that is wrong
// by its format and seed; --keep writes those into test/read/fuzz-cases, to be named for what they are.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTools } from '../pipeline/index.js';
import { caseOf, judge, leftBehind } from '../test/support/fuzz/judge.js';
import { SAMPLES } from '../test/support/fuzz/samples.js';

/** A case that takes longer, in milliseconds, hangs. */
const HANG = 30_000;
/** One that takes longer than this is told. */
const SLOW = 2_000;

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '500' },
    format: { type: 'string' },
    keep: { type: 'boolean', default: false },
    child: { type: 'boolean', default: false },
  },
});
const formats = values.format === undefined ? Object.keys(SAMPLES) : [values.format];
const [from, to] = [Number(values.from), Number(values.to)];

/** The cases of one format, in a process of their own: one that hangs is ended and told, and the rest go on. */
async function watched(format: string, first: number): Promise<void> {
  for (let seed = first; seed <= to;) {
    const hung = await childFrom(format, seed);
    if (hung === null) return;
    tell(format, hung, `took longer than ${HANG / 1000} seconds, or ended the process`);
    seed = hung + 1;
  }
}

/** Runs a process over the cases from a seed on. Gives the seed at which it hung or died; null where it came to the end. */
function childFrom(format: string, seed: number): Promise<number | null> {
  const args = [
    ...process.execArgv,
    fileURLToPath(import.meta.url),
    '--child',
    '--format',
    format,
    '--from',
    String(seed),
    '--to',
    String(to),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let at = seed;
    let rest = '';
    const end = (): void => {
      child.kill('SIGKILL');
    };
    let watchdog = setTimeout(end, HANG * 2);
    child.stdout.on('data', (chunk: Buffer) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(end, HANG);
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) at = heard(format, line) + 1;
    });
    child.on('close', (code) => {
      clearTimeout(watchdog);
      resolve(code === 0 ? null : at);
    });
  });
}

const counts = new Map<string, Map<string, number>>();
let [passed, failed] = [0, 0];

/** A line of a child: seed, milliseconds, outcome, and what is wrong as JSON. Gives the seed. */
function heard(format: string, line: string): number {
  const [seed = '', took = '', outcome = '', ...rest] = line.split(' ');
  const fault: unknown = JSON.parse(rest.join(' '));
  const of = counts.get(format) ?? new Map<string, number>();
  counts.set(format, of.set(outcome, (of.get(outcome) ?? 0) + 1));
  if (Number(took) > SLOW) console.log(`slow   ${format}:${seed} ${took} ms`);
  if (fault === null) passed += 1;
  else tell(format, Number(seed), typeof fault === 'string' ? fault : JSON.stringify(fault));
  return Number(seed);
}

function tell(format: string, seed: number, fault: string): void {
  failed += 1;
  console.log(`wrong  ${format}:${seed} ${fault}`);
  if (!values.keep) return;
  const { name, bytes } = caseOf(format, seed);
  writeFileSync(new URL(`../test/read/fuzz-cases/${format}-${seed}${name.slice(name.lastIndexOf('.'))}`, import.meta.url), bytes);
}

async function child(format: string): Promise<void> {
  const tools = await loadTools();
  for (let seed = from; seed <= to; seed += 1) {
    const began = performance.now();
    const { outcome, fault } = await judge(caseOf(format, seed), tools);
    process.stdout.write(`${seed} ${Math.round(performance.now() - began)} ${outcome} ${JSON.stringify(fault)}\n`);
  }
}

if (values.child) {
  await child(formats[0] ?? '');
} else {
  const before = leftBehind();
  for (const format of formats) {
    await watched(format, from);
    const of = [...(counts.get(format) ?? [])].sort(([, a], [, b]) => b - a);
    console.log(`${format.padEnd(5)} ${of.map(([outcome, n]) => `${outcome} ${n}`).join(', ')}`);
  }
  const left = leftBehind().filter((name) => !before.includes(name));
  if (left.length > 0) console.log(`wrong  left behind: ${left.join(', ')}`);
  console.log(`${passed} passed, ${failed + Number(left.length > 0)} failed`);
  process.exitCode = failed + left.length > 0 ? 1 : 0;
}
