import { type Level, type List } from '../docx/numbering.js';
import { sliceOf, type WordFile } from './fib.js';

/** Number formats by their code (MS-OSHARED 2.2.1.3), under the names that WordprocessingML has for them. */
const FORMATS = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital ' +
  'japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand ' +
  'decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung ' +
  'decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ' +
  'ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand ' +
  'taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand decimal koreanDigital koreanCounting ' +
  'koreanLegal koreanDigital2'
).split(' ');
const NO_NUMBER = 0xff;
/** Sizes of a list, a level and an override without their texts (MS-DOC 2.9.147, 2.9.150, 2.9.131). */
const LIST = 28;
const LEVEL = 28;
const OVERRIDE = 16;
const MOST = 0xfff;

interface Definition {
  id: string;
  levels: Map<number, Level>;
}

/** The lists of a document by the number that paragraphs name them with, from 1 (MS-DOC 2.9.190, 2.9.132). */
export function listsOf(file: WordFile): Map<string, List> {
  const definitions = definitionsOf(file.part('lists', true));
  const found = new Map<string, List>();
  const overrides = file.part('overrides');
  if (overrides.byteLength < 4) return found;
  const count = Math.min(overrides.getUint32(0, true), MOST);
  let at = 4 + count * OVERRIDE;
  for (let i = 0; i < count && 4 + (i + 1) * OVERRIDE <= overrides.byteLength; i += 1) {
    const id = overrides.getInt32(4 + i * OVERRIDE, true);
    const changed = overrides.getUint8(4 + i * OVERRIDE + 12);
    const definition = definitions.get(id) ?? { id: String(id), levels: new Map<number, Level>() };
    const list: List = { abstract: definition.id, levels: new Map(definition.levels), starts: new Map() };
    at = overriddenLevels(overrides, at + 4, changed, list);
    found.set(String(i + 1), list);
  }
  return found;
}

function definitionsOf(part: DataView): Map<number, Definition> {
  const found = new Map<number, Definition>();
  if (part.byteLength < 2) return found;
  const count = Math.min(part.getUint16(0, true), MOST);
  let at = 2 + count * LIST;
  for (let i = 0; i < count; i += 1) {
    const start = 2 + i * LIST;
    const id = part.getInt32(start, true);
    const definition: Definition = { id: String(id), levels: new Map() };
    const simple = (part.getUint8(start + 26) & 1) !== 0;
    for (let level = 0; level < (simple ? 1 : 9) && at + LEVEL <= part.byteLength; level += 1) {
      const style = part.getUint16(start + 8 + level * 2, true);
      const read = levelAt(part, at, style === 0xfff ? undefined : String(style));
      definition.levels.set(level, read.level);
      at = read.end;
    }
    found.set(id, definition);
  }
  return found;
}

/** Levels that an override gives a start or a form of its own (2.9.134, 2.9.135). @returns where the next override's stand */
function overriddenLevels(part: DataView, from: number, count: number, list: List): number {
  let at = from;
  for (let i = 0; i < count && at + 8 <= part.byteLength; i += 1) {
    const start = part.getInt32(at, true);
    const flags = part.getUint32(at + 4, true);
    const number = flags & 0xf;
    at += 8;
    if ((flags & 0x20) !== 0 && at + LEVEL <= part.byteLength) {
      const read = levelAt(part, at, list.levels.get(number)?.style);
      list.levels.set(number, read.level);
      if ((flags & 0x10) !== 0) list.starts.set(number, read.level.start);
      at = read.end;
    } else if ((flags & 0x10) !== 0) list.starts.set(number, start);
  }
  return at;
}

/** A level: how it counts, and its text, in which a character below 9 stands for the number of that level. */
function levelAt(part: DataView, at: number, style: string | undefined): { level: Level; end: number } {
  const format = part.getUint8(at + 4);
  const flags = part.getUint8(at + 5);
  const text = at + LEVEL + part.getUint8(at + 24) + part.getUint8(at + 25);
  const length = text + 2 <= part.byteLength ? part.getUint16(text, true) : 0;
  const letters = new TextDecoder('utf-16le').decode(sliceOf(part, Math.min(text + 2, part.byteLength), length * 2));
  const level: Level = {
    start: part.getInt32(at, true),
    format: format === NO_NUMBER ? 'none' : (FORMATS[format] ?? 'decimal'),
    text: Array.from(letters, (sign) => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign)).join(''),
    legal: (flags & 4) !== 0,
    restart: (flags & 8) !== 0 ? part.getUint8(at + 26) : undefined,
    style,
  };
  return { level, end: text + 2 + length * 2 };
}
