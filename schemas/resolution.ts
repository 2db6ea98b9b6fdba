import { z } from 'zod';
import { mark } from './marks.js';

/** One name given its identity: a row of the `resolutions` table beside the records. */
export const resolutionSchema = z.object({
  slot: z.string().describe('which field of the record: `park`, `place`, `industry`, `region`, or `units`'),
  position: z.int().min(0).describe('index in a list field, else 0'),
  name: z.string().describe('the name as written'),
  kind: z.enum(['park', 'place', 'organ', 'industry']),
  entity_id: z.string().nullable().describe('gazetteer id, null where unresolved'),
  entity_name: z.string().nullable().describe('official name'),
  code: z.string().nullable().describe('GB/T 2260 code of the place'),
  method: z.enum(['exact', 'alias', 'rule', 'fuzzy', 'context', 'unresolved']).describe('how it was reached'),
  score: z.number().min(0).max(1),
  candidates: mark(z.array(z.string()), 'ids of the candidates that lost, best first', { json: true }),
});
export type Resolution = z.infer<typeof resolutionSchema>;
