import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { holdsPersonalNumber } from '../mask.js';
import type { Driver, Row } from './driver.js';
import type { MadeWith } from './types.js';

// Questions about a store as a whole.

const decompress = promisify(gunzip);

/** What the records were made with. */
export async function madeWith(driver: Driver): Promise<MadeWith> {
  const distinct = async (column: 'pipeline' | 'gazetteer'): Promise<string[]> =>
    (await driver.all(`select distinct ${column} as value from inputs order by value`)).map((row) => String(row.value));
  return { pipelines: await distinct('pipeline'), gazetteers: await distinct('gazetteer') };
}

/** A whole copy without the space that deletions leave, of one moment, also while others write. */
export async function copyTo(driver: Driver, path: string): Promise<void> {
  await driver.run('vacuum into ?', [path]);
}

/** Where text of notices is kept, with the key that leads through it: as read, as mended, and what paths held before. */
const KEPT = [
  `select n.pk as at, i.path as path, n.text as a, null as b from notices_rows as n join inputs as i on i.pk = n.input_pk where n.pk > ? order by n.pk limit 1`,
  `select i.pk as at, i.path as path, d.body as a, null as b from documents as d join inputs as i on i.pk = d.input_pk where i.pk > ? order by i.pk limit 1`,
  `select rowid as at, path, document as a, records as b from history where rowid > ? order by rowid limit 1`,
];

/** The path of the first input that a number of a person is kept of; null where there is none. One text is held at a time. */
export async function firstWithPersonalData(driver: Driver): Promise<string | null> {
  for (const query of KEPT) {
    for (let row = await driver.get(query, [0]); row; row = await driver.get(query, [row.at])) {
      if (await holdsAny(row)) return String(row.path);
    }
  }
  return null;
}

async function holdsAny({ a, b }: Row): Promise<boolean> {
  for (const kept of [a, b]) {
    const text = kept instanceof Uint8Array ? (await decompress(kept)).toString('utf8') : String(kept ?? '');
    if (holdsPersonalNumber(text)) return true;
  }
  return false;
}
