import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Spent } from './spent.js';

/** Programs that read the same files, one process a file, with fixed options. */
export const PROGRAMS = {
  pdftotext: { args: (file: string) => ['-layout', file, '-'], version: '-v' },
  pandoc: { args: (file: string) => ['--from', 'docx', '--to', 'plain', file], version: '--version' },
} as const;

/** What a program takes for the files; null where it is not installed. The first file is read once before, unmeasured. */
export function byProgram(program: keyof typeof PROGRAMS, files: readonly string[]): Spent | null {
  const { args, version } = PROGRAMS[program];
  if (spawnSync(program, [version], { stdio: 'ignore' }).error !== undefined) return null;
  const read = (file: string): void => {
    spawnSync(program, args(file), { stdio: 'ignore' });
  };
  files.slice(0, 1).forEach(read);
  const [begun, used] = [performance.now(), childrenCpu()];
  files.forEach(read);
  return { wall: performance.now() - begun, cpu: childrenCpu() - used };
}

/** Processor milliseconds of ended child processes: Linux tells (proc(5), stat: cutime and cstime in hundredths of a second). NaN elsewhere. */
function childrenCpu(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return 10 * (Number(fields[13]) + Number(fields[14]));
  } catch {
    return Number.NaN;
  }
}
