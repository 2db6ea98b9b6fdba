import type { RecordFilter, RecordOf, Store } from '../../output/index.js';
import type { RecordTypeName } from '../../schemas/index.js';
import { defineCommand, type CommandDefinition, type Options } from './command.js';
import { EXIT } from './errors.js';
import { filterDefinitions, readFilter, type FilterName } from './filters.js';
import { formatOf, formatOptions, isForPrograms, type Format } from './formats.js';
import type { Text } from './language.js';
import { pagerOption, withPager } from './pager.js';
import { withPlace } from './place.js';
import { personalDataOption, storeOption, withStore } from './store.js';
import type { Column } from './table.js';
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
  matching?: (filter: RecordFilter, store: Store, options: Options) => Promise<Matching<RecordOf[T]> | null>;
}

/** What a listing looks for, with a note beside each record of why it is there. */
export interface Matching<Row> {
  filter: RecordFilter;
  /** the fields that say why, beside those of the record */
  mark: (record: Row) => Promise<Row>;
  column: ListingColumn<Row>;
  /** what to do where nothing is found */
  nothing: () => Promise<Text>;
}

export function defineListing<T extends RecordTypeName>(listing: Listing<T>): CommandDefinition {
  const filters: readonly FilterName[] = [...listing.filters, 'notice', 'text', 'limit'];
  return defineCommand({
    name: listing.type,
    summary: listing.summary,
    options: [...filterDefinitions(filters), storeOption, ...formatOptions, pagerOption, personalDataOption],
    examples: listing.examples,
    async run({ options, terminal }) {
      const filter = await withPlace(readFilter(filters, options), options);
      const format = formatOf(options);
      const lang = isForPrograms(format) ? terminal.asked : terminal.lang;
      await withPager(options, terminal, (out) =>
        withStore(options, lang, async (store) => {
          const matching = (await listing.matching?.(filter, store, options)) ?? null;
          const records = marked(store.list(listing.type, matching?.filter ?? filter), matching);
          await print[format](
            records,
            { listing, store, matching, format, filter: matching?.filter ?? filter, bare: options.isOff('bom') },
            out,
          );
        }),
      );
      return EXIT.ok;
    },
  });
}

/** What a printer needs besides the records. */
interface Shown<T extends RecordTypeName> {
  listing: Listing<T>;
  store: Store;
  filter: RecordFilter;
  matching: Matching<RecordOf[T]> | null;
  format: Format;
  /** csv for programs: no BOM, texts as they are */
  bare: boolean;
}
type Printer = <T extends RecordTypeName>(
  records: AsyncIterable<RecordOf[T]>,
  shown: Shown<T>,
  terminal: Terminal,
) => Promise<void>;

const print: Record<Format, Printer> = {
  table: printTable,
  md: printTable,
  json: (records, _, terminal) => printArray(records, terminal),
  jsonl: (records, _, terminal) => printLines(records, terminal),
  csv: printCsv,
};

async function* marked<Row>(records: AsyncIterable<Row>, matching: Matching<Row> | null): AsyncGenerator<Row> {
  for await (const record of records) yield matching ? await matching.mark(record) : record;
}

/** Prints records as one JSON array, a record a line; never more than one record in memory. */
async function printArray(records: AsyncIterable<unknown>, terminal: Terminal): Promise<void> {
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

/** Every field, in the columns that `export` writes. */
async function printCsv<T extends RecordTypeName>(
  _: AsyncIterable<RecordOf[T]>,
  { listing: { type }, store, filter, bare }: Shown<T>,
  terminal: Terminal,
): Promise<void> {
  const { exportStream } = await import('../../output/index.js');
  for await (const chunk of exportStream(store, { format: 'csv', type, filter, bom: !bare })) {
    await terminal.out(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
  }
}

/** The table of a listing, fitted to the terminal, or as Markdown where that was asked for. */
async function printTable<T extends RecordTypeName>(
  found: AsyncIterable<RecordOf[T]>,
  { listing: { type, columns }, store, matching, format }: Shown<T>,
  terminal: Terminal,
): Promise<void> {
  const records: RecordOf[T][] = [];
  for await (const record of found) records.push(record);
  if (records.length > 0) {
    const own = typeof columns === 'function' ? await columns(store) : columns;
    const shown = matching ? [matching.column, ...own] : own;
    const heads = shown.map(({ head, ...column }) => ({ head: terminal.say(head), ...column }));
    await terminal.out(`${await tableOf(records, heads, format, terminal)}\n`);
  }
  terminal.note({ en: `${records.length} ${type}`, zh: `共 ${records.length} 条` });
  if (records.length === 0 && matching) terminal.note(await matching.nothing());
}

async function tableOf<Row>(rows: readonly Row[], columns: Column<Row>[], format: Format, terminal: Terminal): Promise<string> {
  if (format === 'md') return (await import('./markdown.js')).renderMarkdown(rows, columns);
  return (await import('./table.js')).renderTable(rows, columns, terminal.columns).join('\n');
}
