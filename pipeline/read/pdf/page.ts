import type { Block } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { withAlignedTables } from './aligned.js';
import { flowsOf, gutterOf, linesBeside, type Placed } from './columns.js';
import type { PageContent } from './content.js';
import { Frame, quarterOf, QUARTERS, type Quarter } from './frame.js';
import { gridsOf } from './grid.js';
import { lineBox, textOf, withoutDoubles, type Line } from './lines.js';
import { joinedRules } from './rules.js';
import { fillGrids, type PlacedTable } from './tables.js';

type Item = { line: Line } | { table: PlacedTable };

/** A gap of this many usual line pitches is a blank line. */
const BLANK_PITCHES = 1.5;
/** A first line stands this many characters to the right of the others. */
const INDENT_EMS = 1.5;

/** The blocks of a page in reading order. Text that runs another way than most (a stamp, a margin note) comes last. */
export function pageBlocks(content: PageContent, page: number): Block[] {
  const counts = QUARTERS.map((quarter) => content.glyphs.filter((glyph) => quarterOf(glyph) === quarter).length);
  const main = counts.indexOf(Math.max(...counts)) as Quarter;
  const order = [main, ...QUARTERS.filter((quarter) => quarter !== main && (counts[quarter] ?? 0) > 0)];
  return order.flatMap((quarter) => turnedBlocks(content, page, quarter, quarter === main));
}

function turnedBlocks(content: PageContent, page: number, quarter: Quarter, withTables: boolean): Block[] {
  const frame = new Frame(quarter, content.width, content.height);
  const glyphs = withoutDoubles(
    content.glyphs.filter((glyph) => quarterOf(glyph) === quarter).map((glyph) => frame.glyph(glyph)),
  );
  const grids = withTables ? gridsOf(joinedRules(content.rules).map((rule) => frame.rule(rule))) : [];
  const { tables, rest } = fillGrids(grids, glyphs, page, frame);
  const gutter = gutterOf(rest);
  const items: Placed<Item>[] = [
    ...linesBeside(rest, gutter).map((line) => ({ box: lineBox(line), item: { line } })),
    ...tables.map((table) => ({ box: table.box, item: { table } })),
  ];
  return flowsOf(items, gutter).flatMap((flow) => flowBlocks(alignedToo(flow, page, frame), page, frame));
}

/** Looks for tables without rules between the ruled ones. */
function alignedToo(flow: readonly Placed<Item>[], page: number, frame: Frame): Placed<Item>[] {
  const found: Placed<Item>[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    for (const item of withAlignedTables(lines, page, frame)) {
      found.push('block' in item ? { box: item.box, item: { table: item } } : { box: lineBox(item), item: { line: item } });
    }
    lines = [];
  };
  for (const placed of flow) {
    if ('line' in placed.item) lines.push(placed.item.line);
    else {
      close();
      found.push(placed);
    }
  }
  close();
  return found;
}

function flowBlocks(flow: readonly Placed<Item>[], page: number, frame: Frame): Block[] {
  const lines = flow.flatMap(({ item }) => ('line' in item ? [item.line] : []));
  const pitch = usualPitch(lines);
  const edge = leftEdge(lines);
  return flow.map(({ box, item }, index) => {
    if ('table' in item) return item.table.block;
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
  if ('table' in above.item) return lineBox(line)[1] - above.box[3] > pitch * 0.8;
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
