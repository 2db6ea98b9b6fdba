import { standsBeside } from './beside.js';
import { MIDDLE, textOf, type Line } from './lines.js';
import type { Rule } from './rules.js';
import type { Row } from './row.js';

/** The lines across a table that has none downwards: the heights of those with the same ends, from top to bottom. */
export interface Stack {
  from: number;
  to: number;
  levels: number[];
  /** Shorter rules between them leave out merged cells: what stands between two of the levels may be several rows. */
  broken: boolean;
}

/** Rules that end this near to each other are of one table, in points. */
const SAME = 4;
const LEAST_WIDTH = 150;
/** A caption has at most so many lines; what is more between two rules is running text. */
const MOST_LINES = 8;
const CAPTION = /^(附\s*[件表录]|表\s*[\d一二三四五六七八九十])/;

/** The stacks of rules across that no table with lines downwards took, leftmost first. */
export function stacksOf(rules: readonly Rule[], isTaken: (rule: Rule) => boolean): Stack[] {
  const stacks: Stack[] = [];
  const across = rules.filter(
    (rule) => rule.across && rule.edge !== true && rule.to - rule.from >= LEAST_WIDTH && !isTaken(rule),
  );
  for (const rule of [...across].sort((a, b) => a.at - b.at)) {
    const stack = stacks.find((one) => Math.abs(one.from - rule.from) <= SAME && Math.abs(one.to - rule.to) <= SAME);
    if (stack === undefined) stacks.push({ from: rule.from, to: rule.to, levels: [rule.at], broken: false });
    else stack.levels.push(rule.at);
  }
  const told = stacks.filter((stack) => stack.levels.length > 1);
  return told.map((stack) => ({ ...stack, broken: across.some((rule) => isPart(rule, stack)) }));
}

/** A rule inside a table that begins or ends where the table does, and does not reach over all of it. */
function isPart(rule: Rule, { from, to, levels }: Stack): boolean {
  const [first = 0, last = 0] = [levels[0], levels.at(-1)];
  const [atLeft, atRight] = [Math.abs(rule.from - from) <= SAME, Math.abs(rule.to - to) <= SAME];
  return atLeft !== atRight && rule.at > first && rule.at < last && rule.from > from - SAME && rule.to < to + SAME;
}

/** Whether a line lies between the first and the last rule of a table, and between which two. */
export function bandOf(line: Line, levels: readonly number[]): number {
  return levels.findLastIndex((level) => level <= line.baseline - MIDDLE * line.size);
}

/** The tables that rules across mark on a page, each as the heights of its rules: captions part those of one width. */
export function ruledTables(stacks: readonly Stack[], rows: readonly Row[]): Stack[] {
  return stacks.flatMap((stack) => {
    const bands = stack.levels.slice(1).map((): Row[] => []);
    for (const row of rows)
      if (row.line.left > stack.from - SAME && row.line.right < stack.to + SAME) bands[bandOf(row.line, stack.levels)]?.push(row);
    const tables: Stack[] = [{ ...stack, levels: stack.levels.slice(0, 1) }];
    bands.forEach((band, i) => {
      const below = stack.levels[i + 1] ?? Infinity;
      if (isBetween(band)) tables.push({ ...stack, levels: [below] });
      else tables.at(-1)?.levels.push(below);
    });
    return tables.filter((table) => table.levels.length > 1);
  });
}

/** What stands between two tables: nothing, a caption, running text. */
function isBetween(band: readonly Row[]): boolean {
  if (band.length === 0) return true;
  if (band.some((row) => row.pieces.length > 2)) return false;
  const words = band.map(({ line }) => textOf(line).trim());
  return band.some(({ line }) => standsBeside(line)) || words.some((line) => CAPTION.test(line)) || band.length > MOST_LINES;
}
