import type { Block, Box, Cell, Document, TableBlock, TextBlock } from '../../schemas/index.js';
import { BOUNDS, tooLarge } from './bounds.js';

/** A text block with everything that its format does not tell left at its default. */
export function textBlock(
  kind: TextBlock['kind'],
  text: string,
  rest: Partial<Omit<TextBlock, 'kind' | 'text'>> = {},
): TextBlock {
  return { kind, text, page: null, level: null, blankBefore: false, indented: false, box: null, ...rest };
}

/** One cell at a grid place, spanning itself unless told otherwise. */
export function cell(text: string, row: number, column: number, rest: Partial<Omit<Cell, 'text' | 'row' | 'column'>> = {}): Cell {
  return { text, row, column, rowSpan: 1, columnSpan: 1, page: null, box: null, ...rest };
}

/**
 * A table of the given cells, put in row-major order; its size is what the cells cover.
 * @throws InputRefused where it has more columns than the bound
 */
export function tableBlock(cells: readonly Cell[], page: number | null): TableBlock {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = ordered.reduce((most, c) => Math.max(most, c.row + c.rowSpan), 0);
  const columns = ordered.reduce((most, c) => Math.max(most, c.column + c.columnSpan), 0);
  if (columns > BOUNDS.columns) throw tooLarge('columns');
  return { kind: 'table', page, rows, columns, cells: ordered };
}

/** The smallest box around all the given ones; null when there is none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}

/** A document with everything that its format does not have left at its default. */
export function documentOf(made: Pick<Document, 'format' | 'reader' | 'blocks'> & Partial<Document>): Document {
  return { pages: null, pageFacts: [], linkedFiles: [], warnings: [], ...made };
}

/** The text of a block; of a table, that of its cells, one a line. */
export function blockText(block: Block): string {
  return block.kind === 'table' ? block.cells.map((cell) => cell.text).join('\n') : block.text;
}
