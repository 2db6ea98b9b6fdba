import { openDriver } from './store/driver.js';
import { StoreError } from './store/errors.js';
import { versionOf } from './store/migrations.js';
import { checkPath } from './store/sqlite.js';
import { copyTo } from './store/whole.js';

/**
 * Copies the store at `path` to the file `to`, which must be empty or not there yet: whole, as it is at one moment, also while others
 * write. A store of any version is copied, so that there is a copy before it is brought up to date. An error leaves a part of
 * the copy behind.
 * @throws StoreError where there is no store, or it cannot be read or the copy not be written
 */
export async function copyStore(path: string, to: string): Promise<void> {
  checkPath(path, true);
  const driver = await openDriver(path, { readOnly: true });
  try {
    if ((await versionOf(driver)) === 0)
      throw new StoreError('not_a_store', 'The file is empty.', 'Make a store first with: gongbao ingest PATH… --store STORE');
    await copyTo(driver, to);
  } finally {
    await driver.close();
  }
}
