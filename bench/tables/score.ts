import type { Expected, Placed } from './spec.js';

/** A cell as it came out. */
export type Found = Pick<Placed, 'text' | 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

export interface FoundTable {
  rows: number;
  columns: number;
  cells: readonly Found[];
}

/** What a reader made of a file: its tables, all lines beside them, and the line right above each table. */
export interface Reading {
  tables: readonly FoundTable[];
  lines: readonly string[];
  above: readonly (string | null)[];
}

/** Counts of cells with text: how many there are, came out, and came out right; of tables wholly right; of lines beside. */
export interface Score {
  expected: number;
  found: number;
  right: number;
  tables: number;
  whole: number;
  lines: number;
  linesRight: number;
}

export const NOTHING: Score = { expected: 0, found: 0, right: 0, tables: 0, whole: 0, lines: 0, linesRight: 0 };

export function sum(a: Score, b: Score): Score {
  return {
    expected: a.expected + b.expected,
    found: a.found + b.found,
    right: a.right + b.right,
    tables: a.tables + b.tables,
    whole: a.whole + b.whole,
    lines: a.lines + b.lines,
    linesRight: a.linesRight + b.linesRight,
  };
}

export function f1({ expected, found, right }: Score): number {
  return expected + found === 0 ? 1 : (2 * right) / (expected + found);
}

/** Blanks and line breaks do not count: a cell keeps its line breaks, and to join what they part is for the fields. */
const folded = (text: string): string => text.replace(/\s+/g, '');

/** A cell is right when its text, its place and its spans are; empty cells show in the places of the others. */
const key = ({ text, row, column, rowSpan, columnSpan }: Found): string =>
  JSON.stringify([folded(text), row, column, rowSpan, columnSpan]);

const withText = (cells: readonly Found[]): Found[] => cells.filter((cell) => folded(cell.text) !== '');

function commonCells(expected: Expected, found: FoundTable): number {
  const there = new Set(withText(found.cells).map(key));
  return withText(expected.cells).filter((cell) => there.has(key(cell))).length;
}

/** Holds a reading against what is expected: each expected table takes the found one that has most of its cells. */
export function scoreOf(expected: readonly Expected[], lines: readonly string[], unit: string | null, reading: Reading): Score {
  const free = new Set(reading.tables);
  let score = { ...NOTHING, found: reading.tables.reduce((n, table) => n + withText(table.cells).length, 0) };
  expected.forEach((table, i) => {
    const cells = withText(table.cells).length;
    let best: { table: FoundTable; right: number } | null = null;
    for (const one of free) {
      const right = commonCells(table, one);
      if (best === null || right > best.right) best = { table: one, right };
    }
    if (best !== null) free.delete(best.table);
    const right = best?.right ?? 0;
    const same = best !== null && withText(best.table.cells).length === cells && right === cells;
    const whole = same && best?.table.rows === table.rows && best.table.columns === table.columns;
    score = sum(score, { ...NOTHING, expected: cells, right, tables: 1, whole: whole ? 1 : 0 });
    if (i > 0 || unit === null) return;
    const at = best === null ? -1 : reading.tables.indexOf(best.table);
    score = sum(score, { ...NOTHING, lines: 1, linesRight: folded(reading.above[at] ?? '').endsWith(folded(unit)) ? 1 : 0 });
  });
  const beside = folded(reading.lines.join(''));
  const kept = lines.filter((line) => beside.includes(folded(line))).length;
  return sum(score, { ...NOTHING, lines: lines.length, linesRight: kept });
}
