import type { ReadWarning } from '../../../schemas/index.js';
import { BOUNDS } from '../bounds.js';
import type { PageContent } from '../pdf/content.js';
import type { Drawing } from '../pdf/drawing.js';
import type { Sense } from '../pdf/sense.js';
import { EngineMissing, type OcrEngine } from '../reader.js';
import { glyphsOf, meanConfidence } from './glyphs.js';
import { mendedWords } from './mend.js';

/** A page as an engine read it. */
export interface RecognisedPage {
  engine: string;
  content: PageContent;
}

/** A page of which the engine is less sure than this on the whole is told. */
const UNSURE = 0.75;
/** What was recognised takes the place of a page's own text where it has this many times as many characters. */
const MORE = 2;

/** Recognises pages of one document, up to a bound, and tells once where the engine is missing. */
export class Recogniser {
  private pages = 0;
  private told = false;

  constructor(
    private readonly engine: OcrEngine,
    private readonly drawing: Pick<Drawing, 'draw'>,
    private readonly warnings: ReadWarning[],
  ) {}

  /** What the engine lacks, null where nothing. */
  async missing(): Promise<EngineMissing | null> {
    try {
      await this.engine.ready();
      return null;
    } catch (error) {
      if (error instanceof EngineMissing) return error;
      throw error;
    }
  }

  /** A page as the engine reads it; null where it can't, or finds no more than the page says itself. */
  async page(page: number, own: Sense): Promise<RecognisedPage | null> {
    const missing = await this.missing();
    if (missing !== null) {
      if (!this.told) this.warn('ocr_missing', null, `${missing.message}: ${missing.hint}`);
      this.told = true;
      return null;
    }
    this.pages += 1;
    if (this.pages > BOUNDS.ocrPages) {
      this.warn('ocr_not_run', page, `more than ${BOUNDS.ocrPages} pages of the file want recognition`);
      return null;
    }
    try {
      return await this.recognise(page, own);
    } catch (error) {
      this.warn('ocr_not_run', page, error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  private async recognise(page: number, own: Sense): Promise<RecognisedPage | null> {
    const engine = await this.engine.ready();
    const image = await this.drawing.draw(page);
    const words = mendedWords(await this.engine.recognise(image));
    const glyphs = glyphsOf(words, image);
    if (glyphs.length === 0 && own.characters === 0) {
      this.warn('ocr_no_text', page, `${engine} finds no text on the page`);
      return { engine, content: { ...own.content, glyphs } };
    }
    if (glyphs.length < MORE * own.characters) return { engine, content: own.content };
    const sure = meanConfidence(words) ?? 1;
    if (sure < UNSURE) this.warn('ocr_unsure', page, `${engine} is ${Math.round(sure * 100)} % sure of the page's text`);
    return { engine, content: { ...own.content, glyphs } };
  }

  private warn(code: string, page: number | null, detail: string): void {
    this.warnings.push({ code, page, detail });
  }
}
