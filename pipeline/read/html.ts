import type { Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { garbledShare } from './garbled.js';
import type { ReadInput } from './reader.js';
import { Weights, articleOf, withoutChromeParts } from './html/article.js';
import { decodePage } from './html/encoding.js';
import { eachOnce, shownFiles } from './html/files.js';
import { titleInHead } from './html/head.js';
import { goesOnElsewhere, picturesIn } from './html/lacks.js';
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
  const decoded = await decodePage(bytes);
  const warnings: ReadWarning[] = [];
  if (decoded.broken > 0) tell(warnings, 'broken_characters', `${decoded.broken} characters are no valid ${decoded.encoding}`);
  return documentOfPage(decoded.text, warnings);
}

/** The document of a page's source text; `warnings` are what its decoding gave. */
export function documentOfPage(source: string, warnings: ReadWarning[]): Document {
  const page = pageOf(source);
  const found = page === null ? null : noticeIn(page);
  if (found === null || found.selected.blocks.length === 0) {
    throw new InputRefused(
      'empty',
      'the web page holds no text: it may be filled in by a script or a frame',
      'Open it in a browser and save the page as shown, or print it to PDF, and ingest that.',
    );
  }
  const { selected } = found;
  const text = selected.blocks.map((block) =>
    block.kind === 'table' ? block.cells.map((cell) => cell.text).join('\n') : block.text,
  );
  if (garbledShare(text.join('\n')) > 0.2) tell(warnings, 'garbled_text', 'more than a fifth of the characters have no meaning');
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
  return { selected, shown: shownFiles(article), lost, pictures: picturesIn(article), goesOn };
}

/** What of the page was left out though it may have been the notice's, and what lies elsewhere. */
function lacks({ selected, lost, pictures, goesOn }: Found): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  const { links, titleFromHead } = selected;
  const beside = [...selected.beside, ...lost];
  if (goesOn) tell(warnings, 'further_pages', 'the article goes on on further pages of the site, which are not in this file');
  if (links.length > 0)
    tell(warnings, 'links_left_out', `${links.length} lines of the article that are only links to other pages: ${some(links)}`);
  if (beside.length > 0)
    tell(warnings, 'text_left_out', `${beside.length} lines of running text outside the article: ${some(beside)}`);
  if (pictures > 0) tell(warnings, 'pictures_left_out', `${pictures} pictures in the article, which may hold text`);
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
