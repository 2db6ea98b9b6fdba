import { InputRefused } from '../../refused.js';
import { damagedDoc, openCompound } from './cfb.js';

/** The places of a document's parts in its table stream, by their number in FibRgFcLcb97 (MS-DOC 2.5.6). */
const PLACES = {
  stylesheet: 1,
  footnotes: 3,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  textBoxes: 56,
  lists: 73,
  overrides: 74,
} as const;

/** The stories of a document, one after another in its character positions (2.3), with the places of their lengths. */
const STORIES = [
  ['main', 76],
  ['footnotes', 80],
  ['headers', 84],
  ['macros', 88],
  ['comments', 92],
  ['endnotes', 96],
  ['textBoxes', 100],
  ['headerBoxes', 104],
] as const;

export type StoryName = (typeof STORIES)[number][0];

/** An old Word document taken apart: its streams, and where in them things are. */
export interface WordFile {
  main: DataView;
  table: DataView;
  data: DataView;
  /** the bytes of a part of the table stream, from its start to the end of the stream where `open` is asked for */
  part: (name: keyof typeof PLACES, open?: boolean) => DataView;
  stories: ReadonlyMap<StoryName, { start: number; end: number }>;
}

/**
 * Opens a Word 97–2003 document and reads its file information block (MS-DOC 2.5).
 * @throws InputRefused where it is encrypted, older than Word 97, or damaged
 */
export function openWordFile(bytes: Uint8Array): WordFile {
  const stream = openCompound(bytes);
  const main = viewOf(stream('WordDocument'));
  if (main.byteLength < 898) throw damagedDoc(new Error('no whole file information block'));
  const [ident, version, flags] = [0, 2, 10].map((at) => main.getUint16(at, true));
  if (ident !== 0xa5ec || version === undefined || flags === undefined) throw tooOld();
  if (version < 0xc1) throw tooOld();
  if ((flags & 0x8100) !== 0) {
    throw new InputRefused(
      'encrypted',
      'the document is protected with a password',
      'Save a copy without a password and ingest that.',
    );
  }
  const table = viewOf(stream((flags & 0x0200) !== 0 ? '1Table' : '0Table'));
  const part = (name: keyof typeof PLACES, open = false): DataView => {
    const at = 154 + PLACES[name] * 8;
    const [start, length] = [main.getUint32(at, true), main.getUint32(at + 4, true)];
    if (length === 0) return viewOf(null);
    return sliceOf(table, start, open ? table.byteLength - start : length);
  };
  let end = 0;
  const stories = new Map(
    STORIES.map(([name, at]) => {
      const start = end;
      end += main.getUint32(at, true);
      return [name, { start, end }] as const;
    }),
  );
  return { main, table, data: viewOf(stream('Data')), part, stories };
}

/** A part of a view. @throws RangeError where it lies outside */
export function sliceOf(view: DataView, start: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + start, Math.min(length, view.byteLength - start));
}

export function viewOf(bytes: Uint8Array | null): DataView {
  return bytes === null ? new DataView(new ArrayBuffer(0)) : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function tooOld(): InputRefused {
  return new InputRefused(
    'unsupported',
    'the document is older than Word 97 or of another program',
    'Open it in Word, WPS or LibreOffice and save it as DOCX; where LibreOffice is installed, gongbao lets it do so.',
  );
}
