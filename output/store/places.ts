import { sql, type RawBuilder } from 'kysely';
import type { RecordTypeName } from '../../schemas/index.js';
import { MODELS } from '../model.js';
import { codeHead } from '../place-codes.js';
import { contains } from './dialect.js';
import { hasOwnPlace, PLACE_COLUMN, RESOLUTION_ROWS, slotColumn } from './tables.js';
import type { PlaceFilter } from './types.js';

// Where a record belongs, as expressions for a complete query (`n` the notice, `r` the record). A cluster belongs where its name or its surroundings put it, a
// rating where the cluster of its subject's name does, all else where its notice was issued; writing settles it (see write.ts).

export type PlaceColumn = 'entity_name' | 'code';

const RESOLUTIONS = sql.table(RESOLUTION_ROWS);

/** A record's place: its own, else its notice's. */
export function placeOf(type: RecordTypeName, column: PlaceColumn): RawBuilder<unknown> {
  if (hasOwnPlace(MODELS[type])) return meaning(sql.ref(`r.${PLACE_COLUMN}`), column);
  // A figure is of the area that its table names.
  if (type === 'observations' && column === 'entity_name') return sql`coalesce(r.area, ${placeOfNotice(column)})`;
  return placeOfNotice(column);
}

/** The region that the notice was issued by. */
export function placeOfNotice(column: PlaceColumn): RawBuilder<unknown> {
  return meaning(sql.ref(`n.${slotColumn('region')}`), column);
}

function meaning(pk: RawBuilder<unknown>, column: PlaceColumn): RawBuilder<unknown> {
  return sql`(select sp.${sql.id(column)} from ${RESOLUTIONS} as sp where sp.pk = ${pk})`;
}

/** Whether a record lies in a place: given by name or part of it, or by code, `3601` and `360100` covering what lies below them. */
export function inPlace(type: RecordTypeName, place: string | PlaceFilter): RawBuilder<boolean> {
  const places = placesNamed(typeof place === 'string' ? place : place.code);
  if (hasOwnPlace(MODELS[type])) return sql`${sql.ref(`r.${PLACE_COLUMN}`)} in (${places})`;
  const ofNotice = sql<boolean>`n.${sql.id(slotColumn('region'))} in (${places})`;
  if (type !== 'observations') return ofNotice;
  // Beside what notices of the place tell, what other notices' tables tell of it.
  if (typeof place !== 'string') {
    const named = place.names.map((name) => contains(sql.ref('r.area'), name));
    return sql`(${sql.join([ofNotice, ...named], sql` or `)})`;
  }
  if (isCode(place)) return ofNotice;
  return sql`(${contains(sql.ref('r.area'), place)} or (r.area is null and ${ofNotice}))`;
}

/**
 * The query for the keys of the records that lie in a place, as `pk`, where an index leads to them; null for figures of a name, which tables may put in
 * any place. What their notice's table has is looked up by its place and then by notice, without reading a record.
 */
export function recordsInPlace(type: RecordTypeName, place: string | PlaceFilter): RawBuilder<unknown> | null {
  if (type === 'observations' && !(typeof place === 'string' && isCode(place))) return null;
  const places = placesNamed(typeof place === 'string' ? place : place.code);
  const table = sql.table(`${type}_rows`);
  if (hasOwnPlace(MODELS[type]))
    return sql`select r.pk as pk from ${table} as r where ${sql.ref(`r.${PLACE_COLUMN}`)} in (${places})`;
  const notices = sql`from notices_rows as n where n.${sql.id(slotColumn('region'))} in (${places})`;
  return type === 'notices'
    ? sql`select n.pk as pk ${notices}`
    : sql`select r.pk as pk from ${table} as r where r.notice_pk in (select n.pk ${notices})`;
}

function isCode(place: string): boolean {
  return /^\d+$/.test(place);
}

/** The places of that name or below that code: few, and looked up once, not for each record. */
function placesNamed(place: string): RawBuilder<unknown> {
  const [code, name] = [sql.ref('sp.code'), sql.ref('sp.entity_name')];
  const prefix = codeHead(place);
  const test = isCode(place) ? sql`${code} >= ${prefix} and ${code} < ${`${prefix}:`}` : contains(name, place);
  return sql`select sp.pk from ${RESOLUTIONS} as sp where sp.kind = 'place' and ${test}`;
}

/** What the cluster that a rating names, in the same notice, has for its park. */
export function ratedPark(): RawBuilder<unknown> {
  return sql`(select sp.entity_name from clusters_rows as k join ${RESOLUTIONS} as sp on sp.pk = k.${sql.id(slotColumn('park'))}
    where k.notice_pk = r.notice_pk and k.name = r.subject and r.subject_kind = 'cluster' order by k.sort_no limit 1)`;
}
