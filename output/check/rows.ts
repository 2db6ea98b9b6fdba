import type { Driver, Row } from '../store/driver.js';

/** So many rows of a question that no sound store answers are asked for; a store with more of them is beyond telling one by one. */
export const MOST = 1000;

/** The rows of a query, at most `MOST`. */
export function rowsFound(driver: Driver, sql: string): Promise<Row[]> {
  return driver.all(`${sql} limit ${MOST}`);
}
