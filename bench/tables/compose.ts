import { layOut, type Measure } from './layout.js';
import { A4, halfAndFull, onPaper, onPlainPaper, type Drawing, type Sheet, type Transform } from './paper.js';
import { expectedOf, type Expected, type TableSpec } from './spec.js';

export const FAMILIES = ['ruled', 'partly ruled', 'unruled'] as const;
export type Family = (typeof FAMILIES)[number];

/** A PDF with tables, and what must be read from it. */
export interface TableCase {
  name: string;
  kind: string;
  family: Family;
  bytes: () => Uint8Array | Promise<Uint8Array>;
  /** The same drawing for readers without the character maps of GBK. */
  plain: () => Uint8Array | Promise<Uint8Array>;
  expected: readonly Expected[];
  /** Lines that are no part of a table and must stand beside it. */
  outside: readonly string[];
  /** The line of units, which must stand right above the table. */
  unit: string | null;
}

/** What stands around a table, and on what paper. */
export interface Setting {
  before?: readonly string[];
  unit?: string;
  after?: readonly string[];
  paper?: { width: number; height: number };
  rotate?: 0 | 90 | 180 | 270;
  transform?: Transform;
  /** Space between a table and the text around it, beside the height of its letters. */
  gap?: number;
  left?: number;
  top?: number;
  bottom?: number;
  size?: number;
  numbered?: boolean;
}

interface Made {
  sheets: Sheet[];
  outside: string[];
}

/** Lays text and tables out from top to bottom. */
export function compose(specs: readonly TableSpec[], setting: Setting, measure: Measure = halfAndFull): Made {
  const { paper = A4, gap = 6, left = 60, size = 11, top = 60 } = setting;
  const space = setting.transform === 'turned' ? { width: paper.height, height: paper.width } : paper;
  const bottom = setting.bottom ?? space.height - 60;
  const pages: Drawing[][] = [[]];
  let y = top;
  const write = (words: string, x = left): void => {
    pages.at(-1)?.push({ kind: 'text', x, y: y + 0.95 * size, words, size });
    y += 1.6 * size;
  };
  for (const words of setting.before ?? []) write(words);
  specs.forEach((spec, i) => {
    const width = spec.columns.reduce((sum, column) => sum + column.width, 0);
    if (i === 0 && setting.unit !== undefined) write(setting.unit, left + width - measure(setting.unit, size));
    y += i === 0 ? gap - 0.5 * size : gap;
    const parts = layOut(spec, { x: left, y, bottom, top }, measure);
    parts.forEach(({ drawings, end }, p) => {
      if (p > 0) pages.push([]);
      pages.at(-1)?.push(...drawings);
      y = end;
    });
  });
  y += gap;
  for (const words of setting.after ?? []) write(words);
  if (setting.numbered === true)
    pages.forEach((page, i) =>
      page.push({ kind: 'text', x: space.width / 2 - 20, y: space.height - 30, words: `— ${i + 1} —`, size: 11 }),
    );
  const { rotate, transform } = setting;
  const sheets = pages.map((drawings) => ({
    ...paper,
    drawings,
    ...(rotate === undefined ? {} : { rotate }),
    ...(transform === undefined ? {} : { transform }),
  }));
  return { sheets, outside: [...(setting.before ?? []), ...(setting.after ?? [])] };
}

/** A case whose PDF is written by hand. */
export function handmade(
  family: Family,
  kind: string,
  name: string,
  specs: TableSpec | readonly TableSpec[],
  setting: Setting = {},
): TableCase {
  const all: readonly TableSpec[] = 'rows' in specs ? [specs] : specs;
  const { sheets, outside } = compose(all, setting);
  return fromSheets(family, kind, name, sheets, all.map(expectedOf), outside, setting.unit ?? null);
}

export function fromSheets(
  family: Family,
  kind: string,
  name: string,
  sheets: readonly Sheet[],
  expected: readonly Expected[],
  outside: readonly string[] = [],
  unit: string | null = null,
): TableCase {
  return { name, kind, family, bytes: () => onPaper(sheets), plain: () => onPlainPaper(sheets), expected, outside, unit };
}
