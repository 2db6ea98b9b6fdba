import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { openPicture, type Picture } from './image/picture.js';
import { pictureKind } from './image/size.js';
import { Recogniser } from './ocr/recogniser.js';
import { engineMissing, nothingRecognised, wantsRecognition } from './ocr/refusals.js';
import type { PageContent } from './pdf/content.js';
import { NO_PAGE, pageBlocks } from './pdf/page.js';
import { sensible } from './pdf/sense.js';
import type { OcrEngine, ReadInput, ReadOptions } from './reader.js';
import { IMAGE_READER } from './versions.js';

/**
 * Reads a picture of a page (PNG, JPEG) as a document of one page, through the engine that `options` lend: its words go
 * through the same finder of lines and tables as those of a scanned PDF.
 * @throws InputRefused without an engine, and where the picture is damaged, past a bound, or has no text
 */
export async function readImage({ bytes }: ReadInput, { ocr, trace }: ReadOptions): Promise<Document> {
  const kind = pictureKind(bytes);
  if (kind === null) throw new Error('no picture');
  const picture = openPicture(bytes, kind);
  const cause = `the file is a picture (${kind})`;
  if (!ocr) throw wantsRecognition(cause);
  const { content, engine, warnings } = await recognised(picture, ocr, cause);
  const blocks = pageBlocks(content, 1, NO_PAGE).blocks.map((block) => (typeof block === 'function' ? block() : block));
  if (blocks.length === 0) throw nothingRecognised(cause);
  trace?.pages.push({ page: 1, rules: [] });
  const { width, height } = picture;
  const pageFacts: Document['pageFacts'] = [{ page: 1, width, height, grade: 'image', ocr: engine }];
  return documentOf({ format: 'image', reader: IMAGE_READER, pages: 1, pageFacts, blocks, warnings });
}

async function recognised(
  picture: Picture,
  ocr: OcrEngine,
  cause: string,
): Promise<{ content: PageContent; engine: string; warnings: ReadWarning[] }> {
  const warnings: ReadWarning[] = [];
  const recogniser = new Recogniser(ocr, { draw: () => Promise.resolve(picture.image) }, warnings);
  const missing = await recogniser.missing();
  if (missing !== null) throw engineMissing(cause, missing);
  const page = await recogniser.page(1, sensible(emptyPage(picture)));
  if (page !== null) return { ...page, warnings };
  const why = warnings.at(-1)?.detail ?? 'it gave nothing';
  throw new InputRefused(
    'damaged',
    `${cause}, and text recognition failed: ${why}`,
    'Check that a viewer shows it; save it anew, or scan it again at 300 dots to the inch.',
  );
}

function emptyPage({ width, height }: Picture): PageContent {
  return { width, height, glyphs: [], rules: [], outside: 0, nameless: new Map(), shapes: 0, pictures: [] };
}
