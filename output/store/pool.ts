import { openDriver, type Connection, type Driver, type Row } from './driver.js';
import { StoreError } from './errors.js';
import { wantedSignal } from './wanted.js';

// Several connections to a store for reading. A connection answers one question at a time, so what runs on it can be ended (`sqlite3_interrupt`
// ends all that a connection does) without touching the questions of others.

/** Until a question that was ended says so: SQLite only hears of it while it works, not while it waits for a thread. */
const AGAIN_MS = 50;

/** Opens so many connections for reading to the file of a store. */
export async function openPool(path: string, connections: number): Promise<Driver> {
  const opened: Connection[] = [];
  try {
    // One more, for what is asked at every turn and must always be asked of the same one: has the store changed?
    for (let i = 0; i <= connections; i += 1) opened.push(await openDriver(path, { readOnly: true }));
  } catch (error) {
    for (const one of opened) await one.close();
    throw error;
  }
  const [first, ...others] = opened;
  if (!first) throw new Error('no connection');
  return new Pool(first, others);
}

class Pool implements Driver {
  private readonly idle: Connection[];
  private readonly waiting: ((connection: Connection) => void)[] = [];
  /** what is asked now */
  private readonly asked = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();

  constructor(
    private readonly watching: Connection,
    private readonly connections: readonly Connection[],
  ) {
    this.idle = [...connections];
  }

  exec(sql: string): Promise<void> {
    return this.lent((connection) => connection.exec(sql));
  }

  all(sql: string, params?: readonly unknown[]): Promise<Row[]> {
    // `data_version` can be compared with what the same connection said before only (SQLite, PRAGMA data_version).
    if (/^pragma data_version/i.test(sql)) return this.watching.all(sql, params);
    return this.lent((connection) => connection.all(sql, params));
  }

  async get(sql: string, params?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.all(sql, params))[0];
  }

  async run(sql: string, params?: readonly unknown[]): Promise<void> {
    await this.all(sql, params);
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    // Nothing is written through these connections.
    return work();
  }

  /** Ends what is asked, for nobody waits for it where the store is given back. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.asked);
    for (const connection of [this.watching, ...this.connections]) await connection.close();
  }

  private lent<T>(ask: (connection: Connection) => Promise<T>): Promise<T> {
    const answer = this.asking(ask).finally(() => this.asked.delete(answer));
    this.asked.add(answer);
    return answer;
  }

  /** Asks on a connection of its own, as long as somebody wants to know. */
  private async asking<T>(ask: (connection: Connection) => Promise<T>): Promise<T> {
    const given = wantedSignal();
    const signal = given ? AbortSignal.any([given, this.closing.signal]) : this.closing.signal;
    const connection = this.idle.pop() ?? (await new Promise<Connection>((resolve) => this.waiting.push(resolve)));
    try {
      if (signal.aborted) throw givenUp();
      return await endedBy(signal, connection, () => ask(connection));
    } finally {
      const next = this.waiting.shift();
      if (next) next(connection);
      else this.idle.push(connection);
    }
  }
}

async function endedBy<T>(signal: AbortSignal, connection: Connection, ask: () => Promise<T>): Promise<T> {
  let again: NodeJS.Timeout | undefined;
  const end = (): void => {
    connection.interrupt();
    again = setInterval(() => {
      connection.interrupt();
    }, AGAIN_MS);
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    return await ask();
  } finally {
    signal.removeEventListener('abort', end);
    clearInterval(again);
  }
}

/** What a question throws that nobody wants to know the answer of. */
function givenUp(): StoreError {
  return new StoreError('given_up', 'The question was given up.', 'Ask for less, or ask again.');
}
