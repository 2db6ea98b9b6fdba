import { edges, fills } from './borders.js';
import { halfAndFull, type Drawing } from './paper.js';
import { placed, type Align, type Placed, type TableSpec } from './spec.js';

/** Where a table may stand: its upper left corner, and the lowest point on this and on later pages. */
export interface Room {
  x: number;
  y: number;
  bottom: number;
  /** Where it goes on at the top of later pages. */
  top: number;
}

export type Measure = (words: string, size: number) => number;

/** A table's part on one page, and where it ends. */
export interface Part {
  drawings: Drawing[];
  end: number;
}

interface Band {
  row: number;
  /** The lines of each cell that are printed in this band, first and one past the last. */
  from: number;
  to: number;
  top: number;
  height: number;
}

/** Breaks a text into lines no wider than `width`. */
export function wrapped(words: string, width: number, size: number, measure: Measure, anywhere: boolean): string[] {
  const atoms = anywhere ? Array.from(words) : (words.match(/[!-~]+|\s|[^!-~\s]/gu) ?? []);
  const lines: string[] = [];
  let line = '';
  for (const atom of atoms.flatMap((one) => (measure(one, size) > width ? Array.from(one) : [one]))) {
    if (line !== '' && measure(line + atom, size) > width + 0.01) {
      lines.push(line.trim());
      line = '';
    }
    line += atom;
  }
  return [...lines, line.trim()].filter((one) => one !== '');
}

/** Lays a table out over as many pages as it needs. */
export function layOut(spec: TableSpec, room: Room, measure: Measure = halfAndFull): Part[] {
  return new Layout(spec, room, measure).parts();
}

class Layout {
  private readonly cells: Placed[];
  private readonly lines: ReadonlyMap<Placed, string[]>;
  private readonly xs: number[];
  private readonly size: number;
  private readonly pitch: number;
  private readonly padX: number;
  private readonly padY: number;

  constructor(
    private readonly spec: TableSpec,
    private readonly room: Room,
    private readonly measure: Measure,
  ) {
    this.size = spec.size ?? 10;
    this.pitch = (spec.leading ?? 1.3) * this.size;
    this.padX = spec.padX ?? 3;
    this.padY = spec.padY ?? 3;
    this.xs = spec.columns.reduce<number[]>((xs, column) => [...xs, (xs.at(-1) ?? 0) + column.width], [room.x]);
    this.cells = placed(spec);
    this.lines = new Map(
      this.cells.map((cell) => [
        cell,
        wrapped(cell.text, this.width(cell) - 2 * this.padX, this.size, measure, spec.breakAnywhere === true),
      ]),
    );
  }

  parts(): Part[] {
    return this.pages().map((bands) => this.part(bands));
  }

  private width({ column, columnSpan }: Placed): number {
    return (this.xs[column + columnSpan] ?? 0) - (this.xs[column] ?? 0);
  }

  private linesOf(cell: Placed): string[] {
    return this.lines.get(cell) ?? [];
  }

  /** Lines that each row needs; what a merged cell needs more goes to its last row. */
  private needed(): number[] {
    const needed = this.spec.rows.map(() => 1);
    for (const cell of [...this.cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
      const inside = needed.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, lines) => sum + lines, 0);
      const last = cell.row + cell.rowSpan - 1;
      needed[last] = (needed[last] ?? 1) + Math.max(0, this.linesOf(cell).length - inside);
    }
    return needed;
  }

  private height(lines: number): number {
    return (lines - 1) * this.pitch + this.size * 1.1 + 2 * this.padY;
  }

  private pages(): Band[][] {
    const needed = this.needed();
    const pages: Band[][] = [[]];
    let top = this.room.y;
    const put = (row: number, from: number, to: number): void => {
      const height = this.height(to - from);
      pages.at(-1)?.push({ row, from, to, top, height });
      top += height;
    };
    const newPage = (): void => {
      pages.push([]);
      top = this.room.top;
      if (this.spec.repeatHead === true) for (let row = 0; row < this.spec.head; row += 1) put(row, 0, needed[row] ?? 1);
    };
    needed.forEach((lines, row) => {
      let from = 0;
      while (from < lines) {
        const fits = 1 + Math.floor((this.room.bottom - top - this.height(1)) / this.pitch);
        const rest = lines - from;
        const full = fits >= rest ? rest : this.spec.cutRows === true && fits >= 1 ? fits : 0;
        if (full === 0) newPage();
        else {
          put(row, from, from + full);
          from += full;
          if (from < lines) newPage();
        }
      }
    });
    return pages;
  }

  private part(bands: readonly Band[]): Part {
    const boxes = this.cells.flatMap((cell) => {
      const inside = bands.filter((band) => band.row >= cell.row && band.row < cell.row + cell.rowSpan);
      const [first, last] = [inside[0], inside.at(-1)];
      if (first === undefined || last === undefined) return [];
      const box = {
        cell,
        left: this.xs[cell.column] ?? 0,
        right: this.xs[cell.column + cell.columnSpan] ?? 0,
        top: first.top,
        bottom: last.top + last.height,
      };
      return [{ ...box, drawings: this.text(cell, first, box.top, box.bottom) }];
    });
    const texts = boxes.flatMap(({ drawings }) => drawings);
    const end = Math.max(...boxes.map(({ bottom }) => bottom));
    return { drawings: [...fills(this.spec, boxes), ...edges(this.spec, boxes), ...texts], end };
  }

  private text(cell: Placed, band: Band, top: number, bottom: number): Drawing[] {
    const one = cell.rowSpan === 1;
    const lines = one ? this.linesOf(cell).slice(band.from, band.to) : band.from === 0 ? this.linesOf(cell) : [];
    const block = (lines.length - 1) * this.pitch + this.size * 1.1;
    const start = this.spec.middle === true ? (top + bottom - block) / 2 : top + this.padY;
    return lines.map((words, i) => ({
      kind: 'text',
      x: this.left(cell, words),
      y: start + 0.95 * this.size + i * this.pitch,
      words,
      size: this.size,
    }));
  }

  private left(cell: Placed, words: string): number {
    const align: Align = cell.align ?? (cell.row < this.spec.head ? 'centre' : (this.spec.columns[cell.column]?.align ?? 'left'));
    const [from, to] = [(this.xs[cell.column] ?? 0) + this.padX, (this.xs[cell.column + cell.columnSpan] ?? 0) - this.padX];
    const width = this.measure(words, this.size);
    if (align === 'left') return from;
    if (align === 'centre') return (from + to - width) / 2;
    if (align === 'right') return to - width;
    const point = words.indexOf('.');
    const behind = point < 0 ? 0 : this.measure(words.slice(point), this.size);
    return to - 1.5 * this.size + behind - width;
  }
}
