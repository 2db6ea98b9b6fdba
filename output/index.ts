// The one door to stores and exports. It loads nothing heavy: the database library and the exporters come when they are called.
import type { ExportedFile, ExportOptions } from './export/index.js';
import type { Ingested, NoticeDiff, NoticeRecord } from '../schemas/index.js';
import type { NoticeContents } from './diff/index.js';
import type { RecordsByType } from './store/history-types.js';
import type { OpenOptions, Store } from './store/types.js';

export { findingMessage, type FindingFacts, type Lang } from './messages.js';
export { StoreError, type StoreErrorCode } from './store/errors.js';
export { loadSegmenter } from './search/segmenter.js';
export { openStore } from './store/open.js';
export type {
  NameOccurrence,
  NameQuery,
  StoredGroup,
  StoredNames,
  StoredOrgan,
  UnitFilter,
  UnresolvedName,
} from './store/name-types.js';
export type {
  KnownInput,
  LinkOf,
  NoticeSummary,
  OpenOptions,
  RecordFilter,
  RecordOf,
  SearchFilter,
  SearchPage,
  Store,
} from './store/types.js';
export type { InputVersion, RecordsByType, StoredHistory, VersionContents } from './store/history-types.js';
export type { NoticeContents } from './diff/index.js';
export type { ExportedFile, ExportFormat, ExportOptions } from './export/index.js';

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
