import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType, grounding, identity, type Envelope } from '../record.js';
import { partialDate } from '../span.js';

export const unitRoles = ['lead', 'responsible', 'support'] as const;

export const obligationUnitSchema = z.object({
  name: mark(z.string(), 'the unit as written, shared beginnings and endings spelled out'),
  role: mark(z.enum(unitRoles), 'lead (牵头), support (配合) or responsible'),
  unit_id: mark(z.string().nullable(), 'gazetteer id of the organ', {
    resolved: { slot: 'units', take: 'entity_id' },
    index: true,
  }),
  canonical: mark(z.string().nullable(), 'full official name in that place; null for groups', {
    resolved: { slot: 'units', take: 'entity_name' },
    index: true,
  }),
  group: mark(z.boolean(), 'true for 各县（市、区）政府, 省直有关部门 and the like'),
});
export type ObligationUnit = z.infer<typeof obligationUnitSchema>;
export type ObligationUnitRead = Omit<ObligationUnit, 'unit_id' | 'canonical'>;

export const obligationSchema = z.object({
  ...identity,
  number: mark(z.string().nullable(), '（一）, 1. …, or null'),
  title: mark(z.string().nullable(), 'title of the task'),
  path: mark(z.array(z.string()), 'headings above it, outermost first', { json: true }),
  text: mark(z.string(), 'the task without its title and its responsibility clause', { bulky: true }),
  basis: mark(z.enum(['clause', 'inline']), 'clause for an explicit responsibility clause, inline for “X负责…”'),
  due: mark(partialDate.nullable(), 'date by which the whole task is due', { index: true }),
  units: mark(z.array(obligationUnitSchema), 'who is responsible, in the order written'),
  leaders: mark(z.array(z.string()), 'persons named as 责任领导'),
  offices: mark(z.array(z.string()), 'inner divisions of an organ named beside it'),
  ...grounding,
});
export type Obligation = z.infer<typeof obligationSchema>;
export type ObligationRead = Omit<Obligation, Envelope | 'units'> & { units: ObligationUnitRead[] };

export const obligations = defineRecordType({
  name: 'obligations',
  title: { zh: '任务', en: 'obligations' },
  description: 'One per task that somebody is responsible for.',
  schema: obligationSchema,
  naturalKey: ['path', 'number', 'title', 'basis', 'text'],
});
