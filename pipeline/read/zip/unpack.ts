import { crc32, inflateRawSync } from 'node:zlib';
import { dataAt, type Entry } from './directory.js';
import { damagedMember, encryptedMember, unknownMethod } from './refusals.js';

const STORED = 0;
const DEFLATED = 8;
const AES = 99;

/**
 * Unpacks one member. It never grows past the size that the directory declares, and its checksum must agree.
 * @throws InputRefused where it is encrypted, packed by a method that is not read, or not what was packed
 */
export function unpackEntry(bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.encrypted || entry.method === AES) throw encryptedMember();
  if (entry.method !== STORED && entry.method !== DEFLATED) throw unknownMethod(entry.method);
  const from = dataAt(bytes, entry);
  if (from + entry.packed > bytes.length) throw damagedMember('it is cut off');
  const packed = bytes.subarray(from, from + entry.packed);
  const unpacked = entry.method === STORED ? packed : inflated(packed, entry.size);
  if (unpacked.length !== entry.size) throw damagedMember('its size is not the declared one');
  if (crc32(unpacked) !== entry.crc) throw damagedMember('its checksum does not agree');
  return unpacked;
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    // one byte more than declared, so that a member that lies about its size is told from one that does not
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (cause) {
    throw damagedMember('it cannot be unpacked', cause);
  }
}
