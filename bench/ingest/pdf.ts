import PDFKit from 'pdfkit';
import { FONT } from '../tables/office.js';
import type { Sheet, TablePart } from './sheet.js';

/** A4 in points, with the margins of official documents (GB/T 9704-2012, 5.1). */
const PAGE = { width: 595.28, height: 841.89, top: 105, bottom: 99, left: 79, right: 74 };
const MEASURE = PAGE.width - PAGE.left - PAGE.right;
const [SIZE, LEAD] = [16, 28.95];
const [CELL_SIZE, CELL_LEAD, PAD] = [10.5, 15, 4];
/** No line begins with one of these. */
const CLOSING = /[，。、；：！？）》”’〕]/;

/** The notice as a PDF, its font embedded as a subset: text on the lines of official documents, tables over pages, page numbers. */
export async function asPdf(sheet: Sheet): Promise<Uint8Array> {
  const setter = new Setter();
  for (const part of sheet) {
    if (part.kind === 'table') setter.table(part);
    else if (part.kind === 'title') setter.paragraph(part.text, { size: 22, lead: 36, align: 'centre' });
    else if (part.kind === 'indented') setter.paragraph(part.text, { indent: 2 * SIZE });
    else setter.paragraph(part.text, { align: part.kind === 'centre' || part.kind === 'right' ? part.kind : 'left' });
  }
  return setter.end();
}

interface Setting {
  size?: number;
  lead?: number;
  indent?: number;
  align?: 'left' | 'centre' | 'right';
}

class Setter {
  private readonly pdf = new PDFKit({ autoFirstPage: false, info: { CreationDate: new Date(0) } });
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<unknown>;
  private readonly widths = new Map<string, number>();
  private pages = 0;
  private y = 0;

  constructor() {
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.done = new Promise((resolve) => this.pdf.on('end', resolve));
    this.pdf.registerFont('cjk', FONT.file, FONT.name);
    this.newPage();
  }

  paragraph(text: string, { size = SIZE, lead = LEAD, indent = 0, align = 'left' }: Setting): void {
    this.lines(text, size, MEASURE, indent).forEach((line, index) => {
      this.room(lead);
      const gap = MEASURE - this.widthOf(line, size);
      const x = align === 'left' ? (index === 0 ? indent : 0) : align === 'centre' ? gap / 2 : gap;
      this.put(line, PAGE.left + x, this.y, size);
      this.y += lead;
    });
  }

  table({ rows, widths, ruled }: TablePart): void {
    const total = widths.reduce((sum, width) => sum + width, 0);
    const columns = widths.map((width) => (width * MEASURE) / total);
    for (const row of rows) {
      const cells = row.map((text, column) => this.lines(text, CELL_SIZE, (columns[column] ?? 0) - 2 * PAD));
      const height = Math.max(...cells.map((lines) => lines.length)) * CELL_LEAD + 2 * PAD;
      this.room(height);
      let x = PAGE.left;
      cells.forEach((lines, column) => {
        const width = columns[column] ?? 0;
        if (ruled) this.pdf.lineWidth(0.5).rect(x, this.y, width, height).stroke();
        lines.forEach((line, index) => {
          this.put(line, x + PAD, this.y + PAD + index * CELL_LEAD, CELL_SIZE);
        });
        x += width;
      });
      if (!ruled)
        this.pdf
          .lineWidth(0.5)
          .moveTo(PAGE.left, this.y + height)
          .lineTo(x, this.y + height)
          .stroke();
      this.y += height;
    }
    this.y += LEAD;
  }

  async end(): Promise<Uint8Array> {
    this.pdf.end();
    await this.done;
    return new Uint8Array(Buffer.concat(this.chunks));
  }

  private room(height: number): void {
    if (this.y + height > PAGE.height - PAGE.bottom) this.newPage();
  }

  private newPage(): void {
    this.pages += 1;
    this.pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
    this.put(
      `— ${this.pages} —`,
      this.pages % 2 === 0 ? PAGE.left : PAGE.width - PAGE.right - 50,
      PAGE.height - PAGE.bottom + 20,
      14,
    );
    this.y = PAGE.top;
  }

  private put(text: string, x: number, y: number, size: number): void {
    this.pdf.font('cjk').fontSize(size).fillColor('black').text(text, x, y, { lineBreak: false, features: [] });
  }

  private lines(text: string, size: number, measure: number, indent = 0): string[] {
    const lines: string[] = [];
    let line = '';
    let used = indent;
    for (const word of text.match(/[\w.%]+|./gu) ?? []) {
      const width = this.widthOf(word, size);
      if (used + width > measure && line !== '' && !CLOSING.test(word)) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += word;
      used += width;
    }
    return [...lines, line];
  }

  private widthOf(text: string, size: number): number {
    let sum = 0;
    for (const character of text) {
      let width = this.widths.get(character);
      if (width === undefined)
        this.widths.set(character, (width = this.pdf.font('cjk').fontSize(1000).widthOfString(character, { features: [] })));
      sum += width;
    }
    return (sum * size) / 1000;
  }
}
