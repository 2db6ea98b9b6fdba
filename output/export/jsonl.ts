import { ALL_MODELS } from '../model.js';
import type { RecordFilter, Store } from '../store/types.js';
import type { ExportFiles } from './files.js';

/** One file per record type, one record a line, its fields in the order of the schema. A type without records has an empty file. */
export async function writeJsonl(store: Store, files: ExportFiles, filter: RecordFilter): Promise<void> {
  for (const { name } of ALL_MODELS) {
    const file = await files.create(`${name}.jsonl`);
    for await (const record of store.list(name, filter)) {
      await file.write(`${JSON.stringify(record)}\n`);
      file.records += 1;
    }
  }
}
