import { InputRefused } from '../refused.js';

/**
 * What an OLE compound file (MS-CFB) is by its stream names, which stand in its directory as UTF-16 LE: Office puts
 * encrypted documents into one (MS-OFFCRYPTO 2.3.4), and the formats before 2007 are ones.
 * @throws InputRefused where it is no document that is read
 */
export function oleFormat(bytes: Uint8Array): 'doc' {
  if (holds(bytes, 'EncryptedPackage')) {
    throw new InputRefused(
      'encrypted',
      'the document is protected with a password',
      'Save a copy without a password and ingest that.',
    );
  }
  if (holds(bytes, 'WordDocument')) return 'doc';
  const isSpreadsheet = holds(bytes, 'Workbook') || holds(bytes, 'Book');
  throw new InputRefused(
    'unsupported',
    `the file is ${isSpreadsheet ? 'an old spreadsheet (.xls, .et)' : 'an OLE compound file'}`,
    `Open it in ${isSpreadsheet ? 'Excel, WPS or LibreOffice and save it as XLSX' : 'its program and save it as DOCX'}, then ingest that.`,
  );
}

function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'));
}
