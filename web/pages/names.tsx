import type { FC } from 'hono/jsx';
import { loadGazetteer } from '../../corpus/gazetteer.js';
import { entityOf, mentionsOf, type Entity, type Mentions } from '../../questions/index.js';
import type { Text } from '../site.js';
import type { Page } from './layout.js';
import { notFound } from './page-error.js';
import { answerFiles, Files } from './parts/foot.js';
import type { View } from './view.js';
import { COMMA, levelName, NAME_KIND_WORDS } from './words.js';

/** What the gazetteer knows of a park, place or organ, and where the store names it. */
export async function entityPage(v: View, id: string): Promise<Page> {
  const entity = entityOf(id, v.site.gazetteer ?? loadGazetteer(), v.site.resolver);
  if (entity === null)
    throw notFound(
      { zh: '地名录中没有这个编号。', en: 'The gazetteer knows no such id.' },
      { zh: '请从任务页“理解为”一栏，或集群的园区进入。', en: 'Ids come from the pages of tasks and clusters.' },
    );
  const mentions = await mentionsOf(entity, v.store);
  const path = `/api/v1/entities/${encodeURIComponent(id)}`;
  return {
    title: entity.name,
    section: '/',
    crumbs: [],
    body: (
      <>
        <h1>{entity.name}</h1>
        <Facts v={v} entity={entity} />
        <Files v={v} files={answerFiles(path, {}, { path: `${path}/facts` })} />
        <h2>{v.say({ zh: '库中提到它的', en: 'Where the store names it' })}</h2>
        <Where v={v} entity={entity} mentions={mentions} />
      </>
    ),
  };
}

const Facts: FC<{ v: View; entity: Entity }> = ({ v, entity }) => {
  const { kind, names, level, code, where, source, id } = entity;
  const levelWords = level === null ? null : v.say(levelName(level));
  const facts: [Text, string | null][] = [
    [{ zh: '类型', en: 'kind' }, v.say(NAME_KIND_WORDS[kind])],
    [{ zh: '级别', en: 'level' }, levelWords],
    [{ zh: '所在', en: 'in' }, where],
    [{ zh: '行政区划代码', en: 'GB/T 2260' }, code],
    [{ zh: '其他名称', en: 'other names' }, names.join(v.say(COMMA))],
    [{ zh: '编号', en: 'id' }, id],
    [{ zh: '来源', en: 'source' }, source],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div>
            <dt>{v.say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
};

/** How many records mean it, each leading to them. */
const Where: FC<{ v: View; entity: Entity; mentions: Mentions }> = ({ v, entity: { kind, id, name }, mentions }) => {
  const links: [Text, number, string][] =
    kind === 'organ'
      ? [
          [{ zh: '承担的任务', en: 'tasks' }, mentions.obligations, v.href('/obligations', { unit: name })],
          [{ zh: '发出的公文', en: 'notices that it signed' }, mentions.notices, v.href('/notices', { issuer: name })],
        ]
      : kind === 'park'
        ? [[{ zh: '产业集群', en: 'clusters' }, mentions.clusters, v.href('/clusters', { park: id })]]
        : [
            [{ zh: '公文', en: 'notices' }, mentions.notices, v.href('/notices', { place: id })],
            [{ zh: '产业集群', en: 'clusters' }, mentions.clusters, v.href('/clusters', { place: id })],
            [{ zh: '任务', en: 'tasks' }, mentions.obligations, v.href('/obligations', { place: id })],
          ];
  return (
    <ul class="tally">
      {links.map(([words, count, href]) => (
        <li>
          <a href={href}>
            <strong>{count.toLocaleString('en')}</strong>
            {v.say(words)}
          </a>
        </li>
      ))}
    </ul>
  );
};
