import { z } from 'zod';
import { StoreError } from '../store/errors.js';
import { RECORD_TYPE_NAMES } from '../../schemas/index.js';

/** Where an answer goes on: in the ranked hits, or behind them in those of one type and kind. */
const cursorSchema = z.union([
  z.object({ ranked: z.int().min(0) }),
  z.object({ type: z.enum(RECORD_TYPE_NAMES), kind: z.enum(['head', 'body']), before: z.int().min(0) }),
]);
export type Cursor = z.infer<typeof cursorSchema>;

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

export function readCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (error) {
    const hint = 'Give `next` of an answer as it is, with the same words and filters, or none to begin.';
    throw new StoreError('invalid_query', 'The cursor cannot be read.', hint, { cause: error, fault: 'cursor' });
  }
}
