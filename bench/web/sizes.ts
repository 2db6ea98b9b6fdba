import sqlite from 'sqlite3';

/** What a store's tables and indexes take, in bytes. */
export interface Sizes {
  /** of the notices' texts, in UTF-8 */
  text: number;
  /** by table: its own pages and those of its indexes */
  tables: { name: string; rows: number; indexes: number }[];
  search: number;
  records: number;
  /** documents as read, history, changes: what lasts */
  durable: number;
}

const DURABLE = ['documents', 'history', 'inputs', 'meta', 'changes', 'change_passes', 'changed_inputs', 'sqlite_schema'];

/** Reads them off the pages of a store that nothing else holds. */
export async function sizesOf(path: string): Promise<Sizes> {
  const db = new sqlite.Database(path, sqlite.OPEN_READONLY);
  const all = <R>(query: string): Promise<R[]> =>
    new Promise((resolve, reject) => {
      db.all<R>(query, (error, rows) => {
        if (error) reject(error);
        else resolve(rows);
      });
    });
  const pages = await all<{ name: string; of: string; bytes: number }>(
    `select d.name as name, coalesce(s.tbl_name, d.name) as of, sum(d.pgsize) as bytes from dbstat as d
     left join sqlite_schema as s on s.name = d.name group by d.name`,
  );
  const [text] = await all<{ bytes: number }>('select sum(length(cast(text as blob))) as bytes from notices_rows');
  db.close();
  const of = (test: (page: { name: string; of: string }) => boolean): number =>
    pages.filter(test).reduce((sum, { bytes }) => sum + bytes, 0);
  const isSearch = ({ name }: { name: string }): boolean => /_search(_|$)/.test(name);
  const isDurable = (page: { of: string }): boolean => DURABLE.includes(page.of);
  const names = [...new Set(pages.filter((page) => !isSearch(page)).map((page) => page.of))];
  const tables = names.map((name) => ({
    name,
    rows: of((page) => page.name === name),
    indexes: of((page) => page.of === name && page.name !== name),
  }));
  return {
    text: text?.bytes ?? 0,
    tables: tables.sort((a, b) => b.rows + b.indexes - a.rows - a.indexes),
    search: of(isSearch),
    records: of((page) => !isSearch(page) && !isDurable(page)),
    durable: of(isDurable),
  };
}
