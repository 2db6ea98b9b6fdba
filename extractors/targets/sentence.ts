import { dueDates, type DueDate } from '../grammar/dates.js';
import { quantities, type Quantity } from '../grammar/quantities.js';
import { frontOf, type Front } from './front.js';
import { comparatorBehind, definesSize } from './sizes.js';
import type { Comparator } from './words.js';
import { matchesOf } from '../grammar/matches.js';

/** One figure of a sentence with what stands left and right of it, in compact offsets of the sentence. */
export interface Figure {
  quantity: Quantity;
  /** the words in front of the figure, taken apart */
  front: Front;
  leadFrom: number;
  /** words from the figure to the next boundary, comparators behind it dropped */
  right: string;
  rightTo: number;
  /** end of figure and the comparator behind it */
  figureTo: number;
  /** how it compares by the words on both sides; null for a bare figure */
  comparator: Comparator | null;
  clause: { from: number; to: number };
  /** one of several figures under 分别: which, of how many, with the figure that has the words, and its own date */
  share?: { head: Figure; index: number; of: number; due: string | null };
  /** the figure behind it in the same clause */
  next?: Figure;
}

const BOUNDARY = '，；。：！？';

/** Bracket and quotation depth per character: figures inside are no figures of the sentence. */
function hidden(text: string): boolean[] {
  const flags: boolean[] = [];
  let brackets = 0;
  let quoteFrom = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '（' || c === '《') brackets++;
    flags[i] = brackets > 0;
    if (c === '）' || c === '》') brackets = Math.max(0, brackets - 1);
    if (c === '“') quoteFrom = i;
    if (c === '”' && quoteFrom >= 0) {
      if (i - quoteFrom <= 14) for (let k = quoteFrom; k <= i; k++) flags[k] = true;
      quoteFrom = -1;
    }
  }
  return flags;
}

/** The figures of a compact sentence in order; those that stand in brackets, titles and short quotations left out. */
export function figures(sentence: string): Figure[] {
  const counted = [...quantities(sentence), ...covers(sentence)];
  if (counted.length === 0) return [];
  const flags = hidden(sentence);
  const inDate = inDates(dueDates(sentence));
  const written = counted.filter((q) => q.unit === EVERYTHING || !inDate(q)).sort((a, b) => a.from - b.from);
  const given = written.filter((q) => !flags[q.from]);
  const all = given.filter((q, k) => !definesSize(sentence, q, given[k + 1]));
  const found = all.map((q, k) => figure(sentence, flags, q, all[k - 1], all[k + 1]));
  found.forEach((f, k) => {
    const next = found[k + 1];
    if (next !== undefined && next.clause.from === f.clause.from) f.next = next;
  });
  return found;
}

/** The unit of 全覆盖, which stands for a figure and is none. */
export const EVERYTHING = '全覆盖';

/** Each 全覆盖 at the end of a clause. */
const covers = (sentence: string): Quantity[] =>
  !sentence.includes(EVERYTHING)
    ? []
    : matchesOf(sentence, /全覆盖(?=$|[，。；、])/g).map(({ index }) => ({
        from: index,
        to: index + EVERYTHING.length,
        value: 1,
        max: null,
        unit: EVERYTHING,
        chinese: false,
        more: false,
      }));

/** Tells of quantities in order whether they are part of a date. */
function inDates(dates: readonly DueDate[]): (q: Quantity) => boolean {
  let at = 0;
  return (q) => {
    while (at < dates.length && (dates[at]?.to ?? 0) <= q.from) at++;
    const date = dates[at];
    return date !== undefined && q.from >= date.from && date.to - date.from > 1;
  };
}

function figure(
  text: string,
  flags: readonly boolean[],
  q: Quantity,
  previous: Quantity | undefined,
  next: Quantity | undefined,
): Figure {
  const clause = { from: boundaryBefore(text, flags, q.from), to: boundaryAfter(text, flags, q.to) };
  const leadFrom = previous && previous.to > clause.from ? cutBetween(text, previous.to, q.from) : clause.from;
  const rightEnd = next && next.from < clause.to ? cutBetween(text, q.to, next.from) : clause.to;
  const after = comparatorBehind(text, q.to);
  const figureTo = q.to + after.length;
  const rightTo = Math.max(figureTo, rightEnd);
  const front = frontOf(text.slice(leadFrom, q.from));
  return {
    quantity: q,
    front,
    leadFrom,
    right: text.slice(figureTo, rightTo).replace(/、$/, ''),
    rightTo,
    figureTo,
    comparator: joined(front.comparator, after.comparator),
    clause,
  };
}

/** What both sides say together: 控制在…左右 is an estimate, 达到…以内 a ceiling. */
function joined(before: Comparator | null, after: Comparator | null): Comparator | null {
  if (before === 'approx' || after === 'approx') return 'approx';
  return after === 'lte' && before === 'gte' ? 'lte' : (before ?? after);
}
function boundaryBefore(text: string, flags: readonly boolean[], at: number): number {
  for (let i = at - 1; i >= 0; i--) if (BOUNDARY.includes(text[i] ?? '') && !flags[i]) return i + 1;
  return 0;
}

function boundaryAfter(text: string, flags: readonly boolean[], at: number): number {
  for (let i = at; i < text.length; i++) if (BOUNDARY.includes(text[i] ?? '') && !flags[i]) return i;
  return text.length;
}

/** Where the words of one figure end and those of the next begin: at a 、 or 和 between them, else right behind the figure. */
function cutBetween(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const direct = /^(?:以上|以下|以内|左右|余)?[、和及]/.exec(between);
  if (direct) return from + direct[0].length;
  const mark = between.lastIndexOf('、');
  if (mark >= 0) return from + mark + 1;
  const and = Math.max(between.lastIndexOf('和'), between.lastIndexOf('以及'));
  return and > 0 && to - (from + and) <= 14 ? from + and + 1 : from;
}
