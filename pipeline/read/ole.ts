import { InputRefused } from '../refused.js';

/**
 * Says what an OLE compound file (MS-CFB) is by its stream names, which stand in its directory as UTF-16 LE: Office
 * puts encrypted documents into one (MS-OFFCRYPTO 2.3.4), and the formats before 2007 are ones.
 */
export function refuseOle(bytes: Uint8Array): never {
  if (holds(bytes, 'EncryptedPackage')) {
    throw new InputRefused(
      'encrypted',
      'the document is protected with a password',
      'Save a copy without a password and ingest that.',
    );
  }
  const what = holds(bytes, 'WordDocument')
    ? 'an old Word or WPS document (.doc, .wps)'
    : holds(bytes, 'Workbook') || holds(bytes, 'Book')
      ? 'an old spreadsheet (.xls, .et)'
      : 'an OLE compound file';
  throw new InputRefused(
    'unsupported',
    `the file is ${what}`,
    'Open it in Word, WPS or LibreOffice, save it as DOCX and ingest that.',
  );
}

function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'));
}
