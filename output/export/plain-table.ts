import { BOM, csvLine, guarded } from './csv.js';
import { xlsxBytes } from './xlsx/book.js';
import type { Cell } from './xlsx/cells.js';

/** A table that is no list of records: what answers a question. */
export interface PlainTable {
  /** of the sheet */
  name: string;
  /** heads, with the width of their columns in characters */
  columns: readonly { head: string; width: number }[];
  rows: () => AsyncIterable<readonly (string | number | null)[]>;
}

/** The table in pieces: a workbook, or CSV as spreadsheets want it (BOM, formulas guarded) unless it is for machines. */
export async function* plainTable(
  table: PlainTable,
  format: 'csv' | 'xlsx',
  { bom }: { bom: boolean },
): AsyncGenerator<string | Uint8Array> {
  if (format === 'xlsx') {
    const rows = (): AsyncIterable<readonly Cell[]> => table.rows();
    yield* xlsxBytes([{ layout: { name: table.name, title: null, columns: table.columns, look: 'data' }, rows }]);
    return;
  }
  yield (bom ? BOM : '') + csvLine(table.columns.map(({ head }) => head));
  for await (const row of table.rows())
    yield csvLine(row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : bom ? guarded(cell) : cell)));
}
