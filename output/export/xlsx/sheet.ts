import { cutTo } from '../cut.js';
import { cellXml, columnName, STYLE, xmlText, type Cell, type Style } from './cells.js';
import { headRowOf, type Column, type SheetLayout, type WrittenSheet } from './layout.js';
import { sheetHead } from './parts.js';
import type { ZipStream } from './zip.js';

/** As many rows as a sheet has (ECMA-376 part 1, 18.3.1.73: Excel’s own bound). */
export const MOST_ROWS = 1_048_576;
/** A sheet that is longer than this goes on in another one: readers hold a sheet’s XML at once. */
const MOST_BYTES = 3_000_000_000;
const BATCH = 1 << 16;

/** Writes the rows as one sheet, or as several where they are too many for one; gives the pieces of the archive as they come. */
export async function* writeSheets(
  zip: ZipStream,
  layout: SheetLayout,
  rows: AsyncIterable<readonly Cell[]>,
  written: WrittenSheet[],
  mostRows = MOST_ROWS,
): AsyncGenerator<Uint8Array> {
  let sheet = begin(zip, layout, written);
  let pending = '';
  for await (const row of rows) {
    if (sheet.lastRow >= mostRows || zip.written > MOST_BYTES) {
      zip.write(pending + sheetEnd(sheet));
      pending = '';
      sheet = begin(zip, layout, written);
    }
    sheet.lastRow += 1;
    pending += rowXml(sheet.lastRow, row, layout.look === 'list' ? STYLE.boxed : STYLE.plain, layout);
    if (pending.length < BATCH) continue;
    zip.write(pending);
    pending = '';
    yield* zip.take();
  }
  zip.write(pending + sheetEnd(sheet));
  yield* zip.take();
}

function begin(zip: ZipStream, layout: SheetLayout, written: WrittenSheet[]): WrittenSheet {
  const name = sheetName(
    layout.name,
    written.map((sheet) => sheet.name),
  );
  const head = headRowOf(layout);
  const sheet: WrittenSheet = { layout, name, lastRow: head };
  written.push(sheet);
  zip.begin(`xl/worksheets/sheet${written.length}.xml`);
  zip.write(sheetBegin(layout, head) + titleRow(layout) + headRow(layout, head));
  return sheet;
}

/** 18.3.1.99: view with the frozen head, widths, then the rows. */
function sheetBegin({ columns, look }: SheetLayout, head: number): string {
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const fit = look === 'list' ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  return `${sheetHead}${fit}<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

function titleRow({ title }: SheetLayout): string {
  return title === null ? '' : `<row r="1" ht="32" customHeight="1">${cellXml('A1', title, STYLE.title, STYLE.title)}</row>`;
}

function headRow({ columns, look }: SheetLayout, at: number): string {
  const cells = columns.map(({ head }, i) => cellXml(`${columnName(i)}${at}`, head, STYLE.head, STYLE.head));
  return `<row r="${at}" ht="${look === 'list' ? 24 : 34}" customHeight="1">${cells.join('')}</row>`;
}

function rowXml(at: number, row: readonly Cell[], style: Style, { columns, look }: SheetLayout): string {
  const dayStyle = look === 'list' ? STYLE.boxedDay : STYLE.day;
  const height = look === 'list' ? ` ht="${rowHeight(row, columns)}" customHeight="1"` : '';
  const cells = columns.map((_, i) => cellXml(`${columnName(i)}${at}`, row[i] ?? null, style, dayStyle));
  return `<row r="${at}"${height}>${cells.join('')}</row>`;
}

const LINE_POINTS = 15;
/** As high as Excel lets a row be, in points. */
const HIGHEST = 409;

/** How high a row must be for its wrapped texts, in points: not every program works that out by itself. */
export function rowHeight(row: readonly Cell[], columns: readonly Column[]): number {
  const lines = columns.map(({ width }, i) => {
    const cell = row[i];
    if (typeof cell !== 'string') return 1;
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(shownWidth(line) / (width - 1))), 0);
  });
  return Math.min(HIGHEST, Math.max(...lines) * LINE_POINTS + 6);
}

/** Width in digits of the default font: what is not Latin is twice as wide. */
function shownWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u00FF' ? 2 : 1;
  return width;
}

function sheetEnd({ layout, lastRow }: WrittenSheet): string {
  const head = headRowOf(layout);
  const last = columnName(layout.columns.length - 1);
  const merged = layout.title === null ? '' : `<mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells>`;
  const print =
    layout.look === 'list'
      ? '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'
      : '';
  return `</sheetData><autoFilter ref="A${head}:${last}${lastRow}"/>${merged}${print}</worksheet>`;
}

const LONGEST_NAME = 31;

/** A name that a sheet may have: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, and nobody else’s in any case of letters. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const bare =
    xmlSafe(wanted)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^[' ]+|(?<![' ])[' ]+$/g, '') || '表';
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? '' : ` (${n})`;
    const name = cutTo(bare, LONGEST_NAME - ending.length) + ending;
    if (!known.has(name.toLowerCase())) return name;
  }
}

function xmlSafe(text: string): string {
  return xmlText(text) === text ? text : text.replace(/[\u0000-\u001F\uFFFE\uFFFF]/g, ' '); // eslint-disable-line no-control-regex
}
