import type { Document } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { BOUNDS, tooLarge } from './bounds.js';
import { refuseOle } from './ole.js';
import { sniff } from './sniff.js';
import { DOCX_READER, HTML_READER, PDF_READER, TXT_READER } from './versions.js';
import { archiveKind, openArchive } from './zip.js';

/** Every reader with its version: part of the fingerprint that says whether a file must be read again. */
export const READERS_VERSION: string = [TXT_READER, DOCX_READER, PDF_READER, HTML_READER].join(' ');

const SUPPORTED = 'Supported are TXT, Markdown, HTML, DOCX and PDF; convert it to one of these first.';
const WEB_ENDINGS = new Set(['html', 'htm', 'xhtml', 'shtml']);
const TEXT_ENDINGS = new Set(['', 'txt', 'text', 'md', 'markdown']);

/**
 * Reads one file. The reader is chosen by content, and by the name's ending where the content does not tell.
 * Deterministic: no clock, no network, nothing is written.
 * @throws InputRefused with a code, a cause in one line, and the next step
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Document> {
  if (bytes.length === 0) throw new InputRefused('empty', 'the file is empty', 'Check that it was saved or downloaded whole.');
  if (bytes.length > BOUNDS.fileBytes) throw tooLarge('fileBytes');
  const found = sniff(bytes);
  switch (found.kind) {
    case 'other':
      throw new InputRefused('unsupported', `the file is ${found.what}`, SUPPORTED);
    case 'pdf':
      return await (await import('./pdf.js')).readPdf(bytes);
    case 'zip':
      return await readZip(bytes);
    case 'ole':
      return refuseOle(bytes);
    case 'html':
      return await (await import('./html.js')).readHtml(bytes);
    case 'plain':
      return await readPlain(bytes, name);
  }
}

async function readZip(bytes: Uint8Array): Promise<Document> {
  const archive = await openArchive(bytes);
  const kind = archiveKind(archive.names);
  if (!kind.docx) throw new InputRefused('unsupported', `the file is ${kind.what}`, SUPPORTED);
  return await (await import('./docx.js')).readDocx(archive);
}

async function readPlain(bytes: Uint8Array, name: string): Promise<Document> {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'docx' || ending === 'pdf') {
    const lack = ending === 'docx' ? 'it is no ZIP archive' : 'it has no PDF header';
    throw new InputRefused(
      'damaged',
      `the file is no ${ending.toUpperCase()}: ${lack}`,
      'Download it again, or give it the ending of its real format.',
    );
  }
  if (WEB_ENDINGS.has(ending)) return await (await import('./html.js')).readHtml(bytes);
  if (!TEXT_ENDINGS.has(ending)) throw new InputRefused('unsupported', `files of type .${ending} are not read`, SUPPORTED);
  return await (await import('./txt.js')).readText(bytes);
}
