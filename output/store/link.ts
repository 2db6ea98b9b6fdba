import { sql } from 'kysely';
import type { Db } from './dialect.js';

/**
 * Gives notices their public ids: the first of those with one identity, by path and place in the file, has it
 * plain, the others have `~2`, `~3` … behind it. It depends on nothing but what is stored, so the order of ingesting does not show.
 * With `identities`, only those that an input has touched. Call it inside a transaction.
 */
export async function assignIds(db: Db, identities: readonly string[] | 'all'): Promise<void> {
  if (identities === 'all') return assign(db, sql``);
  const CHUNK = 1000;
  for (let from = 0; from < identities.length; from += CHUNK) {
    await assign(db, sql`where n.identity in (${sql.join(identities.slice(from, from + CHUNK))})`);
  }
}

async function assign(db: Db, which: ReturnType<typeof sql>): Promise<void> {
  const ranked = sql`select n.pk as pk, n.id as id, n.identity || case row_number() over equals when 1 then '' else '~' || row_number() over equals end as due
    from notices_rows as n join inputs as i on i.pk = n.input_pk ${which}
    window equals as (partition by n.identity order by i.path, n.sort_no)`;
  // Two steps, as ids are unique: what is to change first lets go of its old id.
  await sql`update notices_rows set id = null from (${ranked}) as x where x.pk = notices_rows.pk and x.id is not x.due`.execute(
    db,
  );
  await sql`update notices_rows set id = x.due from (${ranked}) as x where x.pk = notices_rows.pk and x.id is null`.execute(db);
}
