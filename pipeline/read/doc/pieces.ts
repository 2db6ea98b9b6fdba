import { BOUNDS, tooLarge } from '../bounds.js';
import { damagedDoc } from './cfb.js';
import { sliceOf, type WordFile } from './fib.js';

interface Piece {
  start: number;
  end: number;
  /** where its text begins in the main stream, and how many bytes a character takes there */
  at: number;
  width: 1 | 2;
}

/** The text of all stories by character position, and the way from a position to the bytes that it stands at. */
export interface PieceText {
  text: string;
  /** @returns the offset in the main stream of a position, and the position at which its piece ends */
  place: (position: number) => { at: number; width: number; end: number };
}

/** Puts the text together from its pieces (MS-DOC 2.8.35, 2.9.38). @throws InputRefused where they lie outside the file */
export function pieceText(file: WordFile): PieceText {
  const pieces = piecesOf(file);
  const last = pieces.at(-1)?.end ?? 0;
  if (last > BOUNDS.fileBytes) throw tooLarge('fileBytes');
  const decoders = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le') };
  const text = pieces
    .map(({ start, end, at, width }) => decoders[width].decode(sliceOf(file.main, at, (end - start) * width)).padEnd(end - start))
    .join('');
  let near = 0;
  const place = (position: number): { at: number; width: number; end: number } => {
    if (position < (pieces[near]?.start ?? 0)) near = 0;
    while (near + 1 < pieces.length && position >= (pieces[near]?.end ?? 0)) near += 1;
    const piece = pieces[near];
    if (piece === undefined) throw damagedDoc(new Error('a position without text'));
    return { at: piece.at + (position - piece.start) * piece.width, width: piece.width, end: piece.end };
  };
  return { text, place };
}

function piecesOf(file: WordFile): Piece[] {
  const clx = file.part('pieces');
  let at = 0;
  // Property changes for pieces come first (2.9.209).
  while (at < clx.byteLength && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true);
  if (clx.getUint8(at) !== 2) throw damagedDoc(new Error('no piece table'));
  const count = Math.floor((clx.getUint32(at + 1, true) - 4) / 12);
  const table = at + 5;
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = clx.getUint32(table + i * 4, true);
    const end = clx.getUint32(table + i * 4 + 4, true);
    const place = clx.getUint32(table + (count + 1) * 4 + i * 8 + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    if (end < start || start !== (pieces.at(-1)?.end ?? 0)) throw damagedDoc(new Error('pieces out of order'));
    pieces.push({ start, end, at: narrow ? offset / 2 : offset, width: narrow ? 1 : 2 });
  }
  return pieces;
}
