import type { RecordFilter, RecordOf, Store } from '../../output/index.js';
import type { RecordTypeName } from '../../schemas/index.js';
import { defineCommand, type CommandDefinition, type OptionDefinition } from './command.js';
import { EXIT } from './errors.js';
import { filterDefinitions, readFilter, type FilterName } from './filters.js';
import type { Text } from './language.js';
import { storeOption, withStore } from './store.js';
import type { Terminal } from './terminal.js';

export interface ListingColumn<Row> {
  head: Text;
  cell: (row: Row) => string | number | null;
  whole?: boolean;
}

/** The column that `show` takes its argument from. */
export const idColumn = { head: { en: 'id', zh: '编号' }, cell: ({ id }: { id: string }) => id, whole: true };

/** A command that lists records of one type: which columns its table shows, and what it can be filtered by. */
export interface Listing<T extends RecordTypeName> {
  type: T;
  summary: Text;
  filters: readonly FilterName[];
  columns: readonly ListingColumn<RecordOf[T]>[] | ((store: Store) => Promise<readonly ListingColumn<RecordOf[T]>[]>);
  examples: readonly string[];
  /** where what is asked for takes more than the store's own filters: looks it up first */
  matching?: (filter: RecordFilter, store: Store) => Promise<Matching<RecordOf[T]> | null>;
}

/** What a listing looks for, with a note beside each record of why it is there. */
export interface Matching<Row> {
  filter: RecordFilter;
  /** the fields that say why, beside those of the record */
  mark: (record: Row) => Promise<Row>;
  column: ListingColumn<Row>;
  /** what to do where nothing is found */
  nothing: Text;
}

export const jsonOptions: readonly OptionDefinition[] = [
  { flags: '--json', text: { en: 'print one JSON array', zh: '输出一个 JSON 数组' } },
  { flags: '--jsonl', text: { en: 'print one JSON object a line', zh: '每行输出一个 JSON 对象' } },
];

export function defineListing<T extends RecordTypeName>(listing: Listing<T>): CommandDefinition {
  const filters: readonly FilterName[] = [...listing.filters, 'notice', 'text', 'limit'];
  return defineCommand({
    name: listing.type,
    summary: listing.summary,
    options: [...filterDefinitions(filters), storeOption, ...jsonOptions],
    examples: listing.examples,
    async run({ options, terminal }) {
      const filter = readFilter(filters, options);
      const machine = options.flag('json') || options.flag('jsonl');
      await withStore(options, machine ? terminal.asked : terminal.lang, async (store) => {
        const matching = (await listing.matching?.(filter, store)) ?? null;
        const records = marked(store.list(listing.type, matching?.filter ?? filter), matching);
        if (options.flag('json')) await printArray(records, terminal);
        else if (options.flag('jsonl')) await printLines(records, terminal);
        else await printTable(listing, store, records, matching, terminal);
      });
      return EXIT.ok;
    },
  });
}

async function* marked<Row>(records: AsyncIterable<Row>, matching: Matching<Row> | null): AsyncGenerator<Row> {
  for await (const record of records) yield matching ? await matching.mark(record) : record;
}

/** Prints records as one JSON array, a record a line; never more than one record in memory. */
export async function printArray(records: AsyncIterable<unknown>, terminal: Terminal): Promise<void> {
  let before = '[';
  for await (const record of records) {
    await terminal.out(`${before}\n${JSON.stringify(record)}`);
    before = ',';
  }
  await terminal.out(before === '[' ? '[]\n' : '\n]\n');
}

async function printLines(records: AsyncIterable<unknown>, terminal: Terminal): Promise<void> {
  for await (const record of records) await terminal.out(`${JSON.stringify(record)}\n`);
}

async function printTable<T extends RecordTypeName>(
  { type, columns }: Listing<T>,
  store: Store,
  found: AsyncIterable<RecordOf[T]>,
  matching: Matching<RecordOf[T]> | null,
  terminal: Terminal,
): Promise<void> {
  const records: RecordOf[T][] = [];
  for await (const record of found) records.push(record);
  if (records.length > 0) {
    const { renderTable } = await import('./table.js');
    const own = typeof columns === 'function' ? await columns(store) : columns;
    const shown = matching ? [matching.column, ...own] : own;
    const heads = shown.map(({ head, ...column }) => ({ head: terminal.say(head), ...column }));
    await terminal.out(`${renderTable(records, heads, terminal.columns).join('\n')}\n`);
  }
  terminal.note({ en: `${records.length} ${type}`, zh: `共 ${records.length} 条` });
  if (records.length === 0 && matching) terminal.note(matching.nothing);
}
