import type { Block, Document, TableBlock } from '../../schemas/index.js';
import { ems, ofd, ofdRule, ofdText, PLAIN, type OfdStyle } from './ofd.js';
import { wrapped } from './variants.js';

/** Millimetres, as GB/T 9704 sets a page: size 3, 28 characters a line. */
const PAPER = [210, 297] as const;
const LEFT = 28;
const TOP = 37;
const BOTTOM = 262;
const SIZE = 5.5;
const LEAD = 9.8;
const PER_LINE = 28;
const CELL_SIZE = 3.7;
const CELL_LEAD = 5.4;

/** Sets a document's blocks on pages, as an office programme prints them: wrapped lines, tables with rules over pages, page numbers. */
export function setAsOfd({ blocks }: Document, style: OfdStyle = PLAIN): Uint8Array {
  const setter = new Setter(style);
  for (const block of blocks) setter.block(block);
  return ofd({ pages: setter.pages(), style, paper: PAPER });
}

class Setter {
  private readonly done: string[] = [];
  private drawn: string[] = [];
  private y = TOP;

  constructor(private readonly style: OfdStyle) {}

  pages(): string[] {
    this.endPage();
    return this.done;
  }

  block(block: Block): void {
    if (block.kind === 'table') {
      this.table(block);
      return;
    }
    if (block.blankBefore) this.y += LEAD;
    const lines = wrapped(block.text, PER_LINE, block.indented ? '　　' : '');
    for (const line of lines) {
      this.room(LEAD);
      this.y += LEAD;
      const indent = line.length - line.trimStart().length;
      this.drawn.push(ofdText(line.trim(), [LEFT + indent * SIZE, this.y], SIZE, this.style));
    }
  }

  private table(table: TableBlock): void {
    const widths = columnWidths(table);
    const edges = widths.reduce<number[]>((xs, width) => [...xs, (xs.at(-1) ?? 0) + width], [LEFT]);
    this.y += LEAD * 0.6;
    let top = this.y;
    for (let row = 0; row < table.rows; row += 1) {
      const cells = widths.map((width, column) => {
        const text = table.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '';
        return wrapped(text.replace(/\s+/g, ' '), Math.floor((width - 2) / CELL_SIZE), '');
      });
      const height = Math.max(1, ...cells.map((lines) => lines.length)) * CELL_LEAD + 2;
      if (this.y + height > BOTTOM) {
        this.frame(edges, top);
        this.endPage();
        top = this.y;
      }
      this.rule([LEFT, this.y], [edges.at(-1) ?? LEFT, this.y]);
      cells.forEach((lines, column) => {
        lines.forEach((line, k) => {
          const at = [(edges[column] ?? LEFT) + 1, this.y + 1 + (k + 0.85) * CELL_LEAD] as const;
          if (line !== '') this.drawn.push(ofdText(line, at, CELL_SIZE, this.style));
        });
      });
      this.y += height;
    }
    this.frame(edges, top);
    this.y += LEAD * 0.6;
  }

  private frame(edges: readonly number[], top: number): void {
    this.rule([LEFT, this.y], [edges.at(-1) ?? LEFT, this.y]);
    for (const x of edges) this.rule([x, top], [x, this.y]);
  }

  private rule(from: readonly [number, number], to: readonly [number, number]): void {
    this.drawn.push(ofdRule(from, to, this.style));
  }

  private room(height: number): void {
    if (this.y + height > BOTTOM) this.endPage();
  }

  private endPage(): void {
    const number = `— ${this.done.length + 1} —`;
    const x = PAPER[0] / 2 - (Array.from(number).reduce((sum, c) => sum + ems(c), 0) * 4.9) / 2;
    this.done.push([...this.drawn, ofdText(number, [x, BOTTOM + 12], 4.9, this.style)].join(''));
    this.drawn = [];
    this.y = TOP;
  }
}

/** Columns as wide as what stands in them asks for, within the text area. */
function columnWidths({ columns, cells }: TableBlock): number[] {
  const asked = Array.from({ length: columns }, (_, column) => {
    const lengths = cells.filter((cell) => cell.column === column).map((cell) => cell.text.length);
    return Math.min(30, Math.max(4, ...lengths)) + 1;
  });
  const total = asked.reduce((sum, width) => sum + width, 0);
  return asked.map((width) => (width / total) * 154);
}
