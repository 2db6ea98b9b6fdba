import { inFormat } from './numerals.js';
import { symbol } from './symbols.js';

/** Fields as they open and close over runs and paragraphs (ECMA-376 part 1, 17.16.18): the code is no text, the result is. */
export class Fields {
  private open: { code: string; at: 'code' | 'result' }[] = [];

  /** Takes a mark of a complex field. @returns the text that a field shows which keeps no result */
  mark(type: string | undefined): string {
    if (type === 'begin') this.open.push({ code: '', at: 'code' });
    const last = this.open.at(-1);
    if (type === 'separate' && last !== undefined) last.at = 'result';
    if (type !== 'end') return '';
    this.open.pop();
    return last?.at === 'code' ? shown(last.code) : '';
  }

  /** Takes a piece of a field's code. */
  code(text: string): void {
    const last = this.open.at(-1);
    if (last?.at === 'code') last.code += text;
  }

  /** True where a run is part of a code, or of a table of contents, which says again what the headings say. */
  get silent(): boolean {
    return this.open.some((field) => field.at === 'code') || this.inContents;
  }

  get inContents(): boolean {
    return this.open.some((field) => /^\s*TOC\b/i.test(field.code));
  }

  /** Reads something that stands inside a paragraph without mixing it up with the fields around it. */
  apart<T>(read: () => T): T {
    const outside = this.open;
    this.open = [];
    const result = read();
    this.open = outside;
    return result;
  }
}

/**
 * What the codes show that Word keeps no result of (17.16.5): `EQ \o\ac(○,1)` is how ① gets written where the font has
 * none and how older phonetic guides are kept (the guide first, the word last); `SYMBOL 254 \f Wingdings` is a sign.
 */
function shown(code: string): string {
  const sign = /^\s*SYMBOL\s+(\d{1,5}|0x[0-9a-f]{1,4})\b(?:.*\\f\s+"?([^"\\]+)"?)?/i.exec(code);
  if (sign !== null) return symbol((sign[2] ?? '').trim(), Number(sign[1]).toString(16));
  const laidOver = /^\s*EQ\b/i.test(code) ? /\\o(?:\s*\\a[a-z])*\s*\(/i.exec(code) : null;
  const end = code.lastIndexOf(')');
  if (laidOver === null || end < laidOver.index + laidOver[0].length) return '';
  const parts = code
    .slice(laidOver.index + laidOver[0].length, end)
    .split(/[,;，；]/)
    .map((part) => part.trim());
  const last = parts.at(-1)?.replace(/(?<!\))\)+$/, '') ?? '';
  const ringed = parts.length === 2 && /^[○〇◯]$/.test(parts[0] ?? '') && /^\d{1,2}$/.test(last);
  return ringed ? inFormat(Number(last), 'decimalEnclosedCircle') : last;
}
