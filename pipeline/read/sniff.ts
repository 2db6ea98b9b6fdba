import type { Format } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import type { Convertible } from './converted.js';
import { isWebArchive } from './html/mhtml.js';
import { pictureKind } from './image/size.js';
import { oleFormat } from './ole.js';
import type { Archive } from './zip.js';

/** What a file is by its first bytes. */
type Sniffed = { kind: 'pdf' | 'zip' | 'ole' | 'html' | 'plain' | 'rtf' | 'image' } | { kind: 'other' | 'archive'; what: string };

const OTHERS: readonly (readonly [string, readonly number[]])[] = [
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF image', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** `{\rtf`, with which every RTF begins. */
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Archives that are told by their first bytes and not unpacked. */
const ARCHIVES: readonly (readonly [string, readonly number[]])[] = [
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['an XZ archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a CAB archive', [0x4d, 0x53, 0x43, 0x46]],
];
/** Where a tar archive has its magic word (POSIX.1-1988, ustar). */
const TAR_MAGIC_AT = 257;
const UNPACK = 'Unpack it and ingest what was in it, or pack it anew as a ZIP.';

const SUPPORTED =
  'Supported are TXT, Markdown, HTML, MHTML, DOCX, DOC, WPS, PDF, OFD, XLSX, CSV, TSV and ZIP archives of them, RTF and XLS where LibreOffice is installed, PNG and JPEG with --ocr; convert it to one of these first.';
const WEB_ENDINGS = new Set(['html', 'htm', 'xhtml', 'shtml']);
const TEXT_ENDINGS = new Set(['', 'txt', 'text']);
const MARKDOWN_ENDINGS = new Set(['md', 'markdown', 'mdown', 'mkd']);

/** The format of a file, and the opened container where it is a ZIP archive; or what must be converted first. */
export type Found = Known | { convertible: Convertible };

interface Known {
  format: Format;
  archive: Archive | null;
}

/**
 * What a file is: by its first bytes, by the names in it where it is a container, and by the ending of its name where
 * neither tells.
 * @throws InputRefused where no reader takes it
 */
export async function formatOf(bytes: Uint8Array, name: string): Promise<Found> {
  const found = sniff(bytes);
  switch (found.kind) {
    case 'other':
      throw new InputRefused('unsupported', `the file is ${found.what}`, SUPPORTED);
    case 'archive':
      throw new InputRefused('unsupported', `the file is ${found.what}`, UNPACK);
    case 'zip':
      return await containerFormat(bytes);
    case 'ole':
      return oleFound(bytes);
    case 'rtf':
      return { convertible: 'rtf' };
    case 'image':
      return { format: 'image', archive: null };
    case 'plain':
      return { format: plainFormat(name), archive: null };
    case 'html':
      return { format: isMarkdown(bytes, name) ? 'md' : 'html', archive: null };
    case 'pdf':
      return { format: 'pdf', archive: null };
  }
}

function oleFound(bytes: Uint8Array): Found {
  const format = oleFormat(bytes);
  return format === 'xls' ? { convertible: format } : { format, archive: null };
}

async function containerFormat(bytes: Uint8Array): Promise<Known> {
  const { containerKind, openArchive } = await import('./zip.js');
  const archive = openArchive(bytes);
  const kind = containerKind(archive.names);
  if (kind === 'archive')
    throw new InputRefused(
      'unsupported',
      'the file is a ZIP archive, not a document',
      'Ingest it: each file in it is an input of its own.',
    );
  if ('what' in kind) throw new InputRefused('unsupported', `the file is ${kind.what}`, SUPPORTED);
  return { format: kind.format, archive };
}

const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Markdown may begin with a table in tags; a whole page under such a name is still a page. */
function isMarkdown(bytes: Uint8Array, name: string): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1024)).toLowerCase();
  return MARKDOWN_ENDINGS.has(endingOf(name)) && !/<(?:!doctype|html|head)\b/.test(start) && !isWebArchive(bytes);
}

function plainFormat(name: string): Format {
  const ending = endingOf(name);
  if (['docx', 'xlsx', 'ofd', 'zip', 'pdf'].includes(ending)) {
    const lack = ending === 'pdf' ? 'it has no PDF header' : 'it is no ZIP archive';
    throw new InputRefused(
      'damaged',
      `the file is no ${ending.toUpperCase()}: ${lack}`,
      'Download it again, or give it the ending of its real format.',
    );
  }
  if (WEB_ENDINGS.has(ending)) return 'html';
  if (MARKDOWN_ENDINGS.has(ending)) return 'md';
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  if (!TEXT_ENDINGS.has(ending)) throw new InputRefused('unsupported', `files of type .${ending} are not read`, SUPPORTED);
  return 'txt';
}

/** Looks at the first kilobyte only. PDF allows that much in front of its header (ISO 32000-1, annex H.3.4.1). */
function sniff(bytes: Uint8Array): Sniffed {
  const head = bytes.subarray(0, 1024);
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return { kind: 'zip' };
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'ole' };
  const ascii = String.fromCharCode(...head);
  if (ascii.includes('%PDF-')) return { kind: 'pdf' };
  if (startsWith(head, RTF)) return { kind: 'rtf' };
  if (pictureKind(head) !== null) return { kind: 'image' };
  const archive = ARCHIVES.find(([, magic]) => startsWith(head, magic))?.[0];
  if (archive !== undefined || startsWith(head.subarray(TAR_MAGIC_AT), [0x75, 0x73, 0x74, 0x61, 0x72]))
    return { kind: 'archive', what: archive ?? 'a tar archive' };
  const other = OTHERS.find(([, magic]) => startsWith(head, magic));
  if (other !== undefined) return { kind: 'other', what: other[0] };
  const start = ascii
    .replaceAll('\0', '')
    .replace(/^[^<]{0,4}(?=<)/, '')
    .trimStart()
    .toLowerCase();
  if (isWebPage(start)) return { kind: 'html' };
  if (isWebArchive(bytes)) return { kind: 'html' };
  if (start.startsWith('<?xml')) return { kind: 'other', what: 'an XML file' };
  return { kind: 'plain' };
}

/** Comments and an XML declaration may come first; a fragment is told by several tags of running text. */
function isWebPage(start: string): boolean {
  const markup = start.replace(/^(?:<!--[^]*?-->\s*|<\?xml[^>]*\?>\s*)+/, '');
  if (/^<(?:!doctype html|html|head|body)\b/.test(markup)) return true;
  return (
    markup.startsWith('<') && (markup.match(/<\/?(?:p|div|span|br|table|tr|td|h[1-6]|li|ul|strong)\b[^<>]*>/g)?.length ?? 0) >= 4
  );
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
