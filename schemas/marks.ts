import type { z } from 'zod';

/** What a schema field says about itself beyond its type; the store, exports and docs are derived from it. */
export interface FieldMarks {
  description?: string;
  /** a column people filter by */
  index?: boolean;
  /** filled from the `resolutions` table, not read by an extractor: `slot.take` (e.g. `park.entity_id`) */
  resolved?: { slot: string; take: 'entity_id' | 'entity_name' | 'code' | 'rest' };
  /** stored as one JSON column instead of a child table */
  json?: boolean;
  /** not stored with the record, composed at reading: its id, its notice's id, the input's base name, ids of equal notices, of pages and attachments */
  composed?: 'id' | 'notice_id' | 'file' | 'same_as' | 'attachment_of' | 'attached';
  /** the type whose `id` this field holds */
  references?: string;
  /** the passage of the notice text from `start` to `end`: cut out of it at reading, and stored only where that cannot be done */
  passage?: boolean;
  /** left out of the listing commands, kept in exports */
  bulky?: boolean;
}

/** Attaches marks to a schema. Call it last: other zod methods drop the marks. */
export function mark<S extends z.ZodType>(schema: S, description: string, marks: Omit<FieldMarks, 'description'> = {}): S {
  return schema.meta({ ...schema.meta(), ...marks, description });
}

/** The marks of a schema, empty where it has none. */
export function marksOf(schema: z.ZodType): FieldMarks {
  return (schema.meta() ?? {}) as FieldMarks;
}
