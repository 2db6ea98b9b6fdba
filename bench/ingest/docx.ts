import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Part, Sheet, TablePart } from './sheet.js';

const ALIGNMENTS = {
  title: AlignmentType.CENTER,
  centre: AlignmentType.CENTER,
  flush: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  indented: AlignmentType.JUSTIFIED,
};
/** Half points, as Word counts (ECMA-376-1, 17.3.2.38). */
const SIZES = { title: 44, centre: 32, flush: 32, right: 32, indented: 32 };
const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312' };

/** The notice as a Word file, as offices type it: paragraphs with their format, real tables, page numbers. */
export async function asDocx(sheet: Sheet): Promise<Uint8Array> {
  const number = new TextRun({ size: 28, children: ['— ', PageNumber.CURRENT, ' —'] });
  const footers = { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] }) };
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ footers, children: sheet.map(setPart) }] })));
}

function setPart(part: Part): Paragraph | Table {
  if (part.kind === 'table') return setTable(part);
  const run = new TextRun({ text: part.text, size: SIZES[part.kind], font: FONT });
  const indent = part.kind === 'indented' ? { indent: { firstLine: 640 } } : {};
  return new Paragraph({ alignment: ALIGNMENTS[part.kind], children: [run], ...indent });
}

function setTable({ rows, widths }: TablePart): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cell = (text: string, column: number): TableCell =>
    new TableCell({
      width: { size: Math.round((100 * (widths[column] ?? 1)) / total), type: WidthType.PERCENTAGE },
      children: [new Paragraph({ children: [new TextRun({ text, size: 21, font: FONT })] })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row, index) => new TableRow({ tableHeader: index === 0, cantSplit: true, children: row.map(cell) })),
  });
}
