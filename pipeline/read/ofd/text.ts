import { childOf, type XmlElement } from '../xml.js';
import { isBlank, isWide, plainCharacters } from '../pdf/characters.js';
import { apply, type Matrix } from '../pdf/matrix.js';
import type { GlyphStyle, PlacedGlyph } from '../pdf/text-state.js';
import { childrenNamed, numberIn, numbersOf } from './package.js';

/** What a character takes on its line, in ems, where the file does not say: fonts are seldom embedded whole. */
const WIDE = 1;
const NARROW = 0.5;
/** A narrow character that is followed by another within so many ems is as wide as the step to it. */
const NARROW_AT_MOST = 0.95;

/** How the characters of a text object are set (GB/T 33190-2016, 11.2). */
interface Setting {
  size: number;
  horizontal: number;
  /** direction in which the characters stand, and in which the next one follows where no step is given; radians, clockwise */
  character: number;
  reading: number;
  style: GlyphStyle;
}

/** The characters of a text object in points, as a PDF's are. `matrix` leads from the object's space to the page. */
export function textGlyphs(object: XmlElement, matrix: Matrix): PlacedGlyph[] {
  const setting: Setting = {
    size: numberIn(object, 'Size', 0),
    horizontal: numberIn(object, 'HScale', 1),
    character: (numberIn(object, 'CharDirection', 0) * Math.PI) / 180,
    reading: (numberIn(object, 'ReadDirection', 0) * Math.PI) / 180,
    style: styleOf(object),
  };
  if (!(setting.size > 0)) return [];
  // Two TextCodes without X and Y go on where the one before ended (11.3).
  const pen = { x: 0, y: 0 };
  const ligatures = ligaturesOf(object);
  let before = 0;
  return childrenNamed(object, 'TextCode').flatMap((code) => {
    const characters = charactersOf(code);
    const units = joined(characters, ligatures, before);
    before += characters.length;
    return codeGlyphs(code, units, setting, pen, matrix);
  });
}

/** Font, colour and opacity; colours of other spaces than RGB (8.3) are taken as black. */
function styleOf(object: XmlElement): GlyphStyle {
  const color = childOf(object, 'FillColor');
  const parts = numbersOf(color?.attributes.get('Value'));
  const rgb = parts.length === 3 ? parts : [0, 0, 0];
  const hex = rgb
    .map((part) =>
      Math.min(255, Math.max(0, Math.round(part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  const alpha = numbersOf(object.attributes.get('Alpha'))[0] ?? 255;
  const own = numbersOf(color?.attributes.get('Alpha'))[0] ?? 255;
  return {
    font: object.attributes.get('Font') ?? '',
    vertical: false,
    color: `#${hex}`,
    opacity: Math.min(1, Math.max(0, (alpha / 255) * (own / 255))),
    unseen: false,
  };
}

/** Line breaks inside are how the XML was laid out, not text. */
function charactersOf(code: XmlElement): string[] {
  const text = code.children.filter((child) => typeof child === 'string').join('');
  return Array.from(/[\r\n]/.test(text) ? text.trim().replace(/(?<!\s)\s*[\r\n]\s*/g, '') : text);
}

/** Runs of characters that one glyph stands for (CGTransform, 11.4): positions among all characters, and their length. */
function ligaturesOf(object: XmlElement): Map<number, number> {
  const found = new Map<number, number>();
  for (const transform of childrenNamed(object, 'CGTransform')) {
    const codes = numberIn(transform, 'CodeCount', 1);
    if (codes > 1 && numberIn(transform, 'GlyphCount', 1) === 1) found.set(numberIn(transform, 'CodePosition', 0), codes);
  }
  return found;
}

function joined(characters: readonly string[], ligatures: ReadonlyMap<number, number>, before: number): string[] {
  if (ligatures.size === 0) return [...characters];
  const units: string[] = [];
  for (let i = 0; i < characters.length;) {
    const length = Math.max(1, Math.floor(ligatures.get(before + i) ?? 1));
    units.push(characters.slice(i, i + length).join(''));
    i += length;
  }
  return units;
}

function codeGlyphs(
  code: XmlElement,
  units: readonly string[],
  setting: Setting,
  pen: { x: number; y: number },
  matrix: Matrix,
): PlacedGlyph[] {
  const stepsX = stepsOf(code.attributes.get('DeltaX'), units.length);
  const stepsY = stepsOf(code.attributes.get('DeltaY'), units.length);
  const stepped = stepsX.length + stepsY.length > 0;
  pen.x = numberIn(code, 'X', pen.x);
  pen.y = numberIn(code, 'Y', pen.y);
  const glyphs: PlacedGlyph[] = [];
  units.forEach((unit, i) => {
    const usual = usualAdvance(unit, setting);
    const last = i === units.length - 1;
    const step = { x: stepsX[i] ?? stepsX.at(-1) ?? 0, y: stepsY[i] ?? stepsY.at(-1) ?? 0 };
    const own = stepped && !last ? advanceWithin(unit, usual, Math.hypot(step.x, step.y), setting) : usual;
    pushGlyph(unit, own, setting, pen, matrix, glyphs);
    // Without any step a font's own widths lead on; all characters on one spot is what nobody means.
    const natural = { x: Math.cos(setting.reading) * usual, y: Math.sin(setting.reading) * usual };
    const { x, y } = stepped && !last ? step : natural;
    pen.x += x;
    pen.y += y;
  });
  return glyphs;
}

function usualAdvance(unit: string, { size, horizontal }: Setting): number {
  const ems = Array.from(unit).reduce((sum, character) => sum + (isWide(character) ? WIDE : NARROW), 0);
  return ems * size * horizontal;
}

/** A character is no wider than the step to the next one; a narrow one as wide, unless the step is a gap. */
function advanceWithin(unit: string, usual: number, step: number, { size, horizontal }: Setting): number {
  if (step <= 0) return usual;
  if (isBlank(unit)) return step;
  const narrow = !isWide(unit.slice(-1)) && step <= NARROW_AT_MOST * size * horizontal;
  return narrow ? step : Math.min(usual, step);
}

function pushGlyph(
  unit: string,
  advance: number,
  { size, character, style }: Setting,
  pen: { x: number; y: number },
  matrix: Matrix,
  into: PlacedGlyph[],
): void {
  const text = plainCharacters(unit);
  const [x, y] = apply(matrix, pen.x, pen.y);
  const [a, b, c, d] = matrix;
  const [ux, uy] = [Math.cos(character) * advance, Math.sin(character) * advance];
  const drawn =
    Math.hypot(-Math.sin(character) * a + Math.cos(character) * c, -Math.sin(character) * b + Math.cos(character) * d) * size;
  if (text === '' || ![x, y, ux, uy, drawn].every(Number.isFinite) || drawn < 0.5) return;
  into.push({ text, x, y, dx: a * ux + c * uy, dy: b * ux + d * uy, size: drawn, style });
}

/** Steps between characters (11.3): numbers, of which `g N v` stands for N times v. Where too few are given the last goes on. */
function stepsOf(text: string | undefined, most: number): number[] {
  const words = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const steps: number[] = [];
  for (let i = 0; i < words.length && steps.length < most; i += 1) {
    if (words[i] === 'g' || words[i] === 'G') {
      const [times = 0, step = 0] = numbersOf(`${words[i + 1] ?? ''} ${words[i + 2] ?? ''}`);
      for (let n = 0; n < times && steps.length < most; n += 1) steps.push(step);
      i += 2;
    } else {
      const [step] = numbersOf(words[i]);
      if (step !== undefined) steps.push(step);
    }
  }
  return steps;
}

/** True where the object is drawn at all: neither hidden nor fully transparent, nor without both fill and stroke. */
export function isDrawn(object: XmlElement): boolean {
  const off = (name: string): boolean => object.attributes.get(name)?.trim().toLowerCase() === 'false';
  if (off('Visible') || numbersOf(object.attributes.get('Alpha'))[0] === 0) return false;
  return !(
    object.name === 'TextObject' &&
    off('Fill') &&
    childOf(object, 'StrokeColor') === undefined &&
    object.attributes.get('Stroke') !== 'true'
  );
}
