import { sql, type RawBuilder } from 'kysely';
import { ALL_MODELS, isList, type RecordModel } from '../model.js';
import { listRows, rowsOf, slotColumn, slotsOf } from './tables.js';

/**
 * Every name that records bear, as rows of `notice_pk`, `record_type`, `record_key` (empty for a notice's own), `slot`, `position` and `meaning_pk`, which leads to
 * what the name was resolved to. Records lead to meanings from several tables: this is all of them in one.
 */
export function namesBorne(): RawBuilder<unknown> {
  return sql.join(ALL_MODELS.flatMap(ofModel), sql` union all `);
}

function ofModel(model: RecordModel): RawBuilder<unknown>[] {
  const own = slotsOf(model.fields.filter((field) => !isList(field))).map((slot) => ofRecord(model, slot));
  const items = model.fields
    .filter(isList)
    .flatMap((field) => slotsOf(field.items ?? []).map((slot) => ofItems(model, listRows(model, field), slot)));
  return [...own, ...items];
}

function ofRecord(model: RecordModel, slot: string): RawBuilder<unknown> {
  const [notice, key] = model.name === 'notices' ? [sql`r.pk`, sql.lit('')] : [sql`r.notice_pk`, sql`r.key`];
  const leads = sql.ref(`r.${slotColumn(slot)}`);
  return sql`select ${notice} as notice_pk, ${sql.lit(model.name)} as record_type, ${key} as record_key, ${sql.lit(slot)} as slot,
    ${sql.lit(0)} as position, ${leads} as meaning_pk from ${sql.table(rowsOf(model))} as r where ${leads} is not null`;
}

function ofItems(model: RecordModel, table: string, slot: string): RawBuilder<unknown> {
  const leads = sql.ref(`c.${slotColumn(slot)}`);
  return sql`select r.notice_pk as notice_pk, ${sql.lit(model.name)} as record_type, r.key as record_key, ${sql.lit(slot)} as slot,
    c.position as position, ${leads} as meaning_pk from ${sql.table(table)} as c join ${sql.table(rowsOf(model))} as r on r.pk = c.record_pk
    where ${leads} is not null`;
}
