import type { TableBlock } from '../../../schemas/index.js';
import { cell, tableBlock } from '../blocks.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import { attribute, childElements, type Element } from './tree.js';
import { isShown } from './visible.js';

/** HTML Standard, 4.9.11: spans beyond these count as these. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/** A cell of a table and its place in the grid. */
export interface Spot {
  element: Element;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** The lines of a table's cell. */
export type Lines = (element: Element) => readonly string[];

/** A table's cells in its grid (HTML Standard, 4.9.12: forming a table). */
export function gridOf(table: Element): Spot[] {
  const rows = rowsOf(table);
  const taken = new Map<number, Set<number>>();
  const spots: Spot[] = [];
  let covered = 0;
  rows.forEach((tr, row) => {
    let column = 0;
    for (const element of childElements(tr)) {
      if ((element.tagName !== 'td' && element.tagName !== 'th') || !isShown(element)) continue;
      while (taken.get(row)?.has(column) === true) column += 1;
      const columnSpan = span(attribute(element, 'colspan'), 1, MOST_COLUMNS);
      const rowSpan = Math.min(span(attribute(element, 'rowspan'), 0, MOST_ROWS) || rows.length, rows.length - row);
      covered += columnSpan * rowSpan;
      if (covered > BOUNDS.cells) throw tooLarge('cells');
      for (let r = row; r < row + rowSpan; r += 1) {
        const places = taken.get(r) ?? new Set<number>();
        taken.set(r, places);
        for (let c = column; c < column + columnSpan; c += 1) places.add(c);
      }
      spots.push({ element, row, column, rowSpan, columnSpan });
      column += columnSpan;
    }
  });
  return spots;
}

function rowsOf(table: Element): Element[] {
  const groups = childElements(table).filter(isShown);
  const inGroups = (tagName: string): Element[] => groups.filter((group) => group.tagName === tagName).flatMap(childElements);
  // elements set as tables by CSS may have rows without a group around them
  const body = groups.flatMap((group) =>
    group.tagName === 'tr' ? [group] : group.tagName === 'tbody' ? childElements(group) : [],
  );
  return [...inGroups('thead'), ...body, ...inGroups('tfoot')].filter((tr) => tr.tagName === 'tr' && isShown(tr));
}

function span(value: string, least: number, most: number): number {
  const number = /^\s*\d+/.test(value) ? Number.parseInt(value, 10) : 1;
  return Math.min(Math.max(number, least), most);
}

/**
 * True for a table that only lays the page out: it has one column, holds another table or headings, or one of its cells
 * holds most of its text in paragraphs of their own.
 */
export function isLayout(table: Element, spots: readonly Spot[], lines: Lines): boolean {
  if (/^(presentation|none)$/.test(attribute(table, 'role'))) return true;
  const columns = spots.reduce((most, spot) => Math.max(most, spot.column + spot.columnSpan), 0);
  if (columns < 2 || spots.some((spot) => holdsLarge(spot.element))) return true;
  const texts = spots.map((spot) => lines(spot.element));
  const filled = texts.filter((text) => text.length > 0);
  const sizes = filled.map((text) => text.join('').length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const main = filled.find((text) => text.join('').length > 0.6 * total);
  return filled.length < 2 || (main !== undefined && (main.length > 4 || total > 400) && filled.length <= 4);
}

const large = new WeakMap<Element, boolean>();

/** True for a cell with something in it that no cell of figures has. */
function holdsLarge(element: Element): boolean {
  const known = large.get(element);
  if (known !== undefined) return known;
  const found = childElements(element).some((child) => /^(table|h[1-3]|form|article)$/.test(child.tagName) || holdsLarge(child));
  large.set(element, found);
  return found;
}

export function dataTable(spots: readonly Spot[], lines: Lines): TableBlock {
  const cells = spots.map(({ element, row, column, rowSpan, columnSpan }) =>
    cell(lines(element).join('\n'), row, column, { rowSpan, columnSpan }),
  );
  return tableBlock(cells, null);
}
