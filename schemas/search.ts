import { z } from 'zod';
import { offset } from './span.js';
import { RECORD_TYPES, type RecordTypeName } from './types.js';

// What a search answers: the shape that the library, `search --json` and the HTTP API share.

/** Names of all record types, in their order. */
export const RECORD_TYPE_NAMES = Object.keys(RECORD_TYPES) as [RecordTypeName, ...RecordTypeName[]];

const markSchema = z.object({
  start: offset.describe('first UTF-16 offset of the hit in the text of the passage'),
  end: offset.describe('offset after the last one of the hit'),
});

export const passageSchema = z.object({
  field: z.string().describe('what the words stand in: `text` for the text of the notice, else the field of the record'),
  text: z.string().describe('the words with what stands around them, exactly as they are in the notice or the field'),
  start: offset
    .nullable()
    .describe('first UTF-16 offset of the passage in the text of the notice; null where it is not from there'),
  end: offset.nullable().describe('offset after its last one'),
  marks: z.array(markSchema).describe('the hits in the passage, in order'),
});
export type Passage = z.infer<typeof passageSchema>;

export const searchHitSchema = z.object({
  type: z.enum(RECORD_TYPE_NAMES).describe('record type of the hit; `notices` for a notice itself'),
  id: z.string().describe('id of the notice or record'),
  notice_id: z.string().nullable().describe('the notice it is in; null for a finding about a whole file'),
  title: z.string().nullable().describe('what a person would call it: title of the notice, name or first words of the record'),
  notice_title: z.string().nullable(),
  document_number: z.string().nullable().describe('发文字号 of the notice'),
  issued_on: z.string().nullable().describe('成文日期 of the notice'),
  file: z.string().describe('base name of the input'),
  page: z.int().min(1).nullable().describe('page that the record begins on; null for a notice and where the format has no pages'),
  passages: z.array(passageSchema).describe('where the words stand, best first; not all of them in a long notice'),
  score: z.number().describe('larger is better; comparable within one answer only'),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const hitCountSchema = z.object({
  count: z.int().min(0),
  exact: z.boolean().describe('false: there are more than `count`'),
});
export type HitCount = z.infer<typeof hitCountSchema>;

export const searchAnswerSchema = z.object({
  words: z.array(z.string()).describe('what was looked for: every hit holds all of these'),
  left_out: z.array(z.string()).describe('words of a question that nothing holds together with the others'),
  hits: z.array(searchHitSchema),
  total: hitCountSchema,
  by_type: z
    .partialRecord(z.enum(RECORD_TYPE_NAMES), hitCountSchema)
    .describe('hits of each type that the other filters let through'),
  next: z
    .string()
    .nullable()
    .describe(
      'where to go on, as `cursor` of the next search with the same words and filters; null at the end; a page may be empty before it, where a filter lets little through',
    ),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
