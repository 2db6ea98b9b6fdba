import type { Block, LinkedFile } from '../../../schemas/index.js';
import { withTitle } from '../title.js';
import { isSentence } from './article.js';
import { beginsRelated, isChrome, isFoot, isFootNeighbour, isHeadMatter, isMetadata, isOnlyLink, sameWords } from './chrome.js';
import { withMetadataLines } from './metadata.js';
import type { PageBlock } from './page.js';

/** What of a page is the notice, and the lines of it that were left out though they might have been. */
export interface Selected {
  blocks: Block[];
  files: LinkedFile[];
  /** lines of the article that are only links to other pages */
  links: string[];
  /** running text outside the article */
  beside: string[];
  /** the page shows no title, and its head gave one */
  titleFromHead: boolean;
}

/** A line this long is running text: the metadata block stands above it. */
const RUNNING_TEXT = 60;

/** Sorts the blocks of a page: the article without the lines of its tools, its head with the metadata block, its attachments. */
export function select(written: readonly PageBlock[], title: string | null): Selected {
  const all = withMetadataLines(written).map(withoutCounter);
  const before = all.filter((found) => found.place === 'before' && isOfTheNotice(found, title));
  const after = all.filter((found) => found.place === 'after' && isAttachment(found));
  const inside = withoutFoot(withoutRelated(all.filter((found) => found.place === 'article')));
  const article = inside.filter(
    (found) => found.block.kind === 'table' || isFileLine(found) || !isChrome(found.block.text, found.linked),
  );
  const kept = metadataFirst([...before, ...article, ...after]);
  const blocks = kept.map((found) => found.block);
  const titled = withTitle(blocks, title);
  return {
    blocks: titled ?? blocks,
    titleFromHead: titled !== null,
    files: kept.flatMap((found) => found.files),
    links: inside.filter((found) => !isFileLine(found)).flatMap(onlyLink),
    beside: besideOf(all, kept),
  };
}

/** Short lines below the article are told where they are more than this share of its text. */
const TOLD = 0.05;

/** Running text outside the article, and short lines below it that are neither links nor tools where they are many. */
function besideOf(all: readonly PageBlock[], kept: readonly PageBlock[]): string[] {
  const isKept = new Set(kept);
  const out = all.filter((found) => found.place !== 'article' && !isKept.has(found));
  const short = out
    .filter((found) => found.place === 'after' && sentence(found).length === 0 && !isBeside(found))
    .flatMap(textOf);
  const length = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
  const told = length(short) > TOLD * length(kept.flatMap(textOf)) ? short : [];
  return [...out.flatMap(sentence), ...told];
}

const isBeside = ({ block, linked }: PageBlock): boolean =>
  block.kind !== 'table' && (isChrome(block.text, linked) || isFootNeighbour(block.text) || linked > 0.5 * block.text.length);

const textOf = ({ block }: PageBlock): string[] =>
  block.kind === 'table' ? block.cells.map((cell) => cell.text).filter((text) => text !== '') : [block.text];

const onlyLink = ({ block, linked }: PageBlock): string[] =>
  block.kind !== 'table' && isOnlyLink(block.text, linked) ? [block.text] : [];
const sentence = ({ block, linked }: PageBlock): string[] =>
  block.kind !== 'table' && isSentence(block.text, linked) ? [block.text] : [];

/** `附件【清单.xls】已下载12次`: how often is no part of the name. */
function withoutCounter(found: PageBlock): PageBlock {
  if (found.block.kind === 'table' || found.files.length === 0) return found;
  return {
    ...found,
    block: {
      ...found.block,
      text: found.block.text.replace(/(?<!\s)\s*[（(]?(?:已下载|下载次数[：:]?)\s*(?:\d+\s*)?次?[）)]?$/, ''),
    },
  };
}

const isFileLine = ({ block, files }: PageBlock): boolean =>
  files.length > 0 && block.kind !== 'table' && !/^(?:政策)?解读/.test(block.text);

/** A remark below a notice that says who may read it, who gets it too, and who printed it. */
const NOTE =
  /^(?:[（(]此件.{0,24}[）)]|[（(]?(?:主动公开|依申请公开|不予公开)[）)]?|抄送[：:].{2,200}|.{2,30}\d{4}年\d{1,2}月\d{1,2}日印发)$/;

/** What stands beside the article and belongs to the notice: the metadata block, its title and its number. */
function isOfTheNotice({ block, linked }: PageBlock, title: string | null): boolean {
  if (block.kind === 'table') return false;
  if (isChrome(block.text, linked) || isFoot(block.text)) return false;
  if (title !== null && block.text.length <= 120 && sameWords(block.text, title)) return true;
  return isMetadata(block.text) || isHeadMatter(block.text) || (block.kind === 'heading' && block.level === 1);
}

/** What stands below the article and belongs to the notice: its attachments and its last remarks. */
function isAttachment(found: PageBlock): boolean {
  const { block } = found;
  if (block.kind === 'table' || block.text.length >= 120 || isFoot(block.text)) return false;
  if (NOTE.test(block.text.replace(/\s/g, ''))) return true;
  return isFileLine(found) || (/^附\s*件/.test(block.text) && !isChrome(block.text, found.linked));
}

/** From 上一篇 or 相关链接 on, only links follow; a long text behind them is the notice's own. */
function withoutRelated(blocks: readonly PageBlock[]): PageBlock[] {
  const at = blocks.findIndex(({ block }) => block.kind !== 'table' && beginsRelated(block.text));
  const goesOn = blocks.slice(at).some(({ block }) => block.kind === 'table' || block.text.length > RUNNING_TEXT);
  return at < 0 || goesOn ? [...blocks] : [...blocks.slice(0, at), ...blocks.slice(at).filter(isFileLine)];
}

/** The foot of the site where the article is the page itself: from its first line below the text on. */
function withoutFoot(blocks: readonly PageBlock[]): PageBlock[] {
  const last = blocks.findLastIndex((found) => found.block.kind === 'table' || sentence(found).length > 0);
  let at = blocks.findIndex(({ block }, i) => i > last && block.kind !== 'table' && isFoot(block.text));
  if (at < 0) return [...blocks];
  for (let above = blocks[at - 1]; at - 1 > last && above?.block.kind !== 'table'; above = blocks[at - 1]) {
    if (above === undefined || !isFootNeighbour(above.block.text)) break;
    at -= 1;
  }
  return blocks.slice(0, at);
}

/** The metadata block goes above the title wherever the page shows it. */
function metadataFirst(found: readonly PageBlock[]): PageBlock[] {
  const isMeta = ({ block }: PageBlock): boolean => block.kind !== 'table' && isMetadata(block.text);
  const text = found.findIndex((one) => one.block.kind !== 'table' && one.block.text.length > RUNNING_TEXT && !isMeta(one));
  const head = found.slice(0, text < 0 ? found.length : text);
  return [...head.filter(isMeta), ...head.filter((one) => !isMeta(one)), ...found.slice(head.length)];
}
