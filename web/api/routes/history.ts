import { z } from 'zod';
import { fieldLabel } from '../../../output/index.js';
import type { ClusterEntity } from '../../../schemas/index.js';
import { notFound } from '../errors.js';
import type { Route } from '../route.js';
import { tableParameters, tableRoutes, type Head, type Row } from '../table-routes.js';

const COLUMNS = [
  ...(['name', 'year', 'grade', 'scheme', 'rank', 'score'] as const),
  ...(['issued_on', 'notice_id', 'rating_id', 'cluster_id'] as const),
];
const HEADS: readonly Head[] = COLUMNS.map((name) => ({
  zh: fieldLabel(name, 'zh'),
  en: fieldLabel(name, 'en'),
  width: name === 'name' || name === 'scheme' ? 40 : 16,
}));

/** What a cluster is over the years as a table: its grades, then where it is named. */
export const historyRoutes = (): Route[] =>
  tableRoutes({
    path: '/api/v1/cluster_entities/{id}/history',
    operation: 'ClusterHistory',
    summary: 'The grades of a cluster over the years, and where it is named',
    row: 'grade and each mention',
    params: { id: z.string().describe('id of the cluster over the years') },
    query: tableParameters,
    errors: [404],
    name: { zh: '产业集群', en: 'cluster' },
    heads: () => HEADS,
    rows: async ({ store, params: { id } }) => {
      const entity = await store.getLink('cluster_entities', id);
      if (entity === null) throw notFound('The store has no such cluster.', 'Ids are those of /api/v1/cluster_entities.');
      return rowsOf(entity);
    },
  });

const rowsOf = ({ name, ratings, mentions }: ClusterEntity): Row[] => [
  ...ratings.map((each): Row => [
    name,
    each.year,
    each.grade,
    each.scheme,
    each.rank,
    each.score,
    null,
    each.notice_id,
    each.rating_id,
    null,
  ]),
  ...mentions.map((each): Row => [
    each.name,
    null,
    null,
    null,
    null,
    null,
    each.issued_on,
    each.notice_id,
    null,
    each.cluster_id,
  ]),
];
