import sqlite from 'sqlite3';

// A small store made large without reading notices: its inputs with all that hangs on them once more and once more, each time under other paths, identities
// and keys. What names mean stays as it is, and so do texts. The search indexes are left to be made anew by the store itself when it is opened next.

/** Columns that hold the key of a row that is copied too. */
const KEYS = ['pk', 'input_pk', 'notice_pk', 'record_pk'];
/** What is kept once for all records, or made by the pass over the whole store. */
const ONCE = /^(resolutions|cluster_entities|citation_links|attachment_links)/;

/** Multiplies what a store holds by `times`; nothing else may hold it. */
export async function multiply(path: string, times: number): Promise<void> {
  const db = new sqlite.Database(path);
  const all = (query: string): Promise<Record<string, unknown>[]> =>
    new Promise((resolve, reject) => {
      db.all<Record<string, unknown>>(query, (error, rows) => {
        if (error) reject(error);
        else resolve(rows);
      });
    });
  const names = await all(`select name from sqlite_schema where type = 'table' and sql not like '%virtual%'`);
  const tables = names
    .map(({ name }) => String(name))
    .filter((name) => /_rows$/.test(name) && !ONCE.test(name))
    .concat('inputs', 'documents');
  const columns = new Map<string, string[]>();
  let offset = 0;
  for (const table of tables) {
    const of = (await all(`pragma table_info("${table}")`)).map(({ name }) => String(name));
    columns.set(table, of);
    if (of.includes('pk')) offset = Math.max(offset, Number((await all(`select max(pk) as pk from "${table}"`))[0]?.['pk'] ?? 0));
  }
  await all('begin');
  for (let copy = 1; copy < times; copy++)
    for (const [table, of] of columns) {
      const first = of.includes('pk') ? `pk <= ${offset}` : `${of.find((column) => KEYS.includes(column)) ?? '1'} <= ${offset}`;
      const values = of.map((column) => copied(table, column, copy, offset));
      await all(
        `insert into "${table}" (${of.map((column) => `"${column}"`).join(', ')}) select ${values.join(', ')} from "${table}" where ${first}`,
      );
    }
  await all(`delete from meta where key = 'search'`);
  await all('commit');
  await new Promise<void>((resolve, reject) => {
    db.close((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** A column's value in a copy. */
function copied(table: string, column: string, copy: number, offset: number): string {
  if (KEYS.includes(column)) return `"${column}" + ${copy * offset}`;
  if (column === 'identity' || column === 'id' || column === 'path_id') return `printf('f%015x', pk + ${copy * offset})`;
  if (table === 'inputs' && column === 'path') return `'${copy}/' || "path"`;
  return `"${column}"`;
}
