import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType, grounding, identity, type Envelope } from '../record.js';
import { partialDate } from '../span.js';

export const comparators = ['eq', 'gte', 'gt', 'lte', 'lt', 'approx'] as const;

export const targetSchema = z.object({
  ...identity,
  indicator: mark(z.string(), 'what is counted or measured'),
  scope: mark(z.string().nullable(), 'whom it holds for, as written: 全市, 各设区市, an industry chain'),
  comparator: mark(z.enum(comparators), '达到 is gte, 超过 gt, 左右 approx, a bare figure eq'),
  value: mark(z.number().nullable(), 'the figure in base units; null for 全覆盖 and the like'),
  value_max: mark(z.number().nullable(), 'upper end of a range'),
  unit: mark(z.string().nullable(), 'base unit: 元, 家, 个, %, 个百分点, 倍'),
  value_text: mark(z.string().nullable(), 'the figure as written'),
  due: mark(partialDate.nullable(), 'date by which, to the precision given', { index: true }),
  growth: mark(z.enum(['annual', 'total']).nullable(), 'annual for 年均增长, total for growth by so much to a date'),
  direction: mark(z.enum(['increase', 'decrease']).nullable(), 'which way the figure moves, where said'),
  base_year: mark(z.int().nullable(), 'year it is compared with (较2024年)'),
  frequency: mark(z.enum(['yearly']).nullable(), 'yearly for 每年'),
  ...grounding,
});
export type Target = z.infer<typeof targetSchema>;
export type TargetRead = Omit<Target, Envelope>;

export const targets = defineRecordType({
  name: 'targets',
  title: { zh: '目标', en: 'targets' },
  description: 'One per quantified commitment about the future.',
  schema: targetSchema,
  naturalKey: ['indicator', 'scope', 'comparator', 'value', 'value_max', 'unit', 'due', 'frequency'],
});
