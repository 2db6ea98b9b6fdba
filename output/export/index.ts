import type { RecordFilter, Store } from '../store/types.js';
import { writeCsv } from './csv.js';
import { ExportFiles } from './files.js';
import { writeJsonl } from './jsonl.js';

/** How each format is written: one file per format in this folder. */
const FORMATS = { jsonl: writeJsonl, csv: writeCsv };
export type ExportFormat = keyof typeof FORMATS;
export const EXPORT_FORMATS = Object.keys(FORMATS) as ExportFormat[];

export interface ExportOptions {
  format: ExportFormat;
  /** made where it is missing */
  outDir: string;
  filter?: RecordFilter;
  /** called for each file when all are in their places */
  onFile?: (file: ExportedFile) => void;
}
export interface ExportedFile {
  name: string;
  records: number;
}

/** Writes the records of a store as files. The files take their names together at the end, or none does. */
export async function exportStore(store: Store, { format, outDir, filter = {}, onFile }: ExportOptions): Promise<ExportedFile[]> {
  const files = new ExportFiles(outDir);
  try {
    await FORMATS[format](store, files, filter);
    const written = await files.commit();
    for (const file of written) onFile?.(file);
    return written;
  } catch (error) {
    await files.discard();
    throw error;
  }
}
