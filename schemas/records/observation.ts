import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType, grounding, identity, type Envelope } from '../record.js';

export const observationSchema = z.object({
  ...identity,
  table: mark(z.string().nullable(), 'title of the table', { index: true }),
  indicator: mark(z.string(), 'what is counted or measured'),
  area: mark(z.string().nullable(), 'place or unit that the figure is of', { index: true }),
  year: mark(z.int().nullable(), 'year that the figure is of', { index: true }),
  value: mark(z.number(), 'the figure in base units'),
  unit: mark(z.string().nullable(), 'base unit'),
  value_text: mark(z.string(), 'the figure as written'),
  labels: mark(z.record(z.string(), z.string()), 'further row labels: {heading: cell}', { json: true }),
  ...grounding,
});
export type Observation = z.infer<typeof observationSchema>;
export type ObservationRead = Omit<Observation, Envelope>;

export const observations = defineRecordType({
  name: 'observations',
  title: { zh: '指标数据', en: 'observations' },
  description: 'One per number in any other data table, in long form.',
  schema: observationSchema,
  naturalKey: ['table', 'indicator', 'area', 'year', 'labels'],
});
