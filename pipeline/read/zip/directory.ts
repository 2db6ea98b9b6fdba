import { damagedZip } from './refusals.js';

/** A member as the central directory describes it (APPNOTE 4.3.12). Nothing of it is true until it is unpacked. */
export interface Entry {
  nameBytes: Uint8Array;
  /** general purpose bit 11: the name is UTF-8 */
  nameIsUtf8: boolean;
  /** the name in UTF-8 that Info-ZIP writes beside one in the system's own encoding (APPNOTE 4.6.9) */
  unicodePath: Uint8Array | null;
  encrypted: boolean;
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** where its local header begins, counted from the file's first byte */
  at: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64_EXTRA = 0x0001;
const UNICODE_PATH_EXTRA = 0x7075;
const IN_ZIP64 = 0xffffffff;

/** Where the central directory is said to be and where it is: bytes put in front of an archive move everything. */
interface Directory {
  at: number;
  moved: number;
  end: number;
}

/**
 * Goes through the central directory, which alone says what an archive holds: sizes in local headers may be left open
 * (APPNOTE 4.3.9), and what no entry points at was deleted. Bytes before and after the archive are passed over.
 * @throws InputRefused where there is no directory or it makes no sense
 */
export function* readDirectory(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  for (let at = directory.at; at < directory.end;) {
    if (at + CENTRAL_SIZE > directory.end || view.getUint32(at, true) !== CENTRAL) throw damagedZip('its directory is broken');
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [name = 0, extra = 0, comment = 0] = lengths;
    const next = at + CENTRAL_SIZE + name + extra + comment;
    if (next > directory.end) throw damagedZip('its directory is broken');
    yield entryAt(bytes, view, at, { name, extra }, directory.moved);
    at = next;
  }
}

/** Where a member's packed bytes begin: after its local header, whose name and extra field may be of another length. */
export function dataAt(bytes: Uint8Array, entry: Entry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at < 0 || entry.at + LOCAL_SIZE > bytes.length || view.getUint32(entry.at, true) !== LOCAL)
    throw damagedZip('a member is not where the directory says');
  return entry.at + LOCAL_SIZE + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, lengths: { name: number; extra: number }, moved: number): Entry {
  const nameEnd = at + CENTRAL_SIZE + lengths.name;
  const flags = view.getUint16(at + 8, true);
  const extra = extraFields(bytes.subarray(nameEnd, nameEnd + lengths.extra));
  const [size, packed, offset] = wideNumbers(
    [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    extra.get(ZIP64_EXTRA),
  );
  return {
    nameBytes: bytes.subarray(at + CENTRAL_SIZE, nameEnd),
    nameIsUtf8: (flags & 0x0800) !== 0,
    // a version byte and the checksum of the other name stand in front
    unicodePath: extra.get(UNICODE_PATH_EXTRA)?.subarray(5) ?? null,
    encrypted: (flags & 0x0041) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    at: offset + moved,
  };
}

/** ZIP64 (APPNOTE 4.5.3): sizes and offset that do not fit stand in the extra field, in this order, and only those. */
function wideNumbers(short: readonly [number, number, number], extra: Uint8Array | undefined): [number, number, number] {
  const view = extra === undefined ? null : new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let at = 0;
  const [size, packed, offset] = short.map((value) => {
    if (value !== IN_ZIP64 || view === null || at + 8 > view.byteLength) return value;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  });
  return [size ?? 0, packed ?? 0, offset ?? 0];
}

function extraFields(bytes: Uint8Array): Map<number, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= bytes.length;) {
    const size = view.getUint16(at + 2, true);
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return fields;
}

function findDirectory(view: DataView): Directory {
  const end = findEnd(view);
  if (end === null) throw damagedZip('its directory is missing');
  const [size, said] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const wide = size === IN_ZIP64 || said === IN_ZIP64 || view.getUint16(end + 10, true) === 0xffff ? findEnd64(view, end) : null;
  const directory = wide ?? { size, said, end };
  const at = directory.end - directory.size;
  if (at < 0 || !Number.isSafeInteger(at)) throw damagedZip('its directory is cut off');
  return { at, moved: at - directory.said, end: directory.end };
}

/** The last end record whose directory is there. A comment may follow it, and so may anything else. */
function findEnd(view: DataView): number | null {
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const mark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  for (let at = bytes.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(mark, at - 1)) {
    if (at + END_SIZE > view.byteLength || view.getUint32(at, true) !== END) continue;
    const size = view.getUint32(at + 12, true);
    const empty = view.getUint16(at + 10, true) === 0 && size === 0;
    if (empty || size === IN_ZIP64 || (at >= size && size >= CENTRAL_SIZE && view.getUint32(at - size, true) === CENTRAL))
      return at;
    if (findEnd64(view, at) !== null) return at;
  }
  return null;
}

/** The ZIP64 end record (APPNOTE 4.3.14): its locator stands in front of the end record; only a version 1 one is known. */
function findEnd64(view: DataView, end: number): { size: number; said: number; end: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null;
  const said = Number(view.getBigUint64(locator + 8, true));
  // bytes put in front of the archive move the record too: it stands right before its locator
  const at = [said, locator - 56].find((place) => place >= 0 && place + 56 <= locator && view.getUint32(place, true) === END_64);
  if (at === undefined) return null;
  return { size: Number(view.getBigUint64(at + 40, true)), said: Number(view.getBigUint64(at + 48, true)), end: at };
}
