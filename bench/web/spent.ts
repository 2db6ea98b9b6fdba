import { performance } from 'node:perf_hooks';

/** Milliseconds by the clock, and of the processor, all threads together. */
export interface Spent {
  wall: number;
  cpu: number;
}

/** What a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<Spent> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - begun, cpu: (user + system) / 1000 };
}

/** The least time that so many of them (0 to 1) do not exceed; 0 of none. */
export function quantile(times: readonly number[], of: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(of * sorted.length) - 1)] ?? 0;
}
