import type { Block, TableBlock } from '../../../schemas/index.js';
import { cell, tableBlock, textBlock } from '../blocks.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import type { Filled, Grid } from './grid.js';
import { columnsOf } from './gaps.js';
import { columnLetters } from './references.js';
import { regionsOf, within, type Region } from './regions.js';

/** Blocks of a sheet with the row at which they begin. */
export interface PlacedBlock {
  row: number;
  block: Block;
}

/** `填报单位：省发展改革委`, `单位：万元`: a label of the sheet, not a head of columns. */
const LABEL = /^[（(]?[^：:，。]{1,12}[：:]/;
/** What a line below a table begins with. */
const NOTE = /^(?:[（(]?(?:注|备注|说明|填表说明|附注|数据来源|资料来源)\s*(?:\d+\s*)?[：:.、]|\*|★|※)/;
/** A line of its own under a table is longer than what a cell of a table says. */
const LONG = 25;
/** A column alone with at least so many cells is a list. */
const LIST_ROWS = 3;

/**
 * The blocks of a sheet in reading order: tables, and the title, unit and note lines that stand above and below them.
 * @throws InputRefused past a bound
 */
export function sheetBlocks(grid: Grid, sheet: string): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let table: { region: Region; at: number } | null = null;
  for (const region of regionsOf(grid.cells)) {
    const { above, body, below } = sorted(rowsOf(region));
    for (const row of above) blocks.push(...lines(row));
    if (body.length > 0) {
      const made = within(body.flat());
      if (table !== null && above.length === 0 && continues(table.region, made)) {
        // one list with a blank row in it
        const whole = within([...table.region.cells, ...made.cells]);
        blocks[table.at] = { row: whole.top, block: tableOf(whole, grid, sheet) };
        table = { region: whole, at: table.at };
      } else {
        table = { region: made, at: blocks.length };
        blocks.push({ row: made.top, block: tableOf(made, grid, sheet) });
      }
    }
    for (const row of below) blocks.push(...lines(row));
    if (below.length > 0) table = null;
  }
  return blocks;
}

function rowsOf({ cells }: Region): Filled[][] {
  const rows = new Map<number, Filled[]>();
  for (const one of cells) {
    const row = rows.get(one.top);
    if (row === undefined) rows.set(one.top, [one]);
    else row.push(one);
  }
  return [...rows.values()];
}

/** Sorts the rows of a region into the lines above a table, the table, and the lines below it. */
function sorted(rows: readonly Filled[][]): { above: Filled[][]; body: Filled[][]; below: Filled[][] } {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest === 1)
    return rows.length >= LIST_ROWS && rows.every(isEntry) ? { above: [], body: [...rows], below: [] } : allLines(rows);
  let from = 0;
  while (from < rows.length && isLineAbove(rows[from], rows[from - 1])) from += 1;
  let to = rows.length;
  while (to > from && isLineBelow(rows[to - 1], widest)) to -= 1;
  const body = rows.slice(from, to);
  if (body.length === 1 && (body[0] ?? []).every(({ text }) => LABEL.test(text))) return allLines(rows);
  return { above: rows.slice(0, from), body, below: rows.slice(to) };
}

const allLines = (rows: readonly Filled[][]) => ({ above: [...rows], body: [], below: [] });

/** An entry of a list in one column: some words in one row, no sentence and no label. */
function isEntry(row: readonly Filled[]): boolean {
  const [only] = row;
  return only !== undefined && only.top === only.bottom && !/[。；：]/.test(only.text) && only.text.length <= 60;
}

/** One cell alone in its row, or labels only; what a cell beside it reaches down into belongs to a table. */
function isLineAbove(row: readonly Filled[] | undefined, above: readonly Filled[] | undefined): boolean {
  if (row === undefined || row.length === 0) return false;
  const top = row[0]?.top ?? 0;
  if (above?.some((one) => one.bottom >= top) === true) return false;
  return row.length === 1 ? true : row.every(({ text }) => LABEL.test(text) && text.length <= 40);
}

function isLineBelow(row: readonly Filled[] | undefined, widest: number): boolean {
  const [only, another] = row ?? [];
  if (only === undefined) return false;
  if (another !== undefined) return (row ?? []).every(({ text }) => LABEL.test(text));
  const wide = only.right - only.left + 1 > widest / 2;
  return NOTE.test(only.text) || LABEL.test(only.text) || (wide && only.text.length > LONG);
}

/** The next entries of a counted list, in the same columns. */
function continues(table: Region, next: Region): boolean {
  if (next.left !== table.left || next.right > table.right || next.top !== table.bottom + 2) return false;
  const number = (region: Region, row: number): number => {
    const first = region.cells.find((one) => one.top === row && one.left === region.left)?.text ?? '';
    return /^\d{1,6}$/.test(first) ? Number(first) : NaN;
  };
  return number(next, next.top) === number(table, table.cells.at(-1)?.top ?? table.bottom) + 1;
}

const lines = (row: readonly Filled[]): PlacedBlock[] =>
  row.map(({ text, top }) => ({ row: top, block: textBlock('paragraph', text) }));

/** A table of a region: its filled cells, and empty ones in all other places. */
function tableOf(region: Region, grid: Grid, sheet: string): TableBlock {
  const columns = columnsOf(region);
  const places = new Map(columns.map((column, x) => [column, x]));
  const [height, width] = [region.bottom - region.top + 1, columns.length];
  if (height * width > BOUNDS.cells) throw tooLarge('cells');
  const taken = new Uint8Array(height * width);
  const cells = region.cells.map(({ text, top, left, bottom, right }) => {
    const [first, last] = [places.get(left) ?? 0, places.get(right) ?? 0];
    for (let y = top - region.top; y <= bottom - region.top; y += 1) taken.fill(1, y * width + first, y * width + last + 1);
    return cell(text, top - region.top, first, { rowSpan: bottom - top + 1, columnSpan: last - first + 1 });
  });
  taken.forEach((isTaken, i) => {
    if (isTaken === 0) cells.push(cell('', Math.floor(i / width), i % width));
  });
  return {
    ...tableBlock(cells, null),
    origin: {
      sheet,
      rows: Array.from({ length: height }, (_, y) => grid.row(region.top + y) + 1),
      columns: columns.map((column) => columnLetters(grid.column(column))),
    },
  };
}
