import { createHash } from 'node:crypto';
import type { Driver, Row } from '../store/driver.js';
import { readDocument, unpacked } from '../store/read.js';
import type { Fault } from './fault.js';

/** Every input has its document, which can be unpacked and is what its row says. One is held at a time. */
export async function* documents(driver: Driver): AsyncGenerator<Fault> {
  const next = `select i.pk, i.path, i.path_id, d.input_pk, d.format, d.reader, d.pages, d.body
    from inputs as i left join documents as d on d.input_pk = i.pk where i.pk > ? order by i.pk limit 1`;
  for (let row = await driver.get(next, [0]); row; row = await driver.get(next, [row.pk])) {
    const path = String(row.path);
    if (row.path_id !== createHash('sha256').update(path).digest('hex').slice(0, 16))
      yield { code: 'input', path, at: null, detail: 'path_id' };
    const wrong = await faultOfDocument(row);
    if (wrong !== null) yield { path, at: null, ...wrong };
  }
}

async function faultOfDocument(row: Row): Promise<Pick<Fault, 'code' | 'detail'> | null> {
  if (row.input_pk === null) return { code: 'document_missing', detail: '' };
  const document = await readDocument(row.body).catch(() => null);
  if (document === null) return { code: 'document_unreadable', detail: '' };
  const other = (['format', 'reader', 'pages'] as const).find((name) => document[name] !== row[name]);
  return other === undefined ? null : { code: 'document_differs', detail: other };
}

/** What paths held before can be unpacked. */
export async function* history(driver: Driver): AsyncGenerator<Fault> {
  const next = `select rowid as at, path, version, document, records from history where rowid > ? order by rowid limit 1`;
  for (let row = await driver.get(next, [0]); row; row = await driver.get(next, [row.at])) {
    const read = await Promise.all([readDocument(row.document), unpacked(row.records)]).catch(() => null);
    if (read === null) yield { code: 'history', path: String(row.path), at: null, detail: String(row.version) };
  }
}
