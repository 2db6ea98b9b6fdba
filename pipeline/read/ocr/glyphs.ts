import { isBlank, isWide } from '../pdf/characters.js';
import type { GlyphStyle, PlacedGlyph } from '../pdf/text-state.js';
import type { PageImage, RecognisedWord } from '../reader.js';

/** How high the ink of an ideograph is, and of a figure or capital, in ems. */
const WIDE_INK = 0.9;
const NARROW_INK = 0.72;
/** How far the ink of ideographs reaches below the baseline, in ems. */
const BELOW = 0.07;
/** Sizes that differ by less than this are one: an engine measures ink, not type. */
const SAME_SIZE = 0.15;
/** Signs that the engine itself gives next to no chance are specks and pieces of seals. */
const SPECK = 0.1;
/** The least width of a character, in ems, where the boxes of its neighbours leave no room. */
const NARROWEST = 0.05;

const STYLE: GlyphStyle = { font: 'ocr', vertical: false, color: '#000000', opacity: 1, unseen: false };

/** Recognised words as glyphs on the page that was drawn, in points: the same lines, columns and tables are found in them. */
export function glyphsOf(words: readonly RecognisedWord[], { dpi, corner = [0, 0] }: PageImage): PlacedGlyph[] {
  const lines = new Map<number, RecognisedWord[]>();
  for (const word of words) {
    if (isSpeck(word)) continue;
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  const measured = [...lines.values()].map((line) => ({ line, size: sizeOf(line), characters: textOf(line).length }));
  const usual = weightedMedian(measured);
  return measured
    .flatMap(({ line, size }) => lineGlyphs(line, Math.abs(size - usual) < SAME_SIZE * usual ? usual : size, 72 / dpi))
    .map((glyph) => ({ ...glyph, x: glyph.x + corner[0], y: glyph.y + corner[1] }));
}

const textOf = (line: readonly RecognisedWord[]): string => line.map((word) => word.text).join('');
const heightOf = ({ box }: RecognisedWord): number => box[3] - box[1];
const isIdeographs = ({ text }: RecognisedWord): boolean => /\p{Script=Han}/u.test(text);

/** The size of a line's type in pixels, by the ink of its ideographs where it has some. */
function sizeOf(line: readonly RecognisedWord[]): number {
  const wide = line.filter(isIdeographs);
  return wide.length > 0 ? median(wide.map(heightOf)) / WIDE_INK : median(line.map(heightOf)) / NARROW_INK;
}

function lineGlyphs(line: readonly RecognisedWord[], size: number, scale: number): PlacedGlyph[] {
  const wide = line.filter(isIdeographs);
  const bottom = wide.length > 0 ? median(wide.map(({ box }) => box[3])) - BELOW * size : median(line.map(({ box }) => box[3]));
  return placedInOrder(line, size).flatMap(({ word, from, to }) => {
    const characters = Array.from(word.text).filter((character) => !isBlank(character));
    const widths = characters.map((character) => (isWide(character) ? 1 : 0.5));
    const unit = (to - from) / Math.max(0.5, sum(widths));
    let x = from;
    return characters.map((text, index): PlacedGlyph => {
      const width = (widths[index] ?? 1) * unit;
      const glyph = { text, x: x * scale, y: bottom * scale, dx: width * scale, dy: 0, size: size * scale, style: STYLE };
      x += width;
      return glyph;
    });
  });
}

/** Words follow each other as the engine says, though the boxes that it gives them may overlap. */
function placedInOrder(line: readonly RecognisedWord[], size: number): { word: RecognisedWord; from: number; to: number }[] {
  let next = -Infinity;
  const starts = line.map(({ box, text }) => {
    const from = Math.max(box[0], next);
    next = from + NARROWEST * size * text.length;
    return from;
  });
  return line.map((word, index) => {
    const from = starts[index] ?? word.box[0];
    const room = Math.min(word.box[2], starts[index + 1] ?? Infinity);
    return { word, from, to: Math.max(room, from + NARROWEST * size * word.text.length) };
  });
}

function isSpeck({ text, confidence }: RecognisedWord): boolean {
  return isBlank(text) || (confidence < SPECK && !/[\p{L}\p{N}]/u.test(text));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function weightedMedian(lines: readonly { size: number; characters: number }[]): number {
  const sorted = [...lines].sort((a, b) => a.size - b.size);
  const half = sum(lines.map((line) => line.characters)) / 2;
  let passed = 0;
  return sorted.find((line) => (passed += line.characters) >= half)?.size ?? 0;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How sure the engine is of a page on the whole, by character; null where it found nothing. */
export function meanConfidence(words: readonly RecognisedWord[]): number | null {
  const visible = words.filter((word) => !isSpeck(word));
  const characters = sum(visible.map((word) => word.text.length));
  return characters === 0 ? null : sum(visible.map((word) => word.confidence * word.text.length)) / characters;
}
