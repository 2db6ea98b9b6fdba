import type { OpenOptions, Store } from './types.js';

/**
 * Opens the store at `path`, a SQLite file. Opened for writing, it is made where it is missing and brought up to date
 * where it is older; `readOnly` demands one that is there. Throws a `StoreError` that says what to do.
 */
export async function openStore(path: string, options: OpenOptions = {}): Promise<Store> {
  // The query builder and the database library load here, not with the command line.
  const { openSqliteStore } = await import('./sqlite.js');
  return openSqliteStore(path, options);
}
