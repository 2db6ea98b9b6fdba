import type { FindingRead, Span } from '../../../schemas/index.js';
import { finding } from '../check.js';

/** The finding of one rating that contradicts another part of the notice; `what` says how. */
export function told(what: string, name: string, expected: string | number, actual: string | number, at: Span): FindingRead {
  return finding({
    check: 'rating_conflict',
    severity: 'warning',
    params: { what, name },
    expected,
    actual,
    start: at.start,
    end: at.end,
  });
}
