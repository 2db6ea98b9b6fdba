import iconv from 'iconv-lite';
import { handmadePdf } from '../../test/read/handmade-pdf.js';

/** Something drawn on a page, in points from its upper left corner; text stands on its baseline. */
export type Drawing =
  | { kind: 'text'; x: number; y: number; words: string; size: number }
  | { kind: 'line'; x0: number; y0: number; x1: number; y1: number; dashed?: boolean }
  | { kind: 'rect'; x0: number; y0: number; x1: number; y1: number; paint: 'fill' | 'stroke'; grey?: number };

/** How a page's drawing is turned into coordinates: as it is, scaled, flipped over, or run up an upright page. */
export type Transform = 'none' | 'scaled' | 'flipped' | 'turned';

export interface Sheet {
  width: number;
  height: number;
  rotate?: 0 | 90 | 180 | 270;
  transform?: Transform;
  drawings: Drawing[];
}

/** The width of a text in points, by the half and full widths that the handmade font has. */
export function halfAndFull(words: string, size: number): number {
  let ems = 0;
  for (const character of words) ems += character.charCodeAt(0) < 0x7f ? 0.5 : 1;
  return ems * size;
}

export const A4: Readonly<{ width: number; height: number }> = { width: 595, height: 842 };
export const LANDSCAPE: Readonly<{ width: number; height: number }> = { width: 842, height: 595 };

/** The codes that text is written in. */
type Encoding = 'gbk' | 'utf-16';

/** Content operators for what is drawn; `height` is the height of the space that is drawn in. */
function operators(drawing: Drawing, height: number, encoding: Encoding): string {
  const n = (value: number): string => String(Math.round(value * 1000) / 1000);
  if (drawing.kind === 'text') {
    const hex = iconv.encode(drawing.words, encoding === 'gbk' ? 'gbk' : 'utf-16be').toString('hex');
    return `BT /F1 ${n(drawing.size)} Tf 1 0 0 1 ${n(drawing.x)} ${n(height - drawing.y)} Tm <${hex}> Tj ET`;
  }
  const { x0, y0, x1, y1 } = drawing;
  if (drawing.kind === 'line') {
    const stroke = `${n(x0)} ${n(height - y0)} m ${n(x1)} ${n(height - y1)} l S`;
    return drawing.dashed === true ? `[3 1.5] 0 d ${stroke} [] 0 d` : stroke;
  }
  const box = `${n(x0)} ${n(height - y1)} ${n(x1 - x0)} ${n(y1 - y0)} re`;
  return drawing.paint === 'stroke' ? `${box} S` : `${n(drawing.grey ?? 0)} g ${box} f 0 g`;
}

/** Lines of the same page under another matrix; the text stays upright. */
function sheetOperators({ width, height, transform = 'none', drawings }: Sheet, encoding: Encoding): string[] {
  const all = (space: number, some = drawings): string[] => some.map((drawing) => operators(drawing, space, encoding));
  if (transform === 'none') return ['0.5 w', ...all(height)];
  // Text that runs up the page: what is drawn on a lying sheet is turned by a quarter.
  if (transform === 'turned') return [`q 0 1 -1 0 ${width} 0 cm 0.5 w`, ...all(width), 'Q'];
  const texts = drawings.filter((drawing) => drawing.kind === 'text');
  const rest = drawings.filter((drawing) => drawing.kind !== 'text');
  if (transform === 'flipped') {
    // Drawn downwards from the upper left corner, as programs do whose own axis runs down.
    const flipped = rest.map((drawing) =>
      operators({ ...drawing, y0: height - drawing.y0, y1: height - drawing.y1 }, height, encoding),
    );
    return [`q 1 0 0 -1 0 ${height} cm 0.5 w`, ...flipped, 'Q', ...all(height, texts)];
  }
  const tenth = rest.map((drawing) =>
    operators(
      { ...drawing, x0: drawing.x0 / 0.1, x1: drawing.x1 / 0.1, y0: drawing.y0 / 0.1, y1: drawing.y1 / 0.1 },
      height / 0.1,
      encoding,
    ),
  );
  return ['q 0.1 0 0 0.1 0 0 cm 5 w', ...tenth, 'Q', ...all(height, texts)];
}

/** A PDF whose Chinese font is not embedded (GBK-EUC-H). */
export function onPaper(sheets: readonly Sheet[]): Uint8Array {
  return handmadePdf(
    sheets.map((sheet) => ({
      draw: sheetOperators(sheet, 'gbk'),
      width: sheet.width,
      height: sheet.height,
      ...(sheet.rotate === undefined ? {} : { rotate: sheet.rotate }),
    })),
  );
}

/**
 * The same drawing with a font whose codes are UTF-16 and have a ToUnicode map, for readers that come without the
 * character maps of GBK.
 */
export function onPlainPaper(sheets: readonly Sheet[]): Uint8Array {
  const streams = sheets.map((sheet) => sheetOperators(sheet, 'utf-16').join('\n'));
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def' +
    ' 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange' +
    ' endcmap CMapName currentdict /CMap defineresource pop end end';
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  return plainPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>' +
      ' /DW 1000 /W [32 126 500] /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /Ascent 880 /Descent -120' +
      ' /CapHeight 880 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>',
    stream(map),
    ...sheets.flatMap(({ width, height, rotate = 0 }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${7 + 2 * i} 0 R` +
        ' /Resources << /Font << /F1 3 0 R >> >> >>',
      stream(streams[i] ?? ''),
    ]),
  ]);
}

function plainPdf(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}
