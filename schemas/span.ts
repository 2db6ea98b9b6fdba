import { z } from 'zod';

/** A UTF-16 offset into a notice's text, counted from 0. */
export const offset = z.int().min(0);

/** A half-open range `[start, end)` of UTF-16 offsets into a notice's text. */
export interface Span {
  start: number;
  end: number;
}

/** A passage that a field was read from when the record's own quote does not hold it. */
export const evidenceSchema = z.object({
  field: z.string().describe('field of the record that this passage gives'),
  start: offset.describe('first UTF-16 offset of the passage in the notice text'),
  end: offset.describe('offset after the last one of the passage'),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** An ISO 8601 date to the precision given: `2028`, `2026-12`, `2021-07-08`. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD');
