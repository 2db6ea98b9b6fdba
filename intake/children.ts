import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratchPrefix, type ProcessWatch } from '../pipeline/index.js';

/** Programs that one reading thread may have running at once: it reads one file after the other. */
const MOST = 16;

/**
 * The programs that a reading thread has started, in memory that it shares with the main thread: a thread that is ended
 * can't end them itself. Entries are process ids; a negative one is a group of processes, as `kill` takes it.
 */
export class Children implements ProcessWatch {
  private readonly slots: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(MOST * Int32Array.BYTES_PER_ELEMENT)) {
    this.slots = new Int32Array(memory);
  }

  started(id: number): void {
    for (let at = 0; at < MOST; at += 1) if (Atomics.compareExchange(this.slots, at, 0, id) === 0) return;
  }

  ended(id: number): void {
    for (let at = 0; at < MOST; at += 1) if (Atomics.compareExchange(this.slots, at, id, 0) === id) return;
  }

  /** Ends all that are still running. */
  end(): void {
    for (let at = 0; at < MOST; at += 1) {
      const id = Atomics.exchange(this.slots, at, 0);
      if (id !== 0) kill(id);
    }
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Takes away the folders that a thread had put files for other programs into. */
export function clearScratch(thread: number): void {
  const prefix = scratchPrefix(thread);
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix)))
    rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 3 });
}
