import { STAGES, type StageName } from './ours.js';
import type { Runs } from './runs.js';
import type { Measure } from './tasks.js';

/** The middle of some numbers, the lower of two middles; NaN of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

/** The median over the rounds of what a task took. */
export function taken(runs: Runs, task: string, of: 'wall' | 'cpu' | 'peak'): number {
  return median((runs.measures.get(task) ?? []).map((measure) => measure[of]));
}

/** The median of the ratios of two tasks, each to the one of its own round. */
export function ratio(runs: Runs, task: string, to: string, of: 'wall' | 'cpu'): number {
  const others = runs.measures.get(to) ?? [];
  return median((runs.measures.get(task) ?? []).map((measure, round) => measure[of] / (others[round]?.[of] ?? Number.NaN)));
}

/** What is the same in every round: pages, notices, records, bytes of text. */
export function counted(runs: Runs): Pick<Measure, 'pages' | 'notices' | 'records' | 'text'> {
  return runs.measures.get('store')?.[0] ?? { pages: 0, notices: 0, records: 0, text: 0 };
}

/** Milliseconds of processor that a stage took, the median over the rounds; those of the run with a store. */
export function stageTime(runs: Runs, stage: StageName): number {
  return median((runs.measures.get('store') ?? []).map(({ stages }) => stages[stage] ?? 0));
}

/** Megabytes of text a second of processor through some stages. */
export function textRate(runs: Runs, stages: readonly StageName[]): number {
  const milliseconds = stages.reduce((sum, stage) => sum + stageTime(runs, stage), 0);
  return counted(runs).text / 1e3 / milliseconds;
}

/** From text as read to findings. */
export const LANGUAGE = STAGES.filter((stage) => stage !== 'read' && stage !== 'store');
/** The same with storing. */
export const LANGUAGE_AND_STORE = STAGES.filter((stage) => stage !== 'read');

/** How many times faster two threads are than one. */
export function gain(runs: Runs, task: string): number {
  return ratio(runs, `${task} 1`, `${task} 2`, 'wall');
}
