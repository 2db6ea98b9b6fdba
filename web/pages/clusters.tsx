import type { ClusterEntity, EntityRating, Mention } from '../../schemas/index.js';
import type { Store } from '../../output/index.js';
import type { Page } from './layout.js';
import { listPage } from './list.js';
import { clusterList } from './lists/clusters.js';
import { askedFilter } from '../filters.js';
import { readFilters } from './filters.js';
import { noticesOf, type NoticeHead } from './notice-heads.js';
import { readPage } from './paging.js';
import { notFound } from './page-error.js';
import { answerFiles, Files, Nothing } from './parts/foot.js';
import { Source } from './parts/records.js';
import { Table, type Column } from './parts/table.js';
import { recordPath, type View } from './view.js';
import { COMMA, field, typeName } from './words.js';

/** The list of clusters, with what each of them is over the years. */
export async function clustersPage(v: View): Promise<Page> {
  const { filter } = await askedFilter(readFilters('clusters', v.query), v.store, v.site.resolver);
  const { records } = await v.store.page('clusters', filter, readPage(v.query, undefined));
  return listPage(v, clusterList(await entitiesOf(v.store, records)));
}

/** The clusters over the years that some records are of, by the record's id. */
async function entitiesOf(store: Store, records: readonly { id: string }[]): Promise<Map<string, ClusterEntity>> {
  const wanted = new Set(records.map(({ id }) => id));
  const entities = await store.linksAbout('cluster_entities', [...wanted]);
  return new Map(
    entities.flatMap((entity) =>
      entity.mentions.filter(({ cluster_id }) => wanted.has(cluster_id)).map(({ cluster_id }) => [cluster_id, entity] as const),
    ),
  );
}

/** One cluster over the years: its grades and where it is named. */
export async function clusterPage(v: View, id: string): Promise<Page> {
  const entity = await v.store.getLink('cluster_entities', id);
  if (entity === null)
    throw notFound(
      { zh: '库中没有这个产业集群。', en: 'The store has no such cluster.' },
      { zh: '请从产业集群列表中查找。', en: 'Look for it in the list of clusters.' },
    );
  const notices = await noticesOf(
    v.store,
    [...entity.mentions, ...entity.ratings].map(({ notice_id }) => notice_id),
  );
  const path = `/api/v1/cluster_entities/${encodeURIComponent(id)}`;
  return {
    title: entity.name,
    section: '/clusters',
    crumbs: [{ title: v.say(typeName('clusters')), href: '/clusters' }],
    body: (
      <>
        <h1>{entity.name}</h1>
        <Facts v={v} entity={entity} />
        <Files v={v} files={answerFiles(path, {}, { path: `${path}/history` })} />
        <h2>{v.say({ zh: '历年评价', en: 'Grades over the years' })}</h2>
        {entity.ratings.length === 0 ? (
          <Nothing
            what={v.say({ zh: '没有它的评价结果。', en: 'It was given no grade.' })}
            hint={v.say({ zh: '有评价结果的通报入库后会列在这里。', en: 'Grades come with notices that rate it.' })}
          />
        ) : (
          Table(v, {
            caption: v.say({ zh: '历年评价', en: 'Grades over the years' }),
            columns: ratingColumns(v, notices),
            rows: entity.ratings,
          })
        )}
        <h2>{v.say({ zh: '提到它的公文', en: 'Where it is named' })}</h2>
        {Table(v, {
          caption: v.say({ zh: '提到它的公文', en: 'Where it is named' }),
          columns: mentionColumns(v, notices),
          rows: entity.mentions,
        })}
      </>
    ),
  };
}

const Facts = ({ v, entity }: { v: View; entity: ClusterEntity }) => {
  const facts: [string, string | null][] = [
    ['industry', entity.industry],
    ['place', entity.place],
    ['park', entity.park],
    ['names', entity.names.filter((name) => name !== entity.name).join(v.say(COMMA))],
    ['first_issued_on', entity.first_issued_on],
    ['last_issued_on', entity.last_issued_on],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div>
            <dt>{v.say(field(name))}</dt>
            <dd>
              {name === 'park' && entity.park_id !== null ? (
                <a href={v.href(`/names/${encodeURIComponent(entity.park_id)}`)}>{value}</a>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
};

function ratingColumns(v: View, notices: ReadonlyMap<string, NoticeHead>): Column<EntityRating>[] {
  return [
    { head: field('year'), kind: 'tight', cell: ({ year }) => year },
    {
      head: field('grade'),
      kind: 'tight',
      cell: ({ grade, notice_id, rating_id }) => <a href={v.href(recordPath(notice_id, rating_id))}>{grade}</a>,
    },
    { head: field('scheme'), kind: 'wide', cell: ({ scheme }) => scheme },
    { head: field('rank'), kind: 'number', cell: ({ rank }) => rank },
    { head: field('score'), kind: 'number', cell: ({ score }) => score },
    { head: { zh: '出处', en: 'Source' }, cell: ({ notice_id }) => <Source v={v} notice={notices.get(notice_id)} /> },
  ];
}

function mentionColumns(v: View, notices: ReadonlyMap<string, NoticeHead>): Column<Mention>[] {
  return [
    { head: field('issued_on'), kind: 'tight', cell: ({ issued_on }) => issued_on },
    {
      head: field('name'),
      kind: 'wide',
      cell: ({ name, notice_id, cluster_id }) => <a href={v.href(recordPath(notice_id, cluster_id))}>{name}</a>,
    },
    { head: { zh: '出处', en: 'Source' }, cell: ({ notice_id }) => <Source v={v} notice={notices.get(notice_id)} /> },
  ];
}
