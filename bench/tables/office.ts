import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import PDFKit from 'pdfkit';
import type { Setting } from './compose.js';
import { compose } from './compose.js';
import type { Drawing } from './paper.js';
import { placed, type Align, type Placed, type TableSpec } from './spec.js';

/** The font that other producers' PDFs are made with (Debian: fonts-noto-cjk). */
export const FONT = {
  file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  name: 'NotoSansCJKsc-Regular',
  family: 'Noto Sans CJK SC',
};

/** The table through pdfkit, its font embedded as a subset. */
export async function byPdfkit(spec: TableSpec, setting: Setting): Promise<Uint8Array> {
  const pdf = new PDFKit({ autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on('end', resolve));
  pdf.registerFont('cjk', FONT.file, FONT.name);
  pdf.font('cjk');
  const { sheets } = compose([spec], setting, (words, size) => pdf.fontSize(size).widthOfString(words));
  for (const { width, height, drawings } of sheets) {
    pdf.addPage({ size: [width, height], margin: 0 });
    pdf.font('cjk');
    for (const drawing of drawings) draw(pdf, drawing);
  }
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

function draw(pdf: PDFKit.PDFDocument, drawing: Drawing): void {
  if (drawing.kind === 'text') {
    pdf.fillColor('black').fontSize(drawing.size);
    pdf.text(drawing.words, drawing.x, drawing.y, { lineBreak: false, baseline: 'alphabetic' });
  } else if (drawing.kind === 'line') pdf.lineWidth(0.5).moveTo(drawing.x0, drawing.y0).lineTo(drawing.x1, drawing.y1).stroke();
  else {
    const box = pdf.rect(drawing.x0, drawing.y0, drawing.x1 - drawing.x0, drawing.y1 - drawing.y0);
    if (drawing.paint === 'stroke') box.stroke();
    else box.fill(drawing.grey === undefined ? 'black' : '#e6e6e6');
  }
}

/** How a cell's sides are drawn, in points; `three` is told by rows. */
function hasSides(
  { rules, head }: TableSpec,
  { row, rowSpan }: Placed,
  rows: number,
): { top: boolean; bottom: boolean; sides: boolean } {
  const under = row + rowSpan === head;
  if (rules === 'grid') return { top: true, bottom: true, sides: true };
  if (rules === 'rows') return { top: true, bottom: true, sides: false };
  if (rules === 'three') return { top: row === 0, bottom: under || row + rowSpan === rows, sides: false };
  return { top: false, bottom: false, sides: false };
}

const alignOf = (spec: TableSpec, cell: Placed): Align =>
  cell.align ?? (cell.row < spec.head ? 'centre' : (spec.columns[cell.column]?.align ?? 'left'));

/** The table as a web page, for a browser's print. */
export function asHtml(spec: TableSpec, setting: Setting): string {
  const lines = (all: readonly string[] = []): string => all.map((words) => `<p>${words}</p>`).join('');
  const unit = setting.unit === undefined ? '' : `<p style="text-align:right">${setting.unit}</p>`;
  const rows = rowsOf(spec).map((cells) => `<tr>${cells.map((cell) => htmlCell(spec, cell)).join('')}</tr>`);
  const columns = spec.columns.map(({ width }) => `<col style="width:${width}pt">`).join('');
  const [head, body] = [rows.slice(0, spec.head).join(''), rows.slice(spec.head).join('')];
  const { width, height } = setting.paper ?? { width: 595, height: 842 };
  const parts = spec.repeatHead === true ? `<thead>${head}</thead><tbody>${body}</tbody>` : `<tbody>${head}${body}</tbody>`;
  return (
    `<!doctype html><meta charset="utf-8"><title>t</title><style>@page{size:${width}pt ${height}pt;margin:50pt}` +
    `body{font:${spec.size ?? 10}pt "${FONT.family}";margin:0}p{margin:4pt 0}table{border-collapse:collapse;table-layout:fixed}` +
    `td{padding:${spec.padY ?? 3}pt ${spec.padX ?? 3}pt;vertical-align:${spec.middle === true ? 'middle' : 'top'}}</style>` +
    `${lines(setting.before)}${unit}<table>${columns}${parts}</table>${lines(setting.after)}`
  );
}

function htmlCell(spec: TableSpec, cell: Placed): string {
  const { top, bottom, sides } = hasSides(spec, cell, spec.rows.length);
  const line = '.5pt solid black';
  const style = [
    `text-align:${alignOf(spec, cell) === 'centre' ? 'center' : alignOf(spec, cell)}`,
    ...(top ? [`border-top:${line}`] : []),
    ...(bottom ? [`border-bottom:${line}`] : []),
    ...(sides ? [`border-left:${line};border-right:${line}`] : []),
    ...(spec.fill === 'stripes' && cell.row % 2 === 0 ? ['background:#e6e6e6'] : []),
  ].join(';');
  return `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}" style="${style}">${cell.text}</td>`;
}

function rowsOf(spec: TableSpec): Placed[][] {
  const cells = placed(spec);
  return spec.rows.map((_, row) => cells.filter((cell) => cell.row === row));
}

/** The table as a Word file, for LibreOffice's export. */
export async function asDocx(spec: TableSpec, setting: Setting): Promise<Uint8Array> {
  const size = (spec.size ?? 10) * 2;
  const run = (text: string): TextRun => new TextRun({ text, size, font: FONT.family });
  const paragraph = (
    text: string,
    alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
  ): Paragraph => new Paragraph({ alignment, children: [run(text)] });
  const alignments = {
    left: AlignmentType.LEFT,
    right: AlignmentType.RIGHT,
    centre: AlignmentType.CENTER,
    decimal: AlignmentType.RIGHT,
  };
  const line = (drawn: boolean) => (drawn ? { style: BorderStyle.SINGLE, size: 4 } : { style: BorderStyle.NONE, size: 0 });
  const cellOf = (cell: Placed): TableCell => {
    const { top, bottom, sides } = hasSides(spec, cell, spec.rows.length);
    return new TableCell({
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      verticalAlign: spec.middle === true ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      borders: { top: line(top), bottom: line(bottom), left: line(sides), right: line(sides) },
      children: [paragraph(cell.text, alignments[alignOf(spec, cell)])],
    });
  };
  const rows = rowsOf(spec).map(
    (cells, row) =>
      new TableRow({
        tableHeader: spec.repeatHead === true && row < spec.head,
        cantSplit: spec.cutRows !== true,
        children: cells.map(cellOf),
      }),
  );
  const { width, height } = setting.paper ?? { width: 595, height: 842 };
  const table = new Table({
    rows,
    columnWidths: spec.columns.map((column) => column.width * 20),
    width: { size: spec.columns.reduce((sum, column) => sum + column.width, 0) * 20, type: WidthType.DXA },
  });
  const children = [
    ...(setting.before ?? []).map((words) => paragraph(words)),
    ...(setting.unit === undefined ? [] : [paragraph(setting.unit, AlignmentType.RIGHT)]),
    table,
    ...(setting.after ?? []).map((words) => paragraph(words)),
  ];
  const page = { size: { width: width * 20, height: height * 20 }, margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 } };
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ properties: { page }, children }] })));
}
