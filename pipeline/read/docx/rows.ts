import type { Block, ReadWarning, TableBlock } from '../../../schemas/index.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import { spansOf, type WidthCell } from './grid.js';
import { flattened } from './markup.js';
import { draws, type Styles } from './styles.js';
import { placeRows, type RowCell } from './tables.js';
import { childOf, numberOf, switchOf, valueOf, type XmlElement } from './xml.js';

type ReadCell = Omit<RowCell, 'skip' | 'span'> & WidthCell;

/** Reads tables: which are data, which are only a frame, and the cells of the former on their grid. */
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
    const cells = rows.map(rowCells).filter((row) => row.length > 0);
    // One column, or one row without a line around it, is a frame that puts text in its place: a letterhead, a box.
    const isFrame = cells.every((row) => row.length === 1) || (cells.length === 1 && !beside && !this.hasRules(table, cells));
    if (isFrame) return cells.flat().flatMap((cell) => this.blocksOf(cell));
    const nested: TableBlock[] = [];
    const read = rows.filter((row) => rowCells(row).length > 0).map((row) => this.row(row, nested));
    const spans = spansOf(read);
    const placed = placeRows(read.map((row, y) => row.map((cell, x) => ({ ...cell, ...(spans[y]?.[x] ?? cell) }))));
    return [placed, ...nested];
  }

  private row(row: XmlElement, nested: TableBlock[]): ReadCell[] {
    const properties = childOf(row, 'w:trPr');
    const before = numberOf(childOf(properties, 'w:gridBefore')) ?? 0;
    const widthBefore = numberOf(childOf(properties, 'w:wBefore'), 'w:w');
    return rowCells(row).map((cell, index) => ({
      ...this.cell(cell, nested),
      skip: index === 0 ? before : 0,
      skipWidth: index === 0 ? widthBefore : undefined,
    }));
  }

  private cell(cell: XmlElement, nested: TableBlock[]): Omit<ReadCell, 'skip' | 'skipWidth'> {
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
      text: this.cellText(cell, nested),
    };
  }

  /** A cell's text. A table of data inside it becomes a table of its own behind the outer one; a smaller one is text. */
  private cellText(cell: XmlElement, nested: TableBlock[]): string {
    const texts: string[] = [];
    for (const block of this.blocksOf(cell)) {
      if (block.kind !== 'table') texts.push(block.text);
      else if (block.rows < 2 || block.columns < 2) texts.push(flatText(block));
      else {
        nested.push(block);
        this.warnings.push({
          code: 'nested_table',
          page: null,
          detail: `a table of ${block.rows} rows inside a cell stands behind the table that it was in`,
        });
      }
    }
    return texts.join('\n');
  }

  /** True where lines are drawn around its cells: by itself, by a cell, or by its style. */
  private hasRules(table: XmlElement, rows: readonly (readonly XmlElement[])[]): boolean {
    const properties = childOf(table, 'w:tblPr');
    const own = childOf(properties, 'w:tblBorders');
    const cells = rows.flat().some((cell) => draws(childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders')));
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

/** A small table inside a cell as text: a line for each row and a tab between cells. */
function flatText(table: TableBlock): string {
  const rows = Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row));
  return rows.map((cells) => cells.map((cell) => cell.text.replaceAll('\n', ' ')).join('\t')).join('\n');
}
