import { mayHavePieces, piecesOf, type Piece } from './columns.js';
import type { SourceLine } from './lines.js';
import { fromRows, type TakenTable } from './tables.js';
import { goesOnInCells } from './wrapped.js';

/** How many cells a head has, and the fewest rows below it that fill all of them. */
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 40;
const FEWEST_FULL = 2;
/** Within so many lines below the head those rows stand, else it is none. */
const SOON = 12;
/** Words of a head are no longer, in characters. */
const LONGEST_HEAD = 20;
/** How far beside a column its cells may stand, in columns of the screen. */
const OFF = 4;

/** The columns of the screen that a column of the table takes. */
type Band = Pick<Piece, 'from' | 'to'>;
/** What stands in each column of a line. */
type Cells = string[];

/** A table under a head with the columns that it was read by: rows may follow below the end of a page. */
export interface HeadedTable extends TakenTable {
  bands: readonly Band[];
  /** the words of its head, blanks left out */
  head: string;
}

/**
 * A table under a head, its columns set with blanks: cells may be empty, go on in lines below their own, and blank lines may
 * stand between rows. Each column is the band of the screen under a cell of the head, as wide as the cells found in it.
 * One row is enough where the head is that of the table above again.
 */
export function headedTable(lines: readonly SourceLine[], at: number, above: HeadedTable | null): HeadedTable | null {
  const raw = lines[at]?.raw ?? '';
  const pieces = mayHavePieces(raw) ? piecesOf(raw) : [];
  if (!isHead(pieces)) return null;
  const bands = pieces.map(({ from, to }) => ({ from, to }));
  const head = wordsOf(pieces);
  return tableIn(lines, at, { bands, head, fewest: head === above?.head ? 1 : FEWEST_FULL });
}

const wordsOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text.replaceAll(' ', '')).join('|');

/** The rows that go on below the end of a page in the columns of a table above it: the first of them is numbered. */
export function rowsBelow(lines: readonly SourceLine[], at: number, above: HeadedTable): HeadedTable | null {
  const first = piecesOf(lines[at]?.raw ?? '');
  if (first.length !== above.bands.length || !/^\d{1,6}$/.test(first[0]?.text ?? '')) return null;
  const bands = above.bands.map((band) => ({ ...band }));
  return fits(bands, first) ? tableIn(lines, at, { bands, head: above.head, fewest: 0 }) : null;
}

/** Where the lines of a table stand, and how many of those below the first fill all columns at least. */
interface Frame {
  bands: Band[];
  head: string;
  fewest: number;
}

/** The lines that stand in the bands, the first one among them; null where too few of the others fill all of these. */
function tableIn(lines: readonly SourceLine[], at: number, { bands, head, fewest }: Frame): HeadedTable | null {
  const taken: Piece[][] = [piecesOf(lines[at]?.raw ?? '')];
  const apart = [true];
  let full = 0;
  for (let next = at + 1; next < lines.length; next++) {
    const pieces = piecesOf(lines[next]?.raw ?? '');
    if (isOutside(pieces) || !goesOnBehindBlank(lines, next, bands.length) || !fits(bands, pieces)) break;
    taken.push(pieces);
    apart.push(lines[next]?.blankBefore ?? false);
    if (pieces.length === bands.length) full += 1;
    if (full < fewest && taken.length > SOON) return null;
  }
  if (full < fewest) return null;
  const rows = joined(
    taken.map((pieces) => cellsOf(bands, pieces)),
    apart,
  );
  return { table: fromRows(rows, lines[at]?.page ?? null), taken: taken.length, bands, head };
}

/** Words only, years among them, set apart from each other; no sentence. */
const isHead = (pieces: readonly Piece[]): boolean =>
  pieces.length >= FEWEST_COLUMNS &&
  pieces.length <= MOST_COLUMNS &&
  pieces.every(({ text }) => text.length <= LONGEST_HEAD && /[\u4e00-\u9fa5]/.test(text) && !/[。；，：！？]$/.test(text)) &&
  !pieces.some(({ text }) => /^\d+[.、]|\d{4}年\d{1,2}月\d{1,2}日/.test(text)) &&
  !pieces.every(({ text }) => text.length === 1);

/** A page number, or a note below the table. */
function isOutside(pieces: readonly Piece[]): boolean {
  const [only] = pieces;
  if (!only) return true;
  if (pieces.length === 1 && /^(?:[-—–―·]\s*)*\d{1,4}(?:\s*[-—–―·])*$|^第\s*\d+\s*页/.test(only.text)) return true;
  return /^(?:(?:注|备注|说明|单位)\s{0,3}(?:\d{1,2}\s{0,3})?[：:]|附件|附表|抄送)/.test(only.text);
}

/** Behind a blank line a table goes on with a row that fills most columns, or with a group and such a row right below it. */
function goesOnBehindBlank(lines: readonly SourceLine[], at: number, columns: number): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  if (!line?.blankBefore) return true;
  const rows = [line, ...(below?.blankBefore === false ? [below] : [])];
  return rows.some(({ raw }) => piecesOf(raw).length > columns / 2 + 1);
}

/** True where every piece stands in one band; the bands grow by what stands in them. */
function fits(bands: Band[], pieces: readonly Piece[]): boolean {
  if (pieces.length > 2 * MOST_COLUMNS) return false;
  const at = pieces.map((piece) => bandAt(bands, piece));
  if (at.some((band, i) => band === null || band < (at[i - 1] ?? 0))) return false;
  pieces.forEach((piece, i) => {
    const band = bands[at[i] ?? -1];
    if (band) [band.from, band.to] = [Math.min(band.from, piece.from), Math.max(band.to, piece.to)];
  });
  return true;
}

/** The band that a piece overlaps, or the one that it stands next to; null where it reaches over several. */
function bandAt(bands: readonly Band[], piece: Piece): number | null {
  const over = bands.flatMap((band, i) => (piece.from < band.to && band.from < piece.to ? [i] : []));
  if (over.length > 0) return over.length === 1 ? (over[0] ?? null) : null;
  const far = bands.map((band) => Math.max(band.from - piece.to, piece.from - band.to));
  const least = Math.min(...far);
  return least <= OFF ? far.indexOf(least) : null;
}

function cellsOf(bands: readonly Band[], pieces: readonly Piece[]): Cells {
  const cells = bands.map(() => '');
  for (const piece of pieces) {
    const i = bandAt(bands, piece) ?? 0;
    cells[i] = cells[i] === '' ? piece.text : `${cells[i] ?? ''} ${piece.text}`;
  }
  return cells;
}

/** Lines as rows: one that only carries on cells of the row above is part of that. `apart` tells before which a blank line stands. */
function joined(lines: readonly Cells[], apart: readonly boolean[]): Cells[] {
  const widest = (lines[0] ?? []).map((_, c) => lines.reduce((most, cells) => Math.max(most, cells[c]?.length ?? 0), 0));
  const spaced = isSpaced(lines, apart);
  const rows: Cells[] = [];
  // what each column of the row above shows last
  let above: Cells = [];
  lines.forEach((line, i) => {
    const row = rows.at(-1);
    if (!row || !goesOnInCells(line, above, { widest, belowHead: i === 1, sameRow: spaced && apart[i] === false })) {
      rows.push([...line]);
      above = line;
      return;
    }
    line.forEach((text, c) => {
      if (text !== '') row[c] = `${row[c] ?? ''}\n${text}`;
    });
    above = above.map((text, c) => line[c] || text);
  });
  return rows;
}

/** True where a blank line stands before every row that begins in the first column. */
function isSpaced(lines: readonly Cells[], apart: readonly boolean[]): boolean {
  const begun = lines.flatMap((cells, i) => (i > 0 && cells[0] !== '' ? [apart[i] === true] : []));
  return begun.length >= FEWEST_FULL && begun.every((blank) => blank);
}
