import PQueue from 'p-queue';
import type { Store } from '../output/index.js';
import type { Ingested } from '../schemas/index.js';

/** What is stored at once, at most: so many inputs, and about so many characters of text. */
const MOST = { inputs: 16, characters: 200_000 };
/** No input waits longer for others to be stored with it. */
const WAIT_MS = 1_000;

/**
 * Stores what was read, one transaction at a time. Inputs that come soon after each other are stored in one: the full-text indexes
 * are then written once for all of them, which saves about a quarter of the work. A crash costs those that were not stored yet, which are read again.
 */
export class Writer {
  private readonly writes = new PQueue({ concurrency: 1 });
  private gathered: Gathered = nothing();

  constructor(private readonly store: Pick<Store, 'put'>) {}

  /** Takes an input; `stored` is kept when it is in the store, `room` when another one may be brought. */
  add(ingested: Ingested): { stored: Promise<void>; room: Promise<void> } {
    const { gathered } = this;
    gathered.inputs.push(ingested);
    gathered.characters += charactersIn(ingested);
    gathered.due ??= setTimeout(this.flush, WAIT_MS);
    if (gathered.inputs.length >= MOST.inputs || gathered.characters >= MOST.characters) this.flush();
    // One group is being stored, another may wait, a third is gathered: no more than that is in memory.
    return { stored: gathered.stored.promise, room: this.writes.onSizeLessThan(1) };
  }

  /** Stores what there is without waiting for more. */
  readonly flush = (): void => {
    const { inputs, due, stored } = this.gathered;
    if (inputs.length === 0) return;
    clearTimeout(due ?? undefined);
    this.gathered = nothing();
    void this.writes.add(() => this.store.put(...inputs)).then(stored.resolve, stored.reject);
  };

  /** Everything that was taken is in the store, or could not be stored. */
  async idle(): Promise<void> {
    this.flush();
    await this.writes.onIdle();
  }
}

interface Gathered {
  inputs: Ingested[];
  characters: number;
  due: NodeJS.Timeout | null;
  stored: { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void };
}

function nothing(): Gathered {
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((kept, broken) => {
    [resolve, reject] = [kept, broken];
  });
  // Those who wait for it are told; before they do, and where none does, it is no fault of the process.
  promise.catch(() => undefined);
  return { inputs: [], characters: 0, due: null, stored: { promise, resolve, reject } };
}

function charactersIn({ notices }: Ingested): number {
  return notices.reduce((sum, { head }) => sum + head.text.length, 0);
}
