import { printedWidth } from '../kit/width.js';
import { truncate } from '../kit/table.js';

/** A cell of a grid to be drawn; a merged one stands at its upper left corner. */
export interface GridCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Where lines meet: the sign for what goes up, down, left and right of a corner, as bits 8, 4, 2, 1. */
const CORNERS = [' ', '─', '─', '─', '│', '┌', '┐', '┬', '│', '└', '┘', '┴', '│', '├', '┤', '┼'];
const NARROWEST = 2;

/** A cell with the lines that its text takes. */
interface Laid extends GridCell {
  lines: string[];
}

/**
 * Draws a table with its spans visible, so that it lines up where Chinese characters take two places.
 * `width` is how wide the whole may be where that can be; `lines` how many lines a cell may take before it is cut.
 */
export function drawGrid(cells: readonly GridCell[], rows: number, columns: number, width: number, lines: number): string[] {
  if (rows === 0 || columns === 0) return [];
  return new Grid(cells, rows, columns, width, lines).draw();
}

class Grid {
  private readonly owner: (Laid | null)[][];
  private readonly widths: number[];
  private readonly heights: number[];

  constructor(
    cells: readonly GridCell[],
    private readonly rows: number,
    private readonly columns: number,
    width: number,
    lines: number,
  ) {
    const laid = cells.map((cell): Laid => ({ ...clipped(cell, rows, columns), lines: [] }));
    this.widths = columnWidths(laid, columns, width);
    for (const cell of laid) cell.lines = cut(wrap(cell.text, this.widthOf(cell)), lines, this.widthOf(cell));
    this.owner = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
    for (const cell of laid) this.place(cell);
    this.heights = this.rowHeights(laid);
  }

  draw(): string[] {
    const drawn: string[] = [];
    for (let r = 0; r <= this.rows; r++) {
      drawn.push(this.rule(r));
      for (let k = 0; r < this.rows && k < (this.heights[r] ?? 1); k++) drawn.push(this.line(r, k));
    }
    return drawn;
  }

  private place(cell: Laid): void {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
        const row = this.owner[r];
        if (row?.[c] === null) row[c] = cell;
      }
  }

  private widthOf({ column, columnSpan }: GridCell): number {
    return this.widths.slice(column, column + columnSpan).reduce((sum, w) => sum + w, 3 * (columnSpan - 1));
  }

  /** Each row as high as its own cells; the last row of a merged cell takes what is left of its text. */
  private rowHeights(cells: readonly Laid[]): number[] {
    const heights = Array.from({ length: this.rows }, () => 1);
    const lowest = [...cells].sort((a, b) => a.row + a.rowSpan - b.row - b.rowSpan);
    for (const { row, rowSpan, lines } of lowest) {
      const last = row + rowSpan - 1;
      const above = heights.slice(row, last).reduce((sum, h) => sum + h + 1, 0);
      heights[last] = Math.max(heights[last] ?? 1, lines.length - above);
    }
    return heights;
  }

  /** Is there a line above grid row `r` in column `c`? Empty places of a ragged table have lines around them. */
  private ruled(r: number, c: number): boolean {
    if (c < 0 || c >= this.columns) return false;
    if (r === 0 || r === this.rows) return true;
    const [above, below] = [this.owner[r - 1]?.[c], this.owner[r]?.[c]];
    return above !== below || !above;
  }

  /** Is there a line left of grid column `c` in row `r`? */
  private walled(r: number, c: number): boolean {
    if (r < 0 || r >= this.rows) return false;
    if (c === 0 || c === this.columns) return true;
    const [left, right] = [this.owner[r]?.[c - 1], this.owner[r]?.[c]];
    return left !== right || !left;
  }

  private corner(r: number, c: number): string {
    const [up, down, left, right] = [this.walled(r - 1, c), this.walled(r, c), this.ruled(r, c - 1), this.ruled(r, c)];
    return CORNERS[(up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)] ?? ' ';
  }

  private rule(r: number): string {
    let line = '';
    for (let c = 0; c < this.columns;) {
      line += this.corner(r, c);
      const cell = this.owner[r]?.[c];
      if (this.ruled(r, c) || !cell) {
        line += '─'.repeat((this.widths[c] ?? 0) + 2);
        c += 1;
      } else {
        line += ` ${this.text(cell, r, -1)} `;
        c = cell.column + cell.columnSpan;
      }
    }
    return line + this.corner(r, this.columns);
  }

  private line(r: number, k: number): string {
    let line = '';
    for (let c = 0; c < this.columns;) {
      const cell = this.owner[r]?.[c];
      line += `│ ${cell ? this.text(cell, r, k) : '·'.padEnd(this.widths[c] ?? 0)} `;
      c = cell ? cell.column + cell.columnSpan : c + 1;
    }
    return `${line}│`;
  }

  /** Line `k` of row `r` in a cell, padded; -1 is the rule above the row, which a merged cell writes over. */
  private text(cell: Laid, r: number, k: number): string {
    const above = this.heights.slice(cell.row, r).reduce((sum, h) => sum + h + 1, 0);
    const text = cell.lines[above + k] ?? '';
    return text + ' '.repeat(Math.max(0, this.widthOf(cell) - printedWidth(text)));
  }
}

function clipped(cell: GridCell, rows: number, columns: number): GridCell {
  return {
    ...cell,
    rowSpan: Math.max(1, Math.min(cell.rowSpan, rows - cell.row)),
    columnSpan: Math.max(1, Math.min(cell.columnSpan, columns - cell.column)),
  };
}

const longest = (text: string): number => Math.max(0, ...text.split('\n').map((line) => printedWidth(line)));

/** Columns as wide as their words, the widest ones narrowed until all fit. */
function columnWidths(cells: readonly GridCell[], columns: number, width: number): number[] {
  const widths = Array.from({ length: columns }, () => NARROWEST);
  for (const { column, columnSpan, text } of cells)
    if (columnSpan === 1) widths[column] = Math.max(widths[column] ?? 0, longest(text));
  const room = Math.max(width - 3 * columns - 1, columns * NARROWEST);
  let cap = Math.max(...widths);
  const total = (most: number) => widths.reduce((sum, w) => sum + Math.min(w, most), 0);
  while (cap > NARROWEST && total(cap) > room) cap -= 1;
  return widths.map((w) => Math.min(w, cap));
}

/** Breaks text into lines of a printed width. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((part) => {
    const lines = [''];
    let used = 0;
    for (const { segment } of new Intl.Segmenter().segment(part.trim())) {
      const w = printedWidth(segment);
      if (used + w > width && used > 0) {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] = `${lines.at(-1) ?? ''}${segment}`;
      used += w;
    }
    return lines;
  });
}

/** At most `most` lines, the last one ending in … where more were there. */
function cut(lines: string[], most: number, width: number): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = truncate(`${kept.at(-1) ?? ''}…………`, width);
  return kept;
}
