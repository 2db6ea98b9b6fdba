import type { Box, Cell, TableBlock } from '../../../schemas/index.js';
import { around, cell, tableBlock } from '../blocks.js';
import { isBlank } from './characters.js';
import type { Frame } from './frame.js';
import { lineBox, splitLine, textOf, type Line } from './lines.js';
import { atOwnHeight, type Row } from './row.js';
import { columnsUnder, type Strip } from './strips.js';

/** A part of a line with the columns that it covers. */
export interface Piece {
  line: Line;
  column: number;
  span: number;
  /** The rows that it covers, where that is more than one. */
  rows?: number;
}

/** The order in which a row's pieces are read: from the top, and from the left on one line. */
export const byPlace = (a: Piece, b: Piece): number => a.line.baseline - b.line.baseline || a.line.left - b.line.left;

/** A gap this much wider than the distance of a cell's lines parts two rows. */
export const ROW_GAP = 1.4;
/** A line this little below another, in pitches, is set at mid-height beside the lines of its row. */
export const BETWEEN_LINES = 0.9;

/** Parts a line at the gaps between columns, and says which columns each piece covers. */
export function placePieces(line: Line, columns: readonly Strip[]): Piece[] {
  const narrow = splitLine(line, 0.35).map(atOwnHeight);
  const pieces: Piece[] = [];
  for (const part of narrow) {
    const last = pieces.at(-1);
    const taken = last === undefined ? -1 : last.column + last.span - 1;
    const { first: at, last: end } = columnsUnder(part, columns, taken);
    if (last !== undefined && taken >= at) {
      // Two words of one cell.
      const glyphs = line.glyphs.filter((glyph) => glyph.left >= last.line.left - 0.01 && glyph.right <= part.right + 0.01);
      last.line = { ...last.line, glyphs, right: part.right };
      last.span = Math.max(last.span, end - last.column + 1);
    } else pieces.push({ line: part, column: at, span: Math.max(end - at + 1, 1) });
  }
  return pieces;
}

/** Lines that make one row: told by the gaps between rows, or where all gaps are alike by what the first column holds. */
export function rowGroups(
  run: readonly Row[],
  placed: readonly Piece[][],
  { columns, pitch, alike }: { columns: number; pitch: number; alike: boolean },
): Piece[][] {
  const groups: Piece[][] = [];
  placed.forEach((pieces, index) => {
    const above = run[index - 1]?.line.baseline;
    const gap = above === undefined ? Infinity : (run[index]?.line.baseline ?? 0) - above;
    const mayBegin = alike && gap > BETWEEN_LINES * pitch;
    const begins = gap > ROW_GAP * pitch || (mayBegin && (pieces[0]?.column === 0 || pieces.length * 2 >= columns));
    const group = groups.at(-1);
    if (begins || group === undefined) groups.push([...pieces]);
    else group.push(...pieces);
  });
  return groups;
}

/** The table that rows of pieces make; what a piece covers of later rows has no cell there. */
export function tableOfGroups(groups: readonly Piece[][], columns: number, page: number, frame: Frame): TableBlock {
  const covered = groups.map(() => new Set<number>());
  const cells = groups.flatMap((group, row) => {
    const made = rowOfCells(group, row, columns, covered[row] ?? new Set(), page, frame);
    for (const one of made)
      for (let below = row + 1; below < row + one.rowSpan; below += 1)
        for (let column = one.column; column < one.column + one.columnSpan; column += 1) covered[below]?.add(column);
    return made;
  });
  return { ...tableBlock(cells, page), rows: groups.length, columns };
}

function rowOfCells(
  group: readonly Piece[],
  row: number,
  columns: number,
  taken: ReadonlySet<number>,
  page: number,
  frame: Frame,
): Cell[] {
  const cells: Cell[] = [];
  for (let column = 0; column < columns;) {
    if (taken.has(column)) {
      column += 1;
      continue;
    }
    const inside = group.filter((piece) => piece.column === column);
    const columnSpan = Math.min(Math.max(1, ...inside.map((piece) => piece.span)), columns - column);
    const rowSpan = Math.max(1, ...inside.map((piece) => piece.rows ?? 1));
    const covered = group.filter((piece) => piece.column >= column && piece.column < column + columnSpan);
    const box: Box | null = around(covered.map((piece) => lineBox(piece.line)));
    const text = covered.map((piece) => textOf(piece.line)).filter((words) => !isBlank(words));
    cells.push(cell(text.join('\n'), row, column, { columnSpan, rowSpan, page, box: box === null ? null : frame.box(box) }));
    column += columnSpan;
  }
  return cells;
}
