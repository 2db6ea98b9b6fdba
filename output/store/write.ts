import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Ingested } from '../../schemas/index.js';
import { ALL_MODELS } from '../model.js';
import { searchTable } from '../search/write.js';
import type { Driver, SqlValue } from './driver.js';
import { insertRows } from './insert.js';
import { storeMeanings } from './meanings.js';
import { Rows } from './rows.js';
import { Sheet } from './sheet.js';
import { recordTableNames, RESOLUTION_ROWS, rowsOf } from './tables.js';

const compress = promisify(gzip);

/** A JSON value as it is kept: gzip, as SQLite has no compression of its own. */
export async function packed(value: unknown): Promise<Uint8Array> {
  return compress(JSON.stringify(value));
}

/** Short name of an input for the ids of findings that have no notice. */
function pathId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** Rows that are gathered before they are inserted: a large input has millions, which must not be in memory all at once. */
const ROWS_GATHERED = 20_000;

/** Stores inputs with their documents and all their records. Their paths must not be there; call it inside a transaction. */
export async function insertInputs(driver: Driver, inputs: readonly Ingested[]): Promise<void> {
  const bodies = await Promise.all(inputs.map(({ document }) => packed(document)));
  const next = await nextKeys(driver);
  const meaningOf = await storeMeanings(
    driver,
    inputs.flatMap(({ notices }) => notices),
    next,
  );
  const rows = new Rows();
  for (const [at, ingested] of inputs.entries()) {
    const inputPk = next('inputs');
    addInput(rows, inputPk, ingested, bodies[at] ?? null);
    const sheet = new Sheet(ingested.input.path, inputPk, next, meaningOf, rows);
    sheet.addLinkedFiles(ingested.document.linkedFiles);
    sheet.addFindings(null, ingested.findings);
    for (const notice of ingested.notices) {
      sheet.addNotice(notice);
      if (rows.count >= ROWS_GATHERED) await insertAll(driver, rows);
    }
  }
  await insertAll(driver, rows);
}

function addInput(rows: Rows, pk: number, { input, fingerprint, document }: Ingested, body: SqlValue): void {
  const { path, file, sha256, bytes } = input;
  const columns = ['pk', 'path', 'path_id', 'file', 'sha256', 'bytes', 'pipeline', 'gazetteer'];
  rows.add('inputs', columns, [pk, path, pathId(path), file, sha256, bytes, fingerprint.pipeline, fingerprint.gazetteer]);
  const read = [pk, document.format, document.reader, document.pages, body];
  rows.add('documents', ['input_pk', 'format', 'reader', 'pages', 'body'], read);
}

/** Inserts what was gathered, each table after those it refers to, and lets go of it. */
async function insertAll(driver: Driver, rows: Rows): Promise<void> {
  for (const table of ['inputs', 'documents', ...recordTableNames(), ...ALL_MODELS.map(searchTable)]) {
    const filled = rows.tables.get(table);
    if (filled) await insertRows(driver, table, filled.columns, filled.rows);
  }
  rows.clear();
}

/** Hands out internal keys: one above the highest of each table. One writer at a time makes that safe. */
async function nextKeys(driver: Driver): Promise<(table: string) => number> {
  const tables = ['inputs', RESOLUTION_ROWS, ...ALL_MODELS.map(rowsOf)];
  const highest = await driver.get(`select ${tables.map((table) => `(select max(pk) from ${table}) as ${table}`).join(', ')}`);
  const last = new Map(tables.map((table) => [table, Number(highest?.[table] ?? 0)]));
  return (table) => {
    const key = (last.get(table) ?? 0) + 1;
    last.set(table, key);
    return key;
  };
}
