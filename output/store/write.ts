import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Ingested } from '../../schemas/index.js';
import { ALL_MODELS } from '../model.js';
import { searchTable } from '../search/write.js';
import type { Driver, SqlValue } from './driver.js';
import { insertRows } from './insert.js';
import { storeMeanings } from './meanings.js';
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

/** Stores an input with its document and all its records. The path must not be there; call it inside a transaction. */
export async function insertInput(driver: Driver, { input, fingerprint, document, ...rest }: Ingested): Promise<void> {
  const body = await packed(document);
  const next = await nextKeys(driver);
  const inputPk = next('inputs');
  const columns = ['pk', 'path', 'path_id', 'file', 'sha256', 'bytes', 'pipeline', 'gazetteer'];
  const values = [
    inputPk,
    input.path,
    pathId(input.path),
    input.file,
    input.sha256,
    input.bytes,
    fingerprint.pipeline,
    fingerprint.gazetteer,
  ];
  await insertRows(driver, 'inputs', columns, [values]);
  const read: SqlValue[] = [inputPk, document.format, document.reader, document.pages, body];
  await insertRows(driver, 'documents', ['input_pk', 'format', 'reader', 'pages', 'body'], [read]);

  const meaningOf = await storeMeanings(driver, rest.notices, next);
  const sheet = new Sheet(input.path, inputPk, next, meaningOf);
  sheet.addLinkedFiles(document.linkedFiles);
  sheet.addFindings(null, rest.findings);
  for (const notice of rest.notices) sheet.addNotice(notice);
  for (const table of [...recordTableNames(), ...ALL_MODELS.map(searchTable)]) {
    const filled = sheet.tables.get(table);
    if (filled) await insertRows(driver, table, filled.columns, filled.rows);
  }
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
