import type { Driver } from '../store/driver.js';
import { openDriver } from '../store/driver.js';
import { StoreError } from '../store/errors.js';
import { checkPath } from '../store/sqlite.js';
import { changeOrder, inputChanges, linkChanges } from './changes.js';
import { foreignKeys, integrity, schema } from './database.js';
import { documents, history } from './documents.js';
import type { Fault } from './fault.js';
import { grounding } from './grounding.js';
import { links, lists, noticeIds } from './references.js';
import { MOST } from './rows.js';
import { searchIndexes } from './search.js';
import { stateOf, type StoreState } from './state.js';

/** What was looked at. */
export interface Checked extends Pick<StoreState, 'inputs' | 'notices' | 'due' | 'unlinked'> {
  faults: number;
}

type Check = (driver: Driver) => AsyncGenerator<Fault>;

const DURABLE: Readonly<Record<string, Check>> = { integrity, foreignKeys, documents, history };
const DERIVED: Readonly<Record<string, Check>> = {
  schema,
  noticeIds,
  lists,
  grounding,
  searchIndexes,
  changeOrder,
  inputChanges,
};
/** These hold once the pass over the whole store has been made. */
const LINKED: Readonly<Record<string, Check>> = { links, linkChanges };

/**
 * Looks for everything that can be wrong with a store, and changes nothing. It sees the store as it is at one moment, also while
 * others write. `onFault` hears of each fault and may take its time; memory stays the same however large the store is.
 * @throws StoreError where there is no store, or it cannot be opened
 */
export async function checkStore(path: string, onFault: (fault: Fault) => Promise<void> | void): Promise<Checked> {
  checkPath(path, true);
  const driver = await openDriver(path, { readOnly: true });
  try {
    await driver.run('begin');
    const state = await stateOf(driver);
    let faults = 0;
    for await (const fault of faultsOf(driver, state)) {
      faults += 1;
      await onFault(fault);
    }
    const { inputs, notices, due, unlinked } = state;
    return { inputs, notices, due, unlinked, faults };
  } finally {
    await driver.close();
  }
}

async function* faultsOf(driver: Driver, state: StoreState): AsyncGenerator<Fault> {
  yield* all(driver, DURABLE);
  if (!state.isCurrent) {
    yield { code: 'outdated', path: null, at: null, detail: '' };
    return;
  }
  yield* all(driver, DERIVED);
  if (state.unlinked === 0 && state.due === 0) yield* all(driver, LINKED);
}

/** One check after the other; one that cannot go on does not keep the others from their work. */
async function* all(driver: Driver, checks: Readonly<Record<string, Check>>): AsyncGenerator<Fault> {
  for (const [name, check] of Object.entries(checks)) {
    let found = 0;
    try {
      for await (const fault of check(driver)) {
        found += 1;
        yield fault;
      }
    } catch (error) {
      if (!isOfStore(error)) throw error;
      yield { code: 'unfinished', path: null, at: null, detail: `${name}, ${error.message}` };
    }
    if (found >= MOST) yield { code: 'more', path: null, at: null, detail: name };
  }
}

/** Errors that damage leads to: of SQLite, and of values that are not what they should be (JSON, schemas). */
function isOfStore(error: unknown): error is Error {
  return (
    error instanceof StoreError || error instanceof SyntaxError || (error instanceof Error && error.name.endsWith('ZodError'))
  );
}
