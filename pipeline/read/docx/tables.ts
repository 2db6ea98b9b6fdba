import type { Cell, TableBlock } from '../../../schemas/index.js';
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
