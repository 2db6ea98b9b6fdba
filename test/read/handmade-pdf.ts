import iconv from 'iconv-lite';

/** A page of a PDF written by hand: A4 upright unless told otherwise; `draw` holds content operators. */
export interface HandmadePage {
  draw: readonly string[];
  width?: number;
  height?: number;
  /** The page's `/Rotate`, in degrees clockwise. */
  rotate?: 0 | 90 | 180 | 270;
}

const HEIGHT = 842;

/** Text with its baseline at (x, y), in points from the upper left corner of an A4 page. */
export function text(x: number, y: number, words: string, size = 12): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex(words)}> Tj ET`;
}

/** Text turned by so many degrees counter-clockwise about the start of its baseline. */
export function turned(x: number, y: number, words: string, degrees: number, size = 12): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, HEIGHT - y].map((n) => n.toFixed(4)).join(' ');
  return `BT /F1 ${size} Tf ${matrix} Tm <${hex(words)}> Tj ET`;
}

/** Content drawn in a colour: red, green and blue from 0 to 1. */
export function inColour(rgb: readonly [number, number, number], ...draw: readonly string[]): string {
  return ['q', `${rgb.join(' ')} rg`, ...draw, 'Q'].join('\n');
}

function hex(words: string): string {
  return iconv.encode(words, 'gbk').toString('hex');
}

/** Lines of text, one below the other. */
export function paragraph(x: number, y: number, lines: readonly string[], size = 12, pitch = 20): string[] {
  return lines.map((words, index) => text(x, y + index * pitch, words, size));
}

/** A stroked line from one point to the other. */
export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${HEIGHT - y0} m ${x1} ${HEIGHT - y1} l S`;
}

/** A line drawn as a thin filled rectangle. */
export function bar(x0: number, y0: number, x1: number, y1: number, thick = 0.5): string {
  return `${x0} ${HEIGHT - y1} ${Math.max(x1 - x0, thick)} ${Math.max(y1 - y0, thick)} re f`;
}

/** The full grid over the given column and row places. */
export function grid(xs: readonly number[], ys: readonly number[], draw = line): string[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [...ys.map((y) => draw(left, y, right, y)), ...xs.map((x) => draw(x, top, x, bottom))];
}

/** One line of text in each cell of a grid; empty strings draw nothing. */
export function cells(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[], size = 10): string[] {
  return rows.flatMap((row, r) =>
    row.flatMap((words, c) => (words === '' ? [] : [text((xs[c] ?? 0) + 3, (ys[r] ?? 0) + size + 3, words, size)])),
  );
}

/** The objects of a font, as PDF source: the Type 0 font's encoding and more, and its descendant's character collection. */
export interface HandmadeFont {
  encoding: string;
  ordering: string;
  /** entries of the descendant font: widths, `/WMode` and the like */
  descendant?: string;
}

const GBK: HandmadeFont = { encoding: 'GBK-EUC-H', ordering: 'GB1', descendant: '/W [814 939 500]' };

/**
 * A PDF whose font is neither embedded nor has a ToUnicode map: GBK-EUC-H over Adobe-GB1, as typesetting programs
 * write it. Without the character maps that come with pdf.js it reads as nothing at all.
 */
export function handmadePdf(pages: readonly HandmadePage[], font: HandmadeFont = GBK): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${font.encoding} /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (${font.ordering}) /Supplement 2 >>` +
      ` /DW 1000 ${font.descendant ?? ''}` +
      ' /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /Ascent 880 /Descent -120' +
      ' /CapHeight 880 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>',
    ...pages.flatMap((page, i) => pageObjects(page, 6 + 2 * i)),
  ];
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

function pageObjects({ draw, width = 595, height = HEIGHT, rotate = 0 }: HandmadePage, content: number): [string, string] {
  const stream = draw.join('\n');
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R` +
      ' /Resources << /Font << /F1 3 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}
