import type { Document, PageFacts, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { BOUNDS, tooLarge } from './bounds.js';
import { Recogniser } from './ocr/recogniser.js';
import { engineMissing, nothingRecognised, wantsRecognition } from './ocr/refusals.js';
import { pageContent, type PageContent } from './pdf/content.js';
import { Drawing } from './pdf/drawing.js';
import { gradeOf, wantsLook, type Graded } from './pdf/grade.js';
import { damagedPdf, openPdf, type OpenPdf } from './pdf/library.js';
import type { PageBefore } from './pdf/layout.js';
import { NO_PAGE, pageBlocks, type PendingBlock } from './pdf/page.js';
import { sensible } from './pdf/sense.js';
import { tracedRules } from './pdf/trace.js';
import type { ReadInput, ReadOptions } from './reader.js';
import { PDF_READER } from './versions.js';

/**
 * Reads a PDF (ISO 32000): printed lines and tables in reading order, each with its page and its box in points from the
 * page's upper left corner. Every page gets a grade; pages without text of their own are recognised where `options` lend
 * an engine, and told where they don't.
 */
export async function readPdf({ bytes }: ReadInput, options: ReadOptions = {}): Promise<Document> {
  const pdf = await openPdf(bytes);
  const drawing = new Drawing(bytes);
  try {
    return await new PdfReading(pdf, drawing, options).read();
  } finally {
    await pdf.close();
    await drawing.close();
  }
}

/** One document on its way through the reader. */
class PdfReading {
  private readonly warnings: ReadWarning[] = [];
  private readonly facts: PageFacts[] = [];
  private readonly pending: PendingBlock[] = [];
  private readonly recogniser: Recogniser | null;
  /** Pages with little text whose pictures are looked at when it is known that the file has text at all. */
  private readonly unseen: { graded: Graded; facts: PageFacts }[] = [];
  private before: PageBefore = NO_PAGE;
  private withText = 0;
  private looks = 0;

  constructor(
    private readonly pdf: OpenPdf,
    private readonly drawing: Drawing,
    private readonly options: ReadOptions,
  ) {
    this.recogniser = options.ocr ? new Recogniser(options.ocr, drawing, this.warnings) : null;
  }

  async read(): Promise<Document> {
    const pages = this.pdf.document.numPages;
    if (pages > BOUNDS.pages) throw tooLarge('pages');
    for (let page = 1; page <= pages; page += 1) await this.page(page);
    if (this.withText === 0) throw await this.noText(pages);
    for (const { graded, facts } of this.unseen) {
      const seen = await this.withCoverage(graded, facts.page);
      facts.grade = seen.grade;
      this.warn(seen, facts.page);
    }
    const blocks = this.pending.map((block) => (typeof block === 'function' ? block() : block));
    const warnings = [...this.warnings].sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
    return documentOf({ format: 'pdf', reader: PDF_READER, pages, pageFacts: this.facts, blocks, warnings });
  }

  private async page(page: number): Promise<void> {
    const drawn = await contentOf(this.pdf, page);
    const sense = sensible(drawn);
    let graded = gradeOf(drawn, sense, null);
    if (this.recogniser !== null && wantsLook(graded)) graded = await this.withCoverage(graded, page);
    const recognised = graded.wantsOcr ? ((await this.recogniser?.page(page, sense)) ?? null) : null;
    const content = recognised?.content ?? sense.content;
    const { blocks, ...before } = pageBlocks(content, page, this.before);
    this.before = before;
    for (const block of blocks) this.pending.push(block);
    if (blocks.length > 0) this.withText += 1;
    this.options.trace?.pages.push({ page, rules: tracedRules(content.rules) });
    const ocr = recognised?.engine ?? (sense.unseen > 0.5 ? 'text-layer' : null);
    const facts: PageFacts = { page, width: drawn.width, height: drawn.height, grade: graded.grade, ocr };
    this.facts.push(facts);
    if (drawn.outside > 0) this.warnOf('text_outside_page', page, `${drawn.outside} characters outside the page were left out`);
    if (recognised !== null) return;
    if (wantsLook(graded)) this.unseen.push({ graded, facts });
    else this.warn(graded, page);
  }

  private async withCoverage(graded: Graded, page: number): Promise<Graded> {
    this.looks += 1;
    const coverage = this.looks > BOUNDS.picturePages ? 1 : await coverageOf(this.drawing, page);
    return gradeOf(graded.content, graded.sense, coverage);
  }

  private warn({ warning }: Graded, page: number): void {
    if (warning !== null) this.warnOf(warning.code, page, warning.detail);
  }

  private warnOf(code: string, page: number, detail: string): void {
    this.warnings.push({ code, page, detail });
  }

  /** Why a file without a line of text is refused, and what would help. */
  private async noText(pages: number): Promise<InputRefused> {
    const garbled = this.facts.some((facts) => facts.grade === 'garbled');
    const cause = garbled
      ? 'its characters have no meaning: its fonts lack their character maps'
      : `none of its ${pages} pages has text: it is a scan or made of pictures`;
    const missing = (await this.recogniser?.missing()) ?? null;
    if (missing !== null) return engineMissing(cause, missing);
    return this.recogniser === null ? wantsRecognition(cause) : nothingRecognised(cause);
  }
}

async function coverageOf(drawing: Drawing, page: number): Promise<number> {
  try {
    return await drawing.coverage(page);
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedPdf(error);
  }
}

async function contentOf({ library, document }: OpenPdf, number: number): Promise<PageContent> {
  try {
    const page = await document.getPage(number);
    const content = await pageContent(library, page);
    page.cleanup();
    return content;
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedPdf(error);
  }
}
