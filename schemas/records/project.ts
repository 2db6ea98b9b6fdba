import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType, grounding, identity, type Envelope } from '../record.js';
import { partialDate } from '../span.js';

export const projectSchema = z.object({
  ...identity,
  table: mark(z.string().nullable(), 'title of the table', { index: true }),
  seq: mark(z.int().nullable(), '序号'),
  name: mark(z.string(), 'name of the project'),
  investment_cny: mark(z.number().nullable(), 'total investment in yuan, whatever unit the head gives', { index: true }),
  period_start: mark(partialDate.nullable(), 'start of construction', { index: true }),
  period_end: mark(partialDate.nullable(), 'end of construction'),
  period_text: mark(z.string().nullable(), 'construction period as written'),
  content: mark(z.string().nullable(), 'what is built', { bulky: true }),
  other: mark(z.record(z.string(), z.string()), 'the other columns: {heading: cell}', { json: true }),
  ...grounding,
});
export type Project = z.infer<typeof projectSchema>;
export type ProjectRead = Omit<Project, Envelope>;

export const projects = defineRecordType({
  name: 'projects',
  title: { zh: '项目', en: 'projects' },
  description: 'One per row of a project table.',
  schema: projectSchema,
  naturalKey: ['table', 'seq', 'name'],
});
