import { oneLine } from '../kit/line.js';
import { printedWidth } from '../kit/width.js';

/** A field and its value, for a page about one thing. */
export interface Line {
  head: string;
  value: string;
}

/** A value of a record in lines: one for most, one an item for a list of objects, none for what is not there. */
export function linesOf(head: string, value: unknown): Line[] {
  if (value === null || value === undefined || value === '') return [];
  if (!Array.isArray(value)) return [{ head, value: inWords(value) }];
  const items: unknown[] = value;
  const simple = items.every((item) => typeof item !== 'object');
  if (simple) return items.length === 0 ? [] : [{ head, value: items.map(inWords).join('、') }];
  return items.map((item, i) => ({ head: i === 0 ? head : '', value: inWords(item) }));
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return oneLine(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== '');
  return parts.map(([name, part]) => `${name}=${inWords(part)}`).join('  ');
}

/** The lines with their heads in one column. */
export function page(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ head }) => printedWidth(head)));
  return lines.map(({ head, value }) => `${head}${' '.repeat(width - printedWidth(head) + 2)}${value}\n`).join('');
}
