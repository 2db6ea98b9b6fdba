/** How an original is given to a browser. */
export interface Served {
  type: string;
  how: 'inline' | 'attachment';
}

const SAVED: Served = { type: 'application/octet-stream', how: 'attachment' };

/** What a browser shows without running anything of it, by its first bytes; a file's name and what it says of itself count for nothing. */
const SHOWN: readonly (readonly [type: string, magic: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** Whether a browser may open the bytes or is to save them: all that it could run (HTML, SVG, XML, MHTML …) is saved. */
export function howServed(bytes: Uint8Array): Served {
  const known = SHOWN.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  return known ? { type: known[0], how: 'inline' } : SAVED;
}
