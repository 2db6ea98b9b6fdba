import { InputRefused } from '../../refused.js';

/** Marks of the allocation table that are no sector numbers (MS-CFB 2.1). */
const LARGEST_SECTOR = 0xfffffffa;
/** A directory entry's length, and the kind of one that is a stream or the root (MS-CFB 2.6.1). */
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;

/** The refusal of a compound file, or of a document in one, that does not hold what it says. */
export function damagedDoc(cause: unknown): InputRefused {
  return new InputRefused(
    'damaged',
    'the old Word document is damaged or cut off',
    'Download it again, or open it in Word, WPS or LibreOffice and save it as DOCX.',
    { cause },
  );
}

/**
 * The streams of a compound file (MS-CFB) by name. Only streams of the root are wanted, and a name stands once there; of
 * streams in deeper storages (embedded objects) none hides one of the root, for the first entry of a name counts.
 * @throws InputRefused where sectors lie outside the file or form a ring
 */
export function openCompound(bytes: Uint8Array): (name: string) => Uint8Array | null {
  try {
    return new Compound(bytes).streams();
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedDoc(error);
  }
}

class Compound {
  private readonly view: DataView;
  private readonly sector: number;
  private readonly fat: number[];

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new Error('a sector size that no compound file has');
    this.sector = 1 << shift;
    // The sectors of the allocation table, and those that list further ones of it, are counted in the header.
    const counted = this.view.getUint32(44, true) + this.view.getUint32(72, true);
    if (counted > bytes.length / this.sector) throw new Error('more sectors than the file has');
    this.fat = this.allocation();
  }

  streams(): (name: string) => Uint8Array | null {
    const directory = this.chain(this.view.getUint32(48, true));
    const entries = new Map<string, { start: number; size: number }>();
    let root: { start: number; size: number } | null = null;
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const kind = view.getUint8(at + 66);
      const length = Math.min(view.getUint16(at + 64, true), 64);
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(length - 2, 0)));
      const entry = { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
      if (kind === ROOT) root ??= entry;
      else if (kind === STREAM && !entries.has(name)) entries.set(name, entry);
    }
    const cutoff = this.view.getUint32(56, true);
    const small = this.smallStreams(root?.start ?? LARGEST_SECTOR);
    return (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const whole = entry.size < cutoff ? small(entry.start, entry.size) : this.chain(entry.start);
      return whole.subarray(0, entry.size);
    };
  }

  /** The allocation table: its own sectors are listed in the header and on in a chain (2.5). */
  private allocation(): number[] {
    const sectors = Array.from({ length: 109 }, (_, i) => this.view.getUint32(76 + i * 4, true));
    const most = this.bytes.length / this.sector;
    let next = this.view.getUint32(68, true);
    for (let seen = 0; next < LARGEST_SECTOR; seen += 1) {
      if (seen > most) throw new Error('a ring of sectors');
      const numbers = this.numbers(next);
      sectors.push(...numbers.slice(0, -1));
      next = numbers.at(-1) ?? LARGEST_SECTOR;
    }
    return sectors.filter((sector) => sector < LARGEST_SECTOR).flatMap((sector) => this.numbers(sector));
  }

  private numbers(sector: number): number[] {
    const start = (sector + 1) * this.sector;
    return Array.from({ length: this.sector / 4 }, (_, i) => this.view.getUint32(start + i * 4, true));
  }

  /** All sectors of a chain; the last one of a file may be cut short. */
  private chain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let sector = start; sector < LARGEST_SECTOR; sector = this.fat[sector] ?? LARGEST_SECTOR) {
      if (parts.length > this.bytes.length / this.sector) throw new Error('a ring of sectors');
      const from = (sector + 1) * this.sector;
      if (from >= this.bytes.length) throw new Error('a sector outside the file');
      parts.push(this.bytes.subarray(from, from + this.sector));
    }
    return Buffer.concat(parts);
  }

  /** Streams below the cutoff lie in sectors of 64 bytes inside the root's own stream (2.4). */
  private smallStreams(root: number): (start: number, size: number) => Uint8Array {
    const table = this.chain(this.view.getUint32(60, true));
    const next = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const container = this.chain(root);
    return (start, size) => {
      const parts: Uint8Array[] = [];
      for (let sector = start; sector < LARGEST_SECTOR; sector = next.getUint32(sector * 4, true)) {
        if (parts.length * 64 > container.length) throw new Error('a ring of sectors');
        parts.push(container.subarray(sector * 64, sector * 64 + 64));
      }
      return Buffer.concat(parts).subarray(0, size);
    };
  }
}
