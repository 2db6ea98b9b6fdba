import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { InputRefused, zipMembers, type ZipBudget } from '../../pipeline/index.js';
import { handmadeZip, type MemberSpec } from '../support/zip.js';
import { xlsx } from '../support/xlsx.js';
import { refusal } from './show.js';

const data = new TextEncoder().encode('各县（市、区）人民政府：');
const member = (name: string | Uint8Array, more: Partial<MemberSpec> = {}): MemberSpec => ({ name, data, ...more });
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const open = (bytes: Uint8Array, budget: ZipBudget = { members: 0, bytes: 0 }, depth = 0) =>
  zipMembers(bytes, 'a.zip', { budget, depth });

/** The paths of an archive's members, or the code that it is refused with. */
async function paths(bytes: Uint8Array, depth = 0): Promise<string[] | string | null> {
  try {
    return (await open(bytes, { members: 0, bytes: 0 }, depth))?.map(({ path }) => path) ?? null;
  } catch (error) {
    if (error instanceof InputRefused) return `${error.code}: ${error.message}`;
    throw error;
  }
}

/** What came of each member: `read`, or why not. */
async function outcomes(bytes: Uint8Array): Promise<string[]> {
  return ((await open(bytes)) ?? []).map((one) => {
    try {
      one.read();
      return 'read';
    } catch (error) {
      if (error instanceof InputRefused) return `${error.code}: ${error.message}`;
      throw error;
    }
  });
}

describe('archives as programs write them', () => {
  const wide = { wide: true };
  it.each<[string, Uint8Array]>([
    ['sizes behind the data', handmadeZip([member('a.txt', { descriptor: 'marked' }), member('b.txt')])],
    ['sizes behind the data, without a mark', handmadeZip([member('a.txt', { descriptor: 'bare' }), member('b.txt')])],
    ['stored, with sizes behind the data', handmadeZip([member('a.txt', { descriptor: 'marked', method: 0 }), member('b.txt')])],
    ['ZIP64 members', handmadeZip([member('a.txt', wide), member('b.txt', wide)])],
    ['a ZIP64 directory', handmadeZip([member('a.txt', wide), member('b.txt')], wide)],
    [
      'a ZIP64 directory, behind a program',
      join(Buffer.from('MZ\x90\x00', 'latin1'), handmadeZip([member('a.txt', wide), member('b.txt')], wide)),
    ],
  ])('%s', async (_name, bytes) => {
    expect(await paths(bytes)).toEqual(['a.txt', 'b.txt']);
    expect(await outcomes(bytes)).toEqual(['read', 'read']);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'a ZIP64 size past the bound',
      handmadeZip([member('a.txt', { wide: true, size: 2 ** 40 })]),
      'too_large: the file is past the bound archiveBytes (2147483648)',
    ],
    [
      'a ZIP64 place outside the file',
      handmadeZip([member('a.txt', { wide: true, at: 2 ** 40 })]),
      'damaged: the file is a damaged or cut off ZIP container: a member is not where the directory says',
    ],
  ])('%s is refused', async (_name, bytes, expected) => {
    const told = await paths(bytes);
    expect(typeof told === 'string' ? [told] : await outcomes(bytes)).toEqual([expected]);
  });
});

describe('names', () => {
  const unicodePath = (name: string): Uint8Array => {
    const bytes = Buffer.from(name);
    const head = Buffer.from([0x75, 0x70, bytes.length + 5, 0, 1, 0, 0, 0, 0]);
    return Buffer.concat([head, bytes]);
  };
  it.each<[string, MemberSpec[], string[]]>([
    ['UTF-8 by its flag', [member('附件/通知.txt', { flags: 0x0800 })], ['附件/通知.txt']],
    ['UTF-8 without a flag', [member('附件/通知.txt')], ['附件/通知.txt']],
    ['GBK', [member(iconv.encode('关于印发方案的通知.txt', 'gbk')), member('a.txt')], ['a.txt', '关于印发方案的通知.txt']],
    ['Big5', [member(iconv.encode('關於產業園區評鑑結果之通知.txt', 'big5'))], ['關於產業園區評鑑結果之通知.txt']],
    ['code page 437, where nothing else is valid', [member(Buffer.from('caf\x82.txt', 'latin1'))], ['café.txt']],
    [
      'a Unicode path beside a GBK name',
      [member(iconv.encode('通知.txt', 'gbk'), { extra: unicodePath('通知.txt') })],
      ['通知.txt'],
    ],
    [
      'ways out of the archive',
      ['../../etc/a.txt', '/b.txt', 'C:\\文件\\c.txt', 'd/./../e.txt'].map((name) => member(name)),
      ['b.txt', 'd/e.txt', 'etc/a.txt', '文件/c.txt'],
    ],
    [
      'what is passed over',
      ['.DS_Store', '__MACOSX/._a.txt', 'x/Thumbs.db', '~$a.docx', 'x/', 'x/a.txt'].map((name) => member(name)),
      ['x/a.txt'],
    ],
  ])('%s', async (_name, members, expected) => {
    expect(await paths(handmadeZip(members))).toEqual(expected);
  });
});

describe('members that are refused do not stop the others', () => {
  it.each<[string, Partial<MemberSpec>, string]>([
    ['encrypted', { flags: 1 }, 'encrypted: it is protected with a password in its archive'],
    ['AES', { method: 99 }, 'encrypted: it is protected with a password in its archive'],
    ['bzip2', { method: 12 }, 'unsupported: it is packed with bzip2, which is not read'],
    ['a method without a name', { method: 77 }, 'unsupported: it is packed with method 77, which is not read'],
    ['larger than it says', { size: 3 }, 'damaged: it is damaged in its archive: it cannot be unpacked'],
    ['smaller than it says', { size: 9999 }, 'damaged: it is damaged in its archive: its size is not the declared one'],
    ['another checksum', { crc: 7 }, 'damaged: it is damaged in its archive: its checksum does not agree'],
    ['past the size of a file', { size: 201 * 1024 * 1024 }, 'too_large: the file is past the bound fileBytes (209715200)'],
    ['packed too tight', { data: new Uint8Array(4 * 1024 * 1024) }, 'too_large: the file is past the bound archiveRatio (250)'],
  ])('%s', async (_name, more, expected) => {
    expect(await outcomes(handmadeZip([member('a.txt', more), member('b.txt')]))).toEqual([expected, 'read']);
  });
  it('two under one path', async () => {
    expect(await outcomes(handmadeZip([member('a.txt'), member('../a.txt')]))).toEqual([
      'read',
      'damaged: its archive holds two files under this path',
    ]);
  });
});

describe('archives as a whole', () => {
  const good = handmadeZip([member('a.txt'), member('b.txt')]);
  it('bytes in front of it and behind it are passed over', async () => {
    const junk = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]);
    expect(await paths(join(junk, good, data))).toEqual(['a.txt', 'b.txt']);
    expect(await outcomes(join(junk, good))).toEqual(['read', 'read']);
  });
  it('members that overlap are refused', async () => {
    expect(await paths(handmadeZip([member('a.txt'), member('b.txt', { at: 0 })]))).toBe(
      'damaged: the file is a damaged or cut off ZIP container: members of it overlap',
    );
  });
  it('a cut one is refused', async () => {
    expect(await paths(good.slice(0, good.length - 30))).toMatch(/^damaged: /);
  });
  it('too deep, too many and too large ones are refused by the bound', async () => {
    expect(await paths(good, 3)).toBe('too_large: the file is past the bound archiveDepth (3)');
    await expect(open(good, { members: 9_999, bytes: 0 })).rejects.toThrow('archiveMembers');
    await expect(open(good, { members: 0, bytes: 2 ** 31 })).rejects.toThrow('archiveBytes');
  });
  it('documents are no archives, and an archive is no document', async () => {
    expect(await open(xlsx({ sheets: [{ rows: [['甲']] }] }))).toBeNull();
    expect(await open(data)).toBeNull();
    expect(await refusal(good, 'a.zip')).toBe('unsupported');
    expect(await refusal(data, 'a.zip')).toBe('damaged');
  });
  it.each([
    ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
    ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27]],
    ['gzip', [0x1f, 0x8b, 8]],
  ])('%s is refused', async (_name, magic) => {
    expect(await refusal(Uint8Array.from([...magic, ...data]), 'a.zip')).toBe('unsupported');
  });
});

it('any change of bytes is read or refused', async () => {
  const seed = handmadeZip([member('a.txt'), member(iconv.encode('通知.txt', 'gbk'), { method: 0 })]);
  const change = fc.record({ at: fc.nat(seed.length - 1), take: fc.nat(20), put: fc.uint8Array({ maxLength: 8 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      let bytes = [...seed];
      for (const { at, take, put } of changes) bytes = [...bytes.slice(0, at), ...put, ...bytes.slice(at + take)];
      if (Array.isArray(await paths(Uint8Array.from(bytes)))) await outcomes(Uint8Array.from(bytes));
    }),
    { numRuns: 150, seed: 1 },
  );
});
