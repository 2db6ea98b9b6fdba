import type { Block, Document, ReadWarning, TableBlock } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf } from './blocks.js';
import { garbledShare } from './garbled.js';
import type { ReadInput } from './reader.js';
import { articleOf } from './html/article.js';
import { beginsRelated, isChrome, isHeadMatter, isLoneLabel, isMetadata, isOnlyLink } from './html/chrome.js';
import { decodePage } from './html/encoding.js';
import { PageWriter, type PageBlock } from './html/page.js';
import { bodyOf } from './html/tree.js';
import { HTML_READER } from './versions.js';

/** A line this long is running text: the metadata block stands above it. */
const RUNNING_TEXT = 60;

/**
 * Reads a saved web page (HTML Standard): the article with its headings, paragraphs and tables, and the metadata block
 * that portals show with it. Navigation, tools, links to other pages, hidden elements and what scripts would put in are
 * left out. There are no pages.
 */
export async function readHtml({ bytes }: ReadInput): Promise<Document> {
  const decoded = await decodePage(bytes);
  const body = bodyOf(decoded.text);
  const { blocks, links } = body === null ? { blocks: [], links: [] } : articleBlocks(body);
  if (blocks.length === 0) {
    throw new InputRefused(
      'empty',
      'the web page holds no text: it may be filled in by a script or a frame',
      'Open it in a browser and save the page as shown, or print it to PDF, and ingest that.',
    );
  }
  const warnings: ReadWarning[] = [];
  if (decoded.broken > 0) {
    const detail = `${decoded.broken} characters are no valid ${decoded.encoding}`;
    warnings.push({ code: 'broken_characters', page: null, detail });
  }
  if (links.length > 0) {
    const some = links
      .slice(0, 3)
      .map((text) => `“${text.slice(0, 30)}”`)
      .join(', ');
    warnings.push({
      code: 'links_left_out',
      page: null,
      detail: `${links.length} lines of the article that are only links to other pages: ${some}`,
    });
  }
  if (garbledShare(blocks.map(textOf).join('\n')) > 0.2) {
    warnings.push({ code: 'garbled_text', page: null, detail: 'more than a fifth of the characters have no meaning' });
  }
  return documentOf({ format: 'html', reader: HTML_READER, blocks, warnings });
}

/** The blocks of the notice, and the lines of the article left out because they are only links to other pages. */
function articleBlocks(body: Parameters<typeof articleOf>[0]): { blocks: Block[]; links: string[] } {
  const writer = new PageWriter(articleOf(body));
  writer.write(body);
  const all = withLabels(writer.blocks);
  const before = all.filter((found) => found.place === 'before' && isOfTheNotice(found));
  const after = all.filter((found) => found.place === 'after' && isAttachment(found));
  const inside = withoutRelated(all.filter((found) => found.place === 'article'));
  const article = inside.filter(({ block, linked }) => block.kind === 'table' || !isChrome(block.text, linked));
  const links = inside.flatMap(({ block, linked }) =>
    block.kind !== 'table' && isOnlyLink(block.text, linked) ? [block.text] : [],
  );
  return { blocks: metadataFirst([...before, ...article, ...after].map((found) => found.block)), links };
}

/** Labels and values that stand in elements of their own are one line: 索引号：… */
function withLabels(blocks: readonly PageBlock[]): PageBlock[] {
  const joined: PageBlock[] = [];
  for (const found of blocks) {
    const last = joined.at(-1);
    const [label, value] = [last?.block, found.block];
    if (last === undefined || label?.kind !== 'paragraph' || value.kind !== 'paragraph' || last.place !== found.place)
      joined.push(found);
    else if (!isLoneLabel(label.text) || isMetadata(value.text) || value.text.length > RUNNING_TEXT) joined.push(found);
    else {
      const text = /[：:]\s*$/.test(label.text) ? label.text + value.text : `${label.text}：${value.text}`;
      joined[joined.length - 1] = { ...last, block: { ...label, text } };
    }
  }
  return joined;
}

/** What stands beside the article and belongs to the notice: the metadata block, its title and its number. */
function isOfTheNotice({ block, linked }: PageBlock): boolean {
  if (block.kind === 'table') return isMetadataTable(block);
  if (isChrome(block.text, linked)) return false;
  return isMetadata(block.text) || isHeadMatter(block.text) || (block.kind === 'heading' && block.level === 1);
}

function isAttachment({ block }: PageBlock): boolean {
  return block.kind !== 'table' && /^附\s*件/.test(block.text) && block.text.length < 120;
}

function isMetadataTable(table: TableBlock): boolean {
  return table.rows <= 12 && table.cells.filter((cell) => isMetadata(cell.text)).length >= 2;
}

/** From 上一篇 or 相关链接 on, only links follow; a long text behind them is the notice's own. */
function withoutRelated(blocks: readonly PageBlock[]): PageBlock[] {
  const at = blocks.findIndex(({ block }) => block.kind !== 'table' && beginsRelated(block.text));
  const goesOn = blocks.slice(at).some(({ block }) => block.kind === 'table' || block.text.length > RUNNING_TEXT);
  return at < 0 || goesOn ? [...blocks] : blocks.slice(0, at);
}

/** The metadata block goes above the title wherever the page shows it. */
function metadataFirst(blocks: readonly Block[]): Block[] {
  const text = blocks.findIndex((block) => block.kind !== 'table' && block.text.length > RUNNING_TEXT && !isMetadata(block.text));
  const head = blocks.slice(0, text < 0 ? blocks.length : text);
  const isMeta = (block: Block): boolean => (block.kind === 'table' ? isMetadataTable(block) : isMetadata(block.text));
  return [...head.filter(isMeta), ...head.filter((block) => !isMeta(block)), ...blocks.slice(head.length)];
}

function textOf(block: Block): string {
  return block.kind === 'table' ? block.cells.map((cell) => cell.text).join('\n') : block.text;
}
