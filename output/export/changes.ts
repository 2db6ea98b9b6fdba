import type { Store } from '../store/types.js';
import type { ExportFiles } from './files.js';
import type { ExportType } from './tables.js';

/** Writes what came, changed and went since the cursor, one change a line: {change, type, id, record}. Gives the cursor to go on with. */
export async function writeChanges(
  store: Store,
  files: ExportFiles,
  { since, types }: { since: string; types: readonly ExportType[] | null },
): Promise<string> {
  const file = await files.create('changes.jsonl');
  for (let cursor = since; ;) {
    const page = await store.changes(cursor);
    const wanted = page.changes.filter(({ type }) => types === null || types.includes(type));
    for (const change of wanted) {
      await file.write(`${JSON.stringify(change)}\n`);
      file.records += 1;
    }
    cursor = page.cursor;
    if (!page.more) return cursor;
  }
}
