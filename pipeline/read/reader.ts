import type { Box, Document, Format } from '../../schemas/index.js';
import type { Archive } from './zip.js';

/** A page as a picture, for text recognition. */
export interface PageImage {
  /** PNG or JPEG */
  picture: Uint8Array;
  /** pixels to the inch: a point is 72nd of an inch */
  dpi: number;
  /** where its upper left corner lies on the page, in points; on the page's own corner unless told otherwise */
  corner?: readonly [x: number, y: number];
}

/** A word that an engine recognised. */
export interface RecognisedWord {
  text: string;
  /** in pixels of the picture, from its upper left corner */
  box: Box;
  /** words of one printed line bear the same number; lines are numbered in reading order */
  line: number;
  /** how sure the engine is, from 0 to 1 */
  confidence: number;
}

/** Text recognition behind an interface: the first engine is the `tesseract` program. */
export interface OcrEngine {
  /**
   * Looks whether it can work, once. Gives its name and version, e.g. `tesseract@5.3.0`.
   * @throws EngineMissing where it is not installed, or lacks the language
   */
  ready: () => Promise<string>;
  /** @throws Error where it fails or takes too long over this picture */
  recognise: (image: PageImage) => Promise<RecognisedWord[]>;
}

/** What an engine lacks, and in `hint` what to install. */
export class EngineMissing extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'EngineMissing';
  }
}

/** A program that turns an old format into one that a reader takes, such as LibreOffice. */
export interface Converter {
  readonly name: string;
  /** @throws InputRefused where the program cannot read the file */
  convert: (bytes: Uint8Array, from: 'doc' | 'xls' | 'rtf', to: 'docx' | 'pdf' | 'xlsx') => Promise<Uint8Array>;
}

/** What reading may use besides the bytes. Nothing of it is asked for unless a file needs it. */
export interface ReadOptions {
  /** recognises pages that are only pictures; without it they are told and left out */
  ocr?: OcrEngine | null;
  /** converts what no reader of ours takes */
  converter?: Converter | null;
  /** keeps what a reader saw on its way, for a person who asks why a row came out as it did */
  trace?: ReadTrace | null;
}

/** A ruling line as shown, in points from the page's upper left corner. */
export interface TracedRule {
  from: readonly [number, number];
  to: readonly [number, number];
}

/** What a reader with page geometry saw on a page beside its blocks. */
export interface TracedPage {
  page: number;
  rules: TracedRule[];
}

export interface ReadTrace {
  pages: TracedPage[];
}

/** A file as it comes to its reader. */
export interface ReadInput {
  bytes: Uint8Array;
  /** the file's base name */
  name: string;
  /** the opened container of a format that is a ZIP archive */
  archive: Archive | null;
}

/** A reader: one file per format, loaded when a file asks for it. */
export interface Reader {
  format: Format;
  /** name and version: raised when what it yields for some file changes */
  version: string;
  load: () => Promise<(input: ReadInput, options: ReadOptions) => Promise<Document>>;
}
