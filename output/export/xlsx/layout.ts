export interface Column {
  head: string;
  /** in characters */
  width: number;
}

/** How a sheet looks; its rows come beside it. */
export interface SheetLayout {
  name: string;
  /** a line over the whole width above the heads, as working lists have it */
  title: string | null;
  columns: readonly Column[];
  /** `list` has lines around its cells, wraps them, and prints on landscape pages as wide as the sheet */
  look: 'data' | 'list';
}

/** Number of the row with the heads, from 1. */
export function headRowOf({ title }: SheetLayout): number {
  return title === null ? 1 : 2;
}

/** A sheet that is written: its layout and where its rows end. */
export interface WrittenSheet {
  layout: SheetLayout;
  name: string;
  /** number of its last row, from 1 */
  lastRow: number;
}
