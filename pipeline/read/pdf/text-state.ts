import { apply, IDENTITY, multiply, type Matrix } from './matrix.js';
import { asNumbers } from './operators.js';
import { plainCharacters } from './characters.js';

/** What the glyphs of one piece of text have in common. */
export interface GlyphStyle {
  /** pdf.js's name for the font */
  font: string;
  /** written downwards (ISO 32000-1, 9.7.4.3) */
  vertical: boolean;
  /** `#rrggbb` */
  color: string;
  /** from 0, seen through, to 1 */
  opacity: number;
  /** neither filled nor stroked: text that recognition has put behind the picture of a page */
  unseen: boolean;
}

/** A glyph's text, the origin of its baseline, its advance and its size; page space, y downwards. */
export interface PlacedGlyph {
  text: string;
  x: number;
  y: number;
  dx: number;
  dy: number;
  /** The font size in points as drawn. */
  size: number;
  style: GlyphStyle;
}

export interface FontInfo {
  id: string;
  /** Text space units in one glyph space unit, 0.001 but for Type 3 fonts. */
  unit: number;
  vertical: boolean;
  /** `[w1y, vx, vy]` for glyphs that have none of their own (ISO 32000-1, 9.7.4.3). */
  defaultMetrics: readonly number[];
}

/** Text state parameters (ISO 32000-1, table 104) and the place of the next glyph. */
export class TextState {
  font: FontInfo | null = null;
  size = 0;
  charSpacing = 0;
  wordSpacing = 0;
  horizontalScale = 1;
  leading = 0;
  rise = 0;
  color = '#000000';
  opacity = 1;
  /** ISO 32000-1, table 106 */
  renderingMode = 0;
  matrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  private lineX = 0;
  private lineY = 0;

  setMatrix(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  move(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  copy(): TextState {
    return Object.assign(new TextState(), this);
  }
}

export function newTextState(): TextState {
  return new TextState();
}

interface FontGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  metrics: readonly number[];
}

/** Where glyphs go. `nameless` counts those of each font that it gives no character for. */
export interface GlyphSink {
  glyphs: PlacedGlyph[];
  nameless: Map<string, number>;
}

/** Puts the glyphs of one text-showing operator on the page (ISO 32000-1, 9.4.4) and moves the state past them. */
export function placeGlyphs(items: readonly unknown[], state: TextState, ctm: Matrix, into: GlyphSink): void {
  const { font } = state;
  if (font === null || state.size === 0) return;
  const style = styleOf(state, font);
  const toPage = multiply(ctm, state.matrix);
  const unit = state.size * font.unit;
  for (const item of items) {
    if (typeof item === 'number') {
      const shift = (-item * state.size) / 1000;
      if (font.vertical) state.y += shift;
      else state.x += shift * state.horizontalScale;
      continue;
    }
    const glyph = asGlyph(item);
    if (glyph === null) continue;
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    if (font.vertical) {
      const [advance = -1000, halfWidth = glyph.width / 2, rise = 880] =
        glyph.metrics.length === 3 ? glyph.metrics : font.defaultMetrics;
      const origin = { x: state.x - halfWidth * unit, y: state.y - rise * unit };
      pushGlyph(glyph, origin, glyph.width * unit, { state, toPage, style }, into);
      state.y += advance * unit - spacing;
    } else {
      pushGlyph(glyph, state, glyph.width * unit * state.horizontalScale, { state, toPage, style }, into);
      state.x += (glyph.width * unit + spacing) * state.horizontalScale;
    }
  }
}

function styleOf({ color, opacity, renderingMode }: TextState, font: FontInfo): GlyphStyle {
  return { font: font.id, vertical: font.vertical, color, opacity, unseen: renderingMode === 3 || renderingMode === 7 };
}

/** No character at all, or a control character that is no white space. */
function isNameless(unicode: string): boolean {
  return unicode === '' || /^[^\P{Cc}\s]+$/u.test(unicode);
}

function pushGlyph(
  glyph: FontGlyph,
  origin: { x: number; y: number },
  advance: number,
  { state, toPage, style }: { state: TextState; toPage: Matrix; style: GlyphStyle },
  into: GlyphSink,
): void {
  const text = plainCharacters(glyph.unicode);
  if (isNameless(glyph.unicode)) into.nameless.set(style.font, (into.nameless.get(style.font) ?? 0) + 1);
  const [x, y] = apply(toPage, origin.x, origin.y + state.rise);
  const size = Math.hypot(toPage[2], toPage[3]) * Math.abs(state.size) * (state.font?.unit ?? 0.001) * 1000;
  if (text === '' || !Number.isFinite(x) || !Number.isFinite(y) || size < 0.5) return;
  into.glyphs.push({ text, x, y, dx: toPage[0] * advance, dy: toPage[1] * advance, size, style });
}

function asGlyph(item: unknown): FontGlyph | null {
  if (typeof item !== 'object' || item === null) return null;
  const unicode = 'unicode' in item && typeof item.unicode === 'string' ? item.unicode : '';
  const width = 'width' in item && typeof item.width === 'number' ? item.width : 0;
  const metrics = 'vmetric' in item ? asNumbers(item.vmetric) : [];
  return { unicode, width, isSpace: 'isSpace' in item && item.isSpace === true, metrics };
}
