import { ALL_LINK_MODELS, MODELS } from '../model.js';
import { givenOf, type Given } from '../store/changes.js';
import { completeColumns, completeFrom } from '../store/complete.js';
import { queryBuilder } from '../store/dialect.js';
import type { Driver, Row } from '../store/driver.js';
import { LINK_PASS } from '../store/entities/findings.js';
import { listLinks } from '../store/entities/list.js';
import { inputReader, recordOf } from '../store/read.js';
import type { Fault } from './fault.js';
import { rowsFound } from './rows.js';

// The list of changes has a hash of what each record said when it was stored. It is held against what there is: a record that
// was edited, lost or slipped in by another hand shows.

/** Numbers of changes: each has its own, none is above the last pass, none before the one it was added by. */
export async function* changeOrder(driver: Driver): AsyncGenerator<Fault> {
  const wrong = `select type, id, path, seq, added_seq from changes
    where seq > (select coalesce(max(seq), 0) from change_passes) or added_seq > seq or seq < 1 order by seq`;
  for (const { type, id, path, seq, added_seq } of await rowsFound(driver, wrong)) {
    yield {
      code: 'change_order',
      path: String(path),
      at: `${String(type)} ${String(id)}`,
      detail: `${String(added_seq)}, ${String(seq)}`,
    };
  }
}

/** What inputs give, one at a time. Those that came in since the last pass, or are due to be read again, are left out. */
export async function* inputChanges(driver: Driver): AsyncGenerator<Fault> {
  const read = inputReader(driver, queryBuilder(driver));
  const next = `select pk, path from inputs where pk > ? and pipeline <> ''
    and path not in (select path from changed_inputs) order by pk limit 1`;
  for (let row = await driver.get(next, [0]); row; row = await driver.get(next, [row.pk])) {
    const path = String(row.path);
    const given = givenOf(await read(Number(row.pk)), path);
    yield* compared(path, given, await noted(driver, path));
  }
  const gone = `select type, id, path from changes where removed = 0 and linked = 0
    and path not in (select path from inputs) and path not in (select path from changed_inputs) order by path, type, id`;
  for (const { type, id, path } of await rowsFound(driver, gone))
    yield { code: 'change_extra', path: String(path), at: `${String(type)} ${String(id)}`, detail: '' };
}

/** Hashes by type and id of what the changes say is there of an input. */
async function noted(driver: Driver, path: string): Promise<Map<string, string>> {
  const rows = await driver.all('select type, id, hash from changes where path = ? and removed = 0 and linked = 0', [path]);
  return new Map(rows.map(({ type, id, hash }) => [`${String(type)} ${String(id)}`, String(hash)]));
}

function* compared(path: string | null, given: readonly Given[], left: Map<string, string>): Generator<Fault> {
  for (const [type, id, , , hash] of given) {
    const at = `${type} ${id}`;
    const then = left.get(at);
    left.delete(at);
    if (then === undefined) yield { code: 'change_missing', path, at, detail: '' };
    else if (then !== hash) yield { code: 'change_differs', path, at, detail: '' };
  }
  for (const at of left.keys()) yield { code: 'change_extra', path, at, detail: '' };
}

/** What the pass over the whole store has made. */
export async function* linkChanges(driver: Driver): AsyncGenerator<Fault> {
  for (const { name } of ALL_LINK_MODELS) {
    let count = 0;
    for await (const link of listLinks(driver, name)) {
      count += 1;
      yield* onePassed(driver, givenOf({ [name]: [{ ...link }] }, '', 1));
    }
    yield* counted(driver, name, count);
  }
  yield* linkFindings(driver);
}

/** Findings held at a time. */
const PAGE = 500;

async function* linkFindings(driver: Driver): AsyncGenerator<Fault> {
  const model = MODELS.findings;
  const query = completeFrom(queryBuilder(driver), model)
    .select([...completeColumns(model), 'r.pk as row_pk', 'i.path as row_path'])
    .where('r.extractor', '=', LINK_PASS)
    .orderBy('r.pk')
    .limit(PAGE);
  let count = 0;
  for (let after = 0; ;) {
    const rows: Record<string, unknown>[] = await query.where('r.pk', '>', after).execute();
    count += rows.length;
    for (const row of rows)
      yield* onePassed(driver, givenOf({ findings: [recordOf(model, row, 'zh')] }, String(row.row_path), 1));
    if (rows.length < PAGE) break;
    after = Number(rows.at(-1)?.row_pk);
  }
  yield* counted(driver, 'findings', count);
}

async function* onePassed(driver: Driver, [one]: readonly Given[]): AsyncGenerator<Fault> {
  if (!one) return;
  const [type, id, path] = one;
  const row = await driver.get('select hash from changes where type = ? and id = ? and removed = 0 and linked = 1', [type, id]);
  yield* compared(path === '' ? null : path, [one], notedOne(row, `${type} ${id}`));
}

const notedOne = (row: Row | undefined, at: string): Map<string, string> => new Map(row ? [[at, String(row.hash)]] : []);

/** As many of a type as the changes say there are. */
async function* counted(driver: Driver, type: string, count: number): AsyncGenerator<Fault> {
  const noted = await driver.get('select count(*) as n from changes where type = ? and removed = 0 and linked = 1', [type]);
  if (Number(noted?.n) > count) yield { code: 'change_extra', path: null, at: type, detail: '' };
}
