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

/** One of them by its id; null where it is not there. */
export async function linkById<T extends LinkTypeName>(driver: Driver, type: T, id: string): Promise<LinkOf[T] | null> {
  const row = await driver.get(`select * from ${type} where id = ?`, [id]);
  return row ? valueOf(type, row) : null;
}
