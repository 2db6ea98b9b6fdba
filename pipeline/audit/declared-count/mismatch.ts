import type { FindingRead, Span } from '../../../schemas/index.js';
import { finding } from '../check.js';

/** The finding where a number declared is not the one counted; none where they agree. */
export function mismatch(what: string, expected: number, actual: number, span: Span, rows: number[] = []): FindingRead[] {
  return expected === actual
    ? []
    : [
        finding({
          check: 'declared_count',
          severity: 'warning',
          params: { what },
          expected,
          actual,
          rows,
          start: span.start,
          end: span.end,
        }),
      ];
}
