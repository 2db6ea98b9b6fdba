import type { Box, Document, TextBlock, TextRole } from '../../schemas/index.js';
import { compact } from '../../extractors/index.js';

/** One line of the document's running text, with the way back to its block. */
export interface Line {
  kind: TextBlock['kind'];
  text: string;
  /** the line folded and without white space, for rules */
  bare: string;
  block: number;
  /** offset of the line in its block's text */
  at: number;
  page: number | null;
  level: number | null;
  blankBefore: boolean;
  indented: boolean;
  /** of its block: a block of one line, where the format has boxes */
  box: Box | null;
  /** what it is where it is no part of the running text */
  role: TextRole | null;
}

/** The lines of one text block: a paragraph with line breaks of its own gives several. */
export function linesOf(document: Document, block: number): Line[] {
  const source = document.blocks[block];
  if (source === undefined || source.kind === 'table') return [];
  const lines: Line[] = [];
  let at = 0;
  for (const part of source.text.split('\n')) {
    if (part.trim() !== '') {
      const lead = part.length - part.trimStart().length;
      lines.push({
        kind: source.kind,
        text: part.trim(),
        bare: compact(part).text,
        block,
        at: at + lead,
        page: source.page,
        level: source.level,
        blankBefore: lines.length === 0 ? source.blankBefore || source.kind !== 'line' : false,
        indented: source.indented || lead >= 2,
        box: source.box,
        role: source.role ?? null,
      });
    }
    at += part.length + 1;
  }
  return lines;
}

/** Marks below the first East Asian block that are printed as wide as those in it. */
const WIDE_MARKS: ReadonlySet<number> = new Set(Array.from('“”‘’—…', (c) => c.charCodeAt(0)));
const FIRST_WIDE = 0x2e80;

/** Printed width in full-width characters: an ASCII character counts half, one outside the basic plane once. */
export function width(text: string): number {
  let w = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    w += code < FIRST_WIDE && !WIDE_MARKS.has(code) ? 0.5 : 1;
    if ((text.codePointAt(i) ?? 0) > 0xffff) i++;
  }
  return w;
}

/**
 * The width at which a document's lines are wrapped, in full-width characters; null where its lines are paragraphs.
 * Wrapped text shows a peak: many lines of nearly the same length and hardly any longer ones.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  const widths = lines.filter((l) => l.kind === 'line').map((l) => width(l.text));
  const long = widths.filter((w) => w >= 15);
  if (long.length < 6) return null;
  const counts = new Map<number, number>();
  for (const w of long) counts.set(Math.round(w), (counts.get(Math.round(w)) ?? 0) + 1);
  let best: { at: number; share: number } | null = null;
  for (const at of counts.keys()) {
    const near = [at - 1, at, at + 1].reduce((n, k) => n + (counts.get(k) ?? 0), 0);
    const longer = long.filter((w) => w > at + 2).length;
    const share = near / long.length;
    if (longer <= long.length * 0.08 && share >= 0.3 && (best === null || share > best.share)) best = { at, share };
  }
  return best?.at ?? null;
}
