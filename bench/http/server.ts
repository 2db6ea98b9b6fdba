import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** `gongbao serve` at work, as a process of its own. */
export interface Served {
  /** where it stands, without a slash at the end */
  base: string;
  /** milliseconds of processor time that it has taken so far, all threads together */
  cpu: () => Promise<number>;
  /** Waits until totals over the whole store are worked out, as the server does at its start; gives the milliseconds of it. */
  ready: () => Promise<number>;
  /** bytes of memory that it holds */
  memory: () => Promise<number>;
  close: () => Promise<void>;
}

/** Starts the program of the repository at `root` over a store, on a free port. */
export async function served(root: string, store: string): Promise<Served> {
  const arguments_ = ['--import', 'tsx', join(root, 'cli/main.ts'), 'serve', '--store', store, '--port', '0', '--lang', 'en'];
  const child = spawn(process.execPath, arguments_, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const base = await addressOf(child);
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${base}/api/v1/metrics`)).text();
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`the server does not tell ${name}`);
    return Number(value);
  };
  return {
    base,
    async ready() {
      const begun = performance.now();
      while ((await metric('gongbao_ready')) !== 1) await setTimeout(100);
      return performance.now() - begun;
    },
    cpu: async () => (await metric('process_cpu_seconds_total')) * 1000,
    memory: () => metric('process_resident_memory_bytes'),
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The address that the program says it listens at. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('the server has no standard error');
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    said.push(line);
    if (address === undefined) continue;
    // What it says from now on is for whoever watches.
    stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
    return address;
  }
  throw new Error(`the server did not start: ${said.join('\n')}`);
}
