import type { Cell } from '../../../schemas/index.js';
import { cell, tableBlock } from '../blocks.js';
import { widthOf } from './columns.js';
import type { SourceLine } from './lines.js';
import { withoutMarks } from './marks.js';
import type { TakenTable } from './tables.js';

// Old documents draw tables with the box characters of GB 2312 (rows 9): ┌─┬┐ ├┼┤ └┴┘ │, thin, thick or double.
const TOP = /^\s*[┌┏╔╒╓][─━═┬┳╦┌┐┏┓╗╤╥\s]*[┐┓╗╕╖]\s*$/;
const BOTTOM = /^\s*[└┗╚╘╙]/;
const LINE = /^\s*[│┃║├┠┝╠╟╞└┗╚╘╙]/;
const UPRIGHT = /[\u2502\u2503\u2551\u250C-\u254B\u2552-\u256C]/;
const LEVEL = /[─━═]/;

/** One line of a drawing: what stands at each column of the screen. */
type Drawn = readonly string[];

/** A table drawn with box characters at the given line; null where its lines are not of one width. */
export function drawnTable(lines: readonly SourceLine[], at: number): TakenTable | null {
  if (!TOP.test(lines[at]?.raw ?? '')) return null;
  let next = at + 1;
  while (LINE.test(lines[next]?.raw ?? '') && !BOTTOM.test(lines[next]?.raw ?? '')) next += 1;
  if (!BOTTOM.test(lines[next]?.raw ?? '')) return null;
  const raw = lines.slice(at, next + 1).map((line) => line.raw.trim());
  const drawn = ([2, 1] as const).map((box) => raw.map((line) => drawnLine(line, box))).find(isOneWidth);
  if (drawn === undefined) return null;
  const page = lines[at]?.page ?? null;
  return { table: tableBlock(cellsOf(drawn, page), page), taken: next + 1 - at };
}

/** The characters of a line by column; a wide one leaves the column behind it empty. */
function drawnLine(line: string, box: 1 | 2): string[] {
  const columns: string[] = [];
  for (const character of line) {
    columns.push(character);
    if (widthOf(character, box) === 2) columns.push('');
  }
  return columns;
}

const isOneWidth = (drawn: readonly Drawn[]): boolean => new Set(drawn.map((line) => line.length)).size === 1;

/** A row between two drawn lines: its lines of text, and the columns whose lower edge is drawn. */
interface Band {
  texts: Drawn[];
  below: Drawn;
}

function cellsOf(drawn: readonly Drawn[], page: number | null): Cell[] {
  const edges = edgesOf(drawn);
  const bands = bandsOf(drawn, edges);
  const cells: Cell[] = [];
  /** by column: the cell that is still open below */
  const open = new Map<number, { cell: Cell; text: string[] }>();
  bands.forEach((band, row) => {
    for (let column = 0; column < edges.length - 1;) {
      const end = endOf(band, edges, column);
      const known = open.get(column);
      const here = known ?? { cell: cell('', row, column, { columnSpan: end - column, page }), text: [] };
      if (known === undefined) cells.push(here.cell);
      here.text.push(...linesIn(band, edges[column] ?? 0, edges[end] ?? 0));
      here.cell.text = withoutMarks(here.text.join('\n'));
      here.cell.rowSpan = row - here.cell.row + 1;
      if (isClosed(band.below, edges[column] ?? 0)) open.delete(column);
      else open.set(column, here);
      column = Math.max(end, column + 1);
    }
  });
  return cells;
}

/** The columns at which an upright line stands anywhere. */
function edgesOf(drawn: readonly Drawn[]): number[] {
  const edges = new Set<number>();
  for (const line of drawn) line.forEach((character, at) => UPRIGHT.test(character) && edges.add(at));
  return [...edges].sort((a, b) => a - b);
}

function bandsOf(drawn: readonly Drawn[], edges: readonly number[]): Band[] {
  const bands: Band[] = [];
  let texts: Drawn[] = [];
  for (const line of drawn.slice(1)) {
    const isRule = edges.slice(0, -1).some((edge) => isClosed(line, edge));
    texts.push(line);
    if (!isRule) continue;
    bands.push({ texts, below: line });
    texts = [];
  }
  return bands;
}

/** True where a level line is drawn right of an edge. */
function isClosed(line: Drawn, edge: number): boolean {
  return LEVEL.test(line[edge + 1] ?? '') || LEVEL.test(line[edge + 2] ?? '');
}

/** The edge that ends a cell: the next one with an upright line in all lines of text. */
function endOf(band: Band, edges: readonly number[], column: number): number {
  const lines = band.texts.length > 1 ? band.texts.slice(0, -1) : band.texts;
  let end = column + 1;
  while (end < edges.length - 1 && !lines.every((line) => UPRIGHT.test(line[edges[end] ?? 0] ?? ''))) end += 1;
  return end;
}

function linesIn({ texts }: Band, from: number, to: number): string[] {
  return texts
    .map((line) =>
      line
        .slice(from + 1, to)
        .join('')
        .replace(/[\u2500-\u257F]/g, '')
        .trim(),
    )
    .filter((text) => text !== '');
}
