import { standsBeside } from './beside.js';
import { MIDDLE, textOf, type Line } from './lines.js';
import type { Rule } from './rules.js';
import type { Row } from './row.js';

/** The lines across a table that has none downwards: the heights of those with the same ends, from top to bottom. */
export interface Stack {
  from: number;
  to: number;
  levels: number[];
  /** Rules that leave out cells merged over rows, by their height, which is one of the levels. */
  parts: ReadonlyMap<number, readonly Rule[]>;
}

/** Rules that end this near to each other are of one table, in points. */
const SAME = 4;
const LEAST_WIDTH = 150;
/** Outside the rules that reach over all of a table, rules at one height are its own where they cover this share of it. */
const MOSTLY = 0.6;
/** A rule in a head that touches no side of the table is at least so long, in points. */
const LEAST_IN_HEAD = 40;
/** A rule lies under a column where it covers this share of it. */
const UNDER = 0.5;
/** A caption has at most so many lines; what is more between two rules is running text. */
const MOST_LINES = 8;
/** A title between two tables is larger than what stands in their cells by this much. */
const LARGER = 1.1;
const CAPTION = /^(附\s*[件表录]|表\s*[\d一二三四五六七八九十])/;

/** The stacks of rules across that no table with lines downwards took, leftmost first. */
export function stacksOf(rules: readonly Rule[], isTaken: (rule: Rule) => boolean): Stack[] {
  const stacks: Extent[] = [];
  const across = rules.filter((rule) => rule.across && rule.edge !== true && !isTaken(rule));
  for (const rule of across.filter((one) => one.to - one.from >= LEAST_WIDTH).sort((a, b) => a.at - b.at)) {
    const stack = stacks.find((one) => Math.abs(one.from - rule.from) <= SAME && Math.abs(one.to - rule.to) <= SAME);
    if (stack === undefined) stacks.push({ from: rule.from, to: rule.to, levels: [rule.at] });
    else stack.levels.push(rule.at);
  }
  // A part of a wider table's rules may look like a table of its own.
  const widest = stacks.filter((stack) => !stacks.some((other) => isPartOf(stack, other)));
  return widest.map((stack) => withParts(stack, across)).filter((stack) => stack.levels.length > 1);
}

type Extent = Omit<Stack, 'parts'>;

/** True for rules shorter than another table's that begin or end where its do, at heights among its own. */
function isPartOf(stack: Extent, table: Extent): boolean {
  const [atLeft, atRight] = [Math.abs(stack.from - table.from) <= SAME, Math.abs(stack.to - table.to) <= SAME];
  const shorter = table.to - table.from > stack.to - stack.from + SAME && (atLeft || atRight);
  return shorter && (stack.levels[0] ?? 0) < (table.levels.at(-1) ?? 0) && (stack.levels.at(-1) ?? 0) > (table.levels[0] ?? 0);
}

/** Adds the heights of rules that begin or end where the table does, and do not reach over all of it. */
function withParts({ from, to, levels }: Extent, across: readonly Rule[]): Stack {
  const [first = 0, last = 0] = [levels[0], levels.at(-1)];
  const parts = new Map<number, Rule[]>();
  for (const rule of across) {
    if (rule.from < from - SAME || rule.to > to + SAME || levels.some((level) => Math.abs(level - rule.at) <= SAME)) continue;
    const height = [...parts.keys()].find((at) => Math.abs(at - rule.at) <= SAME) ?? rule.at;
    parts.set(height, [...(parts.get(height) ?? []), rule]);
  }
  for (const [at, rules] of parts) {
    const [atLeft, atRight] = [
      rules.some((rule) => Math.abs(rule.from - from) <= SAME),
      rules.some((rule) => Math.abs(rule.to - to) <= SAME),
    ];
    const inside = at > first && at < last;
    const length = rules.reduce((sum, rule) => sum + rule.to - rule.from, 0);
    // Under a heading over some of the columns, a rule in the head may touch neither side.
    const inHead = inside && at < (levels[1] ?? first) && length >= LEAST_IN_HEAD;
    if ((!atLeft && !atRight && !inHead) || (!inside && length < MOSTLY * (to - from))) parts.delete(at);
  }
  return { from, to, levels: [...levels, ...parts.keys()].sort((a, b) => a - b), parts };
}

/** True where the rules at a height, one of the stack's levels, pass under a column, so that it ends a cell there. */
export function closes({ parts }: Pick<Stack, 'parts'>, level: number, { from, to }: { from: number; to: number }): boolean {
  const rules = parts.get(level);
  if (rules === undefined) return true;
  const length = rules.reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return length >= UNDER * (to - from);
}

/** Whether a line lies between the first and the last rule of a table, and between which two. `levels` from top to bottom. */
export function bandOf(line: Line, levels: readonly number[]): number {
  const middle = line.baseline - MIDDLE * line.size;
  let [from, to] = [0, levels.length];
  while (from < to) {
    const at = (from + to) >> 1;
    if ((levels[at] ?? Infinity) <= middle) from = at + 1;
    else to = at;
  }
  return from - 1;
}

/** The tables that rules across mark on a page, each as the heights of its rules: captions part those of one width. */
export function ruledTables(stacks: readonly Stack[], rows: readonly Row[]): Stack[] {
  return stacks.flatMap((stack) => {
    const bands = stack.levels.slice(1).map((): Row[] => []);
    for (const row of rows)
      if (row.line.left > stack.from - SAME && row.line.right < stack.to + SAME) bands[bandOf(row.line, stack.levels)]?.push(row);
    const size = cellSize(bands.flat());
    const tables: Stack[] = [{ ...stack, levels: stack.levels.slice(0, 1) }];
    bands.forEach((band, i) => {
      const below = stack.levels[i + 1] ?? Infinity;
      if (isBetween(band, size)) tables.push({ ...stack, levels: [below] });
      else tables.at(-1)?.levels.push(below);
    });
    return tables.filter((table) => table.levels.length > 1);
  });
}

/** The size of most lines with several cells; Infinity where there are none. */
function cellSize(rows: readonly Row[]): number {
  const sizes = rows.filter(({ pieces }) => pieces.length > 1).map(({ line }) => line.size);
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? Infinity;
}

/** What stands between two tables: nothing, a caption, running text. A title of its own is larger than the cells, which are of `size`. */
function isBetween(band: readonly Row[], size: number): boolean {
  if (band.length === 0) return true;
  if (band.some((row) => row.pieces.length > 2)) return false;
  if (band.every(({ line, pieces }) => pieces.length === 1 && line.size > LARGER * size)) return true;
  const words = band.map(({ line }) => textOf(line).trim());
  return band.some(({ line }) => standsBeside(line)) || words.some((line) => CAPTION.test(line)) || band.length > MOST_LINES;
}
