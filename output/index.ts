// The one door to stores and exports. It loads nothing heavy: the database library and the exporters come when they are called.
import type { checkStore as checkStoreType, Checked } from './check/index.js';
import type { exportChanges as exportChangesType, ExportedFile, ExportOptions, StreamOptions } from './export/index.js';
import type { Ingested, NoticeDiff, NoticeRecord } from '../schemas/index.js';
import type { plainTable as plainTableType } from './export/plain-table.js';
import type { NoticeContents } from './diff/index.js';
import type { Lang } from './messages.js';
import type { RecordsByType } from './store/history-types.js';
import type { OpenOptions, Store } from './store/types.js';

export { findingMessage, type FindingFacts, type Lang } from './messages.js';
export { StoreError, type QueryFault, type StoreErrorCode } from './store/errors.js';
export { loadSegmenter } from './search/segmenter.js';
export { openStore } from './store/open.js';
export { whileWanted } from './store/wanted.js';
export type {
  NameOccurrence,
  NameQuery,
  StoredGroup,
  StoredNames,
  StoredOrgan,
  UnitFilter,
  UnresolvedName,
} from './store/name-types.js';
export { maskText, masked, holdsPersonalNumber } from './mask.js';
export { ExportError, type ExportErrorCode } from './export/errors.js';
export { fieldLabel } from './labels.js';
export { codeHead } from './place-codes.js';
export { ENTRY_TYPES, numbered, type Entry } from './export/html/entries.js';
export { comparison, entryDetails, entryFacts, entryName, money } from './export/html/list.js';
export { markedText } from './export/html/marked.js';
export type {
  Change,
  ChangePage,
  MadeWith,
  KnownInput,
  LinkOf,
  NoticeSummary,
  OpenOptions,
  PlaceFilter,
  RecordFilter,
  RecordOf,
  SearchFilter,
  SearchPage,
  Store,
} from './store/types.js';
export type { ListPage, RecordPage, Total, TotalOptions } from './store/page-types.js';
export { faultWords, type Fault, type FaultCode, type FaultWords } from './check/fault.js';
export type { Checked } from './check/index.js';
export type { InputVersion, PageBegin, RecordsByType, StoredHistory, VersionContents } from './store/history-types.js';
export type { NoticeContents } from './diff/index.js';
export type { ExportedFile, ExportFormat, ExportOptions, StreamOptions } from './export/index.js';
export type { Chunks } from './export/files.js';
export type { PlainTable } from './export/plain-table.js';
export type { ExportType } from './export/tables.js';

/** Copies a store to a file as it is at one moment, also while others write. See output/backup.ts. */
export async function copyStore(path: string, to: string): Promise<void> {
  const backup = await import('./backup.js');
  return backup.copyStore(path, to);
}

/** Looks for everything that can be wrong with a store, and changes nothing; `onFault` hears of each fault. See output/check. */
export async function checkStore(...given: Parameters<typeof checkStoreType>): Promise<Checked> {
  const check = await import('./check/index.js');
  return check.checkStore(...given);
}

/** Writes the records of a store as files. The files take their names together at the end, or none does. */
export async function exportStore(store: Store, options: ExportOptions): Promise<ExportedFile[]> {
  const exporter = await import('./export/index.js');
  return exporter.exportStore(store, options);
}

/** The records of one input in their exported shape, with ids as in a store of it alone; nothing is written to disk. */
export async function recordsOf(ingested: Ingested, options: Omit<OpenOptions, 'readOnly'> = {}): Promise<RecordsByType> {
  const memory = await import('./store/memory.js');
  return memory.recordsOf(ingested, options);
}

/** What differs between two notices, or two versions of one; pure, the same contents give the same answer. */
export async function diffContents(before: NoticeContents, after: NoticeContents): Promise<NoticeDiff> {
  const diff = await import('./diff/index.js');
  return diff.diffContents(before, after);
}

/** The notice among those of another version of its file; null where that version held another notice. */
export async function counterpart(notice: NoticeRecord, others: readonly NoticeRecord[]): Promise<NoticeRecord | null> {
  const diff = await import('./diff/index.js');
  return diff.counterpart(notice, others);
}

/** Writes what came, changed and went since a cursor (`start` for all), as `changes.jsonl`; gives the cursor to go on with. */
export async function exportChanges(
  ...given: Parameters<typeof exportChangesType>
): Promise<{ files: ExportedFile[]; cursor: string }> {
  const exporter = await import('./export/index.js');
  return exporter.exportChanges(...given);
}

/** The pieces of one exported file, for a reader that takes it as it comes (`Readable.from`). Memory stays the same however long it is. */
export async function* exportStream(store: Store, options: StreamOptions): AsyncGenerator<string | Uint8Array> {
  const exporter = await import('./export/index.js');
  yield* exporter.exportStream(store, options);
}

/** The pieces of a file with a table of one's own. See output/export/plain-table.ts. */
export async function* plainTable(...given: Parameters<typeof plainTableType>): AsyncGenerator<string | Uint8Array> {
  const exporter = await import('./export/plain-table.js');
  yield* exporter.plainTable(...given);
}

/** The report of one notice as a page that stands for itself. */
export async function noticeReport(store: Store, notice: NoticeRecord, lang: Lang): Promise<string> {
  const report = await import('./export/html/files.js');
  return report.noticeReport(store, notice, lang);
}
