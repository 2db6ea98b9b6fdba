import { z } from 'zod';
import { clusterSchema } from './records/cluster.js';
import { noticeSchema } from './records/notice.js';
import { obligationSchema } from './records/obligation.js';
import { observationSchema } from './records/observation.js';
import { projectSchema } from './records/project.js';
import { ratingSchema } from './records/rating.js';
import { targetSchema } from './records/target.js';

/** The record types that two notices are compared by, in the order they are told in. */
export const comparedTypes = ['obligations', 'targets', 'observations', 'clusters', 'ratings', 'projects'] as const;
export type ComparedType = (typeof comparedTypes)[number];

/** One field that differs; a list of objects comes without what the gazetteer adds to them. */
export const fieldChangeSchema = z.object({
  field: z.string().describe('name of the field'),
  before: z.unknown().describe('its value before'),
  after: z.unknown().describe('its value after'),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** What became of the records of one type. */
function changesOf<S extends z.ZodObject>(schema: S) {
  return z.object({
    added: z.array(schema).describe('records that only the later one has'),
    gone: z.array(schema).describe('records that only the earlier one has'),
    changed: z.array(
      z.object({
        before: schema,
        after: schema,
        fields: z.array(fieldChangeSchema).min(1).describe('what differs, in the order of the schema'),
        matched: z
          .enum(['key', 'text'])
          .describe('how the two were found to be one: the same natural key, or text that is alike'),
        likeness: z.number().min(0).max(1).describe('how alike their texts are: the share of pairs of characters in common'),
      }),
    ),
    moved: z
      .array(z.object({ before: schema, after: schema }))
      .describe('records that say the same under another number, heading or table'),
    same: z.int().min(0).describe('how many are as they were'),
  });
}

/** One of the two notices compared. */
const comparedNoticeSchema = z.object({
  id: noticeSchema.shape.id,
  file: noticeSchema.shape.file,
  title: noticeSchema.shape.title,
  document_number: noticeSchema.shape.document_number,
  issued_on: noticeSchema.shape.issued_on,
  version: z.int().min(1).nullable().describe('which version of its file, from 1; null where versions are not compared'),
});

/** What differs between two notices, or two versions of one. */
export const noticeDiffSchema = z.object({
  before: comparedNoticeSchema,
  after: comparedNoticeSchema,
  likeness: z.number().min(0).max(1).describe('how alike the whole texts are, white space aside; 1 where they are the same'),
  head: z.array(fieldChangeSchema).describe('fields of the notice itself that differ'),
  obligations: changesOf(obligationSchema),
  targets: changesOf(targetSchema),
  observations: changesOf(observationSchema),
  clusters: changesOf(clusterSchema),
  ratings: changesOf(ratingSchema),
  projects: changesOf(projectSchema),
});
export type NoticeDiff = z.infer<typeof noticeDiffSchema>;
