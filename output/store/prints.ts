import { existsSync, readFileSync } from 'node:fs';
import { workedOutPrints, type StorePrints } from './records.js';

/** Where the build keeps the prints, seen from its chunks: working them out means writing every table and view, a tenth of a question's time. */
const PREPARED = new URL('../store.json', import.meta.url);

/** The prints of this program, worked out from the schemas: what the build keeps. */
export const prepareStorePrints = workedOutPrints;

/** What the build has prepared is ours; from the sources it is worked out now. */
export function preparedPrints(): StorePrints {
  return existsSync(PREPARED) ? (JSON.parse(readFileSync(PREPARED, 'utf8')) as StorePrints) : workedOutPrints();
}
