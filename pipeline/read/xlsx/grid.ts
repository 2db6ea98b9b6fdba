import { shownNumber } from './number-format.js';
import type { Area } from './references.js';
import type { RawCell, RawSheet } from './sheet.js';
import type { Workbook } from './workbook.js';

/** A filled cell of a grid without its hidden rows and columns, with what it spans. */
export interface Filled extends Area {
  text: string;
}

/** What a sheet shows: its filled cells, and which row and column of the sheet each of the grid's is (from 0). */
export interface Grid {
  cells: Filled[];
  row: (shown: number) => number;
  column: (shown: number) => number;
}

/** What was noticed on the way. */
export interface SheetNotes {
  /** cells whose formula has no stored value */
  unvalued: number;
  errors: number;
  hiddenRows: number;
  hiddenColumns: number;
}

/** The cells of a sheet as people see them. */
export function gridOf(sheet: RawSheet, book: Workbook): { grid: Grid; notes: SheetNotes } {
  const notes: SheetNotes = { unvalued: 0, errors: 0, hiddenRows: 0, hiddenColumns: 0 };
  const rows = new Shown([...sheet.hiddenRows].map((row) => [row, row] as const));
  const columns = new Shown(sheet.hiddenColumns);
  const merged = new Map(sheet.merged.map((area) => [`${area.top},${area.left}`, area]));
  const cells: Filled[] = [];
  const left = { rows: new Set<number>(), columns: new Set<number>() };
  for (const cell of sheet.cells) {
    if (cell.formula && cell.value === '') notes.unvalued += 1;
    if (cell.type === 'e') notes.errors += 1;
    const text = shownText(cell, book).trim();
    if (text === '') continue;
    const area = merged.get(`${cell.row},${cell.column}`) ?? {
      top: cell.row,
      left: cell.column,
      bottom: cell.row,
      right: cell.column,
    };
    const [top, bottom] = rows.span(area.top, area.bottom);
    const [first, last] = columns.span(area.left, area.right);
    if (bottom < top) left.rows.add(cell.row);
    else if (last < first) left.columns.add(cell.column);
    else cells.push({ text, top, left: first, bottom, right: last });
  }
  notes.hiddenRows = left.rows.size;
  notes.hiddenColumns = left.columns.size;
  return { grid: { cells: apart(cells), row: (shown) => rows.back(shown), column: (shown) => columns.back(shown) }, notes };
}

/** Places that are looked up for merged ranges at most; ranges past it cover nothing, so that no text is lost. */
const LOOK_UPS = 4_000_000;

/** A cell inside another's merged range is not seen. */
function apart(cells: readonly Filled[]): Filled[] {
  const covered = new Set<string>();
  let left = LOOK_UPS;
  for (const { top, left: first, bottom, right } of cells) {
    const area = (bottom - top + 1) * (right - first + 1);
    if (area === 1) continue;
    left -= Math.min(area, cells.length);
    if (left < 0) break;
    // a range over a million rows costs no more than the filled cells there are
    if (area <= cells.length) {
      for (let row = top; row <= bottom; row += 1)
        for (let column = first; column <= right; column += 1) covered.add(`${row},${column}`);
    } else {
      for (const cell of cells)
        if (cell.top >= top && cell.top <= bottom && cell.left >= first && cell.left <= right)
          covered.add(`${cell.top},${cell.left}`);
    }
    covered.delete(`${top},${first}`);
  }
  return cells.filter((cell) => !covered.has(`${cell.top},${cell.left}`));
}

/** Numbers of rows or columns without the hidden ones among them. */
class Shown {
  private readonly hidden: (readonly [number, number])[];
  /** hidden ones before each run */
  private readonly before: number[] = [];

  constructor(runs: readonly (readonly [number, number])[]) {
    const joined: [number, number][] = [];
    for (const [first, last] of [...runs].sort((a, b) => a[0] - b[0])) {
      const run = joined.at(-1);
      if (run !== undefined && first <= run[1] + 1) run[1] = Math.max(run[1], last);
      else joined.push([first, last]);
    }
    this.hidden = joined;
    let count = 0;
    for (const [first, last] of joined) {
      this.before.push(count);
      count += last - first + 1;
    }
  }

  /** First and last number that are shown of a range; the last is less than the first where none is. */
  span(from: number, to: number): [number, number] {
    return [this.notHiddenBefore(from), this.notHiddenBefore(to + 1) - 1];
  }

  /** The number that the `shown`-th shown one has. */
  back(shown: number): number {
    let [low, high] = [0, this.hidden.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.hidden[middle]?.[0] ?? 0) - (this.before[middle] ?? 0) <= shown) low = middle + 1;
      else high = middle;
    }
    const run = this.hidden[low - 1];
    return run === undefined ? shown : shown + (this.before[low - 1] ?? 0) + run[1] - run[0] + 1;
  }

  private notHiddenBefore(number: number): number {
    let [low, high] = [0, this.hidden.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.hidden[middle]?.[0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    const run = this.hidden[low - 1];
    if (run === undefined) return number;
    return number - (this.before[low - 1] ?? 0) - (Math.min(number, run[1] + 1) - run[0]);
  }
}

/** A cell's text (18.3.1.4 and 18.18.11): strings, truth values and errors as they are, numbers by their format. */
function shownText({ type, value, style }: RawCell, { strings, formats, date1904 }: Workbook): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
    case 'd':
      return value.replace(/T00:00(?::00)?(?:\.0+)?Z?$/, '').replace('T', ' ');
    case 'n': {
      const number = value.trim() === '' ? NaN : Number(value);
      return Number.isFinite(number) ? shownNumber(number, formats.of(style), date1904) : value;
    }
    default:
      return value;
  }
}
