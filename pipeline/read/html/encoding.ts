import { decodeText, type DecodedText } from '../txt/encoding.js';

/** A declaration stands in the first kilobyte (HTML Standard, 4.2.5.4); saved pages put comments in front of it. */
const PRESCAN = 4096;

/** The decoded page; `encoding` is what it was read as. */
export type DecodedPage = Pick<DecodedText, 'text' | 'broken'> & { encoding: string };

/**
 * Decodes a page: a byte order mark, else strict UTF-8 whatever is declared (browsers save pages as UTF-8 and leave the
 * declaration as it was), else the declared encoding, else what plain text would be, GB 18030 at last.
 */
export async function decodePage(bytes: Uint8Array): Promise<DecodedPage> {
  const marked = (bytes[0] === 0xef && bytes[1] === 0xbb) || bytes[0] === 0xfe || bytes[0] === 0xff;
  if (marked || isUtf8(bytes)) return await decodeText(bytes);
  const declared = declaredEncoding(bytes);
  if (declared === null || /^utf/i.test(declared)) return await decodeText(bytes);
  const { default: iconv } = await import('iconv-lite');
  // GB 18030 holds all of GBK and GB 2312, and pages that declare those use its further characters.
  const encoding = /^(gb|x-gbk|cp936)/i.test(declared) ? 'gb18030' : declared;
  if (!iconv.encodingExists(encoding)) return await decodeText(bytes);
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return { text, encoding, broken: text.match(/\uFFFD/g)?.length ?? 0 };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, PRESCAN));
  return /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ?? null;
}
