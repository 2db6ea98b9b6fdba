import { z } from 'zod';
import { mark } from './marks.js';
import { reasonSchema } from './reasons.js';
import { evidenceSchema, offset } from './span.js';

/** Fields that every record bears besides its own: identity first, grounding last. */
export const identity = {
  id: mark(z.string(), 'stable id: notice identity, record type, natural key, and an ordinal among equals', { composed: 'id' }),
  notice_id: mark(z.string(), 'the notice it was read from', { index: true, composed: 'notice_id', references: 'notices' }),
};

export const grounding = {
  quote: mark(z.string(), 'source text of the record, exactly as it stands in the notice text', {
    bulky: true,
    passage: true,
  }),
  start: mark(offset, 'first UTF-16 offset of the quote in the notice text'),
  end: mark(offset, 'offset after the last one of the quote'),
  page: mark(z.int().min(1).nullable(), 'page of the first character, from 1; null where the format has no pages'),
  extractor: mark(z.string(), 'name and version of the rule set that read it, e.g. `clusters@1`'),
  confidence: mark(z.number().min(0).max(1), 'how sure the reading is, from 0 to 1'),
  reasons: mark(z.array(reasonSchema), 'why it is so sure: what the reading rests on, then what makes it less sure', {
    json: true,
    bulky: true,
  }),
  evidence: mark(z.array(evidenceSchema), 'further passages that fields were read from', { json: true, bulky: true }),
};

/** What an extractor does not give: the pipeline adds these. */
export type Envelope = keyof typeof identity | 'quote' | 'page' | 'extractor';

/** A record type: its schema and what its id is made of. Tables, exports and docs derive from it. */
export interface RecordType<S extends z.ZodObject = z.ZodObject> {
  /** plural name: the table, the export file and the command */
  name: string;
  /** one Chinese and one English word for people */
  title: { zh: string; en: string };
  description: string;
  schema: S;
  /** fields whose values make the record the one it is; no offset, no resolved name */
  naturalKey: readonly (keyof z.infer<S> & string)[];
}

/** Gives a record type literal its type. */
export function defineRecordType<S extends z.ZodObject>(type: RecordType<S>): RecordType<S> {
  return type;
}
