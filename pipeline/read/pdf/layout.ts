import { continuedTable, outsideRules, withAlignedTables, type AlignedPlace } from './aligned.js';
import type { AlignedRun, Chain } from './chain.js';
import { carriedColumns, columnsOf, flowsOf, haveParagraphs, type Columns, type Flow, type Placed } from './columns.js';
import { linesOf, type Line } from './lines.js';
import type { Row } from './row.js';
import { columnOf, type Strip } from './strips.js';
import type { PlacedTable } from './tables.js';

/** What stands in the flow of a page. */
export type Item = { line: Line } | { table: PlacedTable } | { run: AlignedRun };

/** What a page hands on to the next: the table without rules at its foot that may go on there, and its columns of text. */
export interface PageBefore {
  open: Chain | null;
  columns: Columns | null;
}

/** A page's text in reading order, before tables without rules are looked for in it. */
export interface LaidOut extends PageBefore {
  flows: Flow<Item>[];
}

/**
 * A page's lines and tables in reading order; `open` is the table without rules that its first column may go on with. Where
 * the page has columns of its own, that table is looked for over its whole width first.
 */
export function layOut(lines: readonly Line[], tables: readonly PlacedTable[], place: AlignedPlace, before: PageBefore): LaidOut {
  const boxes = tables.map(({ box }) => box);
  const ruled = tables.map((table): Placed<Item> => ({ box: table.box, item: { table } }));
  const carried = before.columns === null ? null : carriedColumns(lines, boxes, before.columns);
  if (carried !== null && (carried.carried === 'apart' || haveParagraphs(lines, boxes, carried) || !isMostlyTable(lines, place)))
    return { flows: flowsOf(lines, ruled, carried), columns: carried, open: before.open };
  const continued = before.open && tables.length === 0 ? continuedTable(lines, place, before.open) : null;
  const inRun = new Set(continued?.rows.flatMap((row) => row.line.glyphs));
  const others = continued === null ? lines : linesOf(lines.flatMap((line) => line.glyphs.filter((glyph) => !inRun.has(glyph))));
  const outside = outsideRules(others, place.stacks);
  const found = columnsOf(outside.lines, [...boxes, ...outside.boxes], before.columns);
  const isText =
    found !== null && (haveParagraphs(outside.lines, [...boxes, ...outside.boxes], found) || !isMostlyTable(others, place));
  const columns = isText ? found : null;
  const run: Placed<Item>[] = continued === null ? [] : [{ box: continued.box, item: { run: continued } }];
  return { flows: flowsOf(others, [...ruled, ...run], columns), columns, open: null };
}

/** A table without rules that fills this share of a page's lines is no text in two columns. */
const MOSTLY_TABLE = 0.6;

/**
 * True for a page whose strips between columns are a table's. What lies over several of its columns is no row of one: lines
 * of text beside each other, few of which happen to have a gap of their own, go over it in all others.
 */
function isMostlyTable(lines: readonly Line[], place: AlignedPlace): boolean {
  const tables = withAlignedTables(lines, place, null).flatMap((item) => ('chain' in item ? [item] : []));
  const inTables = tables.flatMap(({ rows, chain }) => rows.filter((row) => isWithinColumns(row, chain.columns)));
  return inTables.length >= MOSTLY_TABLE * lines.length;
}

function isWithinColumns({ pieces }: Row, strips: readonly Strip[]): boolean {
  return pieces.every((piece) => columnOf(piece, strips) >= 0);
}
