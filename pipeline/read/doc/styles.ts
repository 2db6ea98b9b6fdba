import type { WordFile } from './fib.js';
import { sliceOf } from './fib.js';
import {
  applyCharacter,
  applyParagraph,
  PLAIN_CHARACTER,
  PLAIN_PARAGRAPH,
  type CharacterFacts,
  type ParagraphFacts,
} from './properties.js';

interface Style {
  id: number;
  base: number;
  paragraph: DataView | null;
  character: DataView | null;
}

export interface StyleFacts {
  paragraph: ParagraphFacts;
  character: CharacterFacts;
  /** it is that of a line in a table of contents */
  contents: boolean;
}

const PLAIN: StyleFacts = { paragraph: PLAIN_PARAGRAPH, character: PLAIN_CHARACTER, contents: false };
const NO_BASE = 0xfff;
const DEEPEST = 20;

/** The style sheet (MS-DOC 2.9.271), each style resolved when first asked for. */
export class Styles {
  private readonly styles: (Style | null)[];
  private readonly resolved = new Map<number, StyleFacts>();

  constructor(private readonly file: WordFile) {
    this.styles = stylesOf(file.part('stylesheet'));
  }

  facts(at: number, depth = 0): StyleFacts {
    const known = this.resolved.get(at);
    if (known !== undefined) return known;
    const style = this.styles[at];
    if (style === null || style === undefined || depth > DEEPEST) return PLAIN;
    const base = style.base === NO_BASE ? PLAIN : this.facts(style.base, depth + 1);
    const found: StyleFacts = {
      paragraph:
        style.paragraph === null
          ? base.paragraph
          : applyParagraph({ ...base.paragraph, ...builtIn(style.id) }, style.paragraph, this.file, at),
      character: style.character === null ? base.character : applyCharacter(base.character, style.character),
      contents: (style.id >= 19 && style.id <= 27) || base.contents,
    };
    this.resolved.set(at, found);
    return found;
  }
}

/** Built-in styles 1 to 9 are the headings, 62 is the title (2.9.262). */
function builtIn(id: number): Partial<ParagraphFacts> {
  if (id >= 1 && id <= 9) return { level: id };
  return id === 62 ? { level: 1 } : {};
}

function stylesOf(sheet: DataView): (Style | null)[] {
  if (sheet.byteLength < 6) return [];
  const count = sheet.getUint16(2, true);
  const baseSize = sheet.getUint16(4, true);
  const styles: (Style | null)[] = [];
  let at = 2 + sheet.getUint16(0, true);
  for (let i = 0; i < count && at + 2 <= sheet.byteLength; i += 1) {
    const size = sheet.getUint16(at, true);
    styles.push(size < baseSize || size < 10 ? null : styleOf(sliceOf(sheet, at + 2, size), baseSize));
    at += 2 + size;
  }
  return styles;
}

function styleOf(style: DataView, baseSize: number): Style | null {
  const kind = style.getUint16(2, true) & 0xf;
  const found: Style = {
    id: style.getUint16(0, true) & 0xfff,
    base: style.getUint16(2, true) >> 4,
    paragraph: null,
    character: null,
  };
  if (style.byteLength < baseSize + 2) return found;
  let at = baseSize + 2 + style.getUint16(baseSize, true) * 2 + 2;
  const parts: DataView[] = [];
  for (let left = style.getUint16(4, true) & 0xf; left > 0 && at + 2 <= style.byteLength; left -= 1) {
    const size = style.getUint16(at, true);
    parts.push(sliceOf(style, at + 2, size));
    at += 2 + size + (size % 2);
  }
  // A paragraph style has its number before its changes, and those of its characters behind them (2.9.340).
  const [first, second] = parts;
  if (kind === 1) {
    found.paragraph =
      first === undefined || first.byteLength < 2 ? new DataView(new ArrayBuffer(0)) : sliceOf(first, 2, first.byteLength - 2);
    found.character = second ?? null;
  } else if (kind === 2) found.character = first ?? null;
  return found;
}
