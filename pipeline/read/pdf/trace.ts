import type { TracedRule } from '../reader.js';
import { joinedRules, type Rule } from './rules.js';

/** The ruling lines of a page as shown, in points from its upper left corner. */
export function tracedRules(rules: readonly Rule[]): TracedRule[] {
  return joinedRules(rules).map(({ across, at, from, to }) =>
    across ? { from: [from, at], to: [to, at] } : { from: [at, from], to: [at, to] },
  );
}
