import { defineListing, idColumn } from '../kit/listing.js';

export const clusters = defineListing({
  type: 'clusters',
  summary: { en: 'list the industry clusters (产业集群) that notices name', zh: '列出公文提到的产业集群' },
  filters: ['place'],
  columns: [
    { head: { en: 'cluster', zh: '产业集群' }, cell: (cluster) => cluster.name },
    { head: { en: 'industry', zh: '产业' }, cell: (cluster) => cluster.industry },
    { head: { en: 'place', zh: '所在地' }, cell: (cluster) => cluster.place },
    { head: { en: 'park', zh: '园区' }, cell: (cluster) => cluster.park },
    { head: { en: 'page', zh: '页' }, cell: (cluster) => cluster.page },
    idColumn,
  ],
  examples: ['clusters --place 赣州市', 'clusters --text 稀土 --json'],
});
