import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { annotationTexts } from './ofd/annotations.js';
import { openDocuments, type OfdDocument } from './ofd/document.js';
import { OfdPackage } from './ofd/package.js';
import { drawnContent, type OfdContent } from './ofd/page.js';
import { gradeOf } from './pdf/grade.js';
import { NO_PAGE, pageBlocks, type PageBefore, type PendingBlock } from './pdf/page.js';
import { sensible } from './pdf/sense.js';
import { tracedRules } from './pdf/trace.js';
import type { ReadInput, ReadOptions } from './reader.js';
import { OFD_READER } from './versions.js';

interface Reading {
  pending: PendingBlock[];
  facts: Document['pageFacts'];
  warnings: ReadWarning[];
  before: PageBefore;
}

/**
 * Reads an OFD (GB/T 33190-2016): the text and the lines that its pages and templates draw, through the same finder of
 * lines and tables as a PDF's. Annotations, attachments and signatures are told and left out.
 * @throws InputRefused where it is encrypted, damaged, past a bound, or has no text
 */
export function readOfd({ archive }: ReadInput, { trace }: ReadOptions = {}): Promise<Document> {
  if (archive === null) throw new Error('an OFD comes with its archive opened');
  const files = new OfdPackage(archive);
  refuseEncrypted(files);
  const reading: Reading = { pending: [], facts: [], warnings: [], before: NO_PAGE };
  for (const document of openDocuments(files)) {
    const annotations = annotationTexts(files, document);
    for (const page of document.pages) {
      const content = drawnContent(page.contents, page.box, document.composites);
      trace?.pages.push({ page: reading.facts.length + 1, rules: tracedRules(content.rules) });
      readPage(content, annotations.get(page.id) ?? [], reading);
    }
    tellWhatElse(document, reading);
    // a table does not go on in another document
    reading.before = NO_PAGE;
  }
  return Promise.resolve(finished(reading));
}

/** The entrance to the keys of an encrypted OFD has a fixed name (GM/T 0099-2020, annex C). */
function refuseEncrypted(files: OfdPackage): void {
  if (files.has('Encryptions.xml'))
    throw new InputRefused('encrypted', 'the OFD is encrypted', 'Save a copy without encryption and ingest that.');
}

function readPage(drawn: OfdContent, annotations: readonly string[], reading: Reading): void {
  const page = reading.facts.length + 1;
  const sense = sensible(drawn);
  const { grade, warning } = gradeOf(drawn, sense, drawn.coverage);
  const { blocks, ...before } = pageBlocks(sense.content, page, reading.before);
  reading.facts.push({ page, width: drawn.width, height: drawn.height, grade, ocr: null });
  for (const block of blocks) reading.pending.push(block);
  reading.before = before;
  const warn = (code: string, detail: string): void => {
    reading.warnings.push({ code, page, detail });
  };
  if (warning !== null) warn(warning.code, warning.detail);
  if (drawn.outside > 0) warn('text_outside_page', `${drawn.outside} characters outside the page were left out`);
  if (annotations.length > 0) warn('annotations_left_out', annotations.join(' / ').slice(0, 200));
}

function tellWhatElse({ attachments, signatures }: OfdDocument, { warnings }: Reading): void {
  if (attachments.length > 0)
    warnings.push({ code: 'attachments_left_out', page: null, detail: attachments.join(', ').slice(0, 200) });
  if (signatures > 0)
    warnings.push({ code: 'signatures_not_checked', page: null, detail: `${signatures} signatures or seals were not checked` });
}

function finished({ pending, facts, warnings }: Reading): Document {
  if (facts.length === 0)
    throw new InputRefused('empty', 'the document has no page', 'Check that it was saved or downloaded whole.');
  if (pending.length === 0) throw noText(facts);
  const blocks = pending.map((block) => (typeof block === 'function' ? block() : block));
  return documentOf({ format: 'ofd', reader: OFD_READER, pages: facts.length, pageFacts: facts, blocks, warnings });
}

function noText(facts: Document['pageFacts']): InputRefused {
  if (facts.some(({ grade }) => grade === 'image'))
    return new InputRefused(
      'needs_ocr',
      `none of its ${facts.length} pages has text: they are pictures`,
      'Run it through OCR (text recognition) first and ingest the result.',
    );
  return new InputRefused('empty', 'its pages hold no text', 'Check that it was saved or downloaded whole.');
}
