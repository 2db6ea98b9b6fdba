import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const samples = join(root, 'corpus/samples');

export const program = join(root, 'dist/cli/main.js');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
  /** lines of standard error */
  notes: string[];
}

// The program is tested as built; this does nothing where the build is fresh.
const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
if (build.status !== 0) throw new Error('the build failed, so the command line cannot be tested');

/** Runs the built program as a user would, in English unless `env` says otherwise. */
export function gongbao(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ...options.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr, notes: stderr.split('\n').filter((line) => line !== '') };
}
