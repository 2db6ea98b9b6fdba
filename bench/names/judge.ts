import { isRight } from '../../test/names/cases.js';
import type { Drawn } from './draw.js';

/** A case with what came out. */
export interface Judged {
  one: Drawn;
  came: string;
  score: number;
}

const percent = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`);

export const right = ({ one, came }: Judged): boolean => isRight(one.expected, came);

/** Of what was resolved, how much rightly; of what should be, how much. */
export function precisionAndRecall(all: readonly Judged[]): { precision: string; recall: string } {
  const resolved = all.filter(({ came }) => came !== 'none');
  const wanted = all.filter(({ one }) => one.expected !== 'none');
  const good = resolved.filter(right);
  return { precision: percent(good.length, resolved.length), recall: percent(good.length, wanted.length) };
}

/** As above, in one number: the harmonic mean. */
export function f1(all: readonly Judged[]): number {
  const resolved = all.filter(({ came }) => came !== 'none').length;
  const wanted = all.filter(({ one }) => one.expected !== 'none').length;
  return (2 * all.filter((one) => one.came !== 'none' && right(one)).length) / Math.max(1, resolved + wanted);
}

/** Below the threshold nothing is resolved. */
export const cut = (all: readonly Judged[], threshold: number): Judged[] =>
  all.map((judged) => (judged.score < threshold ? { ...judged, came: 'none' } : judged));

/** The threshold by which most is gained, the lowest among equals. */
export function fitted(all: readonly Judged[]): number {
  const thresholds = Array.from({ length: 101 }, (_, step) => step / 100);
  return thresholds.reduce((best, one) => (f1(cut(all, one)) > f1(cut(all, best)) ? one : best), 0);
}
