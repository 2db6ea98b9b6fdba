import { LINK_TYPES, type LinkTypeName } from '../../../schemas/index.js';
import { LINK_MODELS, isList } from '../../model.js';
import type { Driver, Row } from '../driver.js';
import type { LinkOf } from '../types.js';

/** Values held at a time while listing. */
const PAGE = 500;

/** What the pass over the whole store made, in the order of ids; checked against its schema. */
export async function* listLinks<T extends LinkTypeName>(driver: Driver, type: T): AsyncGenerator<LinkOf[T]> {
  let after = '';
  for (;;) {
    const links = await linksAfter(driver, type, after, PAGE);
    yield* links;
    const last = links.at(-1);
    if (!last || links.length < PAGE) return;
    after = last.id;
  }
}

/** Those that come after an id, at most `limit`. */
export async function linksAfter<T extends LinkTypeName>(
  driver: Driver,
  type: T,
  after: string,
  limit: number,
): Promise<LinkOf[T][]> {
  const rows = await driver.all(`select * from ${type} where id > ? order by id limit ?`, [after, limit]);
  return rows.map((row) => valueOf(type, row));
}

function valueOf<T extends LinkTypeName>(type: T, row: Row): LinkOf[T] {
  const fields = LINK_MODELS[type].fields.map((field) => {
    const value = row[field.name];
    const isJson = isList(field) || field.value === 'json';
    return [field.name, isJson && typeof value === 'string' ? (JSON.parse(value) as unknown) : value];
  });
  return LINK_TYPES[type].schema.parse(Object.fromEntries(fields)) as LinkOf[T];
}

/** Where a link names the notices or records that it is about. */
const NAMED_IN: Record<LinkTypeName, (ids: string) => string> = {
  citation_links: (ids) => `notice_id in (${ids}) or cited_id in (${ids})`,
  attachment_links: (ids) => `notice_id in (${ids}) or attachment_id in (${ids})`,
  cluster_entities: (ids) => `id in (select m.id from cluster_entities_mentions as m where m.cluster_id in (${ids}))`,
};

/** Those that are about one of these notices (citations, attachments) or cluster records, in the order of their ids. */
export async function linksAbout<T extends LinkTypeName>(driver: Driver, type: T, ids: readonly string[]): Promise<LinkOf[T][]> {
  if (ids.length === 0) return [];
  const places = ids.map((_, i) => `?${i + 1}`).join(', ');
  const rows = await driver.all(`select * from ${type} where ${NAMED_IN[type](places)} order by id`, [...ids]);
  return rows.map((row) => valueOf(type, row));
}

/** One of them by its id; null where it is not there. */
export async function linkById<T extends LinkTypeName>(driver: Driver, type: T, id: string): Promise<LinkOf[T] | null> {
  const row = await driver.get(`select * from ${type} where id = ?`, [id]);
  return row ? valueOf(type, row) : null;
}
