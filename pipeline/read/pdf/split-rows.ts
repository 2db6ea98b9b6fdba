import type { Grid, GridCell } from './grid.js';
import { textOf, type Line } from './lines.js';

/** A row of a ruled grid that holds several: where each begins, as the tops of its first lines. */
export type Tops = readonly number[];

/** A grid with more rows than this has lines between its rows. */
const MOST_RULED_ROWS = 4;
const LEAST_LEVELS = 3;
/** Lines of different cells this near in height, in ems, stand side by side. */
const LEVEL = 0.35;
/** So many of a cell's breaks were not needed where its lines are rows. */
const NOT_NEEDED = 0.7;
/** So many lines of a list begin a row. */
const ALIKE = 0.9;

/**
 * A table whose rows no lines part: its cells hold a list each, side by side. It is told by breaks that nothing forced,
 * for the next word would still have found room.
 */
export function rowsWithin(grid: Grid, row: number, lines: ReadonlyMap<GridCell, readonly Line[]>): Tops | null {
  if (grid.rows > MOST_RULED_ROWS) return null;
  const cells = grid.cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
  if (cells.some((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)) return null;
  const filled = cells.flatMap((cell) => {
    const inside = lines.get(cell) ?? [];
    return inside.length > 0 ? [{ cell, lines: inside }] : [];
  });
  const levels = levelsOf(filled.flatMap((one) => one.lines));
  if (levels.length < 2) return null;
  const padding = Math.max(0, Math.min(...filled.flatMap((one) => one.lines.map((line) => paddingOf(one.cell, line)))));
  const lists = filled.filter((one) => one.lines.length > 1 && isList(one.cell, one.lines, padding));
  const [first] = lists;
  if (first === undefined || lists.length < 2) return null;
  const isOn = (level: number, line: Line): boolean => Math.abs(line.baseline - level) <= LEVEL * line.size;
  const isIn = (level: number, list: { lines: readonly Line[] }): boolean => list.lines.some((line) => isOn(level, line));
  // The lists of a table share its rows; each of them may have empty cells.
  const starts = levels.filter(
    (level) => isIn(level, first) || lists.filter((list) => isIn(level, list)).length * 2 > lists.length,
  );
  const inRows = lists.filter(
    (list) => list.lines.filter((line) => starts.some((level) => isOn(level, line))).length >= ALIKE * list.lines.length,
  );
  const counted = isCounted(first.lines);
  if (inRows.length < lists.length || (!counted && (starts.length < LEAST_LEVELS || lists.length < Math.min(3, filled.length))))
    return null;
  const size = Math.max(...filled.flatMap((one) => one.lines.map((line) => line.size)));
  return starts.map((level) => level - size);
}

/** True for numbers that count on by one. */
function isCounted(lines: readonly Line[]): boolean {
  const numbers = lines.map((line) => textOf(line).trim());
  return numbers.every((number, i) => /^\d{1,4}$/.test(number) && (i === 0 || Number(number) === Number(numbers[i - 1]) + 1));
}

function levelsOf(lines: readonly Line[]): number[] {
  const levels: number[] = [];
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline)) {
    const last = levels.at(-1);
    if (last === undefined || line.baseline - last > LEVEL * line.size) levels.push(line.baseline);
  }
  return levels;
}

function paddingOf({ box: [left, , right] }: GridCell, line: Line): number {
  return Math.min(line.left - left, right - line.right);
}

function isList({ box: [left, , right] }: GridCell, lines: readonly Line[], padding: number): boolean {
  const room = right - left - 2 * padding;
  const free = lines.slice(1).filter((next, i) => {
    const line = lines[i];
    return line !== undefined && line.right - line.left + firstWord(next) <= room;
  });
  return free.length >= NOT_NEEDED * (lines.length - 1);
}

/** The width of what could have stood on the line before: a Latin word or a figure, or one character. */
function firstWord(line: Line): number {
  const word = /^[!-~]+/.exec(textOf(line))?.[0].length ?? 1;
  const visible = line.glyphs.filter((glyph) => glyph.text.trim() !== '');
  return (visible[Math.min(word, visible.length) - 1]?.right ?? line.left) - line.left;
}
