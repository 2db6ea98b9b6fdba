/** A row's cells as its end mark defines them: edges in twentieths of a point, and how they are merged. */
export interface RowShape {
  edges: number[];
  cells: CellShape[];
  /** lines are drawn around its cells */
  ruled: boolean;
}

export interface CellShape {
  above: 'none' | 'begins' | 'goes on';
  beside: 'none' | 'begins' | 'goes on';
}

/** Bytes of a cell's definition (MS-DOC 2.9.314). */
const CELL = 20;

/** Takes one change of a row's definition in (MS-DOC 2.6.3); other changes leave it as it is. */
export function applyRowChange(row: RowShape | null, code: number, operand: DataView): RowShape | null {
  switch (code) {
    case 0xd608:
      return definedRow(operand, row?.ruled ?? false);
    case 0xd605:
    case 0xd613:
      return { edges: [], cells: [], ...row, ruled: (row?.ruled ?? false) || drawsLines(operand, code === 0xd605 ? 4 : 8) };
    case 0xd62b:
      return withCell(row, operand.getUint8(0), { above: VERTICAL[operand.getUint8(1) & 3] ?? 'none' });
    case 0x5624: {
      let merged = row;
      for (let cell = operand.getUint8(0); cell < operand.getUint8(1); cell += 1)
        merged = withCell(merged, cell, { beside: cell === operand.getUint8(0) ? 'begins' : 'goes on' });
      return merged;
    }
    default:
      return row;
  }
}

const VERTICAL = ['none', 'goes on', 'none', 'begins'] as const;

function withCell(row: RowShape | null, at: number, change: Partial<CellShape>): RowShape | null {
  const cell = row?.cells[at];
  if (row === null || cell === undefined) return row;
  return { ...row, cells: row.cells.map((one, i) => (i === at ? { ...cell, ...change } : one)) };
}

/** TDefTableOperand (2.9.324) without its size: the number of cells, their edges, their definitions, which may end early. */
function definedRow(operand: DataView, ruled: boolean): RowShape {
  const count = operand.byteLength === 0 ? 0 : operand.getUint8(0);
  if (1 + (count + 1) * 2 > operand.byteLength) return { edges: [], cells: [], ruled };
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.getInt16(1 + i * 2, true));
  const start = 1 + (count + 1) * 2;
  let drawn = ruled;
  const cells = Array.from({ length: count }, (_, i): CellShape => {
    const at = start + i * CELL;
    if (at + CELL > operand.byteLength) return { above: 'none', beside: 'none' };
    const flags = operand.getUint16(at, true);
    drawn ||= [4, 8, 12, 16].some((border) => isLine(operand.getUint8(at + border + 1)));
    const sideways = flags & 3;
    return {
      above: VERTICAL[(flags >> 5) & 3] ?? 'none',
      beside: sideways === 0 ? 'none' : sideways === 1 ? 'goes on' : 'begins',
    };
  });
  return { edges, cells, ruled: drawn };
}

/** Borders of a table, one after another; the kind of line stands in the second byte of the old form, the sixth of the new. */
function drawsLines(operand: DataView, size: 4 | 8): boolean {
  for (let at = 0; at + size <= operand.byteLength; at += size)
    if (isLine(operand.getUint8(at + (size === 4 ? 1 : 5)))) return true;
  return false;
}

const isLine = (kind: number): boolean => kind !== 0 && kind !== 0xff;
