import type { Placed } from './columns.js';
import type { Glyph } from './frame.js';
import { splitLine, textOf, type Line } from './lines.js';
import type { Rule } from './rules.js';

/** Notes are set in type this much smaller than the text, where a rule parts them from it and where none does. */
const SMALLER = 0.93;
const MUCH_SMALLER = 0.87;
/** The rule above notes reaches over part of the text's width only; what is as wide as the text is an ornament. */
const SHORT_RULE = 0.67;
const SHORTEST_RULE = 30;
const MARK = /^(?:[①-⑳⓪㈠-㈩]|\[\d{1,3}\]|〔\d{1,3}〕|［\d{1,3}］|【\d{1,3}】|[*＊†‡]|\d{1,2}(?=[\s《\p{Script=Han}]))/u;
const PAGE_NUMBER = /^[\s\d\-—–―－·•.~～/第页共()（）ivxIVX]+$/;

/** The size of most of a page's text, its tables included. */
export function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) {
    const size = Math.round(glyph.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * The footnotes of a column: lines in smaller type at its foot, below a short rule, or without one the first of them
 * with a mark. A page number below is none. A rule that other lines cross, or with rows of cells below it, belongs to a table.
 */
export function footnotesOf<T extends object>(
  flow: readonly Placed<T | { line: Line }>[],
  rules: readonly Rule[],
  usual: number,
): Set<Line> {
  const lines: Line[] = [];
  for (const { item } of [...flow].reverse()) {
    if (!('line' in item)) break;
    const text = textOf(item.line);
    if (lines.length === 0 && PAGE_NUMBER.test(text)) continue;
    if (item.line.size > SMALLER * usual) break;
    lines.unshift(item.line);
  }
  const width = Math.max(0, ...flow.slice(0, 400).map(({ box }) => box[2] - box[0]));
  const from = lines.findIndex((line, index) => isFirst(line, lines[index - 1] ?? lineAbove(flow, line), rules, usual, width));
  const notes = from < 0 ? [] : lines.slice(from);
  return new Set(notes.filter(hasCells).length * 2 > notes.length ? [] : notes);
}

/** Parts of a line so many ems apart are cells of a table. */
const APART = 0.8;
const LEAST_CELLS = 3;
const hasCells = (line: Line): boolean => splitLine(line, APART).length >= LEAST_CELLS;

function lineAbove<T extends object>(flow: readonly Placed<T | { line: Line }>[], line: Line): Line | null {
  const at = flow.findIndex(({ item }) => 'line' in item && item.line === line);
  const above = flow[at - 1]?.item;
  return above !== undefined && 'line' in above ? above.line : null;
}

function isFirst(line: Line, above: Line | null, rules: readonly Rule[], usual: number, width: number): boolean {
  const top = line.baseline - line.size;
  const ruled = rules.some(
    (rule) =>
      rule.across &&
      rule.to - rule.from >= SHORTEST_RULE &&
      rule.to - rule.from <= SHORT_RULE * width &&
      rule.at <= top + 0.3 * line.size &&
      rule.at >= (above?.baseline ?? top - 4 * usual) - 1 &&
      rule.from <= line.left + 3 * line.size &&
      !rules.some((other) => !other.across && meets(rule, other)),
  );
  return (
    ruled || (above !== null && above.size > SMALLER * usual && line.size <= MUCH_SMALLER * usual && MARK.test(textOf(line)))
  );
}

function meets(rule: Rule, other: Rule): boolean {
  return other.at >= rule.from - 3 && other.at <= rule.to + 3 && other.from - 3 <= rule.at && other.to + 3 >= rule.at;
}
