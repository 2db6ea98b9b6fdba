import type { ExportFiles } from './files.js';
import { gathered, type Table } from './tables.js';

/**
 * One file per record type, one record a line, its fields in the order of the schema; and one for each thing that is
 * made of all notices together, which no filter narrows. A type without records has an empty file.
 */
export async function writeJsonl(tables: readonly Table[], files: ExportFiles): Promise<void> {
  for (const { name, rows } of tables) {
    const file = await files.create(`${name}.jsonl`);
    await file.writeAll(jsonlText(file.counting(rows())));
  }
}

/** Values as lines of JSON. */
export function jsonlText(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  return gathered(lines(values));
}

async function* lines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}
