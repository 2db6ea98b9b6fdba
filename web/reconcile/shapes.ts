import { z } from 'zod';

// What goes to and fro after the Reconciliation Service API v0.2 (Final Community Group Report, 10 April 2023).

const propertyValue = z.union([z.string(), z.number(), z.boolean(), z.looseObject({ id: z.string() })]);

/** One question: `query-batch`, section 4.3. */
export const querySchema = z.looseObject({
  query: z.string().max(1000).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  limit: z.number().optional(),
  properties: z.array(z.looseObject({ pid: z.string(), v: z.union([propertyValue, z.array(propertyValue)]) })).optional(),
  type_strict: z.enum(['any', 'should', 'all']).optional(),
});
export type Query = z.output<typeof querySchema>;
export type PropertyValue = z.output<typeof propertyValue>;

/** Most questions of one batch. */
export const MOST_QUERIES = 500;
/** As many as we say should be sent at a time. */
export const BATCH_SIZE = 50;

export const queryBatchSchema = z.record(z.string(), querySchema);

const typeSchema = z.object({ id: z.string(), name: z.string() });

/** Section 4.4. */
export const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().describe('where it is'),
  score: z.number().min(0).max(100),
  match: z.boolean().describe('true where it is sure and the only one that is'),
  type: z.array(typeSchema),
});
export type Candidate = z.output<typeof candidateSchema>;

export const resultBatchSchema = z.record(z.string(), z.object({ result: z.array(candidateSchema) }));

/** Section 6.2. */
export const extensionQuerySchema = z.looseObject({
  ids: z.array(z.string()).max(MOST_QUERIES),
  properties: z.array(z.looseObject({ id: z.string() })).max(50),
});
export type ExtensionQuery = z.output<typeof extensionQuerySchema>;

const cellSchema = z.union([z.object({ str: z.string() }), z.object({ id: z.string(), name: z.string() })]);
export type Cell = z.output<typeof cellSchema>;

export const extensionSchema = z.object({
  meta: z.array(z.object({ id: z.string(), name: z.string(), type: typeSchema.optional() })),
  rows: z.record(z.string(), z.record(z.string(), z.array(cellSchema))),
});

const service = z.object({ service_url: z.string(), service_path: z.string() });

/** Section 3.1. */
export const manifestSchema = z.object({
  versions: z.array(z.string()),
  name: z.string(),
  identifierSpace: z.string(),
  schemaSpace: z.string(),
  documentation: z.string(),
  serviceVersion: z.string(),
  defaultTypes: z.array(typeSchema),
  view: z.object({ url: z.string() }),
  preview: z.object({ url: z.string(), width: z.int(), height: z.int() }),
  batchSize: z.int(),
  suggest: z.object({ entity: service, property: service, type: service }),
  extend: z.object({ propose_properties: service, property_settings: z.array(z.unknown()) }),
});

/** Section 5: what may be meant by what somebody has typed so far. */
export const suggestedSchema = z.object({
  result: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      notable: z.array(typeSchema).optional(),
    }),
  ),
});
export type Suggested = z.output<typeof suggestedSchema>;

export const proposedSchema = z.object({
  type: z.string().optional(),
  limit: z.int(),
  properties: z.array(typeSchema),
});

/** What a batch of questions, or a question for values, is answered with. */
export const answerSchema = z.union([resultBatchSchema, extensionSchema]);
