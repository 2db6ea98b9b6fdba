import { ALL_LINK_MODELS, ALL_MODELS } from '../model.js';
import type { RecordFilter, Store } from '../store/types.js';
import type { ExportFiles } from './files.js';

/**
 * One file per record type, one record a line, its fields in the order of the schema; and one for each thing that is
 * made of all notices together, which no filter narrows. A type without records has an empty file.
 */
export async function writeJsonl(store: Store, files: ExportFiles, filter: RecordFilter): Promise<void> {
  for (const { name } of ALL_MODELS) await writeFile(files, name, store.list(name, filter));
  for (const { name } of ALL_LINK_MODELS) await writeFile(files, name, store.links(name));
}

async function writeFile(files: ExportFiles, name: string, values: AsyncIterable<unknown>): Promise<void> {
  const file = await files.create(`${name}.jsonl`);
  for await (const value of values) {
    await file.write(`${JSON.stringify(value)}\n`);
    file.records += 1;
  }
}
