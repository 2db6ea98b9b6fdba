import type { Cell } from './cells.js';
import type { SheetLayout, WrittenSheet } from './layout.js';
import { contentTypes, packageRelations, styles, workbook, workbookRelations } from './parts.js';
import { writeSheets } from './sheet.js';
import { ZipStream } from './zip.js';

/** A sheet and its rows, which are read when its turn comes. */
export interface Sheet {
  layout: SheetLayout;
  rows: () => AsyncIterable<readonly Cell[]>;
}

/**
 * A workbook (ECMA-376) piece by piece: memory stays the same however many rows there are. Texts stand in their cells rather than in
 * a shared list, which would have to be kept whole. The same sheets give the same bytes.
 */
export async function* xlsxBytes(sheets: AsyncIterable<Sheet> | Iterable<Sheet>): AsyncGenerator<Uint8Array> {
  const zip = new ZipStream();
  const written: WrittenSheet[] = [];
  for await (const { layout, rows } of sheets) yield* writeSheets(zip, layout, rows(), written);
  const parts: [name: string, text: string][] = [
    ['xl/workbook.xml', workbook(written)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(written)],
    ['xl/styles.xml', styles],
    ['_rels/.rels', packageRelations],
    ['[Content_Types].xml', contentTypes(written)],
  ];
  for (const [name, text] of parts) {
    zip.begin(name);
    zip.write(text);
  }
  zip.finish();
  yield* zip.take();
}
