import { z } from 'zod';
import { LINK_TYPES, RECORD_TYPES, searchAnswerSchema, type LinkTypeName, type RecordTypeName } from '../../schemas/index.js';
import { documentSchema } from '../../schemas/index.js';
import { answerSchema, manifestSchema, suggestedSchema } from '../reconcile/shapes.js';
import { errorSchema } from './errors.js';

// The shapes of answers that go by a name in the OpenAPI document.

export const RECORD_TYPE_NAMES = Object.keys(RECORD_TYPES) as [RecordTypeName, ...RecordTypeName[]];
export const LINK_TYPE_NAMES = Object.keys(LINK_TYPES) as [LinkTypeName, ...LinkTypeName[]];

export const unitMatchSchema = z.object({
  unit: z.string().describe('the unit as the task has it'),
  via: z
    .enum(['unit', 'group', 'name'])
    .describe('it is the organ, a group that the organ belongs to, or its name holds the words'),
  share: z
    .enum(['every', 'some'])
    .nullable()
    .describe('of a group: all of its kind are meant (各县（市、区）政府), or some only (有关部门)'),
});

/** A task as a list by unit has it. */
export const matchedObligationSchema = RECORD_TYPES.obligations.schema.extend({
  matched: z.array(unitMatchSchema).optional().describe('why it was found, where a unit was asked for'),
});

/** Where a list goes on. */
const onward = {
  next: z.string().nullable().describe('`cursor` of the next page; null at the end'),
  next_url: z.string().nullable().describe('address of the next page, from the root of the server; null at the end'),
};

/** A page of records of a shape. */
export function pageOf<S extends z.ZodType>(record: S) {
  return z.object({ records: z.array(record), ...onward });
}

export const changeSchema = z.object({
  change: z.enum(['added', 'changed', 'removed']),
  type: z.enum([...RECORD_TYPE_NAMES, ...LINK_TYPE_NAMES]),
  id: z.string(),
  record: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('the record as it is now, of the shape of its type; null where it is gone'),
});

/** Schemas by the names that they have in the document. */
export const COMPONENTS: Readonly<Record<string, z.ZodType>> = {
  Error: errorSchema,
  Notice: RECORD_TYPES.notices.schema,
  Cluster: RECORD_TYPES.clusters.schema,
  Rating: RECORD_TYPES.ratings.schema,
  Target: RECORD_TYPES.targets.schema,
  Obligation: RECORD_TYPES.obligations.schema,
  MatchedObligation: matchedObligationSchema,
  Project: RECORD_TYPES.projects.schema,
  Observation: RECORD_TYPES.observations.schema,
  Finding: RECORD_TYPES.findings.schema,
  ClusterEntity: LINK_TYPES.cluster_entities.schema,
  CitationLink: LINK_TYPES.citation_links.schema,
  AttachmentLink: LINK_TYPES.attachment_links.schema,
  SearchAnswer: searchAnswerSchema,
  Document: documentSchema,
  Change: changeSchema,
  ReconciliationManifest: manifestSchema,
  ReconciliationAnswer: answerSchema,
  Suggested: suggestedSchema,
};
