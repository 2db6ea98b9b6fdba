import type { z } from 'zod';
import type { Document, Ingested, RECORD_TYPES, RecordTypeName } from '../../schemas/index.js';

/** A page of a file, by where it begins in the text of a notice. */
export type PageBegin = Ingested['notices'][number]['pages'][number];

/** One version of an input: what its path holds now, or held before. */
export interface InputVersion {
  /** from 1, the oldest, upwards */
  version: number;
  /** what the store holds now, as opposed to history */
  current: boolean;
  file: string;
  /** hex SHA-256 of its bytes */
  sha256: string;
  bytes: number;
  fingerprint: Ingested['fingerprint'];
}

/** Records in their exported shape, by type. */
export type RecordsByType = { [T in RecordTypeName]: z.infer<(typeof RECORD_TYPES)[T]['schema']>[] };

/** What a version holds: its document as read, and its records as they were then. */
export interface VersionContents {
  input: Ingested['input'];
  document: Document;
  /** null where another version of the program kept them in another shape: the document can be run through the pipeline again */
  records: RecordsByType | null;
}

/** What the inputs of a store held before. */
export interface StoredHistory {
  /** The path of the input that a notice was read from, by the notice's id; null where there is no such notice. */
  inputOf(noticeId: string): Promise<string | null>;
  /** Where the pages of a notice begin: ascending offsets into its text; empty where its format has none. */
  pagesOf(noticeId: string): Promise<PageBegin[]>;
  /** The versions of an input, the oldest first; empty where the store has never held it. */
  versions(path: string): Promise<InputVersion[]>;
  /** What one version holds; null where there is none of that number. */
  read(path: string, version: number): Promise<VersionContents | null>;
}
