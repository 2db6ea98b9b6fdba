import type { Block, ReadWarning } from '../../../schemas/index.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import { spansBetween } from '../docx/grid.js';
import { tableBlocks, type FilledCell } from '../docx/tables.js';
import type { RowShape } from './row-shape.js';
import type { Paragraph } from './text.js';

interface Row {
  cells: Block[][];
  shape: RowShape | null;
}

/** Puts paragraphs of cells together to tables: a cell ends with its last paragraph, a row with a mark that defines it (MS-DOC 2.4.3). */
export class TableRows {
  private cells = 0;

  constructor(
    private readonly blocksOf: (paragraphs: readonly Paragraph[], depth: number) => Block[],
    private readonly warnings: ReadWarning[],
  ) {}

  read(paragraphs: readonly Paragraph[], depth: number): Block[] {
    const rows = this.rows(paragraphs, depth);
    const spans = spansOf(rows);
    const ruled = rows.some((row) => row.shape?.ruled ?? false);
    const filled = rows.map((row, y) => row.cells.map((blocks, x) => filledCell(row, x, blocks, spans[y]?.[x])));
    return tableBlocks(filled, ruled, this.warnings);
  }

  private rows(paragraphs: readonly Paragraph[], depth: number): Row[] {
    const rows: Row[] = [];
    let cells: Block[][] = [];
    let open: Paragraph[] = [];
    const endCell = (): void => {
      this.cells += 1;
      if (this.cells > BOUNDS.cells) throw tooLarge('cells');
      cells.push(this.blocksOf(open, depth));
      open = [];
    };
    for (const paragraph of paragraphs) {
      if (paragraph.depth !== depth) open.push(paragraph);
      else if (paragraph.endsRow) {
        if (!paragraph.markDeleted) rows.push({ cells, shape: paragraph.facts.row });
        [cells, open] = [[], []];
      } else {
        open.push(paragraph);
        if (paragraph.endsCell) endCell();
      }
    }
    // A row whose end mark is missing keeps its cells all the same.
    if (open.length > 0) endCell();
    if (cells.length > 0) rows.push({ cells, shape: null });
    return rows;
  }
}

/** The spans of all cells, from their edges; none where a row does not define as many cells as it has. */
function spansOf(rows: readonly Row[]): { skip: number; span: number }[][] {
  const known = rows.every(({ cells, shape }) => shape !== null && shape.edges.length === cells.length + 1);
  if (!known) return [];
  const left = Math.min(...rows.map(({ shape }) => shape?.edges[0] ?? 0));
  return spansBetween(
    rows.map(({ shape }) => {
      const edges = shape?.edges ?? [];
      return edges.slice(1).map((edge, i) => ({ start: (edges[i] ?? 0) - left, end: edge - left }));
    }),
  );
}

function filledCell(row: Row, x: number, blocks: Block[], spans: { skip: number; span: number } | undefined): FilledCell {
  const shape = row.shape?.cells[x];
  return {
    blocks,
    skip: spans?.skip ?? 0,
    span: spans?.span ?? 1,
    goesOn: shape?.above === 'goes on',
    goesOnSideways: shape?.beside === 'goes on',
  };
}
