import type { Box } from '../../../schemas/index.js';
import { around } from '../blocks.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import type { PdfLibrary } from './library.js';
import { apply, asMatrix, IDENTITY, multiply, type Matrix } from './matrix.js';
import type { Operator } from './operators.js';
import { pathRules, type Rule } from './rules.js';
import { newTextState, placeGlyphs, type FontInfo, type PlacedGlyph, type TextState } from './text-state.js';

interface GraphicsState {
  ctm: Matrix;
  text: TextState;
}

/** The graphics state machine (ISO 32000-1, 8.4 and 9.3), as far as text, lines and the places of pictures need it. */
export class Walk {
  readonly glyphs: PlacedGlyph[] = [];
  readonly nameless = new Map<string, number>();
  readonly rules: Rule[] = [];
  readonly pictures: Box[] = [];
  shapes = 0;
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
    else if (fn === ops.paintImageXObject || fn === ops.paintImageMaskXObject || fn === ops.paintInlineImageXObject)
      this.picture();
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
    else if (fn === ops.setTextRenderingMode) text.renderingMode = number;
    else if (fn === ops.setFont) this.setFont(args[0], second);
    else if (fn === ops.setFillRGBColor) text.color = typeof args[0] === 'string' ? args[0] : '#000000';
    else if (fn === ops.setGState) this.entriesOfState(args[0]);
  }

  private setFont(id: unknown, size: number): void {
    this.state.text.font = typeof id === 'string' ? this.font(id) : null;
    this.state.text.size = size;
  }

  /** Font and opacity of a graphics state parameter dictionary (ISO 32000-1, table 58). */
  private entriesOfState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of Array.from<unknown>(entries)) {
      if (!Array.isArray(entry)) continue;
      const [key, value] = Array.from<unknown>(entry);
      if (key === 'ca' && typeof value === 'number') this.state.text.opacity = value;
      if (key !== 'Font' || !Array.isArray(value)) continue;
      const [id, size] = Array.from<unknown>(value);
      this.setFont(id, typeof size === 'number' ? size : 0);
    }
  }

  private show(items: unknown): void {
    if (!Array.isArray(items)) return;
    placeGlyphs(Array.from<unknown>(items), this.state.text, this.state.ctm, this);
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
    if (paint.stroke || paint.fill) this.shapes += 1;
    this.rules.push(...pathRules(data, paint, this.state.ctm));
  }

  /** A picture fills the unit square of its user space (ISO 32000-1, 8.9.5). */
  private picture(): void {
    const corners = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([x = 0, y = 0]) => apply(this.state.ctm, x, y));
    const box = around(corners.map(([x, y]): Box => [x, y, x, y]));
    if (box !== null) this.pictures.push(box);
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
