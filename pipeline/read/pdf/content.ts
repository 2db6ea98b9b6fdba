import type { PDFPageProxy } from 'pdfjs-dist';
import type { Box } from '../../../schemas/index.js';
import type { PdfLibrary } from './library.js';
import { asMatrix, IDENTITY } from './matrix.js';
import { asNumbers, asOperators } from './operators.js';
import type { Rule } from './rules.js';
import type { FontInfo, PlacedGlyph } from './text-state.js';
import { Walk } from './walk.js';

/** What is drawn on a page, in points from its upper left corner, after the page's own rotation. */
export interface PageContent {
  width: number;
  height: number;
  glyphs: PlacedGlyph[];
  rules: Rule[];
  /** Glyphs that lie outside the visible page and are left out; a word that its edge cuts is whole. */
  outside: number;
  /** By font, how many of its glyphs have no character. */
  nameless: ReadonlyMap<string, number>;
  /** Shapes that were filled or stroked. */
  shapes: number;
  /** Where pictures lie; none where the document was opened without them. */
  pictures: Box[];
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
  const visible = wordsOf(walk.glyphs).filter((word) => word.some((glyph) => onPage(glyph, viewport.width, viewport.height)));
  const glyphs = visible.flat();
  return {
    width: viewport.width,
    height: viewport.height,
    glyphs,
    rules: walk.rules,
    outside: walk.glyphs.length - glyphs.length,
    nameless: walk.nameless,
    shapes: walk.shapes,
    pictures: walk.pictures,
  };
}

/** Glyphs drawn one after the other along a line. */
function wordsOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const words: PlacedGlyph[][] = [];
  for (const glyph of glyphs) {
    const word = words.at(-1);
    const last = word?.at(-1);
    if (word !== undefined && last !== undefined && follows(glyph, last)) word.push(glyph);
    else words.push([glyph]);
  }
  return words;
}

/** Two glyphs of a word are at most so far apart, in ems. */
const WITHIN_WORD = 0.5;

function follows(glyph: PlacedGlyph, last: PlacedGlyph): boolean {
  const gap = Math.hypot(glyph.x - last.x - last.dx, glyph.y - last.y - last.dy);
  return gap < WITHIN_WORD * glyph.size && Math.abs(glyph.size - last.size) < 0.02 * glyph.size;
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
  return { id, unit: matrix?.[0] ?? 0.001, vertical: 'vertical' in font && font.vertical === true, defaultMetrics: metrics };
}
