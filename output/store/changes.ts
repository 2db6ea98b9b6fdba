import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { LINK_TYPES, type LinkTypeName, type RecordTypeName } from '../../schemas/index.js';
import type { Lang } from '../messages.js';
import { ALL_LINK_MODELS, ALL_MODELS, MODELS } from '../model.js';
import { completeColumns, completeFrom } from './complete.js';
import type { Db } from './dialect.js';
import type { Driver, SqlValue } from './driver.js';
import { linkById, listLinks } from './entities/list.js';
import { LINK_PASS } from './entities/findings.js';
import { StoreError } from './errors.js';
import { insertRows } from './insert.js';
import { recordById } from './one.js';
import { inputReader, recordOf } from './read.js';
import type { Change, ChangePage } from './types.js';

// What has changed since somebody last asked. `changes` has one row for each record that there is or was, with a hash of its exported
// content and the number of the change that made it so. At the end of each pass over the whole store, what the touched inputs
// give now is held against it: a record that is made anew and says the same is no change.

/** An input that was stored or removed, and the identities of the notices that it holds or held. */
export interface Touched {
  path: string;
  identities: readonly string[];
}

/** Notes that the inputs' records are to be compared, and those of every input that shares a notice with one. */
export async function noteTouched(driver: Driver, touched: readonly Touched[]): Promise<void> {
  await driver.run('insert or ignore into changed_inputs (path) select value from json_each(?)', [
    JSON.stringify(touched.map(({ path }) => path)),
  ]);
  await driver.run(
    `insert or ignore into changed_inputs (path) select i.path from json_each(?) as t
     join notices_rows as n on n.identity = t.value join inputs as i on i.pk = n.input_pk`,
    [JSON.stringify([...new Set(touched.flatMap(({ identities }) => identities))])],
  );
}

/** The same for inputs whose notices the pass joins as page and attachment: each says so of itself. Call it before the pass and after it. */
export async function noteAttached(driver: Driver): Promise<void> {
  await driver.run(`insert or ignore into changed_inputs (path) select i.path from attachment_links_rows as l
    join notices_rows as n on n.id in (l.notice_id, l.attachment_id) join inputs as i on i.pk = n.input_pk`);
}

/** Brings the changes up to date. Call it inside a transaction, after the pass over the whole store. */
export async function recordChanges(driver: Driver, db: Db): Promise<void> {
  await driver.exec(`create temp table if not exists given_now (type text not null, id text not null, path text not null,
    linked integer not null, hash text not null, primary key (type, id)) without rowid; delete from given_now`);
  const read = inputReader(driver, db);
  for (const { pk, path } of await driver.all(
    'select i.pk, i.path from changed_inputs as c join inputs as i on i.path = c.path order by i.path',
  )) {
    await gather(driver, givenOf(await read(Number(pk)), String(path)));
  }
  await gather(driver, await linkedFindings(db));
  for (const { name } of ALL_LINK_MODELS) {
    for await (const batch of batched(listLinks(driver, name)))
      await gather(
        driver,
        batch.map((each) => given(name, each, '', 1)),
      );
  }
  await compare(driver);
  await driver.run('delete from changed_inputs');
}

/** A record as the list of changes keeps it. */
export type Given = [type: string, id: string, path: string, linked: number, hash: string];

function given(type: string, record: { id: string }, path: string, linked: 0 | 1): Given {
  return [type, record.id, path, linked, createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 32)];
}

/**
 * Records by type, as the list of changes keeps them. Of an input that is all but what the pass over the whole store has found
 * about it, which is gathered from all inputs (`linked`).
 */
export function givenOf(records: Record<string, Record<string, unknown>[]>, path: string, linked: 0 | 1 = 0): Given[] {
  return Object.entries(records).flatMap(([type, list]) =>
    list
      .filter((record) => linked === 1 || record['extractor'] !== LINK_PASS)
      .map((record) => given(type, withId(record), path, linked)),
  );
}

async function linkedFindings(db: Db): Promise<Given[]> {
  const model = MODELS.findings;
  const rows = await completeFrom(db, model)
    .select([...completeColumns(model), sql.ref('i.path').as('at_path')])
    .where('r.extractor', '=', LINK_PASS)
    .execute();
  return rows.map((row: Record<string, unknown>) =>
    given('findings', withId(recordOf(model, row, 'zh')), String(row['at_path']), 1),
  );
}

function withId(record: Record<string, unknown>): { id: string } {
  return { ...record, id: String(record['id']) };
}

async function gather(driver: Driver, rows: readonly Given[]): Promise<void> {
  await insertRows(driver, 'given_now', ['type', 'id', 'path', 'linked', 'hash'], rows);
}

async function compare(driver: Driver): Promise<void> {
  const last = async (): Promise<number> => Number((await driver.get('select max(seq) as seq from changes'))?.seq ?? 0);
  const before = await last();
  // The same content from another file, or from another step: no change to tell.
  await driver.run(`update changes set path = g.path, linked = g.linked from given_now as g
    where g.type = changes.type and g.id = changes.id and (g.path <> changes.path or g.linked <> changes.linked)`);
  await driver.run(
    `insert into changes (type, id, path, linked, hash, seq, added_seq, removed)
     select g.type, g.id, g.path, g.linked, g.hash, ? + row_number() over byname, ? + row_number() over byname, 0
     from given_now as g left join changes as c on c.type = g.type and c.id = g.id
     where c.id is null or c.removed = 1 or c.hash <> g.hash
     window byname as (order by g.type, g.id)
     on conflict (type, id) do update set hash = excluded.hash, seq = excluded.seq, removed = 0,
       added_seq = case changes.removed when 1 then excluded.seq else changes.added_seq end`,
    [before, before],
  );
  await driver.run(
    `update changes set removed = 1, seq = x.seq from (
       select c.type, c.id, ? + row_number() over (order by c.type, c.id) as seq from changes as c
       where c.removed = 0 and (c.linked = 1 or c.path in (select path from changed_inputs))
         and not exists (select 1 from given_now as g where g.type = c.type and g.id = c.id)) as x
     where x.type = changes.type and x.id = changes.id`,
    [await last()],
  );
  const after = await last();
  if (after === before) return;
  const mark = await markOf(driver, before);
  await driver.run('insert into change_passes (seq, mark) values (?, ?)', [after, mark]);
}

const PAGE = 5_000;

/** A few digits that the history up to now leads to, so that a cursor of another store is known for what it is. */
async function markOf(driver: Driver, before: number): Promise<string> {
  const former = await driver.get('select mark from change_passes where seq = ?', [before]);
  const hash = createHash('sha256').update(String(former?.mark ?? ''));
  let at = before;
  for (;;) {
    const rows = await driver.all('select seq, type, id, hash, removed from changes where seq > ? order by seq limit ?', [
      at,
      PAGE,
    ]);
    for (const row of rows) hash.update(JSON.stringify([row.type, row.id, row.hash, row.removed]));
    at = Number(rows.at(-1)?.seq ?? at);
    if (rows.length < PAGE) return hash.digest('hex').slice(0, 8);
  }
}

/** The beginning of the history: everything is new. */
export const START = 'start';

/** What came since the cursor, at most `limit` changes, and the cursor to ask with next. */
export async function readChanges(
  driver: Driver,
  db: Db,
  lang: Lang,
  { since, limit }: { since: string | null; limit: number },
): Promise<ChangePage> {
  const from = await seqOf(driver, since ?? START);
  const rows = await driver.all(
    `select seq, type, id, added_seq, removed from changes
     where seq > ? and not (removed = 1 and added_seq > ?) order by seq limit ?`,
    [from, from, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const changes: Change[] = [];
  for (const row of shown) {
    const [type, id] = [typeOf(row.type), String(row.id)];
    if (row.removed === 1) changes.push({ change: 'removed', type, id, record: null });
    else
      changes.push({
        change: Number(row.added_seq) > from ? 'added' : 'changed',
        type,
        id,
        record: await recordAt(driver, db, lang, type, id),
      });
  }
  const more = rows.length > limit;
  const to = more
    ? Number(shown.at(-1)?.seq ?? from)
    : Number((await driver.get('select max(seq) as seq from changes'))?.seq ?? 0);
  return { changes, cursor: await cursorAt(driver, to), more };
}

async function cursorAt(driver: Driver, seq: number): Promise<string> {
  return seq === 0 ? START : `${seq}-${await markAt(driver, seq)}`;
}

/** The mark of the pass that a change belongs to. */
async function markAt(driver: Driver, seq: number): Promise<string> {
  const pass = await driver.get('select mark from change_passes where seq >= ? order by seq limit 1', [seq]);
  return typeof pass?.mark === 'string' ? pass.mark : '';
}

async function seqOf(driver: Driver, cursor: string): Promise<number> {
  if (cursor === START) return 0;
  const [, digits, mark] = /^(\d{1,15})-([0-9a-f]{8})$/.exec(cursor) ?? [];
  if (digits !== undefined && mark !== undefined && (await markAt(driver, Number(digits))) === mark) return Number(digits);
  throw new StoreError(
    'unknown_cursor',
    `“${cursor}” is no cursor of this store.`,
    'Take the whole again, with the cursor “start”: the store was made anew, or the cursor is of another one.',
  );
}

function typeOf(name: SqlValue | undefined): RecordTypeName | LinkTypeName {
  const known = [...ALL_MODELS, ...ALL_LINK_MODELS].find((model) => model.name === name);
  if (!known) throw new StoreError('damaged', `The store has changes of an unknown type ${String(name)}.`, 'Update the program.');
  return known.name;
}

function isLink(type: RecordTypeName | LinkTypeName): type is LinkTypeName {
  return Object.hasOwn(LINK_TYPES, type);
}

async function recordAt(
  driver: Driver,
  db: Db,
  lang: Lang,
  type: RecordTypeName | LinkTypeName,
  id: string,
): Promise<Record<string, unknown> | null> {
  if (isLink(type)) return linkById(driver, type, id);
  return recordById(db, MODELS[type], id, lang);
}

async function* batched<T>(values: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const value of values) {
    batch.push(value);
    if (batch.length < 1000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
