import type { Box, TableBlock } from '../../../schemas/index.js';
import { continuedTable, withAlignedTables, type AlignedPlace } from './aligned.js';
import type { AlignedRun, Chain } from './chain.js';
import type { Placed } from './columns.js';
import type { Item, LaidOut } from './layout.js';
import type { Stack } from './level-rules.js';
import { lineBox, type Line } from './lines.js';

/** So many lines may follow a table at the foot of its page: a page number, a running foot. */
const FOOT_LINES = 2;

/** A page's flows with the tables without rules that stand in them, and the one at its foot that may go on. */
export function withTables(
  { flows, columns, open: before }: LaidOut,
  place: AlignedPlace,
): { flows: Placed<Item>[][]; open: Chain | null } {
  const found: Placed<Item>[][] = [];
  let open = before;
  for (const { items, inRight } of flows) {
    const shift = inRight ? (columns?.apart ?? 0) : 0;
    const flow = alignedToo(items, place, { open, shift });
    found.push(columns === null ? flow : withoutGaps(flow, place, shift));
    // A column with nothing but the page's number ends no table.
    if (columns === null || flow.length > FOOT_LINES || flow.some(({ item }) => 'run' in item || 'table' in item))
      open = openAtFoot(flow);
  }
  return { flows: found, open };
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
      if ('chain' in item) {
        found.push({ box: movedBox(item.box, shift), item: { run: item } });
        continue;
      }
      const line = there.get(item) ?? item;
      found.push({ box: lineBox(line), item: { line } });
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
    const above = last !== undefined && 'run' in last.item ? last.item.run : null;
    const below = 'run' in placed.item ? placed.item.run : null;
    if (last === undefined || above === null || below === null || above.chain !== below.chain) {
      joined.push(placed);
      continue;
    }
    const { chain } = below;
    const rows = [...above.rows, ...below.rows];
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
