import type { ExtractedType, ReadRecords } from '../schemas/index.js';
import type { Notice } from './notice.js';

/**
 * An extractor reads one record type out of a notice. Pure: no clock, disk, network or gazetteer.
 * Raise `version` when it reads differently; ids do not contain it.
 */
export interface Extractor<T extends ExtractedType = ExtractedType> {
  type: T;
  version: number;
  read: (notice: Notice, earlier: Earlier) => ReadRecords[T][];
}

/** What the extractors before it in the list have read. */
export type Earlier = { readonly [T in ExtractedType]: readonly ReadRecords[T][] };

/** Gives an extractor literal its type. */
export function defineExtractor<T extends ExtractedType>(extractor: Extractor<T>): Extractor<T> {
  return extractor;
}
