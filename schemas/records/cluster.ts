import { z } from 'zod';
import { mark } from '../marks.js';
import { defineRecordType, grounding, identity, type Envelope } from '../record.js';

export const clusterSchema = z.object({
  ...identity,
  name: mark(z.string(), 'name of the cluster, cleaned', { index: true }),
  park_id: mark(z.string().nullable(), 'gazetteer id of the park in its name, or in its row of a table', {
    resolved: { slot: 'park', take: 'entity_id' },
    index: true,
  }),
  park: mark(z.string().nullable(), 'official name of that park', { resolved: { slot: 'park', take: 'entity_name' } }),
  place_code: mark(z.string().nullable(), 'GB/T 2260 code of its place', {
    resolved: { slot: 'place', take: 'code' },
    index: true,
  }),
  place: mark(z.string().nullable(), 'county, city or province that its name or context puts it in', {
    resolved: { slot: 'place', take: 'entity_name' },
  }),
  industry: mark(z.string().nullable(), 'the name without its place or park and without 产业集群', {
    resolved: { slot: 'industry', take: 'rest' },
  }),
  ...grounding,
});
export type Cluster = z.infer<typeof clusterSchema>;
/** A cluster as the extractor reads it, before names are resolved. */
export type ClusterRead = Omit<Cluster, Envelope | 'park_id' | 'park' | 'place_code' | 'place' | 'industry'>;

export const clusters = defineRecordType({
  name: 'clusters',
  title: { zh: '产业集群', en: 'clusters' },
  description: 'One per cluster named in a notice.',
  schema: clusterSchema,
  naturalKey: ['name'],
});
