import { piecesOf, type Piece } from './columns.js';
import type { SourceLine } from './lines.js';
import { fromRows, type TakenTable } from './tables.js';

/** Fewest lines and columns that make a table: two columns may be a signature and its date side by side. */
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;
/** A cell is no longer, in characters. */
const LONGEST_CELL = 30;
/** How far the edges of a column may be off, in columns of the screen. */
const OFF = 2;

/** A table whose columns are set with blanks at the given line: every line has as many cells, one under the other. */
export function alignedTable(lines: readonly SourceLine[], at: number): TakenTable | null {
  const rows: Piece[][] = [];
  for (let line = lines[at]; line !== undefined; line = lines[at + rows.length]) {
    if (rows.length > 0 && line.blankBefore) break;
    const pieces = piecesOf(line.raw);
    if (!isRow(pieces) || (rows[0] !== undefined && pieces.length !== rows[0].length)) break;
    rows.push(pieces);
  }
  if (rows.length < FEWEST_ROWS || !isAligned(rows)) return null;
  return {
    table: fromRows(
      rows.map((row) => row.map((piece) => piece.text)),
      lines[at]?.page ?? null,
    ),
    taken: rows.length,
  };
}

const isRow = (pieces: readonly Piece[]): boolean =>
  pieces.length >= FEWEST_COLUMNS && pieces.every(({ text }) => text.length <= LONGEST_CELL && !/[。；，：]$/.test(text));

/** True where each column's cells share their left edge, their right one or their middle. */
function isAligned(rows: readonly Piece[][]): boolean {
  const columns = rows[0]?.map((_, i) => rows.flatMap((row) => row[i] ?? [])) ?? [];
  // a heading set wide has blanks between its characters
  if (rows.some((row) => row.every(({ text }) => /^[\u4e00-\u9fa5]$/.test(text)))) return false;
  // what repeats under itself in every line is no column of its own
  const kinds = columns.filter((column) => new Set(column.map(({ text }) => text)).size > 1);
  return kinds.length >= FEWEST_COLUMNS - 1 && columns.every(sharesEdge);
}

function sharesEdge(column: readonly Piece[]): boolean {
  const spread = (edge: (piece: Piece) => number): number => {
    const at = column.map(edge);
    return Math.max(...at) - Math.min(...at);
  };
  return [(p: Piece) => p.from, (p: Piece) => p.to, (p: Piece) => (p.from + p.to) / 2].some((edge) => spread(edge) <= OFF);
}
