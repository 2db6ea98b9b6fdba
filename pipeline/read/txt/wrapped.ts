import { leavesOpen } from '../../../extractors/index.js';

const FIGURE = /^[-+]?[\d,，.]+[%％]?$/;
/** A cell that breaks off within a period: `2024-`, `2025年3月至`. */
const BREAKS_OFF = /[-—–~～至]$/;
const BEGINS_ROW = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|合\s*计|总\s*计|小\s*计|共\s*计|其\s*中)/;
/** True for what begins a group, a total or a part of one where names stand. */
export const beginsRow = (text: string): boolean => BEGINS_ROW.test(text);
/** A name that is whole. */
const WHOLE_NAME = /(?:项目|工程|合\s*计|小\s*计|[）)])$/;
/** A cell that goes on below has filled so much of its column. */
const FILLED = 0.6;

/** What is known of a table whose lines are joined to rows. */
export interface Wrapping {
  /** the longest line in each column, in characters */
  widest: readonly number[];
  /** the line stands right below the first one of the head */
  belowHead: boolean;
  /** blank lines stand between the rows, and none before this line */
  sameRow: boolean;
}

/**
 * True for a line that carries on cells of the row above: no number in front, few cells, all of them below words that have
 * filled their column. Cells that hold figures, and words that begin a group or a total, make a row of their own.
 */
export function goesOnInCells(line: readonly string[], above: readonly string[], wrapping: Wrapping): boolean {
  const { widest, belowHead } = wrapping;
  const filled = line.flatMap((text, column) => (text === '' ? [] : [{ text, column, above: above[column] ?? '' }]));
  const [first] = filled;
  if (!first || line[0] !== '' || first.column === 0) return false;
  if (belowHead) return filled.every(({ text, above }) => above !== '' && !FIGURE.test(text)) && isUnitsBelow(filled);
  if (filled.length * 2 >= line.length && !isCutAllOver(filled, above, wrapping)) return false;
  if (filled.some(({ above }) => above === '')) return false;
  if (filled.some(({ text, above }) => FIGURE.test(text) && !BREAKS_OFF.test(above))) return false;
  if (first.column <= 1 && (beginsRow(first.text) || WHOLE_NAME.test(first.above))) return false;
  return filled.some(({ column, above }) => above.length >= (widest[column] ?? 0) * FILLED);
}

interface Below {
  text: string;
  column: number;
  above: string;
}

/** What a line break leaves at the ends of its lines: lists that go on, open brackets, the rest of a date. */
const GOES_ON = /[，、：]$/;
const opens = (text: string): boolean => leavesOpen(text, ['（）', '“”', '《》']);
const BEGINS_MID = /^(?:[，。、；：！？）”’》%]|(?:以|之|底|末)?前$|[底末]$)/;

/**
 * True for a line that goes on in most cells of the row above: all of them have filled their columns. Where no blank line
 * sets rows apart, one cell at least is visibly cut, and another one is whole.
 */
function isCutAllOver(filled: readonly Below[], above: readonly string[], { widest, sameRow }: Wrapping): boolean {
  if (!filled.every((c) => c.above.length >= (widest[c.column] ?? 0) * FILLED && !/[。；！]$/.test(c.above))) return false;
  const whole = above.filter((text, column) => column > 0 && text !== '').length > filled.length;
  return sameRow || (whole && filled.some((c) => GOES_ON.test(c.above) || opens(c.above) || BEGINS_MID.test(c.text)));
}

/** The rest of a head: units in brackets, or what closes a bracket that stands open above. */
const isUnitsBelow = (filled: readonly { text: string; above: string }[]): boolean =>
  filled.some(({ text, above }) => /^[（(][^（(]*[）)]$/.test(text) || (isOpen(above) && /^[^（(]*[）)]$/.test(text)));

const isOpen = (text: string): boolean =>
  Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
