import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** A file of an export while it is written. */
export interface OpenFile {
  readonly name: string;
  records: number;
  write(text: string): Promise<void>;
}

/** As much text as is gathered before it goes to the disk. */
const CHUNK = 1 << 16;

/**
 * The files of one export. They are written beside their places and moved there together at the end,
 * so that a folder never holds half an export under its names.
 */
export class ExportFiles {
  private readonly open: TextFile[] = [];

  constructor(private readonly outDir: string) {}

  async create(name: string): Promise<OpenFile> {
    await mkdir(this.outDir, { recursive: true });
    const file = new TextFile(name, join(this.outDir, `.${name}.part`));
    this.open.push(file);
    return file;
  }

  /** Moves all files to their places; gives their names and how many records each holds. */
  async commit(): Promise<{ name: string; records: number }[]> {
    for (const file of this.open) await file.finish();
    for (const file of this.open) await rename(file.temporary, join(this.outDir, file.name));
    return this.open.map(({ name, records }) => ({ name, records }));
  }

  /** Leaves nothing behind of an export that failed. */
  async discard(): Promise<void> {
    for (const file of this.open) await file.abandon();
  }
}

class TextFile implements OpenFile {
  records = 0;
  private pending = '';
  private readonly stream: WriteStream;
  /** An error of the disk, kept until the next write: nobody may be waiting when it comes. */
  private failure: Error | null = null;

  constructor(
    readonly name: string,
    readonly temporary: string,
  ) {
    this.stream = createWriteStream(temporary, 'utf8');
    this.stream.on('error', (error) => (this.failure = error));
  }

  async write(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= CHUNK) await this.flush();
  }

  async finish(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }

  async abandon(): Promise<void> {
    this.stream.destroy();
    await rm(this.temporary, { force: true });
  }

  private async flush(): Promise<void> {
    if (this.failure) throw this.failure;
    const text = this.pending;
    this.pending = '';
    if (text && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}
