import type { Box } from '../../../schemas/index.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import type { PageContent } from '../pdf/content.js';
import { apply, IDENTITY, multiply, type Matrix } from '../pdf/matrix.js';
import { pathRules } from '../pdf/rules.js';
import { childOf, childrenOf, type XmlElement } from '../xml.js';
import { numbersOf, textOf } from './package.js';
import type { MillimetreBox } from './document.js';
import { pathData } from './paths.js';
import { isDrawn, textGlyphs } from './text.js';

/** Points in a millimetre. */
const POINTS = 72 / 25.4;
/** Composite objects inside composite objects; one that holds itself would never end. */
const COMPOSITE_DEPTH = 8;
/** So much of its own length may a picture's side be out of the straight. */
const SKEW = 0.02;

/** A picture on a page: its box in points, and what is drawn in it. */
export interface PlacedPicture {
  box: Box;
  /** ID of its resource */
  resource: string;
  /** neither turned nor mirrored */
  upright: boolean;
}

/** What is drawn on a page, with its pictures, and the share of the paper that they cover, from 0 to 1. */
export interface OfdContent extends PageContent {
  placed: PlacedPicture[];
  coverage: number;
}

/**
 * What elements with layers draw on a paper, in points from its upper left corner, as a PDF's page gives it.
 * @throws InputRefused past a bound
 */
export function drawnContent(
  contents: readonly XmlElement[],
  box: MillimetreBox,
  composites: ReadonlyMap<string, XmlElement>,
): OfdContent {
  const [left, top, width, height] = box;
  const walk = new Walk(composites);
  const base: Matrix = [POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS];
  for (const content of contents) walk.children(content, base, 0);
  const size = { width: width * POINTS, height: height * POINTS };
  const visible = walk.glyphs.filter(
    (glyph) =>
      glyph.x > -glyph.size && glyph.x < size.width + glyph.size && glyph.y > -glyph.size && glyph.y < size.height + glyph.size,
  );
  return {
    ...size,
    glyphs: visible,
    rules: walk.rules,
    outside: walk.glyphs.length - visible.length,
    // OFD names its characters; there are no codes without one
    nameless: new Map(),
    shapes: walk.shapes,
    pictures: walk.placed.map(({ box: at }) => at),
    placed: walk.placed,
    coverage: Math.min(1, walk.covered / (size.width * size.height)),
  };
}

/** Goes through layers, blocks and objects (GB/T 33190-2016, 7.7 and clause 8). */
class Walk {
  readonly glyphs: PageContent['glyphs'] = [];
  readonly rules: PageContent['rules'] = [];
  readonly placed: PlacedPicture[] = [];
  /** square points that pictures cover */
  covered = 0;
  shapes = 0;
  private pathNumbers = 0;

  constructor(private readonly composites: ReadonlyMap<string, XmlElement>) {}

  children(parent: XmlElement, matrix: Matrix, depth: number): void {
    for (const child of childrenOf(parent)) this.element(child, matrix, depth);
  }

  private element(element: XmlElement, matrix: Matrix, depth: number): void {
    if (!isDrawn(element)) return;
    switch (element.name) {
      case 'Layer':
      case 'PageBlock':
      case 'Content':
        this.children(element, matrix, depth);
        return;
      case 'TextObject':
        for (const glyph of textGlyphs(element, objectMatrix(element, matrix))) this.glyphs.push(glyph);
        if (this.glyphs.length > BOUNDS.textItemsPerPage) throw tooLarge('textItemsPerPage');
        return;
      case 'PathObject':
        this.path(element, objectMatrix(element, matrix));
        return;
      case 'ImageObject':
        this.picture(element, matrix);
        return;
      case 'CompositeObject':
        this.composite(element, objectMatrix(element, matrix), depth);
    }
  }

  /** Paths are stroked unless they say otherwise, and filled only where they say so (9.1). */
  private path(object: XmlElement, matrix: Matrix): void {
    this.shapes += 1;
    const data = pathData(textOf(childOf(object, 'AbbreviatedData')));
    this.pathNumbers += data.length;
    if (this.pathNumbers > BOUNDS.pathOperatorsPerPage) return;
    const paint = { stroke: object.attributes.get('Stroke') !== 'false', fill: object.attributes.get('Fill') === 'true' };
    for (const rule of pathRules(data, paint, matrix)) this.rules.push(rule);
  }

  private picture(object: XmlElement, matrix: Matrix): void {
    const [left = 0, top = 0, width = 0, height = 0] = numbersOf(object.attributes.get('Boundary'));
    const corners = [apply(matrix, left, top), apply(matrix, left + width, top + height)];
    const [x, y] = [corners.map((corner) => corner[0]), corners.map((corner) => corner[1])];
    const box: Box = [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
    const area = (box[2] - box[0]) * (box[3] - box[1]);
    if (!(area > 0) || !Number.isFinite(area)) return;
    this.placed.push({ box, resource: object.attributes.get('ResourceID') ?? '', upright: isUpright(object, matrix) });
    this.covered += area;
  }

  private composite(object: XmlElement, matrix: Matrix, depth: number): void {
    const content = this.composites.get(object.attributes.get('ResourceID') ?? '');
    if (content !== undefined && depth < COMPOSITE_DEPTH) this.children(content, matrix, depth + 1);
  }
}

/** A picture fills the unit square of its own space, which its CTM sets on the page (8.5, 10): upright where no axis is turned or flipped. */
function isUpright(object: XmlElement, outer: Matrix): boolean {
  const [a, b, c, d] = objectMatrix(object, outer);
  return a > 0 && d > 0 && Math.abs(b) < a * SKEW && Math.abs(c) < d * SKEW;
}

/** From an object's own space to the page: its CTM, then its place, which is the corner of its boundary (8.5). */
function objectMatrix(object: XmlElement, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(object.attributes.get('Boundary'));
  const [a, b, c, d, e, f] = numbersOf(object.attributes.get('CTM'));
  const own: Matrix =
    a !== undefined && b !== undefined && c !== undefined && d !== undefined && e !== undefined && f !== undefined
      ? [a, b, c, d, e, f]
      : IDENTITY;
  return multiply(multiply(outer, [1, 0, 0, 1, x, y]), own);
}
