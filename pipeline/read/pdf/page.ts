import type { Block } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { continuedTable, withAlignedTables } from './aligned.js';
import type { AlignedRun, Chain } from './chain.js';
import { flowsOf, gutterOf, linesBeside, type Placed } from './columns.js';
import type { PageContent } from './content.js';
import { Frame, quarterOf, QUARTERS, type Quarter } from './frame.js';
import { gridsOf } from './grid.js';
import { lineBox, linesOf, textOf, withoutDoubles, type Line } from './lines.js';
import { joinedRules } from './rules.js';
import { fillGrids, type PlacedTable } from './tables.js';

type Item = { line: Line } | { table: PlacedTable } | { run: AlignedRun };

/** A block, or what makes it when the whole document is read: a table without rules gets its columns from all its pages. */
export type PendingBlock = Block | (() => Block);

/** What a page holds, and the table without rules at its foot that may go on over the next page. */
export interface PageBlocks {
  blocks: PendingBlock[];
  open: Chain | null;
}

/** A gap of this many usual line pitches is a blank line. */
const BLANK_PITCHES = 1.5;
/** A first line stands this many characters to the right of the others. */
const INDENT_EMS = 1.5;
/** So many lines may follow a table at the foot of its page: a page number, a running foot. */
const FOOT_LINES = 2;

/**
 * The blocks of a page in reading order; `open` is the table without rules at the foot of the page before. Text that
 * runs another way than most (a stamp, a margin note) comes last.
 */
export function pageBlocks(content: PageContent, page: number, open: Chain | null): PageBlocks {
  const counts = QUARTERS.map((quarter) => content.glyphs.filter((glyph) => quarterOf(glyph) === quarter).length);
  const main = counts.indexOf(Math.max(...counts)) as Quarter;
  const order = [main, ...QUARTERS.filter((quarter) => quarter !== main && (counts[quarter] ?? 0) > 0)];
  const turned = order.map((quarter) => turnedItems(content, page, quarter, quarter === main ? { open } : null));
  const blocks = turned.flatMap(({ flows, frame }) => flows.flatMap((flow) => flowBlocks(flow, page, frame)));
  return { blocks, open: openAtFoot(turned[0]?.flows.at(-1) ?? []) };
}

/** The items of the page's text of one direction; tables are looked for where most of its text runs. */
function turnedItems(
  content: PageContent,
  page: number,
  quarter: Quarter,
  main: { open: Chain | null } | null,
): { flows: Placed<Item>[][]; frame: Frame } {
  const frame = new Frame(quarter, content.width, content.height);
  const glyphs = withoutDoubles(
    content.glyphs.filter((glyph) => quarterOf(glyph) === quarter).map((glyph) => frame.glyph(glyph)),
  );
  const grids = main === null ? [] : gridsOf(joinedRules(content.rules).map((rule) => frame.rule(rule)));
  const { tables, rest } = fillGrids(grids, glyphs, page, frame);
  const continued = main?.open && tables.length === 0 ? continuedTable(linesOf(rest), { page, frame }, main.open) : null;
  const inRun = new Set(continued?.rows.flatMap((row) => row.line.glyphs));
  const beside = rest.filter((glyph) => !inRun.has(glyph));
  const gutter = gutterOf(beside);
  const items: Placed<Item>[] = [
    ...linesBeside(beside, gutter).map((line) => ({ box: lineBox(line), item: { line } })),
    ...tables.map((table) => ({ box: table.box, item: { table } })),
    ...(continued === null ? [] : [{ box: continued.box, item: { run: continued } }]),
  ];
  const flows = flowsOf(items, gutter).map((flow) => alignedToo(flow, page, frame));
  return { flows, frame };
}

/** Looks for tables without rules between the ruled ones. */
function alignedToo(flow: readonly Placed<Item>[], page: number, frame: Frame): Placed<Item>[] {
  const found: Placed<Item>[] = [];
  let lines: Line[] = [];
  let open: Chain | null = null;
  const close = (): void => {
    for (const item of withAlignedTables(lines, { page, frame }, open)) {
      found.push('chain' in item ? { box: item.box, item: { run: item } } : { box: lineBox(item), item: { line: item } });
    }
    lines = [];
  };
  for (const placed of flow) {
    if ('line' in placed.item) lines.push(placed.item.line);
    else {
      close();
      found.push(placed);
      open = 'run' in placed.item ? placed.item.run.chain : null;
    }
  }
  close();
  return found;
}

/** The table without rules that ends a page but for a few lines below it. */
function openAtFoot(flow: readonly Placed<Item>[]): Chain | null {
  for (const { item } of flow.slice(-1 - FOOT_LINES).reverse()) {
    if ('run' in item) return item.run.chain;
    if ('table' in item) return null;
  }
  return null;
}

function flowBlocks(flow: readonly Placed<Item>[], page: number, frame: Frame): PendingBlock[] {
  const lines = flow.flatMap(({ item }) => ('line' in item ? [item.line] : []));
  const pitch = usualPitch(lines);
  const edge = leftEdge(lines);
  return flow.map(({ box, item }, index) => {
    if ('table' in item) return item.table.block;
    if ('run' in item) return item.run.block;
    const { line } = item;
    const above = flow[index - 1];
    return textBlock('line', textOf(line), {
      page,
      box: frame.box(box),
      blankBefore: above !== undefined && isWideGap(above, line, pitch),
      indented: line.left - edge >= INDENT_EMS * line.size,
    });
  });
}

function isWideGap(above: Placed<Item>, line: Line, pitch: number): boolean {
  if (!('line' in above.item)) return lineBox(line)[1] - above.box[3] > pitch * 0.8;
  const larger = Math.max(above.item.line.size, line.size);
  return line.baseline - above.item.line.baseline > BLANK_PITCHES * Math.max(pitch * larger, 1.2 * larger);
}

/** The distance of one baseline to the next in running text, in ems. */
function usualPitch(lines: readonly Line[]): number {
  const pitches: number[] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (above === undefined || Math.abs(above.size - line.size) > 0.1 * line.size) return;
    const pitch = (line.baseline - above.baseline) / line.size;
    if (pitch > 0.8 && pitch < 4) pitches.push(pitch);
  });
  pitches.sort((a, b) => a - b);
  // The lower quartile: most pages have more lines within paragraphs than gaps between them, but short ones may not.
  return pitches[Math.floor(pitches.length / 4)] ?? 1.5;
}

/** Where lines of running text begin: the leftmost place that lines share, told by those that fill their column. */
function leftEdge(lines: readonly Line[]): number {
  const right = Math.max(...lines.map((line) => line.right));
  const left = Math.min(...lines.map((line) => line.left));
  const full = lines.filter((line) => line.right > right - 2 * line.size && line.right - line.left > 0.5 * (right - left));
  const shared = lines.filter((line) => lines.filter((other) => Math.abs(other.left - line.left) < 1).length > 1);
  const telling = full.length > 0 ? full : shared;
  return telling.length > 0 ? Math.min(...telling.map((line) => line.left)) : left;
}
