import { spawnSync } from 'node:child_process';
import { buildChild } from './built.js';
import { measureSchema, type Measure, type Task } from './tasks.js';

let built: string | null = null;

/** Does a task in a fresh process; what is measured begins when that is loaded and warm. */
export function inFreshProcess(task: Task): Measure {
  built ??= buildChild();
  const { status, stdout, stderr } = spawnSync(process.execPath, [built], {
    input: JSON.stringify(task),
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error(`${task.name} ended with ${status}\n${stderr}`);
  return measureSchema.parse(JSON.parse(stdout));
}
