import type { Driver, SqlValue } from './driver.js';

/** As many values as one statement takes; SQLite's own bound is 32766. */
const VALUES_AT_ONCE = 8_000;

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
  const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length));
  const into = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values `;
  const one = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += atOnce) {
    const batch = rows.slice(from, from + atOnce);
    await driver.run(into + batch.map(() => one).join(', '), batch.flat());
  }
}
