import type { Store } from '../../output/index.js';
import type { ClusterEntity, EntityRating, Mention, NoticeRecord } from '../../schemas/index.js';
import type { Text } from '../kit/language.js';
import type { Terminal } from '../kit/terminal.js';

/** The notice of a mention or a grade, as far as a reader wants to know of it. */
interface Source {
  title: string | null;
  document_number: string | null;
  file: string;
}

/** A cluster with the notices that speak of it. */
export interface ClusterHistory extends ClusterEntity {
  mentions: (Mention & Source)[];
  ratings: (EntityRating & Source)[];
}

/** Joins the notices to what they say of the clusters. */
export async function historyData(store: Store, entities: readonly ClusterEntity[]): Promise<ClusterHistory[]> {
  const ids = new Set(entities.flatMap((e) => [...e.mentions, ...e.ratings].map((each) => each.notice_id)));
  const notices = new Map<string, NoticeRecord>();
  for (const id of ids) for await (const notice of store.list('notices', { notice: id })) notices.set(notice.id, notice);
  const source = (id: string): Source => {
    const { title = null, document_number = null, file = '' } = notices.get(id) ?? {};
    return { title, document_number, file };
  };
  return entities.map((entity) => ({
    ...entity,
    mentions: entity.mentions.map((m) => ({ ...m, ...source(m.notice_id) })),
    ratings: entity.ratings.map((r) => ({ ...r, ...source(r.notice_id) })),
  }));
}

const HEADS = {
  names: { en: 'names', zh: '名称' },
  place: { en: 'place', zh: '所在地' },
  park: { en: 'park', zh: '园区' },
  industry: { en: 'industry', zh: '产业' },
  mentions: { en: 'mentioned in', zh: '出现于' },
  ratings: { en: 'grades', zh: '历年评价' },
  date: { en: 'date', zh: '日期' },
  as: { en: 'as', zh: '写作' },
  notice: { en: 'notice', zh: '公文' },
  number: { en: 'number', zh: '发文字号' },
  year: { en: 'year', zh: '年度' },
  grade: { en: 'grade', zh: '等次' },
  score: { en: 'score', zh: '得分' },
  rank: { en: 'rank', zh: '位次' },
  scheme: { en: 'scheme', zh: '评价项目' },
} satisfies Record<string, Text>;

/** Most clusters that are shown whole; of more a table is shown to choose from. */
const SHOWN = 3;

/** The pages of a few clusters, or a table of many, with the ids that `--history` takes. */
export async function historyPages(all: readonly ClusterHistory[], terminal: Terminal): Promise<string> {
  if (all.length <= SHOWN) return (await Promise.all(all.map((each) => historyPage(each, terminal)))).join('');
  const { renderTable } = await import('../kit/table.js');
  const columns = [
    { head: terminal.say({ en: 'cluster', zh: '产业集群' }), cell: (e: ClusterHistory) => e.name },
    { head: terminal.say(HEADS.place), cell: (e: ClusterHistory) => e.place },
    { head: terminal.say(HEADS.park), cell: (e: ClusterHistory) => e.park },
    { head: terminal.say(HEADS.mentions), cell: (e: ClusterHistory) => e.mentions.length },
    { head: terminal.say(HEADS.ratings), cell: (e: ClusterHistory) => e.ratings.length },
    { head: 'id', cell: (e: ClusterHistory) => e.id, whole: true },
  ];
  return `${renderTable(all, columns, terminal.columns).join('\n')}\n`;
}

/** A cluster as a page for a terminal: what it is, where it is mentioned, its grades by year. */
async function historyPage(entity: ClusterHistory, terminal: Terminal): Promise<string> {
  const { renderTable } = await import('../kit/table.js');
  const say = (head: keyof typeof HEADS): string => terminal.say(HEADS[head]);
  const place = entity.place === null ? null : `${entity.place}${entity.place_code === null ? '' : ` (${entity.place_code})`}`;
  const facts: [keyof typeof HEADS, string | null][] = [
    ['names', entity.names.length > 1 ? entity.names.join('、') : null],
    ['place', place],
    ['park', entity.park],
    ['industry', entity.industry],
  ];
  const lines = [`${entity.name}  ${entity.id}`];
  for (const [head, value] of facts) if (value !== null) lines.push(`  ${say(head)}: ${value}`);
  lines.push('', `${say('mentions')}:`);
  const mentions = [
    { head: say('date'), cell: (m: Mention & Source) => m.issued_on, whole: true },
    { head: say('as'), cell: (m: Mention & Source) => m.name },
    { head: say('number'), cell: (m: Mention & Source) => m.document_number },
    { head: say('notice'), cell: (m: Mention & Source) => m.title ?? m.file },
  ];
  lines.push(...renderTable(entity.mentions, mentions, terminal.columns));
  if (entity.ratings.length > 0) {
    lines.push('', `${say('ratings')}:`);
    const ratings = [
      { head: say('year'), cell: (r: EntityRating & Source) => r.year },
      { head: say('grade'), cell: (r: EntityRating & Source) => r.grade },
      { head: say('score'), cell: (r: EntityRating & Source) => r.score },
      { head: say('rank'), cell: (r: EntityRating & Source) => r.rank },
      { head: say('scheme'), cell: (r: EntityRating & Source) => r.scheme },
      { head: say('number'), cell: (r: EntityRating & Source) => r.document_number ?? r.file },
    ];
    lines.push(...renderTable(entity.ratings, ratings, terminal.columns));
  }
  return `${lines.join('\n')}\n\n`;
}
