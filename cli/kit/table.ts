import { oneLine } from './line.js';
import { printedWidth, segmentsOf } from './width.js';

/** A column of a printed table; `head` is in the language of the person who reads it. */
export interface Column<T> {
  head: string;
  cell: (row: T) => string | number | null;
  /** never cut: an id that is not whole is of no use */
  whole?: boolean;
}

const gap = '  ';
/** No column is cut below this width. */
const narrowest = 8;

/** Lines of a table that lines up when Chinese characters take two places; cut to `width` where one is given. */
export function renderTable<T>(rows: readonly T[], columns: readonly Column<T>[], width: number | null): string[] {
  const cells = rows.map((row) => columns.map((column) => oneLine(String(column.cell(row) ?? ''))));
  const table = [columns.map((column) => column.head), ...cells];
  const numeric = columns.map((column) => rows.length > 0 && rows.every((row) => isNumeric(column.cell(row))));
  const natural = columns.map((_, i) => Math.max(...table.map((line) => printedWidth(line[i] ?? ''))));
  const whole = columns.map((column) => column.whole ?? false);
  const widths = width === null ? natural : fit(natural, whole, width);
  const lines = table.map((line) => printLine(line, widths, numeric));
  const [head = '', ...body] = lines;
  return [head, widths.map((w) => '-'.repeat(w)).join(gap), ...body];
}

function isNumeric(value: string | number | null): boolean {
  return typeof value === 'number' || value === null;
}

function printLine(line: readonly string[], widths: readonly number[], numeric: readonly boolean[]): string {
  const cells = line.map((cell, i) => pad(truncate(cell, widths[i] ?? 0), widths[i] ?? 0, numeric[i] ?? false));
  return cells.join(gap).trimEnd();
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - printedWidth(text)));
  return right ? space + text : text + space;
}

/** Cuts text to a printed width, the last place being `…`. */
export function truncate(text: string, width: number): string {
  if (printedWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const segment of segmentsOf(text)) {
    used += printedWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Takes from the widest columns until the table fits; where it cannot fit, lines are longer than the terminal. */
function fit(natural: readonly number[], whole: readonly boolean[], width: number): number[] {
  const room = width - gap.length * (natural.length - 1);
  const widths = [...natural];
  for (;;) {
    const excess = widths.reduce((sum, w) => sum + w, 0) - room;
    const cuttable = widths.map((w, i) => (whole[i] ? 0 : w));
    const widest = Math.max(...cuttable);
    if (excess <= 0 || widest <= narrowest) return widths;
    const next = Math.max(narrowest, ...cuttable.filter((w) => w < widest));
    const wide = cuttable.flatMap((w, i) => (w === widest ? [i] : []));
    const each = Math.max(1, Math.min(Math.ceil(excess / wide.length), widest - next));
    for (const i of wide) widths[i] = widest - each;
  }
}
