import { cutTo } from '../cut.js';

/** What a cell can hold: a text, a number, a yes or no, nothing, or a day as an ISO date. */
export type Cell = string | number | boolean | null | { day: string };

/** Styles of cells, as `parts.ts` numbers them. */
export const STYLE = { plain: 0, head: 1, day: 2, wrapped: 3, title: 4, boxed: 5, boxedDay: 6 } as const;
export type Style = (typeof STYLE)[keyof typeof STYLE];

/** As many characters as Excel keeps in a cell. */
export const MOST_CHARACTERS = 32_767;
const CUT = '…（已截断 truncated）';

/** Characters that XML cannot hold (XML 1.0, 2.2), and what would be read as the escape of one. */
const UNHELD = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g; // eslint-disable-line no-control-regex
const MARKUP = /[&<>]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as XML. What XML cannot hold becomes `_xHHHH_`, which spreadsheets read as the character (ECMA-376 part 1, 22.9.2.19). */
export function xmlText(text: string): string {
  return text
    .replace(MARKUP, (character) => ENTITIES[character] ?? character)
    .replace(UNHELD, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/\r/g, '_x000D_');
}

/** The same inside quotation marks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** The name of a column: A, B, … Z, AA, … */
export function columnName(index: number): string {
  const [head, letter] = [Math.floor(index / 26), String.fromCharCode(65 + (index % 26))];
  return head === 0 ? letter : columnName(head - 1) + letter;
}

/** One cell of a sheet. Texts stand in it as texts: nothing in them is ever a formula. */
export function cellXml(at: string, cell: Cell, style: Style, dayStyle: Style): string {
  if (cell === null || cell === '') return style === STYLE.plain ? '' : `<c r="${at}" s="${style}"/>`;
  const styled = style === STYLE.plain ? '' : ` s="${style}"`;
  if (typeof cell === 'number') return `<c r="${at}"${styled}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}"${styled} t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(cell))}</t></is></c>`;
  }
  const serial = dayNumber(cell.day);
  return serial === null ? cellXml(at, cell.day, style, dayStyle) : `<c r="${at}" s="${dayStyle}"><v>${serial}</v></c>`;
}

/** A text that is too long for a cell ends with a note that it was cut. */
function fitting(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : cutTo(text, MOST_CHARACTERS - CUT.length) + CUT;
}

/**
 * A day as spreadsheets count them, from 1899-12-30 (ECMA-376 part 1, 18.17.4.1); null before March 1900, where Excel counts a
 * day that was none, and for what is no day.
 */
export function dayNumber(day: string): number | null {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return null;
  const serial = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  return serial > 60 ? serial : null;
}
