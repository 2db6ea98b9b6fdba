import type { SqlValue } from './driver.js';

/** Rows on their way into the store, table by table. */
export class Rows {
  readonly tables = new Map<string, { columns: readonly string[]; rows: SqlValue[][] }>();
  /** how many there are in all */
  count = 0;

  /** Adds a row; all rows of a table have the same columns. */
  add(table: string, columns: readonly string[], row: SqlValue[]): void {
    const known = this.tables.get(table);
    if (known) known.rows.push(row);
    else this.tables.set(table, { columns, rows: [row] });
    this.count += 1;
  }

  clear(): void {
    this.tables.clear();
    this.count = 0;
  }
}
