import type { Filled } from './grid.js';
import type { Area } from './references.js';

/** Cells that stand together, with nothing but blank rows and columns around them. */
export interface Region extends Area {
  cells: Filled[];
}

/** A sheet laid out more deeply than this, block beside block above block, is taken as it stands. */
const DEEPEST = 8;

/**
 * Parts a sheet at its blank rows, and side by side where whole tables stand beside each other: a column that is blank
 * from head to foot may also just be one that nobody filled in. From top to bottom, then from left to right.
 */
export function regionsOf(cells: readonly Filled[], depth = 0): Region[] {
  if (cells.length === 0) return [];
  const bands = parted(cells, 'top', 'bottom');
  if (depth >= DEEPEST) return bands.map(regionOf);
  return bands.flatMap((band) => {
    const beside = parted(band, 'left', 'right');
    if (beside.length > 1 && areTables(beside)) return beside.flatMap((part) => regionsOf(part, depth + 1));
    return [regionOf(band)];
  });
}

/** Cuts where no cell reaches over from one row (or column) to the next. */
function parted(cells: readonly Filled[], from: 'top' | 'left', to: 'bottom' | 'right'): Filled[][] {
  const parts: Filled[][] = [];
  let end = -Infinity;
  for (const cell of [...cells].sort((a, b) => a[from] - b[from])) {
    if (cell[from] > end + 1) parts.push([]);
    parts.at(-1)?.push(cell);
    end = Math.max(end, cell[to]);
  }
  return parts;
}

/** Blocks of at least two columns and rows that begin with the same head, or that do not share all their rows. */
function areTables(parts: readonly (readonly Filled[])[]): boolean {
  const regions = parts.map(regionOf);
  if (regions.some(({ top, left, bottom, right }) => right === left || bottom === top)) return false;
  const head = ({ cells, top }: Region): string =>
    cells
      .filter((cell) => cell.top === top)
      .map((cell) => cell.text)
      .join('\t');
  const rows = ({ cells }: Region): string => [...new Set(cells.map((cell) => cell.top))].sort((a, b) => a - b).join(' ');
  const [first, ...others] = regions;
  return first !== undefined && others.every((other) => head(other) === head(first) || rows(other) !== rows(first));
}

function regionOf(cells: readonly Filled[]): Region {
  const area: Area = { top: Infinity, left: Infinity, bottom: -Infinity, right: -Infinity };
  for (const cell of cells) {
    area.top = Math.min(area.top, cell.top);
    area.left = Math.min(area.left, cell.left);
    area.bottom = Math.max(area.bottom, cell.bottom);
    area.right = Math.max(area.right, cell.right);
  }
  return { ...area, cells: [...cells].sort((a, b) => a.top - b.top || a.left - b.left) };
}

/** The region of the given cells of another. */
export function within(cells: readonly Filled[]): Region {
  return regionOf(cells);
}
