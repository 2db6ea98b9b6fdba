import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a hand-made archive; what is not said is as an ordinary program writes it. */
export interface MemberSpec {
  name: string | Uint8Array;
  data: Uint8Array;
  method?: number;
  flags?: number;
  /** what the directory says in place of the truth */
  size?: number;
  crc?: number;
  /** where the directory says that the member begins, in place of where it does */
  at?: number;
  extra?: Uint8Array;
  /** sizes and checksum stand behind the data (APPNOTE 4.3.9), with or without the mark of such a descriptor */
  descriptor?: 'marked' | 'bare';
  /** sizes and place stand in the ZIP64 extra field (APPNOTE 4.5.3) */
  wide?: boolean;
}

/** Packs an archive by hand, so that it can lie. */
export function handmadeZip(members: readonly MemberSpec[], { wide = false } = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const method = member.method ?? 8;
    const packed = method === 8 ? deflateRawSync(member.data) : Buffer.from(member.data);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(member.flags ?? 0, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(member.crc ?? crc32(member.data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(Math.min(member.size ?? member.data.length, 0xffffffff), 18);
    facts.writeUInt16LE(name.length, 22);
    const size = member.size ?? member.data.length;
    const extra = Buffer.from([...(member.wide ? wideExtra(size, packed.length, member.at ?? at) : []), ...(member.extra ?? [])]);
    const descriptor = descriptorOf(member, facts);
    const local = Buffer.from(facts);
    if (member.descriptor !== undefined) {
      facts.writeUInt16LE((member.flags ?? 0) | 8, 2);
      local.writeUInt16LE((member.flags ?? 0) | 8, 2);
      local.fill(0, 10, 22);
    }
    chunks.push(Buffer.from('PK\x03\x04', 'latin1'), local, name, packed, descriptor);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(Math.min(member.at ?? at, 0xffffffff), 42);
    if (member.wide) for (const place of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, place);
    central.push(entry, name, extra);
    at += 30 + name.length + packed.length + descriptor.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(wide ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : at, 16);
  const wideEnd = wide ? wideEndOf(members.length, directory.length, at) : Buffer.alloc(0);
  return new Uint8Array(Buffer.concat([...chunks, directory, wideEnd, end]));
}

function descriptorOf({ descriptor }: MemberSpec, facts: Buffer): Buffer {
  if (descriptor === undefined) return Buffer.alloc(0);
  const mark = descriptor === 'marked' ? Buffer.from('PK\x07\x08', 'latin1') : Buffer.alloc(0);
  return Buffer.concat([mark, facts.subarray(10, 22)]);
}

/** Size, packed size and place, in this order. */
function wideExtra(...numbers: readonly [number, number, number]): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  numbers.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return extra;
}

/** The ZIP64 end record and its locator (APPNOTE 4.3.14, 4.3.15). */
function wideEndOf(members: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(76);
  end.write('PK\x06\x06', 0, 'latin1');
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(members), 24);
  end.writeBigUInt64LE(BigInt(members), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(at), 48);
  end.write('PK\x06\x07', 56, 'latin1');
  end.writeBigUInt64LE(BigInt(at + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
