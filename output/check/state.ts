import type { Driver } from '../store/driver.js';
import { checkNotNewer, MIGRATIONS, versionOf } from '../store/migrations.js';
import { StoreError } from '../store/errors.js';
import { recordsAreCurrent } from '../store/records.js';

/** In which state a store is, as far as it says so itself. */
export interface StoreState {
  /** its tables are those that this program makes */
  isCurrent: boolean;
  inputs: number;
  notices: number;
  /** inputs whose records are to be made anew, as another version of the program made them */
  due: number;
  /** inputs that came in since the last pass over the whole store: an ingest is at work, or was ended before its last step */
  unlinked: number;
}

/** @throws StoreError where the file is no store of ours, or one of a newer program */
export async function stateOf(driver: Driver): Promise<StoreState> {
  const version = await versionOf(driver);
  checkNotNewer(version);
  if (version === 0)
    throw new StoreError('not_a_store', 'The file is empty.', 'Make a store first with: gongbao ingest PATH… --store STORE');
  const count = async (sql: string): Promise<number> => Number((await driver.get(`select count(*) as n from ${sql}`))?.n);
  const isCurrent = version === MIGRATIONS.length && (await recordsAreCurrent(driver));
  return {
    isCurrent,
    inputs: await count('inputs'),
    notices: isCurrent ? await count('notices_rows') : 0,
    due: await count(`inputs where pipeline = ''`),
    unlinked: version === MIGRATIONS.length ? await count('changed_inputs') : 0,
  };
}
