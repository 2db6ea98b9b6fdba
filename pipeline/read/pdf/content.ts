import type { PDFPageProxy } from 'pdfjs-dist';
import { BOUNDS, tooLarge } from '../bounds.js';
import type { PdfLibrary } from './library.js';
import { asMatrix, IDENTITY, multiply, type Matrix } from './matrix.js';
import { asNumbers, asOperators, type Operator } from './operators.js';
import { pathRules, type Rule } from './rules.js';
import { newTextState, placeGlyphs, type FontInfo, type PlacedGlyph, type TextState } from './text-state.js';

/** What is drawn on a page, in points from its upper left corner, after the page's own rotation. */
export interface PageContent {
  width: number;
  height: number;
  glyphs: PlacedGlyph[];
  rules: Rule[];
  /** Glyphs that lie outside the visible page and are left out. */
  outside: number;
}

interface GraphicsState {
  ctm: Matrix;
  text: TextState;
}

/**
 * Goes through a page's operators and notes where each glyph and each ruling line ends up. pdf.js's own
 * `getTextContent` merges glyphs over the borders of table cells; here every glyph keeps its place.
 */
export async function pageContent(library: PdfLibrary, page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const list: unknown = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE });
  const walk = new Walk(library.OPS, asMatrix(viewport.transform) ?? IDENTITY, (id) => fontInfo(page, id));
  for (const operator of asOperators(list)) walk.step(operator);
  const visible = walk.glyphs.filter((glyph) => onPage(glyph, viewport.width, viewport.height));
  return {
    width: viewport.width,
    height: viewport.height,
    glyphs: visible,
    rules: walk.rules,
    outside: walk.glyphs.length - visible.length,
  };
}

function onPage({ x, y, size }: PlacedGlyph, width: number, height: number): boolean {
  return x > -size && x < width + size && y > -size && y < height + size;
}

function fontInfo(page: PDFPageProxy, id: string): FontInfo | null {
  if (!page.commonObjs.has(id)) return null;
  const font: unknown = page.commonObjs.get(id);
  if (typeof font !== 'object' || font === null) return null;
  const matrix = 'fontMatrix' in font ? asMatrix(font.fontMatrix) : null;
  const metrics = 'defaultVMetrics' in font ? asNumbers(font.defaultVMetrics) : [];
  return { unit: matrix?.[0] ?? 0.001, vertical: 'vertical' in font && font.vertical === true, defaultMetrics: metrics };
}

/** The graphics state machine (ISO 32000-1, 8.4 and 9.3), as far as text and lines need it. */
class Walk {
  readonly glyphs: PlacedGlyph[] = [];
  readonly rules: Rule[] = [];
  private state: GraphicsState;
  private readonly stack: GraphicsState[] = [];
  private pathOperators = 0;

  constructor(
    private readonly ops: PdfLibrary['OPS'],
    base: Matrix,
    private readonly font: (id: string) => FontInfo | null,
  ) {
    this.state = { ctm: base, text: newTextState() };
  }

  step({ fn, args }: Operator): void {
    const { ops } = this;
    if (fn === ops.save || fn === ops.beginGroup) this.save();
    else if (fn === ops.restore || fn === ops.endGroup || fn === ops.paintFormXObjectEnd) this.restore();
    else if (fn === ops.transform) this.transform(asMatrix(args));
    else if (fn === ops.paintFormXObjectBegin) {
      this.save();
      this.transform(asMatrix(args[0]));
    } else if (fn === ops.constructPath) this.path(args);
    else if (fn === ops.showText) this.show(args[0]);
    else this.textOperator(fn, args);
  }

  private textOperator(fn: number, args: readonly unknown[]): void {
    const { ops } = this;
    const { text } = this.state;
    const number = typeof args[0] === 'number' ? args[0] : 0;
    const second = typeof args[1] === 'number' ? args[1] : 0;
    if (fn === ops.beginText) text.setMatrix(IDENTITY);
    else if (fn === ops.setTextMatrix) text.setMatrix(asMatrix(args[0]) ?? asMatrix(args) ?? IDENTITY);
    else if (fn === ops.moveText) text.move(number, second);
    else if (fn === ops.setLeadingMoveText) {
      text.leading = second;
      text.move(number, second);
    } else if (fn === ops.nextLine) text.move(0, text.leading);
    else if (fn === ops.setLeading) text.leading = -number;
    else if (fn === ops.setCharSpacing) text.charSpacing = number;
    else if (fn === ops.setWordSpacing) text.wordSpacing = number;
    else if (fn === ops.setHScale) text.horizontalScale = number / 100;
    else if (fn === ops.setTextRise) text.rise = number;
    else if (fn === ops.setFont) this.setFont(args[0], second);
    else if (fn === ops.setGState) this.fontOfState(args[0]);
  }

  private setFont(id: unknown, size: number): void {
    this.state.text.font = typeof id === 'string' ? this.font(id) : null;
    this.state.text.size = size;
  }

  private fontOfState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of Array.from<unknown>(entries)) {
      if (!Array.isArray(entry) || entry[0] !== 'Font' || !Array.isArray(entry[1])) continue;
      const [id, size] = Array.from<unknown>(entry[1]);
      this.setFont(id, typeof size === 'number' ? size : 0);
    }
  }

  private show(items: unknown): void {
    if (!Array.isArray(items)) return;
    placeGlyphs(Array.from<unknown>(items), this.state.text, this.state.ctm, this.glyphs);
    if (this.glyphs.length > BOUNDS.textItemsPerPage) throw tooLarge('textItemsPerPage');
  }

  private path(args: readonly unknown[]): void {
    const data = Array.isArray(args[1]) ? Array.from<unknown>(args[1])[0] : null;
    if (!(data instanceof Float32Array) || typeof args[0] !== 'number') return;
    this.pathOperators += data.length;
    if (this.pathOperators > BOUNDS.pathOperatorsPerPage) return;
    const { ops } = this;
    const strokes = [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
    const fills = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
    const paint = { stroke: strokes.includes(args[0]), fill: fills.includes(args[0]) };
    this.rules.push(...pathRules(data, paint, this.state.ctm));
  }

  private transform(matrix: Matrix | null): void {
    if (matrix !== null) this.state.ctm = multiply(this.state.ctm, matrix);
  }

  private save(): void {
    this.stack.push({ ctm: this.state.ctm, text: this.state.text.copy() });
  }

  private restore(): void {
    const saved = this.stack.pop();
    if (saved !== undefined) this.state = saved;
  }
}
