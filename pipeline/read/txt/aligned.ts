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

/** Most lines of one row, so that a run of lines that is no table is soon known as none. */
const DEEPEST_ROW = 4;

/** A table whose columns are set with blanks at the given line: rows with as many cells, one under the other, headings of groups between them. */
export function alignedTable(lines: readonly SourceLine[], at: number): TakenTable | null {
  if (!mayHavePieces(lines[at]?.raw ?? '')) return null;
  const first = piecesOf(lines[at]?.raw ?? '');
  if (!isRow(first)) return null;
  const table = new Aligned(first);
  let next = at + 1;
  // the first lines decide, so that no long run of lines is looked at again and again
  for (let line = lines[next]; line?.blankBefore === false; line = lines[++next]) {
    const pieces = piecesOf(line.raw);
    const after = lines[next + 1];
    const below = after?.blankBefore === false ? piecesOf(after.raw) : null;
    if (!table.takesRow(pieces) && !table.takesGroup(pieces, below) && !table.takesRest(pieces, below)) break;
    if (table.isOneWord()) return null;
  }
  return table.full < FEWEST_ROWS ? null : { table: fromRows(table.texts(), lines[at]?.page ?? null), taken: next - at };
}

/** A table as far as it has been read. */
class Aligned {
  /** the lines of each cell, row by row */
  private readonly rows: string[][][] = [];
  private readonly first: Piece[][] = [];
  private readonly columns: Column[];
  /** rows that have all cells */
  full = 0;

  constructor(head: readonly Piece[]) {
    this.columns = head.map(() => new Column());
    this.takesRow(head);
  }

  /** Takes a row in; false where it has other cells, or elsewhere. */
  takesRow(pieces: readonly Piece[]): boolean {
    if (!this.isRow(pieces)) return false;
    // where a cell stands elsewhere the table ends, so that what the others were measured at no longer counts
    if (!pieces.every((piece, i) => this.columns[i]?.takes(piece))) return false;
    this.rows.push(pieces.map((piece) => [piece.text]));
    if (this.full < FEWEST_ROWS) this.first.push([...pieces]);
    this.full += 1;
    return true;
  }

  /** Takes in a line that heads the rows below it: `一、东川市（3个）`. */
  takesGroup(pieces: readonly Piece[], below: readonly Piece[] | null): boolean {
    const [only, ...others] = pieces;
    if (!only || others.length > 0 || !GROUP.test(only.text) || below === null || !this.isRow(below)) return false;
    if (this.isGroup(this.rows.at(-1))) return false;
    this.rows.push(this.columns.map((_, i) => (i === 0 ? [only.text] : [])));
    return true;
  }

  /** Takes in what goes on below the cells of a row: each piece under the left edge of its cell, another row or nothing below. */
  takesRest(pieces: readonly Piece[], below: readonly Piece[] | null): boolean {
    const row = this.rows.at(-1);
    if (!row || this.full < 2 || this.isGroup(row) || pieces.length >= this.columns.length) return false;
    if (below !== null && !this.isRow(below) && !GROUP.test(below[0]?.text ?? '')) return false;
    const under = pieces.map((piece) => this.columns.findIndex((column, i) => i > 0 && column.holds(piece, this.columns[i + 1])));
    const cells = under.map((column) => row[column]);
    if (!cells.every((cell) => cell !== undefined && cell.length < DEEPEST_ROW)) return false;
    if (pieces.some(({ text }) => NO_REST.test(text))) return false;
    cells.forEach((cell, i) => cell?.push(pieces[i]?.text ?? ''));
    return true;
  }

  /** True once the first rows have shown that what looks like columns is the same words again and again. */
  isOneWord(): boolean {
    return this.full === FEWEST_ROWS && !differ(this.first);
  }

  texts(): string[][] {
    return this.rows.map((row) => row.map((cell) => cell.join('\n')));
  }

  private readonly isRow = (pieces: readonly Piece[]): boolean => pieces.length === this.columns.length && isRow(pieces);

  private readonly isGroup = (row: readonly string[][] | undefined): boolean =>
    row !== undefined && row.slice(1).every((cell) => cell.length === 0);
}

/** A line that heads a group of rows: numbered as headings are, or a place with the number of its rows. */
const GROUP = /^(?:（?[一二三四五六七八九十]{1,3}[）、.][^，。；：]{2,24}|[^，。；：（）]{2,12}[（(]\d{1,3}[个家项户][)）])$/;
/** What is no rest of a cell: a note, a number, the end of a sentence. */
const NO_REST = /^(?:注|备注|说明|单位|附)|^\d|[。；：]$/;

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

  /** True for a piece that begins where all cells of the column do and ends before the next one begins. */
  holds(piece: Piece, next: Column | undefined): boolean {
    const [left] = this.edges;
    const aligned = left !== undefined && left.most - left.least <= OFF && Math.abs(piece.from - left.least) <= OFF;
    return aligned && piece.to <= (next?.edges[0]?.least ?? Infinity);
  }
}
