import type { ClusterEntity } from '../../../schemas/index.js';
import { choicesOf, type ListSpec } from '../list.js';
import { Source } from '../parts/records.js';
import type { View } from '../view.js';
import { field } from '../words.js';

/** The clusters that notices name, each with the cluster over the years that it is. */
export function clusterList(entities: ReadonlyMap<string, ClusterEntity>): ListSpec<'clusters'> {
  return {
    type: 'clusters',
    about: {
      zh: '公文中提到的产业集群，一次提及一行；点名称看它历年的评价和全部提及。',
      en: 'The clusters that notices name, one line for each time; a name leads to its grades over the years and all its mentions.',
    },
    fields: ['q', 'place', 'industry', 'park', 'issuer', 'notice'],
    sorts: [
      ['', { zh: '按公文顺序', en: 'as in the notices' }],
      ['name', { zh: '名称', en: 'name' }],
      ['place_code', { zh: '所在地', en: 'place' }],
    ],
    choices: async (v) => ({ industry: await choicesOf(v, 'clusters', 'industry', 40) }),
    columns: (v, { notices }) => [
      {
        head: field('name'),
        sort: 'name',
        kind: 'wide',
        cell: (cluster) => <Name v={v} name={cluster.name} entity={entities.get(cluster.id)} />,
      },
      { head: field('industry'), cell: (cluster) => cluster.industry },
      { head: field('place'), sort: 'place_code', cell: (cluster) => cluster.place },
      { head: field('park'), cell: (cluster) => cluster.park },
      {
        head: { zh: '最近评价', en: 'Last grade' },
        kind: 'tight',
        cell: (cluster) => {
          const last = entities.get(cluster.id)?.ratings.at(-1);
          return last === undefined ? null : `${last.year ?? ''} ${last.grade}`.trim();
        },
      },
      {
        head: { zh: '出处', en: 'Source' },
        cell: (cluster) => <Source v={v} notice={notices.get(cluster.notice_id)} page={cluster.page} />,
      },
    ],
  };
}

const Name = ({ v, name, entity }: { v: View; name: string; entity: ClusterEntity | undefined }) =>
  entity === undefined ? <>{name}</> : <a href={v.href(`/clusters/${encodeURIComponent(entity.id)}`)}>{name}</a>;
