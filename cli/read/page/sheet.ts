import type { Look } from '../../../pipeline/index.js';
import type { Block, Box, Cell, Document, PageFacts, TableBlock, TextBlock } from '../../../schemas/index.js';
import { fitText, leadingOf } from './fit.js';
import { attributes, blockKey, escape, rowKey, short } from './markup.js';

/** Size of a page whose reader does not tell it: A4, or what its boxes reach to. */
const A4 = { width: 595, height: 842 };
const MARGIN = 12;

/** True for a document whose blocks say where they stand on their pages. */
export const hasGeometry = ({ blocks }: Document): boolean =>
  blocks.some((block) => (block.kind === 'table' ? block.cells.some((c) => c.box !== null) : block.box !== null));

/** One page drawn to scale as SVG: ruling lines, cells, blocks in reading order with their numbers, and the text in its place. */
export function sheet(look: Look, page: number): string {
  const { document, traced, flow } = look;
  const aside = new Set(flow.aside.map((a) => a.block));
  const size = sizeOf(document, page);
  const rules = traced.find((t) => t.page === page)?.rules ?? [];
  const parts = [
    `<rect class="paper" width="${short(size.width)}" height="${short(size.height)}"/>`,
    ...rules.map(
      ({ from, to }) =>
        `<line class="rule"${attributes({ x1: short(from[0]), y1: short(from[1]), x2: short(to[0]), y2: short(to[1]) })}/>`,
    ),
    ...document.blocks.flatMap((block, i) => (touches(block, page) ? [drawBlock(block, i, page, aside.has(i))] : [])),
  ];
  const view = `${-MARGIN} ${-MARGIN / 2} ${short(size.width + 2 * MARGIN)} ${short(size.height + MARGIN)}`;
  return `<svg viewBox="${view}" role="img">${parts.join('\n')}</svg>`;
}

function sizeOf({ pageFacts, blocks }: Document, page: number): Pick<PageFacts, 'width' | 'height'> {
  const told = pageFacts.find((facts) => facts.page === page);
  if (told && told.width > 0 && told.height > 0) return told;
  const size = { ...A4 };
  for (const [, , right, bottom] of blocks.flatMap((block) => boxesOn(block, page))) {
    if (right > size.width) size.width = right + 3 * MARGIN;
    if (bottom > size.height) size.height = bottom + 3 * MARGIN;
  }
  return size;
}

const pageOf = (table: TableBlock, cell: Cell): number | null => cell.page ?? table.page;

function boxesOn(block: Block, page: number): Box[] {
  if (block.kind !== 'table') return block.page === page && block.box ? [block.box] : [];
  return block.cells.flatMap((c) => (pageOf(block, c) === page && c.box ? [c.box] : []));
}

/** True for a block of which something stands on the page. */
export const touches = (block: Block, page: number): boolean =>
  block.page === page || (block.kind === 'table' && block.cells.some((c) => pageOf(block, c) === page));

function drawBlock(block: Block, index: number, page: number, aside: boolean): string {
  return block.kind === 'table' ? drawTable(block, index, page) : drawText(block, index, aside);
}

const rectOf = ([left, top, right, bottom]: Box, more: Record<string, string | number | null>): string =>
  `<rect${attributes({ x: short(left), y: short(top), width: short(right - left), height: short(bottom - top), ...more })}/>`;

function drawText(block: TextBlock, index: number, aside: boolean): string {
  if (!block.box) return '';
  const [left, top, right, bottom] = block.box;
  const tag = `<text class="tag" x="${short(left - 2)}" y="${short(Math.min(bottom, top + 8))}">${index + 1}</text>`;
  const words =
    (bottom - top) * 2 > right - left && block.text.length > 2 ? fitted(block.text, block.box) : oneLine(block.text, block.box);
  return `<g id="s-${blockKey(index)}" class="text${aside ? ' aside' : ''}" data-k="${blockKey(index)}"><a href="#${blockKey(index)}">${rectOf(block.box, { class: 'box' })}${words}</a>${tag}</g>`;
}

/** A printed line, spread over the width that it had on the page. */
function oneLine(text: string, [left, top, right, bottom]: Box): string {
  const height = bottom - top;
  const size = short(Math.max(3, height * 0.86));
  return `<text class="ink"${attributes({ x: short(left), y: short(bottom - height * 0.17), 'font-size': size, textLength: short(Math.max(1, right - left)), lengthAdjust: 'spacingAndGlyphs' })}>${escape(text)}</text>`;
}

function fitted(text: string, [left, top, right, bottom]: Box): string {
  if (text.trim() === '') return '';
  const { size, lines } = fitText(text, right - left - 3, bottom - top - 2);
  const leading = leadingOf(size);
  const first = (top + bottom) / 2 - ((lines.length - 1) * leading) / 2 + size * 0.36;
  const spans = lines.map((line, i) => `<tspan x="${short(left + 2)}" y="${short(first + i * leading)}">${escape(line)}</tspan>`);
  return `<text class="ink" font-size="${size}">${spans.join('')}</text>`;
}

function drawTable(table: TableBlock, index: number, page: number): string {
  const cells = table.cells.filter((c) => pageOf(table, c) === page && c.box !== null);
  const drawn = cells.map((cell) => {
    const box = cell.box;
    if (!box) return '';
    const merged = cell.rowSpan > 1 || cell.columnSpan > 1;
    return `<g class="cell${merged ? ' merged' : ''}" data-k="${rowKey(index, cell.row)}"><a href="#${rowKey(index, cell.row)}">${rectOf(box, { class: 'box' })}<title>${titleOf(cell, index)}</title>${fitted(cell.text, box)}</a></g>`;
  });
  return `<g id="s-${blockKey(index)}" class="table">${drawn.join('\n')}${labels(cells, index)}</g>`;
}

/** `#12 r3 c2 (2×1)`: block, row, column and span. */
const titleOf = (cell: Cell, index: number): string =>
  `#${index + 1} r${cell.row + 1} c${cell.column + 1}${cell.rowSpan > 1 || cell.columnSpan > 1 ? ` (${cell.rowSpan}×${cell.columnSpan})` : ''}`;

/** Row numbers left of the table, column numbers in the corners of its uppermost cells: the line above it is seldom far off. */
function labels(cells: readonly Cell[], index: number): string {
  const boxes = cells.flatMap((c) => (c.box ? [c.box] : []));
  if (boxes.length === 0) return '';
  const left = Math.min(...boxes.map((b) => b[0]));
  const top = Math.min(...boxes.map((b) => b[1]));
  const [rows, columns] = [new Map<number, Box>(), new Map<number, Box>()];
  for (const cell of cells) {
    if (cell.box && !rows.has(cell.row)) rows.set(cell.row, cell.box);
    if (cell.box && cell.columnSpan === 1 && !columns.has(cell.column)) columns.set(cell.column, cell.box);
  }
  const marks = [
    `<text class="tag" x="${short(left - 2)}" y="${short(top - 3)}">${index + 1}</text>`,
    ...[...rows].map(([row, box]) => `<text class="row" x="${short(left - 2)}" y="${short(box[1] + 8)}">r${row + 1}</text>`),
    ...[...columns].map(
      ([column, box]) => `<text class="column" x="${short(box[2] - 1)}" y="${short(box[1] + 6)}">c${column + 1}</text>`,
    ),
  ];
  return marks.join('');
}
