import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ExportError } from './errors.js';

/** Pieces of a file on its way out; a stream to a browser takes them as well (`Readable.from`). */
export type Chunks = AsyncIterable<string | Uint8Array>;

/** A file of an export while it is written. */
export interface OpenFile {
  readonly name: string;
  records: number;
  write(chunk: string | Uint8Array): Promise<void>;
  /** Writes all pieces, counting nothing. */
  writeAll(chunks: Chunks): Promise<void>;
  /** The same values, each counted as a record of this file when it is asked for. */
  counting<T>(values: AsyncIterable<T>): AsyncIterable<T>;
  /** Nothing more comes: an export of many files does not hold them all open. */
  close(): Promise<void>;
}

export interface WrittenFile {
  name: string;
  records: number;
  bytes: number;
  /** hex SHA-256 of its bytes */
  sha256: string;
}

/** As much text as is gathered before it goes to the disk. */
const CHUNK = 1 << 16;

/**
 * The files of one export. They are written beside their places and moved there together at the end,
 * so that a folder never holds half an export under its names. With `only`, there is one file, of that name.
 */
export class ExportFiles {
  private readonly open: PartFile[] = [];

  constructor(
    private readonly outDir: string,
    private readonly only: string | null = null,
  ) {}

  async create(name: string): Promise<OpenFile> {
    const file = new StreamedFile(this.nameFor(name), await this.partOf(this.nameFor(name)));
    this.open.push(file);
    return file;
  }

  /** A file that something else writes, to the path that `write` is given. */
  async createAt(name: string, records: number, write: (path: string) => Promise<void>): Promise<void> {
    const file = new PlacedFile(this.nameFor(name), await this.partOf(this.nameFor(name)), records);
    this.open.push(file);
    await rm(file.temporary, { force: true });
    await write(file.temporary);
  }

  /** What is written so far; no more may be written to any of them. */
  async finish(): Promise<WrittenFile[]> {
    const written: WrittenFile[] = [];
    for (const file of this.open) written.push(await file.finish());
    return written;
  }

  /** A last file that tells of the others: its bytes are there at once, and `only` does not name it. */
  async describe(name: string, text: string): Promise<void> {
    const file = new StreamedFile(name, await this.partOf(name));
    this.open.push(file);
    await file.write(text);
    await file.finish();
  }

  /** Moves all files to their places, once they are finished. */
  async commit(): Promise<void> {
    for (const file of this.open) await rename(file.temporary, join(this.outDir, file.name));
  }

  /** Leaves nothing behind of an export that failed. */
  async discard(): Promise<void> {
    for (const file of this.open) await file.abandon();
  }

  private nameFor(name: string): string {
    if (this.only === null) return name;
    if (this.open.length > 0) throw new ExportError('many_files', { file: this.only });
    return this.only;
  }

  private async partOf(name: string): Promise<string> {
    await mkdir(this.outDir, { recursive: true });
    return join(this.outDir, `.${name}.part`);
  }
}

interface PartFile {
  readonly name: string;
  readonly temporary: string;
  finish(): Promise<WrittenFile>;
  abandon(): Promise<void>;
}

class StreamedFile implements OpenFile, PartFile {
  records = 0;
  private bytes = 0;
  private pending = '';
  private readonly hash = createHash('sha256');
  private readonly stream: WriteStream;
  /** An error of the disk, kept until the next write: nobody may be waiting when it comes. */
  private failure: Error | null = null;
  private finished: WrittenFile | null = null;

  constructor(
    readonly name: string,
    readonly temporary: string,
  ) {
    this.stream = createWriteStream(temporary);
    this.stream.on('error', (error) => (this.failure = error));
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    if (typeof chunk === 'string') {
      this.pending += chunk;
      if (this.pending.length >= CHUNK) await this.flush();
    } else {
      await this.flush();
      await this.put(chunk);
    }
  }

  async writeAll(chunks: Chunks): Promise<void> {
    for await (const chunk of chunks) await this.write(chunk);
  }

  async *counting<T>(values: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const value of values) {
      this.records += 1;
      yield value;
    }
  }

  async close(): Promise<void> {
    await this.finish();
  }

  async finish(): Promise<WrittenFile> {
    if (this.finished) return this.finished;
    await this.flush();
    this.stream.end();
    await finished(this.stream);
    const { name, records, bytes } = this;
    return (this.finished = { name, records, bytes, sha256: this.hash.digest('hex') });
  }

  async abandon(): Promise<void> {
    this.stream.destroy();
    await rm(this.temporary, { force: true });
  }

  private async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    if (text) await this.put(Buffer.from(text));
  }

  private async put(bytes: Uint8Array): Promise<void> {
    if (this.failure) throw this.failure;
    this.hash.update(bytes);
    this.bytes += bytes.length;
    if (!this.stream.write(bytes)) await once(this.stream, 'drain');
  }
}

/** A file that another program writes, a database say; its bytes are read once when it is there. */
class PlacedFile implements PartFile {
  constructor(
    readonly name: string,
    readonly temporary: string,
    private readonly records: number,
  ) {}

  async finish(): Promise<WrittenFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(this.temporary) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { name: this.name, records: this.records, bytes, sha256: hash.digest('hex') };
  }

  async abandon(): Promise<void> {
    await rm(this.temporary, { force: true });
  }
}
