import { createHash } from 'node:crypto';
import type { IngestedNotice, Resolution } from '../../schemas/index.js';
import { ALL_MODELS, isList } from '../model.js';
import { cell } from './cell.js';
import type { Driver, SqlValue } from './driver.js';
import { insertRows } from './insert.js';
import { listRows, MEANING_FIELDS, RESOLUTION_ROWS, rowsOf, slotColumn, slotsOf } from './tables.js';

// What names mean is kept once for all records of the store that bear the name in that meaning (see `resolutions_rows`).

/** Gives the key of the meaning of a resolution. */
export type KeyOf = (resolution: Resolution) => number;

/** Stores the meanings of all names of the notices that are not there yet; `next` hands out their keys. */
export async function storeMeanings(
  driver: Driver,
  notices: readonly IngestedNotice[],
  next: (table: string) => number,
): Promise<KeyOf> {
  const cells = new Map<string, SqlValue[]>();
  const digests = new Map<Resolution, string>();
  for (const resolution of notices.flatMap(resolutionsIn)) {
    const values = cellsOf(resolution);
    const digest = digestOf(values);
    digests.set(resolution, digest);
    cells.set(digest, values);
  }
  const keys = await keysThere(driver, [...cells.keys()]);
  const missing: SqlValue[][] = [];
  for (const [digest, values] of cells) {
    if (keys.has(digest)) continue;
    const pk = next(RESOLUTION_ROWS);
    keys.set(digest, pk);
    missing.push([pk, digest, ...values]);
  }
  await insertRows(driver, RESOLUTION_ROWS, ['pk', 'digest', ...MEANING_FIELDS.map(({ name }) => name)], missing);
  return (resolution) => {
    const pk = keys.get(digests.get(resolution) ?? digestOf(cellsOf(resolution)));
    if (pk === undefined) throw new Error('a resolution that is not of these notices');
    return pk;
  };
}

function resolutionsIn({ resolutions, records }: IngestedNotice): Resolution[] {
  return [...resolutions, ...Object.values(records).flatMap((list) => list.flatMap((record) => record.resolutions))];
}

function cellsOf(resolution: Resolution): SqlValue[] {
  const values: Record<string, unknown> = { ...resolution };
  return MEANING_FIELDS.map((field) => cell(field, values[field.name]));
}

function digestOf(cells: readonly SqlValue[]): string {
  return createHash('sha256').update(JSON.stringify(cells)).digest('base64url').slice(0, 16);
}

async function keysThere(driver: Driver, digests: readonly string[]): Promise<Map<string, number>> {
  const rows = await driver.all(`select digest, pk from ${RESOLUTION_ROWS} where digest in (select value from json_each(?))`, [
    JSON.stringify(digests),
  ]);
  return new Map(rows.map(({ digest, pk }) => [String(digest), Number(pk)]));
}

/** Every column that leads to a meaning, with its table, and how the table's rows are told by their input. */
function leads(): { table: string; column: string; ofInput: string }[] {
  return ALL_MODELS.flatMap((model) => {
    const own = slotsOf(model.fields.filter((field) => !isList(field))).map((slot) => ({
      ...{ table: rowsOf(model), column: slotColumn(slot), ofInput: 'input_pk = ?1' },
    }));
    const items = model.fields.filter(isList).flatMap((field) =>
      slotsOf(field.items ?? []).map((slot) => ({
        ...{ table: listRows(model, field), column: slotColumn(slot) },
        ofInput: `record_pk in (select pk from ${rowsOf(model)} where input_pk = ?1)`,
      })),
    );
    return [...own, ...items];
  });
}

/** The meanings that an input's names have. */
export async function meaningsOf(driver: Driver, inputPk: number): Promise<number[]> {
  const all = leads().map(({ table, column, ofInput }) => `select ${column} as pk from ${table} where ${ofInput}`);
  const rows = await driver.all(`select pk from (${all.join(' union ')}) where pk is not null`, [inputPk]);
  return rows.map(({ pk }) => Number(pk));
}

/** Deletes those of the meanings that no record's name has any more. */
export async function dropUnborne(driver: Driver, pks: readonly number[]): Promise<void> {
  const none = leads().map(({ table, column }) => `not exists (select 1 from ${table} as x where x.${column} = m.pk)`);
  await driver.run(
    `delete from ${RESOLUTION_ROWS} as m where m.pk in (select value from json_each(?)) and ${none.join(' and ')}`,
    [JSON.stringify(pks)],
  );
}
