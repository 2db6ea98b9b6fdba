import type { Database, Statement } from 'sqlite3';
import { StoreError, type StoreErrorCode } from './errors.js';

/** What SQLite holds in one cell. */
export type SqlValue = string | number | Uint8Array | null;
export type Row = Record<string, SqlValue>;

/**
 * All that the store asks of a SQLite library. This file alone knows the `sqlite3` package, which is
 * archived upstream: another library takes its place by offering these methods.
 */
export interface Driver {
  /** Runs statements that give no rows and take no parameters. */
  exec(sql: string): Promise<void>;
  all(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  get(sql: string, params?: readonly unknown[]): Promise<Row | undefined>;
  run(sql: string, params?: readonly unknown[]): Promise<void>;
  /** Runs `work` in one transaction, after those asked for before; anything thrown undoes all of it. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** One connection: what it does now can be ended from outside; it then throws a `StoreError` with the code `given_up`. */
export interface Connection extends Driver {
  interrupt(): void;
}

const BUSY_TIMEOUT_MS = 10_000;
/** Pages that a connection keeps in memory, in KiB: SQLite's own 2 MiB do not hold the upper pages of a large store's indexes. */
const CACHE_KIB = 32 * 1024;
/** Compiled statements kept for use again. */
const STATEMENTS_KEPT = 200;

/** Opens a SQLite file. One that is opened for reading only must exist; another is created where it does not. */
export async function openDriver(path: string, options: { readOnly: boolean }): Promise<Connection> {
  // Loaded here, so that commands which need no store do not pay for a native module.
  const { default: sqlite } = await import('sqlite3');
  const mode = options.readOnly ? sqlite.OPEN_READONLY : sqlite.OPEN_READWRITE | sqlite.OPEN_CREATE;
  const db = await new Promise<Database>((resolve, reject) => {
    const opened: Database = new sqlite.Database(path, mode, (error) => {
      if (error) reject(storeError(error));
      else resolve(opened);
    });
  });
  const driver = new Sqlite3Driver(db);
  try {
    // A negative size counts KiB, a positive one pages.
    await driver.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA foreign_keys = ON; PRAGMA cache_size = -${CACHE_KIB}`);
    // The header is read by the first statement, not by opening: a file that is no database is found out here.
    await driver.get('PRAGMA schema_version');
    if (!options.readOnly) await driver.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

class Sqlite3Driver implements Connection {
  /** The last transaction asked for; the next one waits for it, as one connection holds one at a time. */
  private last: Promise<unknown> = Promise.resolve();

  private readonly statements = new Map<string, Statement>();

  constructor(private readonly db: Database) {
    db.serialize();
  }

  exec(sql: string): Promise<void> {
    return settle((done) => this.db.exec(sql, done));
  }

  async all(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const statement = this.kept(sql) ?? (await this.prepare(sql));
    return new Promise((resolve, reject) => {
      statement.all<Row>(params, (error, rows) => {
        if (error) reject(storeError(error));
        else resolve(rows);
      });
    });
  }

  async get(sql: string, params: readonly unknown[] = []): Promise<Row | undefined> {
    // By `all`: the package's own `get` leaves the statement, and with it a read transaction, open.
    return (await this.all(sql, params))[0];
  }

  async run(sql: string, params: readonly unknown[] = []): Promise<void> {
    await this.all(sql, params);
  }

  /** The compiled statement of an SQL text that was used lately; compiling costs more than most runs. */
  private kept(sql: string): Statement | undefined {
    const statement = this.statements.get(sql);
    if (!statement) return undefined;
    this.statements.delete(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private async prepare(sql: string): Promise<Statement> {
    const statement = await new Promise<Statement>((resolve, reject) => {
      this.db.prepare(sql, function (error) {
        if (error) reject(storeError(error));
        else resolve(this);
      });
    });
    // Another call may have prepared the same text meanwhile.
    this.statements.get(sql)?.finalize();
    this.statements.set(sql, statement);
    const [oldest] = this.statements.keys();
    if (this.statements.size > STATEMENTS_KEPT && oldest !== undefined) {
      this.statements.get(oldest)?.finalize();
      this.statements.delete(oldest);
    }
    return statement;
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(() => this.inTransaction(work));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async inTransaction<T>(work: () => Promise<T>): Promise<T> {
    // IMMEDIATE takes the write lock at once: waiting happens here, where waiting is safe, not in the midst of the work.
    await this.run('BEGIN IMMEDIATE');
    try {
      const result = await work();
      await this.run('COMMIT');
      return result;
    } catch (error) {
      // SQLite undoes the transaction by itself after some errors (a full disk); a second ROLLBACK then fails, rightly.
      await this.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  interrupt(): void {
    this.db.interrupt();
  }

  async close(): Promise<void> {
    await this.last;
    for (const statement of this.statements.values()) statement.finalize();
    this.statements.clear();
    await settle((done) => {
      this.db.close(done);
    });
  }
}

function settle(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error) reject(storeError(error));
      else resolve();
    });
  });
}

/** SQLite's result codes, with what they mean to a person. */
const CAUSES: Record<string, [StoreErrorCode, string, string]> = {
  SQLITE_NOTADB: ['not_a_store', 'The file is not a SQLite database.', 'Give the path of a store, or of a file yet to be made.'],
  SQLITE_BUSY: ['locked', 'Another program holds the store.', 'Wait until it has finished, or close it, and try again.'],
  SQLITE_LOCKED: ['locked', 'The store is in use.', 'Wait until the other work has finished and try again.'],
  SQLITE_READONLY: ['read_only', 'The store cannot be written.', 'Check the permissions of the file and of its folder.'],
  SQLITE_PERM: ['unreadable', 'The store may not be opened.', 'Check the permissions of the file and of its folder.'],
  SQLITE_CANTOPEN: [
    'unreadable',
    'The store cannot be opened.',
    'Check the path and the permissions of the file and its folder.',
  ],
  SQLITE_INTERRUPT: ['given_up', 'The question was given up.', 'Ask for less, or ask again.'],
  SQLITE_FULL: ['no_space', 'The disk is full.', 'Free some space and run the command again; what was stored before is whole.'],
  SQLITE_IOERR: ['unreadable', 'The disk could not be read or written.', 'Check the disk, then run the command again.'],
  SQLITE_CORRUPT: ['damaged', 'The store is damaged.', 'Restore it from a copy, or delete it and ingest the files again.'],
};

function storeError(error: Error): StoreError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const [kind, message, hint] = CAUSES[code] ?? [
    'failed',
    `SQLite: ${error.message}`,
    'Please report this with the command that led to it.',
  ];
  return new StoreError(kind, message, hint, { cause: error });
}
