import { Zip, ZipDeflate } from 'fflate';
import { ExportError } from '../errors.js';

/** A day of the first year that a ZIP archive can name, so that no clock shows in its bytes. In local time, as fflate reads it. */
const DAY_ONE = new Date(1980, 0, 1);
/** Sizes and offsets in a ZIP archive without the 64-bit extension (APPNOTE 4.4.8, 4.4.9, 4.4.16). */
const LARGEST = 0xffffffff;
const LEVEL = 4;

/** A ZIP archive that is given away piece by piece while its files are written, one after the other. */
export class ZipStream {
  private pieces: Uint8Array[] = [];
  private entry: ZipDeflate | null = null;
  private bytes = 0;
  private entryBytes = 0;
  private readonly encoder = new TextEncoder();
  private readonly zip = new Zip((error, piece) => {
    if (error) throw error;
    this.pieces.push(piece);
    this.bytes += piece.length;
  });

  /** Begins a file; the one before is complete with that. */
  begin(name: string): void {
    this.end();
    this.entry = new ZipDeflate(name, { level: LEVEL });
    this.entry.mtime = DAY_ONE;
    this.entryBytes = 0;
    this.zip.add(this.entry);
  }

  write(text: string): void {
    const bytes = this.encoder.encode(text);
    this.entryBytes += bytes.length;
    if (this.entryBytes > LARGEST || this.bytes > LARGEST) throw new ExportError('too_large');
    this.entry?.push(bytes);
  }

  /** Bytes of the file that is being written, before compression. */
  get written(): number {
    return this.entryBytes;
  }

  finish(): void {
    this.end();
    this.zip.end();
  }

  /** What has come out since it was last asked. */
  take(): Uint8Array[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  private end(): void {
    this.entry?.push(new Uint8Array(0), true);
    this.entry = null;
  }
}
