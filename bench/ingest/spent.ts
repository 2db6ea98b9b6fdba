import { performance } from 'node:perf_hooks';
import { z } from 'zod';

/** What a piece of work took: milliseconds of the clock, and of processors (all threads of the process). */
export const spentSchema = z.object({ wall: z.number(), cpu: z.number() });
export type Spent = z.infer<typeof spentSchema>;

/** Starts a watch; calling it tells what was spent since. */
export function stopwatch(): () => Spent {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - begun, cpu: (user + system) / 1000 };
  };
}
