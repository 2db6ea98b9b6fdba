import iconv from 'iconv-lite';
import type { Entry } from './directory.js';

/** Encodings of names that no flag declares, in the order in which they are tried. */
type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'cp437';

/** Share of characters of everyday use that tells GBK from Big5: both take nearly any pair of bytes. */
const EVERYDAY = 0.8;

/**
 * The members' names. A name is UTF-8 where bit 11 says so or where a Unicode path stands beside it; for the others one
 * encoding is found that all of them are valid in: UTF-8, else GB 18030 (as Windows in China packs), else Big5, else
 * the code page 437 of the format itself (APPNOTE, appendix D).
 */
export function namesOf(entries: readonly Entry[]): string[] {
  const open = entries.filter((entry) => !entry.nameIsUtf8 && entry.unicodePath === null).map((entry) => entry.nameBytes);
  const encoding = encodingOf(open);
  return entries.map(({ nameBytes, nameIsUtf8, unicodePath }) => {
    const declared = unicodePath ?? (nameIsUtf8 ? nameBytes : null);
    return declared === null ? decoded(nameBytes, encoding) : decoded(declared, 'utf-8');
  });
}

function encodingOf(names: readonly Uint8Array[]): Encoding {
  if (names.every((name) => isValid(name, 'utf-8'))) return 'utf-8';
  const foreign = names.filter((name) => name.some((byte) => byte >= 0x80));
  const valid = (['gb18030', 'big5'] as const).filter((encoding) => foreign.every((name) => isValid(name, encoding)));
  if (valid.length < 2) return valid[0] ?? 'cp437';
  return everydayShare(foreign) >= EVERYDAY ? 'gb18030' : 'big5';
}

/** Share of byte pairs that are symbols or characters of the first level in GB 2312: nearly all that a Chinese name has. */
function everydayShare(names: readonly Uint8Array[]): number {
  let [pairs, everyday] = [0, 0];
  for (const name of names) {
    for (let i = 0; i < name.length; i += 1) {
      const [lead = 0, trail = 0] = [name[i], name[i + 1]];
      if (lead < 0x80) continue;
      pairs += 1;
      if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))) everyday += 1;
      i += 1;
    }
  }
  return pairs === 0 ? 1 : everyday / pairs;
}

function isValid(name: Uint8Array, encoding: Encoding): boolean {
  return !/[\uFFFD\p{Co}\p{Cc}]/u.test(decoded(name, encoding));
}

function decoded(name: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(name);
  return iconv.decode(Buffer.from(name.buffer, name.byteOffset, name.byteLength), encoding);
}

/**
 * A name as a label: no way out of the archive, no drive, no root, no control characters; `/` between folders. Names
 * never lead to a place on a disk; this keeps them from looking as if they did.
 */
export function labelOf(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .map((part) => part.replace(/\p{Cc}/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/').normalize('NFC');
}
