import type { Block, TextBlock } from '../../schemas/index.js';
import { textBlock } from './blocks.js';
import { isInfoLine, isMetadata, isTitle, sameWords } from './html/chrome.js';

/** Blocks at the top of a notice that its title is looked for in. */
const TOP = 16;

/**
 * The blocks with the title that a page's head or a file's front matter gives above them, below the metadata block; null
 * where it is no title of a notice, or where the text shows one of its own.
 */
export function withTitle(blocks: readonly Block[], title: string | null): Block[] | null {
  if (title === null || !isTitle(title) || showsTitle(blocks, title)) return null;
  const at = Math.max(
    0,
    blocks.findIndex((block) => block.kind === 'table' || !isMetadata(block.text)),
  );
  return [...blocks.slice(0, at), textBlock('heading', title, { level: 1, blankBefore: true }), ...blocks.slice(at)];
}

/** True where the top of the notice has a line that may be its title: the one given, or any. */
function showsTitle(blocks: readonly Block[], title: string): boolean {
  const top = blocks.slice(0, TOP).filter((block): block is TextBlock => block.kind !== 'table' && !isMetadata(block.text));
  if (sameWords(top.map((block) => block.text).join(''), title)) return true;
  return top.some((block) => (block.level !== null && block.level <= 2) || (isTitle(block.text) && !isInfoLine(block.text)));
}
