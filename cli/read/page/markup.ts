const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML and SVG, in content and in quoted attributes. Control characters, which neither may hold, become �. */
export function escape(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd'); // eslint-disable-line no-control-regex
}

/** Attributes in order; those that are null or undefined are left out. */
export function attributes(values: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null || value === undefined ? [] : [` ${name}="${escape(String(value))}"`]))
    .join('');
}

/** A number for SVG, to a tenth of a point. */
export const short = (n: number): number => Math.round(n * 10) / 10;

/** The key under which a block, and a row of a table block, light up together wherever they are shown. */
export const blockKey = (block: number): string => `b${block + 1}`;
export const rowKey = (block: number, row: number): string => `b${block + 1}r${row + 1}`;
