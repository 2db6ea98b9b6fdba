import type { Document, Span } from '../../schemas/index.js';
import { setAside, type AsideReason } from './aside.js';
import { goesOn, joint, repeatedAtBreak } from './join.js';
import { linesOf, wrapWidth, type Line } from './lines.js';
import type { MapPiece } from './map.js';
import { appendTable, dropRepeatedHeads, filledColumns, rowsOf, type JoinedRow, type JoinedTable } from './tables.js';

export { boxAt, mendedAt, pieceAt, rawAt, type MapPiece, type RawPlace } from './map.js';
export type { AsideReason } from './aside.js';

/** Raise when the mended text of a document would come out differently. */
export const REFLOW_VERSION = 'reflow@3';

export interface FlowParagraph extends Span {
  kind: 'paragraph' | 'heading';
  level: number | null;
}
export interface FlowCell extends Span {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}
export interface FlowTable extends Span {
  kind: 'table';
  /** table blocks that it was joined from */
  blocks: number[];
  columns: number;
  rows: (Span & { cells: FlowCell[] })[];
}
export type FlowItem = FlowParagraph | FlowTable;

/** Something that mending changed in the text: `from` became `to` at `start`. */
export interface Repair {
  kind: 'repeated_at_break';
  start: number;
  from: string;
  to: string;
}

/** The text that a person would have typed, and the way back to what was read. */
export interface Flow {
  text: string;
  items: FlowItem[];
  map: MapPiece[];
  /** ascending offsets at which a page begins; empty where the format has no pages */
  pages: { start: number; page: number }[];
  repairs: Repair[];
  aside: { reason: AsideReason; text: string; page: number | null; block: number }[];
}

/** How far back a paragraph is looked at for brackets left open, in characters. */
const LOOK_BACK = 2000;

/** Joins lines into paragraphs and tables over pages; sets page numbers, running heads and web chrome aside. */
export function reflow(document: Document): Flow {
  const perBlock = document.blocks.map((_, i) => linesOf(document, i));
  const lines = perBlock.flat();
  const aside = setAside(lines, document.pages);
  const wrap = wrapWidth(lines.filter((l) => !aside.has(l)));
  const writer = new FlowWriter(lines.map((l) => l.bare).join('\n'));
  let group: Line[] = [];
  let paragraph = '';
  let table: JoinedTable | null = null;
  // Footnotes and margin notes stand after the paragraph or table that their page breaks off in.
  let notes: Line[] = [];
  const endNotes = () => {
    for (const paragraph of paragraphsOf(notes)) writer.paragraph(paragraph);
    notes = [];
  };
  const endGroup = () => {
    if (group.length > 0) writer.paragraph(group);
    group = [];
    paragraph = '';
    if (!table) endNotes();
  };
  const endTable = () => {
    if (table) writer.table(table);
    table = null;
    endNotes();
  };
  document.blocks.forEach((block, i) => {
    if (block.kind === 'table') {
      endGroup();
      if (table && appendTable(table, block, i)) return;
      endTable();
      const rows = rowsOf(block, i);
      if (rows.length > 0) table = { rows, columns: filledColumns(rows), blocks: [i] };
      return;
    }
    for (const line of perBlock[i] ?? []) {
      if (aside.get(line) === 'web_chrome') endGroup();
      if (aside.has(line)) continue;
      if (line.role !== null) {
        notes.push(line);
        continue;
      }
      if (table) endTable();
      const last = group.at(-1);
      if (last && !goesOn(last, line, wrap, paragraph)) endGroup();
      group.push(line);
      paragraph = (paragraph + line.bare).slice(-LOOK_BACK);
    }
  });
  endGroup();
  endTable();
  return writer.finish([...aside].map(([line, reason]) => ({ reason, text: line.text, page: line.page, block: line.block })));
}

/** Notes as paragraphs: a line goes on where the one before breaks off. */
function paragraphsOf(notes: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  const wrap = wrapWidth(notes);
  for (const line of notes) {
    const group = paragraphs.at(-1);
    const last = group?.at(-1);
    const bare = group?.map((one) => one.bare).join('') ?? '';
    if (group && last?.role === line.role && last.page === line.page && goesOn(last, line, wrap, bare)) group.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function cellsByColumn(row: JoinedRow): Map<number, JoinedRow['cells']> {
  const byColumn = new Map<number, JoinedRow['cells']>();
  for (const piece of row.cells) {
    const there = byColumn.get(piece.cell.column);
    if (there) there.push(piece);
    else byColumn.set(piece.cell.column, [piece]);
  }
  return byColumn;
}

/** Writes the mended text piece by piece and keeps the map. */
class FlowWriter {
  private text = '';
  private readonly items: FlowItem[] = [];
  private readonly map: MapPiece[] = [];
  private readonly pages: { start: number; page: number }[] = [];
  private readonly repairs: Repair[] = [];

  constructor(private readonly whole: string) {}

  paragraph(lines: readonly Line[]): void {
    this.newLine();
    const start = this.text.length;
    let previous: Line | null = null;
    for (const line of lines) {
      let skip = 0;
      if (previous) {
        this.text += joint(previous.text, line.text);
        skip = repeatedAtBreak(previous.text, line.text, this.whole);
        if (skip > 0) {
          const part = line.text.slice(0, skip);
          this.repairs.push({ kind: 'repeated_at_break', start: this.text.length - skip, from: part + part, to: part });
        }
      }
      this.piece(line.text.slice(skip), line.block, null, line.at + skip, line.page);
      previous = line;
    }
    const first = lines[0];
    this.items.push({
      kind: first?.kind === 'heading' ? 'heading' : 'paragraph',
      start,
      end: this.text.length,
      level: first?.level ?? null,
    });
  }

  table(table: JoinedTable): void {
    const item: FlowTable = {
      kind: 'table',
      start: this.text.length + (this.text === '' ? 0 : 1),
      end: 0,
      blocks: table.blocks,
      columns: table.columns,
      rows: [],
    };
    for (const row of dropRepeatedHeads(table.rows)) item.rows.push(this.row(row, table.columns, item.rows.length));
    item.end = this.text.length;
    this.items.push(item);
  }

  private row(row: JoinedRow, columns: number, index: number): FlowTable['rows'][number] {
    this.newLine();
    const start = this.text.length;
    const cells: FlowCell[] = [];
    const byColumn = cellsByColumn(row);
    for (let column = 0; column < columns; column++) {
      if (column > 0) this.text += '\t';
      const from = this.text.length;
      const here = byColumn.get(column) ?? [];
      for (const { cell, block, index: cellIndex } of here) this.cellText(cell.text, block, cellIndex, cell.page ?? row.page);
      const first = here[0]?.cell;
      if (first) {
        cells.push({
          start: from,
          end: this.text.length,
          row: index,
          column,
          rowSpan: first.rowSpan,
          columnSpan: first.columnSpan,
        });
      }
    }
    return { start, end: this.text.length, cells };
  }

  /** A cell's line breaks and tabs become one space; between Chinese characters they vanish nowhere: folding is for fields. */
  private cellText(text: string, block: number, cell: number, page: number | null): void {
    let at = 0;
    for (const part of text.split(/([\t\r\n\v\f]+)/)) {
      if (/^[\t\r\n\v\f]+$/.test(part)) this.text += ' ';
      else if (part !== '') this.piece(part, block, cell, at, page);
      at += part.length;
    }
  }

  private newLine(): void {
    if (this.text !== '') this.text += '\n';
  }

  private piece(text: string, block: number, cell: number | null, at: number, page: number | null): void {
    const start = this.text.length;
    this.text += text;
    if (text !== '') this.map.push({ start, end: this.text.length, block, cell, at, page });
    if (page !== null && this.pages.at(-1)?.page !== page) this.pages.push({ start, page });
  }

  finish(aside: Flow['aside']): Flow {
    return { text: this.text, items: this.items, map: this.map, pages: this.pages, repairs: this.repairs, aside };
  }
}
