import { ANY_METADATA_LABEL } from '../../../corpus/lexicon/metadata-labels.js';
import { isTitleLike } from '../../../extractors/index.js';
import type { Cell, TableBlock } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { isInfoLine, isLoneLabel, isMetadata } from './chrome.js';
import type { PageBlock } from './page.js';

/** A value in a list of labels is no longer; what is, is running text. */
const LONGEST_VALUE = 60;
const MOST_ROWS = 16;
const LONGEST_LABEL = 8;

/** A label with blanks between its characters and a colon: `索 引 号：`. */
const SPACED_LABEL = new RegExp(
  `(?:${ANY_METADATA_LABEL.slice(3, -1).replace(/[\u4e00-\u9fa5](?=[\u4e00-\u9fa5])/g, '$&\\s*')})\\s*[：:]`,
  'g',
);

/**
 * Brings the metadata block into one shape, however a page sets it: one paragraph for each label with its value. Labels
 * and values may stand in a table's cells, in elements of their own, or several in a line.
 */
export function withMetadataLines(blocks: readonly PageBlock[]): PageBlock[] {
  // What a table leaves empty stays empty: only labels in elements of their own are joined with what follows.
  return joined(blocks).flatMap(opened).flatMap(split);
}

const paragraph = (found: PageBlock, text: string): PageBlock => ({
  ...found,
  linked: 0,
  block: textBlock('paragraph', text, { blankBefore: true }),
});

/** A table of labels and values as lines. */
function opened(found: PageBlock): PageBlock[] {
  if (found.block.kind !== 'table' || !isMetadataTable(found.block)) return [found];
  return rowsOf(found.block)
    .flatMap(linesOfRow)
    .map((line) => paragraph(found, line));
}

/** True where labels stand beside their values; a list of documents has its labels side by side in its head. */
function isMetadataTable(table: TableBlock): boolean {
  if (table.rows > MOST_ROWS) return false;
  const rows = rowsOf(table);
  const cells = rows.flat().filter((text) => text !== '');
  const known = cells.filter(isMetadata).length;
  const headed = rows.some((row) => row.some((text, i) => isLoneLabel(text) && isLoneLabel(row[i + 1] ?? '')));
  const bare = cells.filter((text) => isMetadata(text) && !isLoneLabel(text)).length;
  return known >= 2 && !headed && known + bare >= cells.length / 4 && rows.every((row) => row.length <= 8);
}

function rowsOf(table: TableBlock): string[][] {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return rows.map((row) => row.sort((a, b) => a.column - b.column).map((cell) => cell.text.replace(/\n/g, ' ').trim()));
}

function linesOfRow(row: readonly string[]): string[] {
  const lines: string[] = [];
  for (let i = 0; i < row.length; i += 1) {
    const [text = '', value = ''] = [row[i], row[i + 1]];
    if (text === '') continue;
    if (isLabel(text) && i + 1 < row.length && !isLabel(value)) {
      lines.push(labelled(text, value));
      i += 1;
    } else lines.push(text);
  }
  return lines;
}

/** Beside labels that are known, a short cell with a colon is one too. */
const isLabel = (text: string): boolean =>
  isLoneLabel(text) || (/[：:]$/.test(text) && text.replace(/\s/g, '').length <= LONGEST_LABEL + 1);

const labelled = (label: string, value: string): string => (/[：:]\s*$/.test(label) ? label.trim() : `${label.trim()}：`) + value;

/** Labels and values that stand in elements of their own are one line: 索引号：… */
function joined(blocks: readonly PageBlock[]): PageBlock[] {
  const all: PageBlock[] = [];
  for (const found of blocks) {
    const last = all.at(-1);
    const [label, value] = [last?.block, found.block];
    if (last === undefined || label?.kind !== 'paragraph' || value.kind !== 'paragraph' || last.place !== found.place)
      all.push(found);
    else if (!isLoneLabel(label.text) || !mayBeValueOf(label.text, value.text)) all.push(found);
    else all[all.length - 1] = { ...last, block: { ...label, text: labelled(label.text, value.text) } };
  }
  return all;
}

/** An empty label may stand right above the notice's title, which is the value of a label for titles only. */
function mayBeValueOf(label: string, text: string): boolean {
  if (isMetadata(text) || text.length > LONGEST_VALUE) return false;
  return !isTitleLike(text) || /名称|标题|题名/.test(label);
}

/** `索引号：A-1发文机关：某局`: labels and values that follow each other without a break. */
function split(found: PageBlock): PageBlock[] {
  const { block } = found;
  if (block.kind !== 'paragraph' || !isMetadata(block.text) || block.text.length > 400) return [found];
  const starts = [...block.text.matchAll(SPACED_LABEL)].map((m) => m.index);
  if (starts.length < 2 || starts[0] !== 0) return [found];
  const lines = starts.map((start, i) => block.text.slice(start, starts[i + 1]).trim());
  return lines.filter((line) => !isInfoLine(line)).map((line) => paragraph(found, line));
}
