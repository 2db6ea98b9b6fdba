import { z } from 'zod';
import { mark } from './marks.js';

/** What a group of units is made of. */
export const GROUP_KINDS = [
  'government',
  'park',
  'department',
  'member',
  'enterprise',
  'school',
  'institute',
  'association',
  'bank',
  'unit',
] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
export const GROUP_LEVELS = ['province', 'prefecture', 'county', 'town'] as const;
export type GroupLevel = (typeof GROUP_LEVELS)[number];

/** One name given its identity: a row of the `resolutions` table beside the records. */
export const resolutionSchema = z.object({
  slot: z.string().describe('which field of the record: `park`, `place`, `industry`, `region`, or `units`'),
  position: z.int().min(0).describe('index in a list field, else 0'),
  name: z.string().describe('the name as written'),
  kind: z.enum(['park', 'place', 'organ', 'industry']),
  entity_id: z.string().nullable().describe('gazetteer id, null where unresolved'),
  entity_name: z.string().nullable().describe('official name'),
  code: z.string().nullable().describe('GB/T 2260 code of the place; for a group of the place it ranges over'),
  method: z.enum(['exact', 'alias', 'former', 'rule', 'fuzzy', 'context', 'unresolved']).describe('how it was reached'),
  score: z.number().min(0).max(1),
  candidates: mark(z.array(z.string()), 'ids of the candidates that lost, best first', { json: true }),
  group_kind: z.enum(GROUP_KINDS).nullable().describe('of a group of units: what it is made of; null where the name is no group'),
  group_level: z.enum(GROUP_LEVELS).nullable().describe('of a group: the level of its members, null where it says none'),
  group_subject: z
    .string()
    .nullable()
    .describe('of a group of departments: the stem of their name (工业和信息化), null where it is of any'),
});
export type Resolution = z.infer<typeof resolutionSchema>;
