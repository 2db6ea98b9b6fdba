import type { Document, Span, TableBlock } from '../../schemas/index.js';
import { setAside, type AsideReason as LineReason } from './aside.js';
import { fullLines } from './full.js';
import { goesOn, joint, repeatedAtBreak } from './join.js';
import { linesOf, wrapWidth, type Line } from './lines.js';
import type { MapPiece } from './map.js';
import { captionLine, type Caption } from './captions.js';
import type { JoinedRow, JoinedTable } from './joined.js';
import { appendTable, dropRepeatedHeads, filled, tableOf } from './tables.js';

export { boxAt, mendedAt, pieceAt, rawAt, type MapPiece, type RawPlace } from './map.js';

/** Raise when the mended text of a document would come out differently. */
export const REFLOW_VERSION = 'reflow@8';

/** Why something is no part of the running text: a line around it, or a table's head or caption again on a later page. */
export type AsideReason = LineReason | 'repeated_head';

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

/** White space that is no blank. */
const BREAKS = /[\t\r\n\v\f]/;

/** How far back a paragraph is looked at for brackets left open, in characters. */
const LOOK_BACK = 2000;

/** Joins lines into paragraphs and tables over pages; sets page numbers, running heads and web chrome aside. */
export function reflow(document: Document): Flow {
  const perBlock = document.blocks.map((_, i) => linesOf(document, i));
  const lines = perBlock.flat();
  const aside = setAside(lines, document.pages);
  const wrap = wrapWidth(lines.filter((l) => !aside.has(l)));
  const full = fullLines(lines.filter((line) => !aside.has(line)));
  const joiner = new Joiner(new FlowWriter(lines.map((l) => l.bare).join('\n')), wrap, full);
  document.blocks.forEach((block, i) => {
    if (block.kind === 'table') joiner.table(block, i);
    else
      for (const line of perBlock[i] ?? []) {
        if (aside.get(line) === 'web_chrome') joiner.breakParagraph();
        if (!aside.has(line)) joiner.line(line);
      }
  });
  return joiner.finish([...aside].map(([line, reason]) => asideOf(line, reason)));
}

const asideOf = ({ text, page, block }: Line, reason: AsideReason): Flow['aside'][number] => ({ reason, text, page, block });

/** How many lines above a table may be its title and its unit. */
const CAPTION_LINES = 3;

/** Joins lines to paragraphs and table blocks to tables, in reading order. */
class Joiner {
  private group: Line[] = [];
  private paragraph = '';
  private open: JoinedTable | null = null;
  /** the last lines that were no table */
  private recent: Line[] = [];
  /** those above the open table */
  private above: Line[] = [];
  /** lines behind the open table that may stand above its next part */
  private held: { line: Line; caption: Caption }[] = [];
  private readonly repeated: Flow['aside'] = [];
  /** footnotes and margin notes stand after the paragraph or table that their page breaks off in */
  private notes: Line[] = [];

  constructor(
    private readonly writer: FlowWriter,
    private readonly wrap: number | null,
    private readonly full: ReadonlySet<Line>,
  ) {}

  line(line: Line): void {
    if (line.role !== null) {
      this.notes.push(line);
      return;
    }
    const caption = this.open && captionLine(line, this.above, this.open.rows.at(-1)?.page ?? null);
    if (caption) {
      this.held.push({ line, caption });
      return;
    }
    if (this.open) this.endTable();
    this.text(line);
  }

  table(block: TableBlock, index: number): void {
    const continued = this.held.some(({ caption }) => caption === 'continued');
    if (this.open && appendTable(this.open, block, index, { continued })) {
      this.repeated.push(...this.held.map(({ line }) => asideOf(line, 'repeated_head')));
      this.held = [];
      return;
    }
    this.endTable();
    this.breakParagraph();
    this.open = tableOf(block, index);
    this.above = this.recent;
    this.recent = [];
  }

  breakParagraph(): void {
    if (this.group.length > 0) this.writer.paragraph(this.group);
    this.group = [];
    this.paragraph = '';
    if (!this.open) this.endNotes();
  }

  private endNotes(): void {
    for (const paragraph of paragraphsOf(this.notes)) this.writer.paragraph(paragraph);
    this.notes = [];
  }

  finish(aside: Flow['aside']): Flow {
    this.breakParagraph();
    this.endTable();
    this.breakParagraph();
    return this.writer.finish([...aside, ...this.repeated]);
  }

  private text(line: Line): void {
    const last = this.group.at(-1);
    if (last && !goesOn(last, line, this.wrap, this.paragraph, this.full.has(last))) this.breakParagraph();
    this.group.push(line);
    this.paragraph = (this.paragraph + line.bare).slice(-LOOK_BACK);
    this.recent = [...this.recent, line].slice(-CAPTION_LINES);
  }

  /** Writes the open table; lines held back for a part that did not come are text. */
  private endTable(): void {
    if (this.open) {
      dropRepeatedHeads(this.open);
      this.writer.table(this.open);
      for (const row of this.open.repeated) this.repeated.push(...filled(row).map((c) => repeatedCell(row, c)));
    }
    this.open = null;
    this.endNotes();
    const held = this.held;
    this.held = [];
    for (const { line } of held) this.text(line);
  }
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

const repeatedCell = (row: JoinedRow, { cell, block }: JoinedRow['cells'][number]): Flow['aside'][number] => ({
  reason: 'repeated_head',
  text: cell.text,
  page: cell.page ?? row.page,
  block,
});

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
    for (const row of table.rows) item.rows.push(this.row(row, table.columns, item.rows.length));
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
      const first = here[0];
      if (first) {
        cells.push({
          start: from,
          end: this.text.length,
          row: index,
          column,
          rowSpan: first.rowSpan,
          columnSpan: first.cell.columnSpan,
        });
      }
    }
    return { start, end: this.text.length, cells };
  }

  /** A cell's line breaks and tabs become one space; between Chinese characters they vanish nowhere: folding is for fields. */
  private cellText(text: string, block: number, cell: number, page: number | null): void {
    let at = 0;
    for (const part of BREAKS.test(text) ? text.split(/([\t\r\n\v\f]+)/) : [text]) {
      if (BREAKS.test(part)) this.text += ' ';
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
