import type { ExtractedType, ReadRecords } from '../schemas/index.js';
import type { Notice } from './notice.js';

/** All that extractors read from a notice, by record type. */
export type ReadAll = { [T in ExtractedType]: ReadRecords[T][] };

/** What the extractors before it in the list have read. */
export type Earlier = { readonly [T in ExtractedType]: readonly ReadRecords[T][] };

/**
 * An extractor reads one record type out of a notice. Pure: no clock, disk, network or gazetteer.
 * Raise `version` when it reads differently; ids do not contain it.
 */
export interface ExtractorDefinition<T extends ExtractedType> {
  type: T;
  version: number;
  read: (notice: Notice, earlier: Earlier) => ReadRecords[T][];
}

/** An extractor as the list holds it, whatever its record type. */
export interface Extractor {
  type: ExtractedType;
  version: number;
  /** Reads the notice and puts its records to those read before. */
  readInto: (notice: Notice, all: ReadAll) => void;
}

/** Makes an extractor of its definition. */
export function defineExtractor<T extends ExtractedType>({ type, version, read }: ExtractorDefinition<T>): Extractor {
  return {
    type,
    version,
    readInto: (notice, all) => {
      const list: ReadRecords[T][] = all[type];
      list.push(...read(notice, all));
    },
  };
}
