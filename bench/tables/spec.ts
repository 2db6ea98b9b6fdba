/** How a column's text stands in it; `decimal` puts the points of figures one below the other. */
export type Align = 'left' | 'right' | 'centre' | 'decimal';

/** A cell as it is written down; the places that it covers are left out of the rows below, as in HTML. */
export interface CellSpec {
  text: string;
  rowSpan?: number;
  columnSpan?: number;
  align?: Align;
}

export interface ColumnSpec {
  width: number;
  align?: Align;
}

/**
 * Which lines are drawn. `open`: no outer verticals; `inner`: no outer lines at all; `rows`: between rows only; `three`: above, below the
 * head (and its groups) and at the end; `frame`: around and below the head; `columns`: around, between columns and below
 * the head.
 */
export type RuleStyle = 'grid' | 'open' | 'inner' | 'rows' | 'three' | 'frame' | 'columns' | 'none';

/** What draws a line. `pieces`: a stroke for each side of each cell; `rects`: a stroked rectangle for each cell. */
export type Pen = 'lines' | 'pieces' | 'bars' | 'dashes' | 'double' | 'rects';

/** Backgrounds: of every second row, of the head, of each cell with a little white between them. */
export type Fill = 'none' | 'stripes' | 'head' | 'cells';

export interface TableSpec {
  columns: readonly ColumnSpec[];
  rows: readonly (readonly (string | CellSpec)[])[];
  /** Rows of the head. */
  head: number;
  rules: RuleStyle;
  pen?: Pen;
  fill?: Fill;
  size?: number;
  /** From baseline to baseline, in ems. */
  leading?: number;
  padX?: number;
  padY?: number;
  middle?: boolean;
  /** Lines may break inside figures and Latin words. */
  breakAnywhere?: boolean;
  repeatHead?: boolean;
  /** A page may cut a row between its lines. */
  cutRows?: boolean;
}

/** A cell at its place. */
export interface Placed {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  align: Align | null;
}

/** A table as it must come out. */
export interface Expected {
  rows: number;
  columns: number;
  cells: readonly Placed[];
}

/** Puts the cells of a table at their places. */
export function placed(spec: Pick<TableSpec, 'rows' | 'columns'>): Placed[] {
  const taken = new Set<string>();
  const cells: Placed[] = [];
  spec.rows.forEach((row, r) => {
    let column = 0;
    for (const one of row) {
      while (taken.has(`${r} ${column}`)) column += 1;
      const { text, rowSpan = 1, columnSpan = 1, align = null } = typeof one === 'string' ? { text: one } : one;
      for (let y = r; y < r + rowSpan; y += 1) for (let x = column; x < column + columnSpan; x += 1) taken.add(`${y} ${x}`);
      cells.push({ text, row: r, column, rowSpan, columnSpan, align });
      column += columnSpan;
    }
  });
  return cells;
}

export function expectedOf(spec: Pick<TableSpec, 'rows' | 'columns'>): Expected {
  return { rows: spec.rows.length, columns: spec.columns.length, cells: placed(spec) };
}
