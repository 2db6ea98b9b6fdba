import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { blockText, documentOf } from './blocks.js';
import { garbledShare } from './garbled.js';
import type { ReadInput } from './reader.js';
import { Weights, articleOf, withoutChromeParts } from './html/article.js';
import { decodePage } from './html/encoding.js';
import { eachOnce, shownFiles } from './html/files.js';
import { titleInHead } from './html/head.js';
import { goesOnElsewhere, picturesIn, struckIn } from './html/lacks.js';
import { isWebArchive, pagesOf } from './html/mhtml.js';
import { normalise } from './html/normalise.js';
import { PageWriter } from './html/page.js';
import { select, type Selected } from './html/select.js';
import { pageOf, type Page } from './html/tree.js';
import { HTML_READER } from './versions.js';

/**
 * Reads a saved web page (HTML Standard): the article with its headings, paragraphs and tables, the metadata block that
 * portals show with it, and the files that it links. Navigation, tools, links to other pages, hidden elements and what
 * scripts would put in are left out. There are no pages.
 */
export async function readHtml({ bytes }: ReadInput): Promise<Document> {
  const pages = isWebArchive(bytes) ? pagesOf(bytes) : [{ bytes, charset: null }];
  const documents: Document[] = [];
  for (const { bytes: page, charset } of pages) {
    const document = await documentOfPage(page, charset);
    if (document !== null) documents.push(document);
  }
  const [first] = documents;
  if (first === undefined) {
    throw new InputRefused(
      'empty',
      'the web page holds no text: it may be filled in by a script or a frame',
      'Open it in a browser and save the page as shown, or print it to PDF, and ingest that.',
    );
  }
  // an article in a frame is a page of its own in a web archive, and the page around it holds little
  return documents.reduce((best, next) => (lengthOf(next) > FRAMED * lengthOf(best) ? next : best), first);
}

/** So many times more text than the page itself, and a frame holds the article. */
const FRAMED = 3;
const lengthOf = ({ blocks }: Document): number => blocks.reduce((sum, block) => sum + blockText(block).length, 0);

/** One page; null where it holds no text. `charset` is what its header names. */
async function documentOfPage(bytes: Uint8Array, charset: string | null): Promise<Document | null> {
  const decoded = await decodePage(bytes, charset);
  const warnings: ReadWarning[] = [];
  if (decoded.broken > 0) tell(warnings, 'broken_characters', `${decoded.broken} characters are no valid ${decoded.encoding}`);
  const page = pageOf(decoded.text);
  const found = page === null ? null : noticeIn(page);
  if (found === null || found.selected.blocks.length === 0) return null;
  const { selected } = found;
  if (garbledShare(selected.blocks.map(blockText).join('\n')) > 0.2)
    tell(warnings, 'garbled_text', 'more than a fifth of the characters have no meaning');
  return documentOf({
    format: 'html',
    reader: HTML_READER,
    blocks: selected.blocks,
    linkedFiles: eachOnce([...selected.files, ...found.shown]),
    warnings: [...warnings, ...lacks(found)],
  });
}

interface Found {
  selected: Selected;
  /** files shown in the page itself */
  shown: ReturnType<typeof shownFiles>;
  /** running text in parts that are named as chrome */
  lost: string[];
  pictures: number;
  /** words struck out */
  struck: string[];
  goesOn: boolean;
}

function noticeIn({ root, body }: Page): Found {
  normalise(root, body);
  const goesOn = goesOnElsewhere(body);
  const lost = withoutChromeParts(body, new Weights(body));
  const article = articleOf(body, new Weights(body));
  const writer = new PageWriter(article);
  writer.write(body);
  const selected = select(writer.blocks, titleInHead(root));
  return { selected, shown: shownFiles(article), lost, pictures: picturesIn(article), struck: struckIn(article), goesOn };
}

/** What of the page was left out though it may have been the notice's, and what lies elsewhere. */
function lacks({ selected, lost, pictures, struck, goesOn }: Found): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  const { links, titleFromHead } = selected;
  const beside = [...selected.beside, ...lost];
  if (goesOn) tell(warnings, 'further_pages', 'the article goes on on further pages of the site, which are not in this file');
  if (links.length > 0)
    tell(warnings, 'links_left_out', `${links.length} lines of the article that are only links to other pages: ${some(links)}`);
  if (beside.length > 0)
    tell(warnings, 'text_left_out', `${beside.length} lines of running text outside the article: ${some(beside)}`);
  if (pictures > 0) tell(warnings, 'pictures_left_out', `${pictures} pictures in the article, which may hold text`);
  if (struck.length > 0) tell(warnings, 'struck_out', `${struck.length} passages that are struck out: ${some(struck)}`);
  if (titleFromHead) tell(warnings, 'title_from_head', 'the page shows no title; it was taken from the page’s head');
  return warnings;
}

const some = (lines: readonly string[]): string =>
  lines
    .slice(0, 3)
    .map((text) => `“${text.slice(0, 30)}”`)
    .join(', ');

function tell(warnings: ReadWarning[], code: string, detail: string): void {
  warnings.push({ code, page: null, detail });
}
