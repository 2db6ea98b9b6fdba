import type { Lang } from '../messages.js';
import type { RecordModel } from '../model.js';
import { completeColumns, completeFrom, recordAlias } from './complete.js';
import type { Db } from './dialect.js';
import { hasId } from './filters.js';
import { recordOf } from './read.js';

/** The record with this id; null where there is none. */
export async function recordById(db: Db, model: RecordModel, id: string, lang: Lang): Promise<Record<string, unknown> | null> {
  const [row]: Record<string, unknown>[] = await completeFrom(db, model)
    .select(completeColumns(model))
    .where(hasId(model, id))
    .orderBy(`${recordAlias(model)}.pk`)
    .limit(1)
    .execute();
  return row ? recordOf(model, row, lang) : null;
}
