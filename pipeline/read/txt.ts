import type { Block, Document } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf, textBlock } from './blocks.js';
import { garbledShare } from './garbled.js';
import type { ReadInput } from './reader.js';
import { decodeText } from './txt/encoding.js';
import { sourceLines, type SourceLine } from './txt/lines.js';
import { markedHeading, withoutMarks } from './txt/marks.js';
import { alignedTable } from './txt/aligned.js';
import { drawnTable } from './txt/drawn.js';
import { headedTable, rowsBelow, type HeadedTable } from './txt/headed.js';
import { pipeTable, tabTable, type TakenTable } from './txt/tables.js';
import { TXT_READER } from './versions.js';

const INDENT = /^(?:[\u3000\u00A0]{2,}| {2,}|\u3000+ |\t)/;

/**
 * Reads plain text. Encodings: UTF-8, UTF-16, UTF-32, GB 18030 and Big5. Every line is a block of its own; lines with
 * tabs, columns set with blanks, tables drawn with box characters and Markdown's pipe tables become tables, Markdown's
 * headings become headings: crawlers write them into text files too. Form feeds are page breaks.
 */
export async function readText({ bytes }: ReadInput): Promise<Document> {
  const decoded = await decodeText(bytes);
  const { lines, pages } = sourceLines(decoded.text);
  if (lines.length === 0)
    throw new InputRefused('empty', 'the file holds nothing but white space', 'Check that it was saved or downloaded whole.');
  const warnings: Document['warnings'] = [];
  if (decoded.broken > 0) {
    warnings.push({
      code: 'broken_characters',
      page: null,
      detail: `${decoded.broken} characters are no valid ${decoded.encoding}`,
    });
  }
  if (garbledShare(decoded.text) > 0.2) {
    warnings.push({ code: 'garbled_text', page: null, detail: 'more than a fifth of the characters have no meaning' });
  }
  return documentOf({ format: 'txt', reader: TXT_READER, pages, blocks: blocksOf(lines), warnings });
}

/** Lines that may stand between the parts of a table: a page's number, a running head, a title. */
const BETWEEN_PARTS = 3;

function blocksOf(lines: readonly SourceLine[]): Block[] {
  const blocks: Block[] = [];
  let above: HeadedTable | null = null;
  let since = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const ruled: TakenTable | null = pipeTable(lines, at) ?? drawnTable(lines, at) ?? tabTable(lines, at);
    const headed: HeadedTable | null = ruled ? null : headedAt(lines, at, above);
    const table: TakenTable | null = ruled ?? headed ?? alignedTable(lines, at);
    blocks.push(table?.table ?? lineBlock(line));
    since = table === null ? since + 1 : 0;
    above = headed ?? (table === null && since <= BETWEEN_PARTS ? above : null);
    at += table?.taken ?? 1;
  }
  return blocks;
}

const headedAt = (lines: readonly SourceLine[], at: number, above: HeadedTable | null): HeadedTable | null =>
  headedTable(lines, at, above) ?? (above && rowsBelow(lines, at, above));

function lineBlock({ raw, page, blankBefore }: SourceLine): Block {
  const heading = markedHeading(raw);
  if (heading !== null) return textBlock('heading', heading.text, { page, level: heading.level, blankBefore });
  return textBlock('line', withoutMarks(raw.trim()), { page, blankBefore, indented: INDENT.test(raw) });
}
