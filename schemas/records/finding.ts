import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType, grounding, identity } from '../record.js';

const scalar = z.union([z.string(), z.number(), z.null()]);

/** A figure or name of a finding: what was expected, what was found. */
export const findingValue = scalar;

export const findingSchema = z.object({
  id: identity.id,
  notice_id: mark(z.string().nullable(), 'the notice it is about, null where it is about the file', {
    index: true,
    composed: 'notice_id',
    references: 'notices',
  }),
  file: mark(z.string(), 'base name of the input', { composed: 'file' }),
  check: mark(z.string(), 'which check: declared_count, sum, duplicate_row, …', { index: true }),
  severity: mark(z.enum(['info', 'warning', 'error']), 'info, warning or error'),
  message: mark(z.string(), 'the finding as a sentence, made from check and params'),
  params: mark(z.record(z.string(), scalar), 'the figures and names of the sentence', { json: true }),
  expected: mark(scalar, 'what should stand there', { json: true }),
  actual: mark(scalar, 'what stands there', { json: true }),
  rows: mark(z.array(z.int()), '序号 or row numbers it is about', { json: true }),
  quote: mark(z.string().nullable(), 'source text, null where there is none', { bulky: true, passage: true }),
  start: mark(grounding.start.nullable(), 'first UTF-16 offset of the quote in the notice text'),
  end: mark(grounding.end.nullable(), 'offset after the last one of the quote'),
  page: grounding.page,
  extractor: mark(z.string(), 'name and version of the check, e.g. `sum@1`'),
  confidence: grounding.confidence,
  evidence: grounding.evidence,
});
export type Finding = z.infer<typeof findingSchema>;
/** A finding as a check gives it: data only, the sentence is made at the edge. */
export type FindingRead = Omit<
  Finding,
  'id' | 'notice_id' | 'file' | 'message' | 'quote' | 'page' | 'extractor' | 'confidence' | 'evidence'
>;

export const findings = defineRecordType({
  name: 'findings',
  title: { zh: '核查发现', en: 'findings' },
  description: 'What the audit noticed.',
  schema: findingSchema,
  naturalKey: ['check', 'params', 'expected', 'actual', 'rows'],
});
