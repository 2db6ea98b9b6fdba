import type { Block, Cell, ReadWarning, TableBlock } from '../../../schemas/index.js';
import { cell, tableBlock } from '../blocks.js';

/** A cell of a row as WordprocessingML has it: a width in grid columns, and whether it carries on a neighbour. */
export interface RowCell {
  text: string;
  /** Grid columns that the row leaves out before it. */
  skip: number;
  span: number;
  /** It carries on the cell above. */
  goesOn: boolean;
  /** It carries on the cell to the left. */
  goesOnSideways: boolean;
}

/** A cell with what stands in it. */
export type FilledCell = Omit<RowCell, 'text'> & { blocks: Block[] };

/**
 * The blocks of a table. One column, or one row without a line around it, is a frame that puts text in its place: a
 * letterhead, a box. Everything else is data; a table of data inside a cell stands behind the outer one and is told.
 */
export function tableBlocks(rows: readonly (readonly FilledCell[])[], ruled: boolean, warnings: ReadWarning[]): Block[] {
  const filled = rows.filter((row) => row.length > 0);
  const isFrame = filled.every((row) => row.length === 1) || (filled.length === 1 && !ruled);
  if (isFrame) return filled.flat().flatMap((one) => one.blocks);
  const nested: TableBlock[] = [];
  const placed = placeRows(filled.map((row) => row.map((one) => ({ ...one, text: cellText(one.blocks, nested) }))));
  for (const { rows: count } of nested) {
    const detail = `a table of ${count} rows inside a cell stands behind the table that it was in`;
    warnings.push({ code: 'nested_table', page: null, detail });
  }
  return [placed, ...nested];
}

/** A cell's text. A table of data in it goes to the nested ones; a smaller one is text. */
function cellText(blocks: readonly Block[], nested: TableBlock[]): string {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') texts.push(block.text);
    else if (block.rows < 2 || block.columns < 2) texts.push(flatText(block));
    else nested.push(block);
  }
  return texts.join('\n');
}

/** A small table inside a cell as text: a line for each row and a tab between cells. */
function flatText(table: TableBlock): string {
  const rows = Array.from({ length: table.rows }, (_, row) => table.cells.filter((one) => one.row === row));
  return rows.map((cells) => cells.map((one) => one.text.replaceAll('\n', ' ')).join('\t')).join('\n');
}

/** Puts rows of cells on the grid. A merged cell stands once; text in a part that carries it on is not lost. */
export function placeRows(rows: readonly (readonly RowCell[])[]): TableBlock {
  const cells: Cell[] = [];
  let above = new Map<number, Cell>();
  rows.forEach((row, y) => {
    const here = new Map<number, Cell>();
    let x = 0;
    let left: Cell | undefined;
    for (const { text, skip, span, goesOn, goesOnSideways } of row) {
      x += skip;
      const owner = goesOn ? above.get(x) : undefined;
      if (goesOnSideways && left !== undefined) {
        left.columnSpan += span;
        addText(left, text);
      } else if (owner !== undefined) {
        owner.rowSpan = y - owner.row + 1;
        addText(owner, text);
        left = owner;
      } else {
        left = cell(text, y, x, { columnSpan: span });
        cells.push(left);
      }
      here.set(left.column, left);
      x += span;
    }
    above = here;
  });
  return { ...tableBlock(cells, null), rows: rows.length };
}

function addText(owner: Cell, text: string): void {
  if (text !== '') owner.text = owner.text === '' ? text : `${owner.text}\n${text}`;
}
