import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { BOUNDS, tooLarge } from './bounds.js';
import { garbledShare } from './garbled.js';
import type { ReadInput } from './reader.js';
import { pageContent } from './pdf/content.js';
import { damagedPdf, openPdf, type OpenPdf } from './pdf/library.js';
import { pageBlocks, type PageBlocks, type PendingBlock } from './pdf/page.js';
import { PDF_READER } from './versions.js';

/**
 * Reads a PDF (ISO 32000) with a text layer: printed lines and ruled tables in reading order, each with its page and
 * its box in points from the page's upper left corner.
 */
export async function readPdf({ bytes }: ReadInput): Promise<Document> {
  const pdf = await openPdf(bytes);
  try {
    return await readPages(pdf);
  } finally {
    await pdf.close();
  }
}

async function readPages(pdf: OpenPdf): Promise<Document> {
  const pages = pdf.document.numPages;
  if (pages > BOUNDS.pages) throw tooLarge('pages');
  const pending: PendingBlock[] = [];
  const warnings: ReadWarning[] = [];
  let withText = 0;
  let open: PageBlocks['open'] = null;
  for (let page = 1; page <= pages; page += 1) {
    const found = await readPage(pdf, page, open);
    for (const block of found.blocks) pending.push(block);
    open = found.open;
    warnings.push(...found.warnings);
    if (found.blocks.length > 0) withText += 1;
  }
  if (withText === 0) {
    throw new InputRefused(
      'needs_ocr',
      `none of its ${pages} pages has text: it is a scan or made of pictures`,
      'Run it through OCR (text recognition) first and ingest the result.',
    );
  }
  const blocks = pending.map((block) => (typeof block === 'function' ? block() : block));
  return documentOf({ format: 'pdf', reader: PDF_READER, pages, blocks, warnings });
}

async function readPage(
  pdf: OpenPdf,
  page: number,
  before: PageBlocks['open'],
): Promise<PageBlocks & { warnings: ReadWarning[] }> {
  const content = await contentOf(pdf, page);
  const { blocks, open } = pageBlocks(content, page, before);
  const warnings: ReadWarning[] = [];
  if (blocks.length === 0)
    warnings.push({ code: 'page_without_text', page, detail: 'the page has no text layer; it may be a scan' });
  const garbled = garbledShare(content.glyphs.map((glyph) => glyph.text).join(''));
  if (garbled > 0.2) {
    warnings.push({
      code: 'garbled_text',
      page,
      detail: `${Math.round(garbled * 100)} % of the characters have no meaning: a font lacks its character map`,
    });
  }
  if (content.outside > 0)
    warnings.push({ code: 'text_outside_page', page, detail: `${content.outside} characters outside the page were left out` });
  return { blocks, open, warnings };
}

async function contentOf({ library, document }: OpenPdf, number: number): Promise<Awaited<ReturnType<typeof pageContent>>> {
  try {
    const page = await document.getPage(number);
    const content = await pageContent(library, page);
    page.cleanup();
    return content;
  } catch (error) {
    throw error instanceof InputRefused ? error : damagedPdf(error);
  }
}
