import type { Block, ReadWarning } from '../../../schemas/index.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import { spansOf, type WidthCell } from './grid.js';
import { flattened } from './markup.js';
import { draws, type Styles } from './styles.js';
import { tableBlocks, type FilledCell } from './tables.js';
import { childOf, numberOf, switchOf, valueOf, type XmlElement } from './xml.js';

type ReadCell = FilledCell & WidthCell;

/** Reads tables: the cells of each row, what they span, and whether lines are drawn around them. */
export class TableReader {
  readonly warnings: ReadWarning[] = [];
  private cells = 0;

  constructor(
    private readonly styles: Styles,
    private readonly blocksOf: (cell: XmlElement) => Block[],
  ) {}

  /** The blocks of a table; `beside` tells that another table touches it, so that a single row may be a part of that. */
  read(table: XmlElement, beside: boolean): Block[] {
    const rows = flattened(table).filter((row) => row.name === 'w:tr' && isShown(row));
    const ruled = beside || this.hasRules(table, rows);
    const read = rows.map((row) => this.row(row)).filter((row) => row.length > 0);
    const spans = spansOf(read);
    const placed = read.map((row, y) => row.map((cell, x) => ({ ...cell, ...(spans[y]?.[x] ?? cell) })));
    return tableBlocks(placed, ruled, this.warnings);
  }

  private row(row: XmlElement): ReadCell[] {
    const properties = childOf(row, 'w:trPr');
    const before = numberOf(childOf(properties, 'w:gridBefore')) ?? 0;
    const widthBefore = numberOf(childOf(properties, 'w:wBefore'), 'w:w');
    return rowCells(row).map((cell, index) => ({
      ...this.cell(cell),
      skip: index === 0 ? before : 0,
      skipWidth: index === 0 ? widthBefore : undefined,
    }));
  }

  private cell(cell: XmlElement): Omit<ReadCell, 'skip' | 'skipWidth'> {
    this.cells += 1;
    if (this.cells > BOUNDS.cells) throw tooLarge('cells');
    const properties = childOf(cell, 'w:tcPr');
    const merge = childOf(properties, 'w:vMerge');
    const sideways = childOf(properties, 'w:hMerge');
    const width = childOf(properties, 'w:tcW');
    return {
      span: Math.min(Math.max(numberOf(childOf(properties, 'w:gridSpan')) ?? 1, 1), 1000),
      width: width?.attributes.get('w:type') === 'auto' ? undefined : numberOf(width, 'w:w'),
      // Without a value both merges go on (17.4.84, 17.4.22).
      goesOn: merge !== undefined && merge.attributes.get('w:val') !== 'restart',
      goesOnSideways: sideways !== undefined && sideways.attributes.get('w:val') !== 'restart',
      blocks: this.blocksOf(cell),
    };
  }

  /** True where lines are drawn around its cells: by itself, by a cell, or by its style. */
  private hasRules(table: XmlElement, rows: readonly XmlElement[]): boolean {
    const properties = childOf(table, 'w:tblPr');
    const own = childOf(properties, 'w:tblBorders');
    const cells = rows.flatMap(rowCells).some((cell) => draws(childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders')));
    return cells || (own === undefined ? this.styles.hasRules(valueOf(properties, 'w:tblStyle')) : draws(own));
  }
}

/** A row that was deleted (17.13.5.12) or hidden (17.4.20) is none. */
function isShown(row: XmlElement): boolean {
  const properties = childOf(row, 'w:trPr');
  return childOf(properties, 'w:del') === undefined && switchOf(properties, 'w:hidden') !== true;
}

function rowCells(row: XmlElement): XmlElement[] {
  return flattened(row).filter((cell) => cell.name === 'w:tc' && childOf(childOf(cell, 'w:tcPr'), 'w:cellDel') === undefined);
}
