import { ANY_METADATA_LABEL } from '../../corpus/lexicon/metadata-labels.js';
import {
  beginsAnew,
  breaksEnding,
  headingMark,
  isOrganLine,
  isTitleLike,
  leavesOpen,
  numberLine,
  signedDate,
} from '../../extractors/index.js';
import { width, type Line } from './lines.js';

/** Shortest line, in full-width characters, that may be a broken one where the document is not wrapped. */
const SHORTEST_BROKEN = 20;
/** The same for a line that is part of a sentence: it has a comma. */
const SHORTEST_CLAUSE = 16;
const LABEL = /^(?:[^，。、：]{1,8}|[^，。、：（）]{1,24}（[^（）]{1,16}）)：./;
/** A label with its value, maybe numbered: below it another one is a line of its own, however long the first is. */
const LABELLED = /^(?:\d{1,3}[.、])?[\u4e00-\u9fa5]{2,10}：./;
const ENDS_SENTENCE = /[。！？；：…]$|[。！？；][”’）]$/;
/** A line of the block that a portal puts above a notice: `发文字号：… 发布日期：…`. */
const METADATA = new RegExp(`^${ANY_METADATA_LABEL}：(?:.{0,60}${ANY_METADATA_LABEL}：)?.{0,60}$`);
/** An item of a list that begins with a year. */
const LISTED = /^\d{1,2}[.．](?:19|20)\d{2}年/;
const ENDS_OPEN = /[，、（“‘《〈—]$/;
const BEGINS_MID = /^[，。、；：！？）”’》〉%]/;

/**
 * Does `next` go on where `previous` breaks off? `wrap` is the document's wrap width or null; `paragraph` what has been
 * joined so far, without white space; `isFull` where `previous` is known to reach to the edge of its column.
 * True only on good grounds: a wrong join hides a heading, a missed one is mended by reading over paragraphs.
 */
export function goesOn(previous: Line, next: Line, wrap: number | null, paragraph: string, isFull = false): boolean {
  if (previous.kind === 'heading' || next.kind === 'heading') return false;
  const [a, b] = [previous.bare, next.bare];
  if (closesBracket(b, paragraph)) return true;
  if (METADATA.test(a) && !BEGINS_MID.test(b)) return false;
  if (a === '' || b === '' || (ENDS_SENTENCE.test(a) && !stopsInClause(a, paragraph)))
    return wrap !== null && continuesWrapped(previous, next, wrap);
  if (BEGINS_MID.test(b) || breaksDateOrNumber(a, b)) return true;
  if (isFull && hangs(previous, next) && goesOnByPlace(previous, next)) return true;
  if (isLarger(previous, next) || standsAlone(a, b, paragraph)) return false;
  if (beginsAnew(b) || signedDate(b) !== null || (a.endsWith('文件') && numberLine(b) !== null)) return false;
  if (breaksEnding(a, b) || ENDS_OPEN.test(a) || isOpen(paragraph)) return true;
  if (wrap !== null && breaksLabel(a, b) && continuesWrapped(previous, next, wrap)) return true;
  if (LABELLED.test(b) && LABELLED.test(a)) return false;
  if (wrap !== null && (!isShortHeading(a) || hangs(previous, next)) && continuesWrapped(previous, next, wrap)) return true;
  if (LABEL.test(b) || isShortHeading(a) || namesOrgan(b) || namesOrgan(paragraph)) return false;
  if (isTitleLike(a) || /^（.*）$/.test(a) || signedDate(a) !== null) return false;
  if (wrap !== null && !/[，、]/.test(paragraph)) return false;
  return (
    width(paragraph) >= (paragraph.includes('，') ? SHORTEST_CLAUSE : SHORTEST_BROKEN) && /[\u4e00-\u9fff0-9A-Za-z%”]$/.test(a)
  );
}

/** A line that is a document number and no more, or one after it, is no part of a title; `2.2025年…` no decimal. */
const standsAlone = (a: string, b: string, paragraph: string): boolean =>
  LISTED.test(b) || (a === paragraph && isNumber(a)) || (isNumber(b) && !isOpen(paragraph));

const isNumber = (line: string): boolean => /号）?$/.test(line) && numberLine(line) !== null;

/** A date or a document number that stands alone, cut by the line end: `2022年12` ⏎ `月6日`. */
const breaksDateOrNumber = (a: string, b: string): boolean =>
  a.length + b.length <= 40 && (signedDate(a + b) !== null || (/^第?\d{1,4}号$/.test(b) && numberLine(a + b) !== null));

/** `…1.2万立方米；总` ⏎ `投资：2.4亿元`: a label that the line end cut in two. */
const breaksLabel = (a: string, b: string): boolean => /；[\u4e00-\u9fff]{1,6}$/.test(a) && /^[\u4e00-\u9fff]{1,8}：./.test(b);

/** A bracket, quotation or title is opened and not closed. */
const isOpen = (text: string): boolean => leavesOpen(text, ['（）', '〔〕', '“”', '《》']);

/** `（责任单位：` ⏎ `市工信局）`: a colon or semicolon inside a bracket that is still open ends nothing. */
const stopsInClause = (line: string, paragraph: string): boolean =>
  /[：；]$/.test(line) && leavesOpen(paragraph, ['（）', '〔〕']);

/** A numbered line without a comma: a heading, unless it stops in the middle of a bracket. */
function isShortHeading(text: string): boolean {
  const mark = headingMark(text);
  return mark !== null && mark.rank <= 5 && !/[，。]/.test(text);
}

/** A line of a signature or a letterhead; a list of names with 、 is none. */
const namesOrgan = (line: string) => line.length <= 40 && !line.includes('、') && isOrganLine(line);

/** The first line of a paragraph and its second: a heading stands above a line that is indented as it is. */
const hangs = (previous: Line, next: Line): boolean => previous.indented && !next.indented && !next.blankBefore;

/** Below the first line of a paragraph that fills its column, one at the left edge goes on whatever its words: a label, a name of an organ. */
const goesOnByPlace = (previous: Line, next: Line): boolean =>
  !isLarger(previous, next) && !isLarger(next, previous) && !beginsAnew(next.bare) && signedDate(next.bare) === null;

/** `（附件` ⏎ `2），建立…`: what looks like the number of an item closes a bracket in the middle of a clause. */
const closesBracket = (next: string, paragraph: string): boolean =>
  /^\d{1,4}）[，。；、）]/.test(next) && leavesOpen(paragraph, ['（）']);

/** Width of a first line's indent. */
const INDENT = 2;

/** A line printed so much larger than the next is a title above it. */
const LARGER = 1.25;
function isLarger({ box: above }: Line, { box: below }: Line): boolean {
  return above !== null && below !== null && above[3] - above[1] > LARGER * (below[3] - below[1]);
}

/** In wrapped text a full line goes on, unless the next one is indented or begins anew. */
function continuesWrapped(previous: Line, next: Line, wrap: number): boolean {
  if (previous.kind !== 'line' || next.indented || beginsAnew(next.bare) || isLarger(previous, next)) return false;
  // a signature stands where a full line happens to end its sentence
  if (!isFull(previous, wrap) || (/。$/.test(previous.bare) && signedDate(next.bare) !== null)) return false;
  return !((endsSentence(previous.bare) || isTitleLike(previous.bare)) && next.blankBefore);
}

/** As wide as lines are or, where it ends between two clauses and a program has counted characters, as long: figures are half as wide as the others. */
function isFull({ text, indented, bare }: Line, wrap: number): boolean {
  const indent = indented ? INDENT : 0;
  const wide = width(text) + indent;
  return (
    wide >= wrap - 2 ||
    ((bare.endsWith('；') || ANNOUNCES.test(bare)) && wide >= COUNTED * wrap && Array.from(bare).length + indent >= wrap - 2)
  );
}
/** A line with more figures than this leaves is no line of running text. */
const COUNTED = 0.8;

/** `…20项以上。责任单位：` at the foot of a page announces what stands on the next one, and no list. */
const endsSentence = (line: string): boolean => ENDS_SENTENCE.test(line) && !ANNOUNCES.test(line);
const ANNOUNCES = /[。；][\u4e00-\u9fff]{1,6}(?:单位|部门|主体|时限|时间|地点|地址|内容|规模|年限|期限|周期|工期|投资)：$/;

/** What stands between two joined lines: a blank between Latin words, else nothing. */
export function joint(previous: string, next: string): string {
  return /[A-Za-z,.;:]$/.test(previous) && /^[A-Za-z]/.test(next) ? ' ' : '';
}

/**
 * How many characters at the start of `next` repeat the end of `previous` (`…服饰产` ⏎ `产业集群`: 1).
 * Counted as a repetition only where the rest of the document never doubles them and never breaks there:
 * `逐步` ⏎ `步入` is none where 逐步 stands elsewhere before another word.
 */
export function repeatedAtBreak(previous: string, next: string, whole: string): number {
  for (let k = Math.min(4, previous.length - 1, next.length - 1); k >= 1; k--) {
    const tail = previous.slice(-k);
    if (!next.startsWith(tail) || !/^[\u4e00-\u9fff]+$/.test(tail)) continue;
    const doubled = occurrences(whole, tail + tail);
    const after = next.slice(k, k + 1);
    const before = previous.slice(-k - 1, -k);
    const brokenElsewhere = occurrences(whole, before + tail) - occurrences(whole, before + tail + after);
    const joinsElsewhere = occurrences(whole, tail + next.slice(k, k + 2));
    if (doubled === 0 && brokenElsewhere <= 1 && joinsElsewhere >= 2) return k;
  }
  return 0;
}

function occurrences(text: string, part: string): number {
  let n = 0;
  for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) n++;
  return n;
}
