import { chineseShare } from '../txt/chinese.js';
import { decodeText, type DecodedText } from '../txt/encoding.js';

/** A declaration stands in the first kilobyte (HTML Standard, 4.2.5.4); saved pages put comments and scripts in front of it. */
const PRESCAN = 65_536;
/** More unreadable characters than this share of the page, and it is not in the encoding that it declares. */
const BROKEN_SHARE = 0.005;

/** The decoded page; `encoding` is what it was read as. */
export type DecodedPage = Pick<DecodedText, 'text' | 'broken'> & { encoding: string };

/**
 * Decodes a page: a byte order mark, else strict UTF-8 whatever is declared (browsers save pages as UTF-8 and leave the
 * declaration as it was), else the encoding declared by the page or by `header`, else what plain text would be. A
 * declaration that gives less sense than the text itself is wrong: servers name one encoding for all their pages.
 */
export async function decodePage(bytes: Uint8Array, header: string | null = null): Promise<DecodedPage> {
  const marked = (bytes[0] === 0xef && bytes[1] === 0xbb) || bytes[0] === 0xfe || bytes[0] === 0xff;
  if (marked || isUtf8(bytes)) return await decodeText(bytes);
  const declared = declaredEncoding(bytes) ?? header;
  const asDeclared = declared === null || /^utf/i.test(declared) ? null : await decodeAs(bytes, declared);
  if (asDeclared === null) return await decodeText(bytes);
  const asText = await decodeText(bytes).catch(() => null);
  return asText !== null && makesMoreSense(asText, asDeclared) ? asText : asDeclared;
}

async function decodeAs(bytes: Uint8Array, declared: string): Promise<DecodedPage | null> {
  const { default: iconv } = await import('iconv-lite');
  // GB 18030 holds all of GBK and GB 2312, and pages that declare those use its further characters.
  const encoding = /^(gb|x-gbk|cp936|hz-gb)/i.test(declared) ? 'gb18030' : declared.toLowerCase();
  if (!iconv.encodingExists(encoding)) return null;
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return { text, encoding, broken: text.match(/\uFFFD/g)?.length ?? 0 };
}

function makesMoreSense(text: DecodedPage, declared: DecodedPage): boolean {
  if (text.encoding === declared.encoding) return false;
  const [a, b] = [visible(text.text), visible(declared.text)];
  if (declared.broken > BROKEN_SHARE * declared.text.length && text.broken < declared.broken) return true;
  return chineseShare(a) > 1.6 * chineseShare(b) + 0.05;
}

/** The characters of a page beyond ASCII: its tags say nothing of its encoding. */
const visible = (page: string): string => page.slice(0, 400_000).replace(/[\0-\x7F]+/g, '');

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
