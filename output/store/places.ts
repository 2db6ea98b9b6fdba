import { sql, type RawBuilder } from 'kysely';
import type { RecordTypeName } from '../../schemas/index.js';

// Where a record belongs, as expressions for a complete query (`n` the notice, `r` the record).

export type PlaceColumn = 'entity_name' | 'code';

/** A record's place: its own, else its notice's. */
export function placeOf(type: RecordTypeName, column: PlaceColumn): RawBuilder<unknown> {
  const own = ownPlace(type, column);
  return own.length > 0 ? sql`coalesce(${sql.join([...own, placeOfNotice(column)])})` : placeOfNotice(column);
}

/** What a record itself says of its place, best first. */
function ownPlace(type: RecordTypeName, column: PlaceColumn): RawBuilder<unknown>[] {
  switch (type) {
    case 'clusters':
      return [resolved(type, 'place', column)];
    case 'ratings':
      return [resolved(type, 'place', column), ratedCluster('place', column)];
    case 'observations':
      return column === 'code' ? [resolved(type, 'place', column)] : [sql.ref('r.area')];
    case 'notices':
    case 'targets':
    case 'obligations':
    case 'projects':
    case 'findings':
      return [];
  }
}

/** The region that the notice was issued by. */
export function placeOfNotice(column: PlaceColumn): RawBuilder<unknown> {
  return sql`(select rn.${sql.id(column)} from resolutions_rows as rn where rn.notice_pk = n.pk
    and rn.record_type = 'notices' and rn.record_key = '' and rn.slot = 'region' and rn.position = 0)`;
}

/** Of the cluster that a rating names, in the same notice: what a slot of it was resolved to. */
export function ratedCluster(slot: 'place' | 'park', column: PlaceColumn): RawBuilder<unknown> {
  return sql`(select rc.${sql.id(column)} from clusters_rows as k join resolutions_rows as rc on rc.notice_pk = k.notice_pk
    and rc.record_type = 'clusters' and rc.record_key = k.key and rc.slot = ${sql.lit(slot)} and rc.position = 0
    where k.notice_pk = r.notice_pk and k.name = r.subject and r.subject_kind = 'cluster' order by k.sort_no limit 1)`;
}

function resolved(type: RecordTypeName, slot: string, column: PlaceColumn): RawBuilder<unknown> {
  return sql`(select rr.${sql.id(column)} from resolutions_rows as rr where rr.notice_pk = n.pk
    and rr.record_type = ${sql.lit(type)} and rr.record_key = r.key and rr.slot = ${sql.lit(slot)} and rr.position = 0)`;
}
