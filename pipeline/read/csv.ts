import type { Document } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { BOUNDS, tooLarge } from './bounds.js';
import type { ReadInput } from './reader.js';
import { decodeText } from './txt/encoding.js';
import { CSV_READER } from './versions.js';
import { finishedSheets } from './xlsx.js';
import type { Filled } from './xlsx/grid.js';
import { sheetBlocks } from './xlsx/layout.js';

/** What may stand between fields; Excel in some countries writes semicolons. */
const DELIMITERS = [',', '\t', ';', '，'] as const;
/** So much of the text tells what stands between fields. */
const SAMPLE = 64 * 1024;

/**
 * Reads a list as CSV (RFC 4180) or TSV, in the encodings of plain text, as a spreadsheet of one sheet.
 * @throws InputRefused where it holds nothing, its quotes do not close, or it is past a bound
 */
export async function readCsv({ bytes, name }: ReadInput): Promise<Document> {
  const decoded = await decodeText(bytes);
  const text = decoded.text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  const rows = await fieldsOf(text);
  const cells: Filled[] = rows.flatMap((row, y) =>
    row.flatMap((field, x) => (field.trim() === '' ? [] : [{ text: field.trim(), top: y, bottom: y, left: x, right: x }])),
  );
  if (cells.length === 0)
    throw new InputRefused('empty', 'the file holds nothing but white space', 'Check that it was saved or downloaded whole.');
  if (cells.length > BOUNDS.cells) throw tooLarge('cells');
  const grid = { cells, row: (shown: number) => shown, column: (shown: number) => shown };
  const warnings: Document['warnings'] = [];
  if (decoded.broken > 0)
    warnings.push({
      code: 'broken_characters',
      page: null,
      detail: `${decoded.broken} characters are no valid ${decoded.encoding}`,
    });
  const blocks = sheetBlocks(grid, '').map(({ block }) => block);
  return finishedSheets({ format: 'csv', reader: CSV_READER, blocks, warnings }, name);
}

async function fieldsOf(text: string): Promise<string[][]> {
  const { parse } = await import('csv-parse/sync');
  try {
    const rows: string[][] = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true });
    return rows;
  } catch (cause) {
    throw new InputRefused(
      'damaged',
      'its fields cannot be told apart: a quotation mark is not closed',
      'Open it in a spreadsheet program and save it anew.',
      {
        cause,
      },
    );
  }
}

/** The character that stands most often outside quotes near the beginning. */
function delimiterOf(text: string): string {
  const plain = text.slice(0, SAMPLE).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => plain.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
