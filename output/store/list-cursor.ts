import { createHash } from 'node:crypto';
import { z } from 'zod';
import { StoreError } from './errors.js';

// A cursor names the last record of a page by its id, the order, and a digest of the list that it is of. It carries no value of the record: what is
// covered in the records would stand bare in it.

const cursorSchema = z.strictObject({
  /** id of the last record */
  after: z.string().min(1),
  sort: z.string().nullable(),
  /** digest of type and filter */
  of: z.string(),
});
export type ListCursor = z.infer<typeof cursorSchema>;

/** A short digest of which list it is: the same for the same type and filter, however the filter's parts are ordered. */
export function listDigest(type: string, filter: object): string {
  const parts = Object.entries(filter).filter(([name, value]) => value !== undefined && name !== 'limit');
  const sorted = parts.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return createHash('sha256')
    .update(JSON.stringify([type, sorted]))
    .digest('base64url')
    .slice(0, 10);
}

export function writeListCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads what `writeListCursor` wrote; refuses anything else, and a cursor of another list. */
export function readListCursor(text: string, of: string): ListCursor {
  const parsed = cursorSchema.safeParse(json(text));
  if (!parsed.success) throw badCursor('The cursor cannot be read.');
  if (parsed.data.of !== of) throw badCursor('The cursor is of another list.');
  return parsed.data;
}

/** What is said of a cursor that leads nowhere. */
export function badCursor(message: string): StoreError {
  return new StoreError(
    'invalid_query',
    message,
    'Give `next` of a page as it is, with the same type, filters and order, or none to begin.',
    { fault: 'cursor' },
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
