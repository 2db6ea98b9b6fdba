import type { Driver, SqlValue } from './driver.js';

/**
 * Rows that one statement takes, the most first. Few sizes, so that a table has few statements: each is kept compiled, with the values
 * it was given last, and one for every number of rows that comes along adds up to a hundred megabytes.
 */
const ROWS_AT_ONCE = [64, 16, 4, 1];

/**
 * Inserts rows given as lists of values in the order of `columns`, many at a time: each call to the
 * driver costs a change of threads. Written as text, since a query builder's tree for thousands of values costs more than running it.
 */
export async function insertRows(
  driver: Driver,
  table: string,
  columns: readonly string[],
  rows: readonly SqlValue[][],
): Promise<void> {
  const into = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values `;
  const one = `(${columns.map(() => '?').join(', ')})`;
  let from = 0;
  for (const size of ROWS_AT_ONCE) {
    const statement = into + Array<string>(size).fill(one).join(', ');
    for (; rows.length - from >= size; from += size) await driver.run(statement, rows.slice(from, from + size).flat());
  }
}
