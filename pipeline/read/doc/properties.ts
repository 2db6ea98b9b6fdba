import { sliceOf, type WordFile } from './fib.js';
import { sprmsOf } from './sprm.js';
import { applyRowChange, type RowShape } from './row-shape.js';

/** What is known of a paragraph after its style and its own changes. Indents are in twentieths of a point. */
export interface ParagraphFacts {
  /** heading level from 1, null for body text */
  level: number | null;
  /** number of a list override from 1, 0 for none, undefined where nothing is said */
  list: number | undefined;
  listLevel: number | undefined;
  /** the style that names the list, to find the level that the list has for it */
  listStyle: number | undefined;
  first: number;
  left: number;
  inTable: boolean;
  depth: number;
  /** the mark ends a row, a cell of a nested table, a row of one */
  endsRow: boolean;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  row: RowShape | null;
}

export const PLAIN_PARAGRAPH: ParagraphFacts = {
  level: null,
  list: undefined,
  listLevel: undefined,
  listStyle: undefined,
  first: 0,
  left: 0,
  inTable: false,
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  endsInnerRow: false,
  row: null,
};

/** A hundredth of a character, as of a 10.5 point font, in twentieths of a point. */
const CHARACTER = 2.1;

/** Takes changes of paragraph and row properties in (MS-DOC 2.6.2, 2.6.3); `style` is the one that they belong to, if any. */
export function applyParagraph(facts: ParagraphFacts, changes: DataView, file: WordFile, style?: number): ParagraphFacts {
  let next = { ...facts };
  for (const { code, operand } of sprmsOf(changes)) {
    switch (code) {
      case 0x2640:
        next.level = operand.getUint8(0) < 9 ? operand.getUint8(0) + 1 : null;
        break;
      case 0x460b:
        next.list = listNumber(operand.getUint16(0, true));
        next.listStyle = style;
        break;
      case 0x260a:
        next.listLevel = operand.getUint8(0);
        break;
      case 0x8411:
      case 0x8460:
        next.first = operand.getInt16(0, true);
        break;
      case 0x840f:
      case 0x845e:
        next.left = operand.getInt16(0, true);
        break;
      case 0x4457:
        next.first = operand.getInt16(0, true) * CHARACTER;
        break;
      case 0x4456:
        next.left = operand.getInt16(0, true) * CHARACTER;
        break;
      case 0x2416:
        next.inTable = operand.getUint8(0) !== 0;
        break;
      case 0x6649:
        next.depth = operand.getUint32(0, true);
        break;
      case 0x2417:
        next.endsRow = operand.getUint8(0) !== 0;
        break;
      case 0x244b:
        next.endsInnerCell = operand.getUint8(0) !== 0;
        break;
      case 0x244c:
        next.endsInnerRow = operand.getUint8(0) !== 0;
        break;
      case 0x6645:
      case 0x6646:
      case 0x646b:
        // Long lists of changes stand in the data stream (2.6.2, 2.6.3), without pointing on from there.
        next = applyParagraph(next, farChanges(file, operand.getUint32(0, true)), { ...file, data: EMPTY }, style);
        break;
      default:
        next.row = applyRowChange(next.row, code, operand);
    }
  }
  return next;
}

const EMPTY = new DataView(new ArrayBuffer(0));

function farChanges({ data }: WordFile, at: number): DataView {
  return at + 2 <= data.byteLength ? sliceOf(data, at + 2, data.getUint16(at, true)) : EMPTY;
}

/** A list override by number; -2047 takes a paragraph out of its list, other negative numbers are kept ones (2.6.2). */
function listNumber(value: number): number {
  if (value === 0xf801) return 0;
  return value > 0x7fff ? 0x10000 - value : value;
}

/** What is known of a character: whether it is shown, whether it is a sign with a meaning of its own. */
export interface CharacterFacts {
  hidden: boolean;
  deleted: boolean;
  special: boolean;
  symbol: { font: number; character: number } | null;
  style: number | null;
}

export const PLAIN_CHARACTER: CharacterFacts = { hidden: false, deleted: false, special: false, symbol: null, style: null };

/** Takes changes of character properties in (MS-DOC 2.6.1). */
export function applyCharacter(facts: CharacterFacts, changes: DataView): CharacterFacts {
  const next = { ...facts };
  for (const { code, operand } of sprmsOf(changes)) {
    if (code === 0x083c) next.hidden = toggled(operand.getUint8(0), facts.hidden);
    else if (code === 0x0800) next.deleted = (operand.getUint8(0) & 1) !== 0;
    else if (code === 0x0855) next.special = operand.getUint8(0) !== 0;
    else if (code === 0x4a30) next.style = operand.getUint16(0, true);
    else if (code === 0x6a09) next.symbol = { font: operand.getUint16(0, true), character: operand.getUint16(2, true) };
  }
  return next;
}

/** 0 and 1 say it outright, 0x80 as the style has it, 0x81 the other way (2.9.325). */
function toggled(value: number, before: boolean): boolean {
  if (value === 0x80) return before;
  return value === 0x81 ? !before : value !== 0;
}
