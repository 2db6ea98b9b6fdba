import { InputRefused } from '../../refused.js';

/** The refusal of an archive that is broken; `why` says where, or is what was thrown. */
export function damagedZip(why: unknown): InputRefused {
  return new InputRefused(
    'damaged',
    typeof why === 'string'
      ? `the file is a damaged or cut off ZIP container: ${why}`
      : 'the file is a damaged or cut off ZIP container',
    'Download it again, or open it in Word or WPS and save it anew.',
    { cause: why },
  );
}

/** The refusal of a member that is no longer what was packed. */
export function damagedMember(why: string, cause?: unknown): InputRefused {
  return new InputRefused('damaged', `it is damaged in its archive: ${why}`, 'Pack or download the archive again.', { cause });
}

export function encryptedMember(): InputRefused {
  return new InputRefused(
    'encrypted',
    'it is protected with a password in its archive',
    'Unpack the archive with its password and ingest what was in it.',
  );
}

/** Compression methods beside the usual two (APPNOTE 4.4.5). */
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  99: 'AES encryption',
};

export function unknownMethod(method: number): InputRefused {
  return new InputRefused(
    'unsupported',
    `it is packed with ${METHODS[method] ?? `method ${method}`}, which is not read`,
    'Unpack the archive with the program that made it and ingest what was in it.',
  );
}
