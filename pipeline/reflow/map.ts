import type { Box, Document } from '../../schemas/index.js';

/** A run of the mended text that stands character by character in one raw block (or cell of a table block). */
export interface MapPiece {
  /** half-open offsets in the mended text */
  start: number;
  end: number;
  block: number;
  /** index into the table block's cells; null in a text block */
  cell: number | null;
  /** offset of the first character in the raw text */
  at: number;
  page: number | null;
}

/** Where a character of the mended text was read. */
export interface RawPlace {
  block: number;
  cell: number | null;
  at: number;
  page: number | null;
}

/** The piece that holds an offset, or null where the character was put in by mending (a line end, a tab). */
export function pieceAt(pieces: readonly MapPiece[], offset: number): MapPiece | null {
  let [low, high] = [0, pieces.length - 1];
  while (low <= high) {
    const mid = (low + high) >> 1;
    const piece = pieces[mid];
    if (!piece) return null;
    if (offset < piece.start) high = mid - 1;
    else if (offset >= piece.end) low = mid + 1;
    else return piece;
  }
  return null;
}

/** Mended offset → raw place; null for a character that mending put in. */
export function rawAt(pieces: readonly MapPiece[], offset: number): RawPlace | null {
  const piece = pieceAt(pieces, offset);
  return piece ? { block: piece.block, cell: piece.cell, at: piece.at + offset - piece.start, page: piece.page } : null;
}

/** Raw place → mended offset; null for raw text that was set aside. */
export function mendedAt(pieces: readonly MapPiece[], place: Omit<RawPlace, 'page'>): number | null {
  const piece = pieces.find(
    (p) => p.block === place.block && p.cell === place.cell && place.at >= p.at && place.at < p.at + (p.end - p.start),
  );
  return piece ? piece.start + place.at - piece.at : null;
}

/** The box of the block or cell that an offset was read from; null where the format has none. */
export function boxAt(document: Document, pieces: readonly MapPiece[], offset: number): Box | null {
  const place = rawAt(pieces, offset);
  const block = place ? document.blocks[place.block] : undefined;
  if (!place || !block) return null;
  return block.kind === 'table' ? (block.cells[place.cell ?? -1]?.box ?? null) : block.box;
}
