import type { Block, Box, TableBlock, TextRole } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { continuedTable, outsideRules, withAlignedTables, type AlignedPlace } from './aligned.js';
import type { AlignedRun, Chain } from './chain.js';
import { columnsOf, flowsOf, type Columns, type Flow, type Placed } from './columns.js';
import type { PageContent } from './content.js';
import { footnotesOf, usualSize } from './footnotes.js';
import { Frame, quarterOf, QUARTERS, type Glyph, type Quarter } from './frame.js';
import { gridsOf } from './grid.js';
import { stacksOf, type Stack } from './level-rules.js';
import { lineBox, linesOf, textOf, withoutDoubles, type Line } from './lines.js';
import { joinedRules, type Rule } from './rules.js';
import { stackBlock, strayBlock, verticalStacks } from './stray-blocks.js';
import { withoutStrays } from './strays.js';
import { fillGrids, type PlacedTable } from './tables.js';
import type { PlacedGlyph } from './text-state.js';

type Item = { line: Line } | { table: PlacedTable } | { run: AlignedRun };

/** A block, or what makes it when the whole document is read: a table without rules gets its columns from all its pages. */
export type PendingBlock = Block | (() => Block);

/** What a page hands on to the next: the table without rules at its foot that may go on there, and its columns of text. */
export interface PageBefore {
  open: Chain | null;
  columns: Columns | null;
}

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
/** So many lines may follow a table at the foot of its page: a page number, a running foot. */
const FOOT_LINES = 2;

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
function mainText(placed: readonly PlacedGlyph[], { page, frame, rules: drawn, before }: Place): MainText {
  const glyphs = withoutDoubles(placed.map((glyph) => frame.glyph(glyph)));
  const rules = joinedRules(drawn).map((rule) => frame.rule(rule));
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
  const { columns } = laidOut;
  const found: Placed<Item>[][] = [];
  let open = laidOut.open;
  for (const { items, inRight } of flows) {
    const flow = alignedToo(items, place, { open, shift: inRight ? (columns?.apart ?? 0) : 0 });
    found.push(columns === null ? flow : withoutGaps(flow, place, inRight ? columns.apart : 0));
    // A column with nothing but the page's number ends no table.
    if (columns === null || flow.length > FOOT_LINES || flow.some(({ item }) => 'run' in item || 'table' in item))
      open = openAtFoot(flow);
  }
  return {
    flows: found,
    notes: notes.map((line) => ({ box: lineBox(line), item: { line } })),
    stacks,
    columns,
    open,
  };
}

interface MainText extends PageBefore {
  flows: Placed<Item>[][];
  notes: Placed<Item>[];
  stacks: Glyph[][];
}

interface LaidOut extends PageBefore {
  flows: Flow<Item>[];
}

/**
 * A page's lines and tables in reading order; `open` is the table without rules that its first column may go on with. Where
 * the page has columns of its own, that table is looked for over its whole width first.
 */
function layOut(lines: readonly Line[], tables: readonly PlacedTable[], place: AlignedPlace, before: PageBefore): LaidOut {
  const boxes = tables.map(({ box }) => box);
  const ruled = tables.map((table): Placed<Item> => ({ box: table.box, item: { table } }));
  const carried = before.columns === null ? null : columnsOf(lines, boxes, before.columns);
  if (carried?.carried === 'apart' || (carried?.carried === 'told' && !isMostlyTable(lines, place)))
    return { flows: flowsOf(lines, ruled, carried), columns: carried, open: before.open };
  const continued = before.open && tables.length === 0 ? continuedTable(lines, place, before.open) : null;
  const inRun = new Set(continued?.rows.flatMap((row) => row.line.glyphs));
  const others = continued === null ? lines : linesOf(lines.flatMap((line) => line.glyphs.filter((glyph) => !inRun.has(glyph))));
  const outside = outsideRules(others, place.stacks);
  const found = columnsOf(outside.lines, [...boxes, ...outside.boxes], before.columns);
  const columns = found !== null && isMostlyTable(others, place) ? null : found;
  const run: Placed<Item>[] = continued === null ? [] : [{ box: continued.box, item: { run: continued } }];
  return { flows: flowsOf(others, [...ruled, ...run], columns), columns, open: null };
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

/** A table without rules that fills this share of a page's lines is no text in two columns. */
const MOSTLY_TABLE = 0.6;

/** True for a page whose strips between columns are a table's. */
function isMostlyTable(lines: readonly Line[], place: AlignedPlace): boolean {
  const inTables = withAlignedTables(lines, place, null).flatMap((item) => ('chain' in item ? item.rows : []));
  return inTables.length >= MOSTLY_TABLE * lines.length;
}

function isOnBox({ at, from, to }: Rule, [left, top, right, bottom]: Box): boolean {
  return at >= top - 1 && at <= bottom + 1 && from < right && to > left;
}

/**
 * Looks for tables without rules between the ruled ones. `open` is the one that the flow may go on with; a column that
 * stands `shift` to the right of the first is looked at as if it were the first, so that a table goes on from one to the other.
 */
function alignedToo(
  flow: readonly Placed<Item>[],
  { frame, stacks, page }: AlignedPlace,
  { open: before, shift }: { open: Chain | null; shift: number },
): Placed<Item>[] {
  const found: Placed<Item>[] = [];
  const place = { page, frame: frame.ofColumn(shift), stacks: stacks.map((stack) => movedStack(stack, -shift)) };
  let lines: Line[] = [];
  let open = before;
  const close = (isFirst: boolean): void => {
    const there = new Map(lines.map((line) => [shift === 0 ? line : movedLine(line, -shift), line]));
    const items = isFirst
      ? withContinuedTable([...there.keys()], place, open)
      : withAlignedTables([...there.keys()], place, open);
    for (const item of items) {
      if ('chain' in item) found.push({ box: movedBox(item.box, shift), item: { run: item } });
      else found.push({ box: lineBox(there.get(item) ?? item), item: { line: there.get(item) ?? item } });
    }
    lines = [];
  };
  for (const [i, placed] of flow.entries()) {
    if ('line' in placed.item) lines.push(placed.item.line);
    else {
      close(lines.length === i);
      found.push(placed);
      open = 'run' in placed.item ? placed.item.run.chain : null;
    }
  }
  close(lines.length === flow.length);
  return found;
}

/**
 * In a column that is too narrow for a table, what its cells lost leaves wide gaps between its rows: its parts that nothing
 * stands between are one.
 */
function withoutGaps(flow: readonly Placed<Item>[], { page, frame, stacks }: AlignedPlace, shift: number): Placed<Item>[] {
  if (stacks.length > 0) return [...flow];
  const joined: Placed<Item>[] = [];
  for (const placed of flow) {
    const last = joined.at(-1);
    const [above, below] = [last?.item, placed.item];
    if (
      last === undefined ||
      above === undefined ||
      !('run' in above) ||
      !('run' in below) ||
      above.run.chain !== below.run.chain
    ) {
      joined.push(placed);
      continue;
    }
    const { chain } = below.run;
    const rows = [...above.run.rows, ...below.run.rows];
    const box: Box = [Math.min(last.box[0], placed.box[0]), last.box[1], Math.max(last.box[2], placed.box[2]), placed.box[3]];
    const block = (): TableBlock => chain.table(rows, null, page, frame.ofColumn(shift));
    joined[joined.length - 1] = { box, item: { run: { box: movedBox(box, -shift), rows, chain, block } } };
  }
  return joined;
}

/** The lines at the top of a column, with the table that goes on there. */
function withContinuedTable(lines: readonly Line[], place: AlignedPlace, open: Chain | null): (Line | AlignedRun)[] {
  const run = open === null ? null : continuedTable(lines, place, open);
  if (run === null) return withAlignedTables(lines, place, null);
  const inRun = new Set(run.rows.map((row) => row.line));
  const from = lines.findIndex((line) => inRun.has(line));
  const after = lines.slice(from).filter((line) => !inRun.has(line));
  return [...lines.slice(0, from), run, ...withAlignedTables(after, place, run.chain)];
}

function moved<T extends { from: number; to: number }>(span: T, by: number): T {
  return { ...span, from: span.from + by, to: span.to + by };
}

function movedStack(stack: Stack, by: number): Stack {
  const parts = [...stack.parts].map(([at, rules]) => [at, rules.map((rule) => moved(rule, by))] as const);
  return { ...moved(stack, by), parts: new Map(parts) };
}

function movedBox([left, top, right, bottom]: Box, by: number): Box {
  return [left + by, top, right + by, bottom];
}

function movedLine(line: Line, by: number): Line {
  const glyphs = line.glyphs.map((glyph) => ({ ...glyph, left: glyph.left + by, right: glyph.right + by }));
  return { ...line, glyphs, left: line.left + by, right: line.right + by };
}

/** The table without rules that ends a page but for a few lines below it. */
function openAtFoot(flow: readonly Placed<Item>[]): Chain | null {
  for (const { item } of flow.slice(-1 - FOOT_LINES).reverse()) {
    if ('run' in item) return item.run.chain;
    if ('table' in item) return null;
  }
  return null;
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
