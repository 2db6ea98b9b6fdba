import type { Block, Document, ReadWarning } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { documentOf, textBlock } from './blocks.js';
import { BOUNDS, tooLarge } from './bounds.js';
import { garbledShare } from './garbled.js';
import type { ReadInput } from './reader.js';
import { XLSX_READER } from './versions.js';
import { gridOf, type SheetNotes } from './xlsx/grid.js';
import { fileHeading, sheetHeading } from './xlsx/headings.js';
import { sheetBlocks, type PlacedBlock } from './xlsx/layout.js';
import { textBoxes } from './xlsx/shapes.js';
import { readSheet } from './xlsx/sheet.js';
import { openWorkbook, type SheetEntry, type Workbook } from './xlsx/workbook.js';

/**
 * Reads a spreadsheet (ECMA-376 part 1, clause 18): each visible sheet as tables, with the lines above and below them,
 * numbers and dates as people see them. Hidden sheets, rows and columns are told and left out. There are no pages.
 * @throws InputRefused where it is damaged, past a bound, or has nothing in it
 */
export function readXlsx({ archive, name }: ReadInput): Promise<Document> {
  if (archive === null) throw new Error('a spreadsheet comes with its archive opened');
  const book = openWorkbook(archive);
  const warnings: ReadWarning[] = [];
  const blocks: Block[] = [];
  let cells = 0;
  for (const sheet of book.sheets) {
    const read = sheetOf(sheet, book, warnings);
    cells += read.cells;
    if (cells > BOUNDS.cells) throw tooLarge('cells');
    for (const block of read.blocks) blocks.push(block);
  }
  if (blocks.length === 0) throw nothingIn(warnings);
  return Promise.resolve(finishedSheets({ format: 'xlsx', reader: XLSX_READER, blocks, warnings }, name));
}

/** Puts the file's name above a list without a title, and tells text without meaning. */
export function finishedSheets(made: Pick<Document, 'format' | 'reader' | 'blocks' | 'warnings'>, name: string): Document {
  const { blocks, warnings } = made;
  const heading = fileHeading(name, blocks);
  if (heading !== null) {
    blocks.unshift(heading);
    warnings.push({ code: 'title_from_file_name', page: null, detail: name });
  }
  const text = blocks
    .map((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text).join('') : block.text))
    .join('');
  if (garbledShare(text) > 0.2)
    warnings.push({ code: 'garbled_text', page: null, detail: 'more than a fifth of the characters have no meaning' });
  return documentOf(made);
}

function sheetOf(entry: SheetEntry, book: Workbook, warnings: ReadWarning[]): { blocks: Block[]; cells: number } {
  const nothing = { blocks: [], cells: 0 };
  const tell = (code: string, detail: string): void => {
    warnings.push({ code, page: null, detail: `${entry.name}: ${detail}` });
  };
  if (entry.hidden) {
    warnings.push({ code: 'hidden_sheet_left_out', page: null, detail: entry.name });
    return nothing;
  }
  const bytes = book.parts.bytes(entry.part);
  if (bytes === undefined) {
    tell('sheet_missing', 'its part is not in the file');
    return nothing;
  }
  const { grid, notes } = gridOf(readSheet(bytes), book);
  tellNotes(notes, tell);
  const placed = sheetBlocks(grid, entry.name);
  for (const box of entry.drawings.flatMap((drawing) => textBoxes(book.parts.xml(drawing)))) {
    const at = placed.findIndex(({ row }) => grid.row(row) >= box.row);
    const made: PlacedBlock[] = box.paragraphs.map((text) => ({
      row: placed[at]?.row ?? Infinity,
      block: textBlock('paragraph', text),
    }));
    placed.splice(at < 0 ? placed.length : at, 0, ...made);
  }
  if (entry.commented) tell('comments_left_out', 'comments of its cells were left out');
  return { blocks: [...sheetHeading(entry.name, placed), ...placed.map(({ block }) => block)], cells: grid.cells.length };
}

function tellNotes(
  { unvalued, errors, hiddenRows, hiddenColumns }: SheetNotes,
  tell: (code: string, detail: string) => void,
): void {
  if (unvalued > 0)
    tell('formula_without_value', `${unvalued} cells have a formula and no stored value; open it, save it and ingest it again`);
  if (errors > 0) tell('cell_errors', `${errors} cells hold an error such as #REF!`);
  if (hiddenRows > 0) tell('hidden_rows_left_out', `${hiddenRows} hidden rows`);
  if (hiddenColumns > 0) tell('hidden_columns_left_out', `${hiddenColumns} hidden columns`);
}

function nothingIn(warnings: readonly ReadWarning[]): InputRefused {
  const hidden = warnings.some(({ code }) => code.startsWith('hidden_'));
  return hidden
    ? new InputRefused(
        'empty',
        'all that the spreadsheet holds is hidden',
        'Unhide what is to be read, save it and ingest it again.',
      )
    : new InputRefused('empty', 'the spreadsheet holds no text', 'Check that it was saved or downloaded whole.');
}
