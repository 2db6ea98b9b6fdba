import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Document, Ingested, LinkTypeName, RecordTypeName, SearchAnswer } from '../../schemas/index.js';
import { search } from '../search/search.js';
import { mergeIndexes, settleMerging, unindexInput, wantedMerging } from '../search/write.js';
import { masked } from '../mask.js';
import { MODELS } from '../model.js';
import type { Lang } from '../messages.js';
import { queryBuilder, type Db } from './dialect.js';
import { noteAttached, noteTouched, readChanges, recordChanges, type Touched } from './changes.js';
import { openDriver, type Driver, type Row } from './driver.js';
import { linkById, linksAbout, listLinks } from './entities/list.js';
import { linkAll } from './entities/link.js';
import { StoreError } from './errors.js';
import type { StoredHistory, VersionContents } from './history-types.js';
import { storedHistory } from './history.js';
import { assignIds } from './link.js';
import { dropUnborne, meaningsOf } from './meanings.js';
import { Memo } from './memo.js';
import { checkNotNewer, migrate, MIGRATIONS, versionOf } from './migrations.js';
import { storedNames } from './names.js';
import { recordById } from './one.js';
import type { ListPage, RecordPage, Total, TotalOptions } from './page-types.js';
import { linkPage, recordPage } from './paging.js';
import { openPool } from './pool.js';
import { preparedPrints } from './prints.js';
import { inputReader, listRecords, readCounts, readDocument, readSummaries } from './read.js';
import { recordsAreCurrent, syncRecords } from './records.js';
import { countRecords, totalsOf } from './totals.js';
import type { StoredNames } from './name-types.js';
import { copyTo, firstWithPersonalData, madeWith } from './whole.js';
import type {
  ChangePage,
  KnownInput,
  LinkOf,
  MadeWith,
  NoticeSummary,
  OpenOptions,
  RecordFilter,
  RecordOf,
  SearchFilter,
  SearchPage,
  Store,
} from './types.js';
import { insertInputs, packed } from './write.js';

/** Opens the SQLite store at `path`, making or updating it where needed. See `openStore`. */
export async function openSqliteStore(
  path: string,
  { readOnly = false, lang = 'zh', personalData = 'masked', connections }: OpenOptions,
): Promise<Store> {
  checkPath(path, readOnly);
  const pooled = readOnly && connections !== undefined;
  const driver = pooled ? await openPool(path, connections) : await openDriver(path, { readOnly });
  try {
    if (readOnly) await checkReadable(driver);
    else await driver.transaction(() => prepare(driver));
  } catch (error) {
    await driver.close();
    throw error;
  }
  return new SqliteStore(driver, readOnly, lang, personalData);
}

/** Refuses a path at which no store can be. */
export function checkPath(path: string, readOnly: boolean): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return;
    throw new StoreError('not_a_store', `${path} is a folder.`, 'Give the path of a file, such as notices.db in it.');
  }
  if (readOnly)
    throw new StoreError(
      'missing_store',
      `There is no store at ${path}.`,
      'Make one first with: gongbao ingest PATH… --store STORE',
    );
  const folder = dirname(resolve(path));
  if (!existsSync(folder))
    throw new StoreError(
      'missing_directory',
      `There is no folder ${dirname(path)}.`,
      'Make the folder first, or give another path.',
    );
}

async function prepare(driver: Driver): Promise<void> {
  await migrate(driver);
  await syncRecords(driver);
  await settleMerging(driver);
}

/** A store opened for reading only cannot be brought up to date, so it must be. */
async function checkReadable(driver: Driver): Promise<void> {
  const version = await versionOf(driver);
  checkNotNewer(version);
  if (version === 0)
    throw new StoreError('not_a_store', 'The file is empty.', 'Make a store first with: gongbao ingest PATH… --store STORE');
  if (version === MIGRATIONS.length && (await recordsAreCurrent(driver, preparedPrints()))) return;
  throw new StoreError(
    'outdated',
    'The store was made by another version of this program.',
    'Run: gongbao ingest PATH… --store STORE. It brings the store up to date.',
  );
}

class SqliteStore implements Store {
  private readonly db: Db;
  readonly names: StoredNames;
  readonly history: StoredHistory;

  constructor(
    private readonly driver: Driver,
    private readonly readOnly: boolean,
    private readonly lang: Lang,
    readonly personalData: 'masked' | 'shown',
    private readonly memo = new Memo(driver),
  ) {
    this.db = queryBuilder(driver);
    const names = storedNames(this.db);
    const unresolved: StoredNames['unresolved'] = (query) =>
      query?.occurrences === undefined
        ? names.unresolved(query)
        : this.memo.answer(['unresolved', query], () => names.unresolved(query));
    this.names = { ...names, unresolved: async (query) => this.given(await unresolved(query)) };
    const history = storedHistory(this.db, driver);
    this.history = { ...history, read: async (path, version) => this.withGivenRecords(await history.read(path, version)) };
  }

  async known(path: string): Promise<KnownInput | null> {
    const row = await this.driver.get('select sha256, pipeline, gazetteer from inputs where path = ?', [path]);
    if (!row) return null;
    return { sha256: String(row.sha256), fingerprint: { pipeline: String(row.pipeline), gazetteer: String(row.gazetteer) } };
  }

  async put(...inputs: readonly Ingested[]): Promise<void> {
    await this.write(async () => {
      for (const group of withoutRepeats(inputs)) await this.putGroup(group);
    });
  }

  async remove(path: string): Promise<void> {
    await this.write(async () => {
      const former = await this.inputAt(path);
      if (!former) return;
      await this.freeze(former);
      const identities = await this.drop(former);
      await assignIds(this.db, identities);
      await noteTouched(this.driver, [{ path, identities }]);
    });
  }

  async link(): Promise<void> {
    const merging = await this.write(async () => {
      const wanted = await wantedMerging(this.driver);
      await assignIds(this.db, 'all');
      await noteAttached(this.driver);
      await linkAll(this.driver);
      await noteAttached(this.driver);
      await recordChanges(this.driver, this.db);
      return wanted;
    });
    await mergeIndexes(this.driver, merging);
  }

  async *documents(): AsyncGenerator<{ input: Ingested['input']; document: Document }> {
    const next = `select path, file, sha256, bytes, body from inputs join documents on input_pk = pk where path > ? order by path limit 1`;
    for (let row = await this.driver.get(next, ['']); row; row = await this.driver.get(next, [row.path])) {
      yield { input: inputOf(row), document: await readDocument(row.body) };
    }
  }

  list<T extends RecordTypeName>(type: T, filter: RecordFilter = {}): AsyncIterable<RecordOf[T]> {
    return this.each(listRecords(this.db, type, filter, this.lang));
  }

  async page<T extends RecordTypeName>(
    type: T,
    filter: RecordFilter = {},
    page: ListPage = {},
  ): Promise<RecordPage<RecordOf[T]>> {
    const { records, next } = await recordPage(this.db, type, filter, page, this.lang);
    return { records: this.given(records), next };
  }

  async get<T extends RecordTypeName>(type: T, id: string): Promise<RecordOf[T] | null> {
    return this.given((await recordById(this.db, MODELS[type], id, this.lang)) as unknown as RecordOf[T] | null);
  }

  count(type: RecordTypeName, filter: RecordFilter = {}): Promise<number> {
    return this.memo.answer(['count', type, filter], () => countRecords(this.db, type, filter));
  }

  async totals(type: RecordTypeName, filter: RecordFilter, by: readonly string[], options: TotalOptions = {}): Promise<Total[]> {
    const question = ['totals', type, filter, by, options];
    const totals = await this.memo.answer(question, () => totalsOf(this.db, type, filter, by, options));
    return totals.map((total) => ({ ...total, values: total.values.map((value, i) => this.givenOf(by[i] ?? '', value)) }));
  }

  search(query: string, filter: SearchFilter = {}, page: SearchPage = {}): Promise<SearchAnswer> {
    return search(this.db, query, filter, page, { lang: this.lang, show: (text) => this.given(text) });
  }

  links<T extends LinkTypeName>(type: T): AsyncIterable<LinkOf[T]> {
    return this.each(listLinks(this.driver, type));
  }

  async linkPage<T extends LinkTypeName>(type: T, page: ListPage = {}): Promise<RecordPage<LinkOf[T]>> {
    const { records, next } = await linkPage(this.driver, type, page);
    return { records: this.given(records), next };
  }

  async linksAbout<T extends LinkTypeName>(type: T, ids: readonly string[]): Promise<LinkOf[T][]> {
    return this.given(await linksAbout(this.driver, type, ids));
  }

  async getLink<T extends LinkTypeName>(type: T, id: string): Promise<LinkOf[T] | null> {
    return this.given(await linkById(this.driver, type, id));
  }

  async changes(since: string | null, limit = 1000): Promise<ChangePage> {
    return this.given(await readChanges(this.driver, this.db, this.lang, { since, limit }));
  }

  madeWith(): Promise<MadeWith> {
    return madeWith(this.driver);
  }

  copyTo(path: string): Promise<void> {
    return copyTo(this.driver, path);
  }

  personalDataIn(): Promise<string | null> {
    return firstWithPersonalData(this.driver);
  }

  async summaries(): Promise<NoticeSummary[]> {
    return this.given(await readSummaries(this.db));
  }

  counts(): Promise<Record<RecordTypeName | 'inputs', number>> {
    return this.memo.answer(['counts'], () => readCounts(this.db));
  }

  async revision(): Promise<string> {
    // What other connections have committed, and what this one has changed.
    const [others, own] = [
      await this.driver.get('PRAGMA data_version'),
      await this.driver.get('select total_changes() as changes'),
    ];
    return `${String(others?.data_version)}-${String(own?.changes)}`;
  }

  speaking(lang: Lang): Store {
    return lang === this.lang ? this : new SqliteStore(this.driver, this.readOnly, lang, this.personalData, this.memo);
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  /** A value on its way out of the store. */
  private given<T>(value: T): T {
    return this.personalData === 'masked' ? masked(value) : value;
  }

  /** The value of one field on its way out. */
  private givenOf<V>(field: string, value: V): V {
    return Object.values(this.given({ [field]: value }))[0] ?? value;
  }

  /** Of a version its records; its document is what the pipeline runs on, as `documents` gives it. */
  private withGivenRecords(contents: VersionContents | null): VersionContents | null {
    return contents && { ...contents, records: this.given(contents.records) };
  }

  private async *each<T>(values: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const value of values) yield this.given(value);
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    if (this.readOnly)
      throw new StoreError('read_only', 'The store was opened for reading only.', 'Open it without readOnly to change it.');
    return this.driver.transaction(work).finally(() => {
      this.memo.written();
    });
  }

  private inputAt(path: string): Promise<Row | undefined> {
    return this.driver.get('select * from inputs where path = ?', [path]);
  }

  /** Stores inputs of different paths. */
  private async putGroup(inputs: readonly Ingested[]): Promise<void> {
    const touched: Touched[] = [];
    for (const { input, notices } of inputs) {
      const identities = new Set(notices.map(({ identity }) => identity));
      const former = await this.inputAt(input.path);
      if (former) {
        if (former.sha256 !== input.sha256) await this.freeze(former);
        for (const identity of await this.drop(former)) identities.add(identity);
      }
      touched.push({ path: input.path, identities: [...identities] });
    }
    await insertInputs(this.driver, inputs);
    await assignIds(this.db, [...new Set(touched.flatMap(({ identities }) => identities))]);
    await noteTouched(this.driver, touched);
  }

  /** Keeps what an input held: its document, and its records as they were. */
  private async freeze(input: Row): Promise<void> {
    const records = await packed(await inputReader(this.driver, this.db)(Number(input.pk)));
    await this.driver.run(
      `insert into history (path, version, file, sha256, bytes, pipeline, gazetteer, document, records)
       select i.path, (select count(*) + 1 from history as h where h.path = i.path),
         i.file, i.sha256, i.bytes, i.pipeline, i.gazetteer, d.body, ?
       from inputs as i join documents as d on d.input_pk = i.pk where i.pk = ?`,
      [records, input.pk],
    );
  }

  /** Deletes an input with all that hangs on it; gives the identities of its notices, whose equals may need new ids. */
  private async drop(input: Row): Promise<string[]> {
    const notices = await this.driver.all('select distinct identity from notices_rows where input_pk = ?', [input.pk]);
    const meanings = await meaningsOf(this.driver, Number(input.pk));
    await unindexInput(this.driver, Number(input.pk));
    await this.driver.run('delete from inputs where pk = ?', [input.pk]);
    await dropUnborne(this.driver, meanings);
    return notices.map((notice) => String(notice.identity));
  }
}

function inputOf(row: Row): Ingested['input'] {
  return { path: String(row.path), file: String(row.file), sha256: String(row.sha256), bytes: Number(row.bytes) };
}

/** The inputs in groups in which no path occurs twice, in their order: of two with one path the second replaces the first. */
function withoutRepeats(inputs: readonly Ingested[]): Ingested[][] {
  const groups = [new Map<string, Ingested>()];
  for (const ingested of inputs) {
    const { path } = ingested.input;
    const last = groups.at(-1);
    if (last && !last.has(path)) last.set(path, ingested);
    else groups.push(new Map([[path, ingested]]));
  }
  return groups.map((group) => [...group.values()]);
}
