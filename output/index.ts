// The one door to stores and exports. It loads nothing heavy: the database library and the exporters come when they are called.
import type { ExportedFile, ExportOptions } from './export/index.js';
import type { Store } from './store/types.js';

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
export type { ExportedFile, ExportFormat, ExportOptions } from './export/index.js';

/** Writes the records of a store as files. The files take their names together at the end, or none does. */
export async function exportStore(store: Store, options: ExportOptions): Promise<ExportedFile[]> {
  const exporter = await import('./export/index.js');
  return exporter.exportStore(store, options);
}
