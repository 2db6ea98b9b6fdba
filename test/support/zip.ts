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
}

/** Packs an archive by hand, so that it can lie. */
export function handmadeZip(members: readonly MemberSpec[]): Uint8Array {
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
    facts.writeUInt32LE(member.size ?? member.data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const extra = Buffer.from(member.extra ?? []);
    chunks.push(Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(member.at ?? at, 42);
    central.push(entry, name, extra);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, directory, end]));
}
