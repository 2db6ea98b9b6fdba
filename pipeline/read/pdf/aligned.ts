import type { Box, Cell } from '../../../schemas/index.js';
import { around, cell, tableBlock } from '../blocks.js';
import { isBlank } from './characters.js';
import type { Frame } from './frame.js';
import { lineBox, splitLine, textOf, type Line } from './lines.js';
import type { PlacedTable } from './tables.js';

/** Text on one line this far apart, in ems, stands in different columns. */
const APART = 0.8;
/** So many columns over so many lines make a table without rules; so many of the lines have text in so many columns. */
const LEAST_COLUMNS = 3;
const LEAST_LINES = 3;
const LEAST_FULL = 2;
/** The narrowest gap between two columns, in points. */
const NARROWEST = 4;
/** A gap this much wider than the narrowest one between lines parts two rows. */
const ROW_GAP = 1.4;

interface Interval {
  from: number;
  to: number;
}

/** A line as the pieces that stand apart on it. */
interface Row {
  line: Line;
  pieces: Line[];
}

/** Replaces the runs of lines of a column of text that are a table without rules: a first attempt, by alignment alone. */
export function withAlignedTables(lines: readonly Line[], page: number, frame: Frame): (Line | PlacedTable)[] {
  const rows = lines.map((line) => ({ line, pieces: splitLine(line, APART) }));
  const widest = Math.max(0, ...lines.map((line) => line.right)) - Math.min(...lines.map((line) => line.left));
  const found: (Line | PlacedTable)[] = [];
  for (let at = 0; at < rows.length;) {
    const run = runFrom(rows, at, widest);
    const above = rowsAbove(rows, at, run);
    const table = tableOf([...above, ...run], page, frame);
    if (table === null) found.push(...rows.slice(at, at + 1).map((row) => row.line));
    else found.splice(found.length - above.length, above.length, table);
    at += table === null ? 1 : run.length;
  }
  return found;
}

/** The lines from here on that may be one table: none of them has a piece as wide as running text. */
function runFrom(rows: readonly Row[], at: number, widest: number): Row[] {
  const first = rows[at];
  if (first === undefined || first.pieces.length < LEAST_COLUMNS) return [];
  let end = at + 1;
  for (let row = rows[end]; row !== undefined; row = rows[++end]) {
    const above = rows[end - 1];
    const gap = row.line.baseline - (above?.line.baseline ?? 0);
    const similar = row.line.size < 1.3 * first.line.size && row.line.size > 0.6 * first.line.size;
    const narrow = row.pieces.every((piece) => piece.right - piece.left < 0.6 * widest) || row.pieces.length >= LEAST_COLUMNS;
    if (!similar || !narrow || gap > 6 * first.line.size) break;
  }
  const run = rows.slice(at, end);
  const least = pitchOf(run);
  // What follows a table alone and apart from it is a page number or a note.
  for (let last = run.at(-1); last?.pieces.length === 1; last = run.at(-1)) {
    const above = run.at(-2);
    if (above !== undefined && last.line.baseline - above.line.baseline <= ROW_GAP * least) break;
    run.pop();
  }
  return run;
}

/** The rest of a row that the page break cut: lines right above that begin no further left than the second column. */
function rowsAbove(rows: readonly Row[], at: number, run: readonly Row[]): Row[] {
  const [first, second] = rows[at]?.pieces ?? [];
  if (run.length === 0 || first === undefined || second === undefined) return [];
  let from = at;
  for (let row = rows[from - 1]; row !== undefined; row = rows[from - 1]) {
    const gap = (rows[from]?.line.baseline ?? 0) - row.line.baseline;
    const similar = Math.abs(row.line.size - first.size) < 0.1 * first.size;
    if (!similar || gap > 3 * first.size || row.line.left < second.left - 2 || row.pieces.length >= LEAST_COLUMNS) break;
    from -= 1;
  }
  return rows.slice(from, at);
}

/** The distance of the lines of a cell: next to the narrowest in the run, for fonts that differ shift a baseline a little. */
function pitchOf(run: readonly Row[]): number {
  const gaps = run.slice(1).map((row, i) => row.line.baseline - (run[i]?.line.baseline ?? 0));
  const sorted = gaps.filter((gap, i) => gap > 0.9 * (run[i]?.line.size ?? 0)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 10)] ?? Infinity;
}

function tableOf(run: readonly Row[], page: number, frame: Frame): PlacedTable | null {
  if (run.length < LEAST_LINES) return null;
  const columns = columnsOf(run);
  if (columns.length < LEAST_COLUMNS) return null;
  const placed = run.map(({ line }) => placePieces(line, columns));
  if (placed.filter((pieces) => pieces.length >= LEAST_COLUMNS).length < LEAST_FULL) return null;
  const groups = rowGroups(run, placed, columns.length);
  const cells = groups.flatMap((group, row) => rowOfCells(group, row, columns.length, page, frame));
  const box = around(run.map(({ line }) => lineBox(line)));
  return box === null ? null : { box, block: { ...tableBlock(cells, page), rows: groups.length, columns: columns.length } };
}

/**
 * The columns between the strips that next to no line has text in. Lines with a piece for most columns count for
 * themselves: below a few of them a long cell may go on alone over most of the page.
 */
function columnsOf(run: readonly Row[]): Interval[] {
  const left = Math.floor(Math.min(...run.map((row) => row.line.left)));
  const width = Math.ceil(Math.max(...run.map((row) => row.line.right))) - left + 1;
  const full = run.filter((row) => row.pieces.length >= LEAST_COLUMNS);
  const [byFull, byAll] = [coverage(full, left, width), coverage(run, left, width)];
  const columns: Interval[] = [];
  for (let index = 0; index < width; index += 1) {
    if ((byFull[index] ?? 0) <= strays(full.length) && (byAll[index] ?? 0) <= strays(run.length)) continue;
    const x = left + index;
    const last = columns.at(-1);
    if (last !== undefined && x - last.to < NARROWEST) last.to = x + 1;
    else columns.push({ from: x, to: x + 1 });
  }
  return columns;
}

/** So many of the lines may reach over a gap: heads over several columns. */
function strays(lines: number): number {
  return lines < 8 ? 0 : Math.max(1, Math.floor(lines * 0.05));
}

/** How many lines have text at each point from `left` on. */
function coverage(rows: readonly Row[], left: number, width: number): number[] {
  const covered = new Array<number>(width).fill(0);
  for (const piece of rows.flatMap((row) => row.pieces)) {
    for (let x = Math.floor(piece.left); x < Math.ceil(piece.right); x += 1) covered[x - left] = (covered[x - left] ?? 0) + 1;
  }
  return covered;
}

interface Piece {
  line: Line;
  column: number;
  span: number;
}

/** Parts a line at the gaps between columns, and says which columns each piece covers. */
function placePieces(line: Line, columns: readonly Interval[]): Piece[] {
  const narrow = splitLine(line, 0.35);
  const pieces: Piece[] = [];
  for (const part of narrow) {
    const column = columns.findLastIndex((interval) => part.left >= interval.from - 1);
    const end = columns.findLastIndex((interval) => part.right > interval.from + 1);
    const at = Math.max(column, 0);
    const last = pieces.at(-1);
    if (last !== undefined && last.column + last.span > at) {
      // Two words of one cell.
      const glyphs = line.glyphs.filter((glyph) => glyph.left >= last.line.left - 0.01 && glyph.right <= part.right + 0.01);
      last.line = { ...last.line, glyphs, right: part.right };
      last.span = Math.max(last.span, end - last.column + 1);
    } else pieces.push({ line: part, column: at, span: Math.max(end - at + 1, 1) });
  }
  return pieces;
}

/** Lines that make one row: told by the gaps between rows, or where all gaps are alike by what the first column holds. */
function rowGroups(run: readonly Row[], placed: readonly Piece[][], columns: number): Piece[][] {
  const pitch = pitchOf(run);
  const gaps = run.slice(1).map((row, i) => row.line.baseline - (run[i]?.line.baseline ?? 0));
  const wide = gaps.filter((gap) => gap > ROW_GAP * pitch).length;
  const alike = wide < 0.15 * gaps.length;
  const groups: Piece[][] = [];
  placed.forEach((pieces, index) => {
    const gap = gaps[index - 1] ?? Infinity;
    const begins = gap > ROW_GAP * pitch || (alike && (pieces[0]?.column === 0 || pieces.length * 2 >= columns));
    const group = groups.at(-1);
    if (begins || group === undefined) groups.push([...pieces]);
    else group.push(...pieces);
  });
  return groups;
}

function rowOfCells(group: readonly Piece[], row: number, columns: number, page: number, frame: Frame): Cell[] {
  const cells: Cell[] = [];
  for (let column = 0; column < columns;) {
    const inside = group.filter((piece) => piece.column === column);
    const span = Math.min(Math.max(1, ...inside.map((piece) => piece.span)), columns - column);
    const covered = group.filter((piece) => piece.column >= column && piece.column < column + span);
    const box: Box | null = around(covered.map((piece) => lineBox(piece.line)));
    const text = covered.map((piece) => textOf(piece.line)).filter((words) => !isBlank(words));
    cells.push(cell(text.join('\n'), row, column, { columnSpan: span, page, box: box === null ? null : frame.box(box) }));
    column += span;
  }
  return cells;
}
