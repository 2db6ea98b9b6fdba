// npm run bench [-- --quick] [--json FILE] [--pdf FILE] [--only txt,docx,pdf,long,threads] [--memory N]: how fast files become records, beside what others
// take for the same files. The notices are made up, by seed, and kept in the temporary folder. --pdf takes another file for the long one.
// --memory instead ingests N files of mixed formats and tells the memory on the way. bench/README.md says how to read it.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { FORMATS } from './files.js';
import { memoryCurve } from './memory.js';
import { neighbours, speeds, stages, threads } from './report.js';
import { formatRuns, longRuns, PLANS, threadRuns, type Runs } from './runs.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    pdf: { type: 'string' },
    only: { type: 'string', default: [...FORMATS, 'long', 'threads'].join(',') },
    memory: { type: 'string' },
  },
});

/** What the figures depend on. */
function machine(): { cores: number; model: string; memory: number; node: string; load: number[] } {
  return { cores: cpus().length, model: cpus()[0]?.model ?? '', memory: totalmem(), node: process.version, load: loadavg() };
}

function keep(result: object): void {
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
}

async function speed(): Promise<void> {
  const plan = values.quick ? PLANS.quick : PLANS.whole;
  const only = values.only.split(',');
  const before = machine();
  const files: Runs[] = [];
  for (const format of FORMATS) if (only.includes(format)) files.push(await formatRuns(format, plan));
  if (only.includes('long')) files.push(await longRuns(plan, values.pdf ?? null));
  const gains = only.includes('threads') ? await threadRuns(plan) : null;
  const load = (of: number[]): string => of.map((n) => n.toFixed(1)).join(' ');
  console.log(
    `${before.cores} cores (${before.model}), Node ${before.node}; load before ${load(before.load)}, after ${load(loadavg())}\n`,
  );
  console.log(`${speeds(files)}\n\n${stages(files)}\n\n${neighbours(files)}`);
  if (gains !== null) console.log(`\n${threads(gains)}`);
  const plain = (runs: Runs) => ({
    ...runs,
    measures: Object.fromEntries(runs.measures),
    programs: Object.fromEntries(runs.programs),
  });
  keep({ machine: before, loadAfter: loadavg(), files: files.map(plain), threads: gains === null ? null : plain(gains) });
}

if (values.memory === undefined) await speed();
else keep({ machine: machine(), memory: await memoryCurve(Number(values.memory)) });
