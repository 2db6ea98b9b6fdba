import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { Recogniser } from './ocr/recogniser.js';
import { engineMissing, nothingRecognised, notRecognised, wantsRecognition } from './ocr/refusals.js';
import { annotationTexts } from './ofd/annotations.js';
import { openDocuments, type OfdDocument } from './ofd/document.js';
import { OfdPackage } from './ofd/package.js';
import { drawnContent, type OfdContent } from './ofd/page.js';
import { scanOf } from './ofd/scan.js';
import { gradeOf } from './pdf/grade.js';
import type { PageBefore } from './pdf/layout.js';
import { NO_PAGE, pageBlocks, type PendingBlock } from './pdf/page.js';
import { sensible } from './pdf/sense.js';
import { tracedRules } from './pdf/trace.js';
import type { PageImage, ReadInput, ReadOptions } from './reader.js';
import { OFD_READER } from './versions.js';

/** One file on its way through the reader. */
interface Reading {
  pending: PendingBlock[];
  facts: Document['pageFacts'];
  warnings: ReadWarning[];
  before: PageBefore;
  options: ReadOptions;
  recogniser: Recogniser | null;
  /** the page that is read, for the recogniser, which asks for its picture where it wants it */
  scan: () => PageImage;
}

/**
 * Reads an OFD (GB/T 33190-2016): the text and the lines that its pages and templates draw, through the same finder of
 * lines and tables as a PDF's. Pages that are one picture are recognised where `options` lend an engine. Annotations,
 * attachments and signatures are told and left out.
 * @throws InputRefused where it is encrypted, damaged, past a bound, or has no text
 */
export async function readOfd({ archive }: ReadInput, options: ReadOptions = {}): Promise<Document> {
  if (archive === null) throw new Error('an OFD comes with its archive opened');
  const files = new OfdPackage(archive);
  refuseEncrypted(files);
  const reading = begun(options);
  for (const document of openDocuments(files)) {
    const annotations = annotationTexts(files, document);
    for (const page of document.pages) {
      const content = drawnContent(page.contents, page.box, document.composites);
      reading.scan = () => scanOf(files, document, content);
      await readPage(content, annotations.get(page.id) ?? [], reading);
    }
    tellWhatElse(document, reading);
    // a table does not go on in another document
    reading.before = NO_PAGE;
  }
  return await finished(reading);
}

function begun(options: ReadOptions): Reading {
  const scan = (): PageImage => {
    throw new Error('no page is read yet');
  };
  const reading: Reading = { pending: [], facts: [], warnings: [], before: NO_PAGE, options, recogniser: null, scan };
  const draw = async (): Promise<PageImage> => await Promise.resolve(reading.scan());
  if (options.ocr) reading.recogniser = new Recogniser(options.ocr, { draw }, reading.warnings);
  return reading;
}

/** The entrance to the keys of an encrypted OFD has a fixed name (GM/T 0099-2020, annex C). */
function refuseEncrypted(files: OfdPackage): void {
  if (files.has('Encryptions.xml'))
    throw new InputRefused('encrypted', 'the OFD is encrypted', 'Save a copy without encryption and ingest that.');
}

async function readPage(drawn: OfdContent, annotations: readonly string[], reading: Reading): Promise<void> {
  const page = reading.facts.length + 1;
  const sense = sensible(drawn);
  const { grade, warning, wantsOcr } = gradeOf(drawn, sense, drawn.coverage);
  const recognised = wantsOcr ? ((await reading.recogniser?.page(page, sense)) ?? null) : null;
  const content = recognised?.content ?? sense.content;
  const { blocks, ...before } = pageBlocks(content, page, reading.before);
  reading.options.trace?.pages.push({ page, rules: tracedRules(content.rules) });
  reading.facts.push({ page, width: drawn.width, height: drawn.height, grade, ocr: recognised?.engine ?? null });
  for (const block of blocks) reading.pending.push(block);
  reading.before = before;
  const warn = (code: string, detail: string): void => {
    reading.warnings.push({ code, page, detail });
  };
  if (warning !== null && recognised === null) warn(warning.code, warning.detail);
  if (drawn.outside > 0) warn('text_outside_page', `${drawn.outside} characters outside the page were left out`);
  if (annotations.length > 0) warn('annotations_left_out', annotations.join(' / ').slice(0, 200));
}

function tellWhatElse({ attachments, signatures }: OfdDocument, { warnings }: Reading): void {
  if (attachments.length > 0)
    warnings.push({ code: 'attachments_left_out', page: null, detail: attachments.join(', ').slice(0, 200) });
  if (signatures > 0)
    warnings.push({ code: 'signatures_not_checked', page: null, detail: `${signatures} signatures or seals were not checked` });
}

async function finished(reading: Reading): Promise<Document> {
  const { pending, facts, warnings } = reading;
  if (facts.length === 0)
    throw new InputRefused('empty', 'the document has no page', 'Check that it was saved or downloaded whole.');
  if (pending.length === 0) throw await noText(reading);
  const blocks = pending.map((block) => (typeof block === 'function' ? block() : block));
  return documentOf({ format: 'ofd', reader: OFD_READER, pages: facts.length, pageFacts: facts, blocks, warnings });
}

/** Why a file without a line of text is refused, and what would help. */
async function noText({ facts, warnings, recogniser }: Reading): Promise<InputRefused> {
  if (!facts.some(({ grade }) => grade === 'image'))
    return new InputRefused('empty', 'its pages hold no text', 'Check that it was saved or downloaded whole.');
  const cause = `none of its ${facts.length} pages has text: they are pictures`;
  if (recogniser === null) return wantsRecognition(cause);
  const missing = await recogniser.missing();
  if (missing !== null) return engineMissing(cause, missing);
  const failed = warnings.find(({ code }) => code === 'ocr_not_run');
  return failed === undefined ? nothingRecognised(cause) : notRecognised(cause, failed.detail);
}
