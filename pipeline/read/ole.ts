import { InputRefused } from '../refused.js';

/**
 * What an OLE compound file (MS-CFB) is by its stream names, which stand in its directory as UTF-16 LE: Office puts
 * encrypted documents into one (MS-OFFCRYPTO 2.3.4), and the formats before 2007 are ones.
 * @throws InputRefused where it is no document that is read
 */
export function oleFormat(bytes: Uint8Array): 'doc' | 'xls' {
  if (holds(bytes, 'EncryptedPackage')) {
    throw new InputRefused(
      'encrypted',
      'the document is protected with a password',
      'Save a copy without a password and ingest that.',
    );
  }
  if (holds(bytes, 'WordDocument')) return 'doc';
  if (holds(bytes, 'Workbook') || holds(bytes, 'Book')) return 'xls';
  if (isCutOff(bytes)) {
    throw new InputRefused('damaged', 'the file is an OLE compound file that is cut off', 'Download it again, or save it anew.');
  }
  throw new InputRefused(
    'unsupported',
    'the file is an OLE compound file',
    'Open it in its program and save it as DOCX, then ingest that.',
  );
}

/** The directory, which names what is in the file, lies behind its end (MS-CFB 2.2). */
function isCutOff(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (view.getUint32(48, true) + 1) * 2 ** Math.min(view.getUint16(30, true), 12) >= bytes.length;
}

function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'));
}
