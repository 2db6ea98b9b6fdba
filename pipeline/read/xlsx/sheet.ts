import { SaxesParser } from 'saxes';
import { InputRefused } from '../../refused.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import { decodeXml } from '../xml.js';
import { damagedZip } from '../zip.js';
import { areaOf, columnNumber, type Area } from './references.js';
import { unescaped } from './workbook.js';

/** A cell that holds something, as stored; rows and columns count from 0. */
export interface RawCell {
  row: number;
  column: number;
  type: string;
  style: number;
  /** what `v` holds, or the text of an inline string */
  value: string;
  formula: boolean;
}

export interface RawSheet {
  cells: RawCell[];
  merged: Area[];
  hiddenRows: Set<number>;
  /** first and last of each run of hidden columns */
  hiddenColumns: (readonly [number, number])[];
}

/** Rows and cells without anything in them but a format. A sheet may have a million of them. */
const EMPTY = /<(?:\w+:)?(?:c|row)\b[^<>]*\/>/g;

/**
 * Reads a sheet part (ECMA-376 part 1, 18.3) as a stream: only cells that hold something are kept.
 * @throws InputRefused where it is damaged or past a bound
 */
export function readSheet(bytes: Uint8Array): RawSheet {
  const reader = new SheetReader();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    reader.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    reader.close(local(name));
  });
  const text = (part: string): void => {
    reader.text(part);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  const xml = decodeXml(bytes);
  try {
    // in a comment or CDATA something may only look like an empty cell
    parser.write(xml.includes('<!') ? xml : xml.replace(EMPTY, '')).close();
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedZip(error);
  }
  return reader.sheet;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

class SheetReader {
  readonly sheet: RawSheet = { cells: [], merged: [], hiddenRows: new Set(), hiddenColumns: [] };
  private row = -1;
  private column = -1;
  private cell: RawCell | null = null;
  private reading: 'value' | 'inline' | null = null;
  private phonetic = false;
  private elements = 0;
  private depth = 0;

  open(name: string, attributes: Record<string, string>): void {
    this.elements += 1;
    this.depth += 1;
    if (this.elements > BOUNDS.xmlElements) throw tooLarge('xmlElements');
    if (this.depth > BOUNDS.xmlDepth) throw tooLarge('xmlDepth');
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.reading = 'value';
    else if (name === 't') this.reading = this.phonetic ? null : 'inline';
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'f' && this.cell !== null) this.cell.formula = true;
    else if (name === 'col') this.openColumn(attributes);
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
  }

  close(name: string): void {
    this.depth -= 1;
    if (name === 'v' || name === 't') this.reading = null;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.closeCell();
  }

  text(part: string): void {
    if (this.cell !== null && this.reading !== null) this.cell.value += part;
  }

  /** Rows and cells without a number follow the one before. */
  private openRow(attributes: Record<string, string>): void {
    const said = Number(attributes['r']);
    this.row = Number.isInteger(said) && said > 0 ? said - 1 : this.row + 1;
    this.column = -1;
    if (['1', 'true'].includes(attributes['hidden'] ?? '0')) this.sheet.hiddenRows.add(this.row);
  }

  private openCell(attributes: Record<string, string>): void {
    const said = areaOf(attributes['r'] ?? '');
    if (said !== null) this.row = said.top;
    this.column = said?.left ?? this.column + 1;
    this.cell = {
      row: this.row,
      column: this.column,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? '0'),
      value: '',
      formula: false,
    };
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (cell === null || (cell.value === '' && !cell.formula)) return;
    if (cell.type === 'inlineStr') cell.value = unescaped(cell.value);
    this.sheet.cells.push(cell);
    if (this.sheet.cells.length > BOUNDS.cells) throw tooLarge('cells');
  }

  private openColumn(attributes: Record<string, string>): void {
    const [first, last] = [Number(attributes['min']), Number(attributes['max'])];
    if (['1', 'true'].includes(attributes['hidden'] ?? '0') && first > 0 && last >= first)
      this.sheet.hiddenColumns.push([first - 1, last - 1]);
  }

  private merge(reference: string): void {
    const [from = '', to = ''] = reference.split(':');
    const [a, b] = [areaOf(from), areaOf(to)];
    if (a === null || b === null || columnNumber('XFD') < b.left) return;
    if (this.sheet.merged.length >= BOUNDS.cells) throw tooLarge('cells');
    this.sheet.merged.push({ top: a.top, left: a.left, bottom: b.bottom, right: b.right });
  }
}
