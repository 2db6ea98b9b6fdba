import type { Block, Box, TextRole } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { placed, type Placed } from './bands.js';
import type { PageContent } from './content.js';
import { withTables } from './flow-tables.js';
import { footnotesOf, usualSize } from './footnotes.js';
import { Frame, quarterOf, QUARTERS, type Glyph, type Quarter } from './frame.js';
import { gridsOf } from './grid.js';
import { layOut, type Item, type PageBefore } from './layout.js';
import { stacksOf } from './level-rules.js';
import { lineBox, linesOf, textOf, withoutDoubles, type Line } from './lines.js';
import { joinedRules, type Rule } from './rules.js';
import { stackBlock, strayBlock, verticalStacks } from './stray-blocks.js';
import { withoutStrays } from './strays.js';
import { fillGrids } from './tables.js';
import type { PlacedGlyph } from './text-state.js';

/** A block, or what makes it when the whole document is read: a table without rules gets its columns from all its pages. */
export type PendingBlock = Block | (() => Block);

/** What a page holds. */
export interface PageBlocks extends PageBefore {
  blocks: PendingBlock[];
}

/** Before the first page. */
export const NO_PAGE: PageBefore = { open: null, columns: null };

/** A gap of this many usual line pitches is a blank line. */
const BLANK_PITCHES = 1.5;
/** A first line stands this many characters to the right of the others. */
const INDENT_EMS = 1.5;
/**
 * The blocks of a page in reading order; `before` is what the page before hands on. What is no
 * part of the running text comes last: footnotes, text that runs another way than most, seals and watermarks.
 */
export function pageBlocks(content: PageContent, page: number, before: PageBefore): PageBlocks {
  const { running, strays } = withoutStrays(content.glyphs);
  const counts = QUARTERS.map((quarter) => running.filter((glyph) => quarterOf(glyph) === quarter).length);
  const main = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0)) as Quarter;
  const others = QUARTERS.filter((quarter) => quarter !== main && (counts[quarter] ?? 0) > 0);
  const frame = new Frame(main, content.width, content.height);
  const { flows, notes, stacks, columns, open } = mainText(
    running.filter((glyph) => quarterOf(glyph) === main),
    { ...content, page, frame, before },
  );
  return {
    blocks: [
      ...flows.flatMap((flow) => flowBlocks(flow, page, frame)),
      ...flowBlocks(notes, page, frame, 'footnote'),
      ...stacks.map((stack) => stackBlock(stack, page, frame)),
      ...others.flatMap((quarter) =>
        besides(
          running.filter((glyph) => quarterOf(glyph) === quarter),
          quarter,
          content,
          page,
        ),
      ),
      ...strays.map((stray) => strayBlock(stray, page)),
    ],
    open,
    columns,
  };
}

interface Place {
  page: number;
  frame: Frame;
  rules: readonly Rule[];
  before: PageBefore;
}

/** The items of the text that runs as most of the page's does, with its tables; footnotes and stacked characters apart. */
function mainText(drawn: readonly PlacedGlyph[], { page, frame, rules: drawnRules, before }: Place): MainText {
  const glyphs = withoutDoubles(drawn.map((glyph) => frame.glyph(glyph)));
  const rules = joinedRules(drawnRules).map((rule) => frame.rule(rule));
  const { tables, rest } = fillGrids(gridsOf(rules), glyphs, page, frame);
  const across = stacksOf(rules, (rule) => tables.some(({ box }) => isOnBox(rule, box)));
  const stacks = verticalStacks(rest);
  const stacked = new Set(stacks.flat());
  const level = stacked.size === 0 ? rest : rest.filter((glyph) => !stacked.has(glyph));
  const place = { page, frame, stacks: across };
  const laidOut = layOut(linesOf(level), tables, place, before);
  const usual = usualSize(glyphs);
  const notes = laidOut.flows.flatMap(({ items }) => [...footnotesOf(items, rules, usual)]);
  const apart = new Set(notes);
  const flows = laidOut.flows
    .map(({ items, inRight }) => ({ inRight, items: items.filter(({ item }) => !('line' in item && apart.has(item.line))) }))
    .filter(({ items }) => items.length > 0);
  return {
    ...withTables({ ...laidOut, flows }, place),
    notes: placed(notes),
    stacks,
    columns: laidOut.columns,
  };
}

interface MainText extends PageBefore {
  flows: Placed<Item>[][];
  notes: Placed<Item>[];
  stacks: Glyph[][];
}

/** The lines of text that runs another way than most of the page. */
function besides(placed: readonly PlacedGlyph[], quarter: Quarter, { width, height }: PageContent, page: number): PendingBlock[] {
  const frame = new Frame(quarter, width, height);
  const lines = linesOf(withoutDoubles(placed.map((glyph) => frame.glyph(glyph))));
  return flowBlocks(
    lines.map((line) => ({ box: lineBox(line), item: { line } })),
    page,
    frame,
    'margin',
  );
}

function isOnBox({ at, from, to }: Rule, [left, top, right, bottom]: Box): boolean {
  return at >= top - 1 && at <= bottom + 1 && from < right && to > left;
}

function flowBlocks(flow: readonly Placed<Item>[], page: number, frame: Frame, role?: TextRole): PendingBlock[] {
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
      ...(role === undefined ? {} : { role }),
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
