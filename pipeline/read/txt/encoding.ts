import { InputRefused } from '../../refused.js';
import { chineseShare } from './chinese.js';

/** A text with the name of the encoding it was found to be in and the number of characters that could not be read. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'gb18030' | 'big5';
  broken: number;
}

/** More unreadable characters than this share of the non-ASCII ones, and it was another encoding. */
const BROKEN_SHARE = 0.01;
/** More control characters than this share, and it was no text. */
const CONTROL_SHARE = 0.005;
/** A vertical tab is Word's line break; U+0085 is a line end too. */
const ORDINARY_CONTROLS = /[\t\n\v\f\r\u0085]/g;
/** Big5 is believed where it makes so many times more sense than GB 18030. */
const BY_FAR = 1.6;

/**
 * Decodes a text file by validity: a byte order mark, else strict UTF-8, else UTF-16 (which Notepad once saved without
 * a mark), else UTF-8 with a few broken characters, else GB 18030 (of which GBK and GB 2312 are subsets) or Big5,
 * whichever makes sense. NULs that pad a file are no text.
 */
export async function decodeText(given: Uint8Array): Promise<DecodedText> {
  const bytes = withoutPadding(given);
  const found =
    (await utf32(bytes)) ?? byMark(bytes) ?? strictUtf8(bytes) ?? bareUtf16(bytes) ?? mendedUtf8(bytes) ?? (await chinese(bytes));
  if (found === null || looksBinary(found.text)) {
    throw new InputRefused(
      'binary',
      'the file holds binary data, not text',
      'Check what the file is; give it the ending of its real format.',
    );
  }
  return found;
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs(bytes.subarray(3), 'utf-8');
  if (a === 0xff && b === 0xfe) return decodeAs(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be');
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, broken: count(text, /\uFFFD/g) };
}

function strictUtf8(bytes: Uint8Array): DecodedText | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : { text, encoding: 'utf-8', broken: 0 };
  } catch {
    return null;
  }
}

/** A file cut in the middle of a character is still UTF-8: as GB 18030 it would read as fluent nonsense. */
function mendedUtf8(bytes: Uint8Array): DecodedText | null {
  const found = decodeAs(bytes, 'utf-8');
  return brokenShare(found) <= BROKEN_SHARE && !found.text.includes('\0') ? found : null;
}

function bareUtf16(bytes: Uint8Array): DecodedText | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const sample = new TextDecoder(encoding).decode(bytes.subarray(0, 8192));
    if (readsAsChinese(sample)) return decodeAs(bytes, encoding);
  }
  return null;
}

/** GBK pairs taken as UTF-16 fall outside the ideographs, so a high share of ordinary characters decides. */
function readsAsChinese(sample: string): boolean {
  const ordinary = count(sample, /[\t\n\f\r -~\u2014-\u2026\u3000-\u3020\u4E00-\u9FFF\uFF01-\uFF5E]/g);
  const spacing = count(sample, /[\n\r 、，。,.]/g);
  return ordinary >= sample.length * 0.95 && spacing > 0;
}

/** GB 18030 or Big5: nearly every text is valid in both, so the one whose characters are frequent ones is right. */
async function chinese(bytes: Uint8Array): Promise<DecodedText | null> {
  const [gb, big5] = [await decodeLegacy(bytes, 'gb18030'), await decodeLegacy(bytes, 'big5')];
  const readable = [gb, big5].filter((found) => brokenShare(found) <= BROKEN_SHARE);
  if (readable.length < 2) return readable[0] ?? null;
  return chineseShare(big5.text) > BY_FAR * chineseShare(gb.text) + 0.05 ? big5 : gb;
}

async function decodeLegacy(bytes: Uint8Array, encoding: 'gb18030' | 'big5' | 'utf-32le' | 'utf-32be'): Promise<DecodedText> {
  const { default: iconv } = await import('iconv-lite');
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return { text, encoding, broken: count(text, /\uFFFD/g) };
}

/** With its mark only; the little-endian one begins as that of UTF-16 does. */
async function utf32(bytes: Uint8Array): Promise<DecodedText | null> {
  const [a, b, c, d] = bytes;
  if (bytes.length % 4 !== 0) return null;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return await decodeLegacy(bytes.subarray(4), 'utf-32le');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return await decodeLegacy(bytes.subarray(4), 'utf-32be');
  return null;
}

/** Without the NULs that fill a file up to a block; a UTF-16 or UTF-32 text may end in one or three of its own. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end === 0 || bytes.length - end < 4 ? bytes : bytes.subarray(0, end);
}

function brokenShare({ text, broken }: DecodedText): number {
  // Two are allowed in any text: a file may be cut within a character at either end.
  return broken <= 2 ? broken / Math.max(text.length, 100) : broken / Math.max(count(text, /[^\0-\x7F]/g), 1);
}

function looksBinary(text: string): boolean {
  const control = count(text, /\p{Cc}/gu) - count(text, ORDINARY_CONTROLS);
  return text.includes('\0') || control > Math.max(1, text.length * CONTROL_SHARE);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
