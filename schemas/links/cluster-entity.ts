import { z } from 'zod';
import { mark } from '../marks.js';
import { partialDate } from '../span.js';

/** One place where a cluster is named. */
export const mentionSchema = z.object({
  cluster_id: mark(z.string(), 'id of the record in `clusters`', { references: 'clusters' }),
  notice_id: mark(z.string(), 'the notice that names it', { references: 'notices' }),
  name: mark(z.string(), 'the name as that notice has it'),
  issued_on: mark(partialDate.nullable(), '成文日期 of the notice'),
});

/** One grade that a cluster was given. */
export const entityRatingSchema = z.object({
  rating_id: mark(z.string(), 'id of the record in `ratings`', { references: 'ratings' }),
  notice_id: mark(z.string(), 'the notice that gives it', { references: 'notices' }),
  scheme: mark(z.string(), 'what is being rated'),
  year: mark(z.int().nullable(), 'year rated, or of the list'),
  grade: mark(z.string(), 'grade as written'),
  score: mark(z.number().nullable(), 'points, where given'),
  rank: mark(z.int().nullable(), 'place in the ranking, where given'),
});

export const clusterEntitySchema = z.object({
  id: mark(z.string(), 'stable id, made of its place or park and its industry'),
  name: mark(z.string(), 'the name that most notices use, of those the longest', { index: true }),
  names: mark(z.array(z.string()), 'all names that it goes by'),
  place_code: mark(z.string().nullable(), 'GB/T 2260 code of its place', { index: true }),
  place: mark(z.string().nullable(), 'county, city or province'),
  park_id: mark(z.string().nullable(), 'gazetteer id of its park', { index: true }),
  park: mark(z.string().nullable(), 'official name of that park'),
  industry: mark(z.string(), 'its industry, as most notices write it'),
  first_issued_on: mark(partialDate.nullable(), 'date of the earliest notice that names it'),
  last_issued_on: mark(partialDate.nullable(), 'date of the latest one'),
  mentions: mark(z.array(mentionSchema), 'where it is named, by date; a notice that stands in several files counts once'),
  ratings: mark(z.array(entityRatingSchema), 'the grades it was given, by year'),
});
export type ClusterEntity = z.infer<typeof clusterEntitySchema>;
export type Mention = z.infer<typeof mentionSchema>;
export type EntityRating = z.infer<typeof entityRatingSchema>;
