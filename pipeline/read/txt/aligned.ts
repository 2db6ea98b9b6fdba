import { mayHavePieces, piecesOf, type Piece } from './columns.js';
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
  if (!mayHavePieces(lines[at]?.raw ?? '')) return null;
  const rows: Piece[][] = [];
  const columns: Column[] = [];
  // the first lines decide, so that no long run of lines is looked at again and again
  for (let line = lines[at]; line !== undefined; line = lines[at + rows.length]) {
    const row = rows.length > 0 && line.blankBefore ? [] : piecesOf(line.raw);
    if (!isRow(row) || (rows[0] !== undefined && row.length !== rows[0].length)) break;
    if (!row.every((piece, i) => (columns[i] ??= new Column()).takes(piece))) break;
    rows.push(row);
    if (rows.length === FEWEST_ROWS && !differ(rows)) return null;
  }
  if (rows.length < FEWEST_ROWS) return null;
  const texts = rows.map((row) => row.map((piece) => piece.text));
  return { table: fromRows(texts, lines[at]?.page ?? null), taken: rows.length };
}

const isRow = (pieces: readonly Piece[]): boolean =>
  pieces.length >= FEWEST_COLUMNS &&
  pieces.every(({ text }) => text.length <= LONGEST_CELL && !/[。；，：]$/.test(text)) &&
  // a heading set wide has blanks between its characters
  !pieces.every(({ text }) => /^[\u4e00-\u9fa5]$/.test(text));

/** What repeats under itself in every line is no column of its own. */
function differ(rows: readonly Piece[][]): boolean {
  const columns = rows[0]?.map((_, i) => new Set(rows.map((row) => row[i]?.text))) ?? [];
  return columns.filter((texts) => texts.size > 1).length >= FEWEST_COLUMNS - 1;
}

/** The cells of a column so far: they share their left edge, their right one or their middle. */
class Column {
  private readonly edges = [
    { of: (p: Piece): number => p.from, least: Infinity, most: -Infinity },
    { of: (p: Piece): number => p.to, least: Infinity, most: -Infinity },
    { of: (p: Piece): number => (p.from + p.to) / 2, least: Infinity, most: -Infinity },
  ];

  /** Takes a cell in; false where it stands elsewhere. */
  takes(piece: Piece): boolean {
    for (const edge of this.edges) {
      edge.least = Math.min(edge.least, edge.of(piece));
      edge.most = Math.max(edge.most, edge.of(piece));
    }
    return this.edges.some(({ least, most }) => most - least <= OFF);
  }
}
