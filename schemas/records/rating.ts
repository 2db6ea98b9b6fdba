import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType, grounding, identity, type Envelope } from '../record.js';

export const ratingSchema = z.object({
  ...identity,
  subject_kind: mark(z.enum(['cluster', 'park', 'region']), 'what is rated'),
  subject: mark(z.string(), 'name of what is rated'),
  scheme: mark(z.string(), 'what is being rated, as the notice names it'),
  year: mark(z.int().nullable(), 'year rated, or of the list', { index: true }),
  grade: mark(z.string(), 'grade as written: 优秀, 五星级, 示范园区, …', { index: true }),
  score: mark(z.number().nullable(), 'points, where given'),
  rank: mark(z.int().nullable(), 'place in the ranking, where given'),
  ...grounding,
});
export type Rating = z.infer<typeof ratingSchema>;
export type RatingRead = Omit<Rating, Envelope>;

export const ratings = defineRecordType({
  name: 'ratings',
  title: { zh: '评价结果', en: 'ratings' },
  description: 'One per grade given.',
  schema: ratingSchema,
  naturalKey: ['subject_kind', 'subject', 'scheme', 'year', 'grade'],
});
