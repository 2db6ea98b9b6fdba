import type { Document } from './document.js';
import type { ClusterRead } from './records/cluster.js';
import type { FindingRead } from './records/finding.js';
import type { NoticeRead } from './records/notice.js';
import type { ObligationRead } from './records/obligation.js';
import type { ObservationRead } from './records/observation.js';
import type { ProjectRead } from './records/project.js';
import type { RatingRead } from './records/rating.js';
import type { TargetRead } from './records/target.js';
import type { Resolution } from './resolution.js';

/** What each extractor family reads, by record type. */
export interface ReadRecords {
  clusters: ClusterRead;
  ratings: RatingRead;
  targets: TargetRead;
  obligations: ObligationRead;
  projects: ProjectRead;
  observations: ObservationRead;
}
export type ExtractedType = keyof ReadRecords;

/** A record on its way to the store: key, page, quote and extractor filled in. */
export type Keyed<T> = T & {
  /** unique within its notice, e.g. `c-1f0a…`; with the notice's id it makes the record's id */
  key: string;
  quote: string;
  page: number | null;
  extractor: string;
  resolutions: Resolution[];
};

/** A finding on its way to the store; one about a whole file has no span. */
export type KeyedFinding = FindingRead & {
  key: string;
  quote: string | null;
  page: number | null;
  extractor: string;
};

export interface IngestedNotice {
  /** hash of issuer and document number, else title and date, else the text: 16 hex digits */
  identity: string;
  head: NoticeRead;
  resolutions: Resolution[];
  /** where each page begins: ascending offsets into the text; empty where the format has no pages */
  pages: { start: number; page: number }[];
  records: { [T in ExtractedType]: Keyed<ReadRecords[T]>[] };
  findings: KeyedFinding[];
}

/** All that one input gives, stored in one transaction. */
export interface Ingested {
  input: {
    /** path relative to the folder that was ingested, with `/` */
    path: string;
    /** base name */
    file: string;
    /** hex SHA-256 of the bytes */
    sha256: string;
    bytes: number;
  };
  /** versions of everything that shaped the records: readers, extractors, checks; and of the gazetteer */
  fingerprint: { pipeline: string; gazetteer: string };
  document: Document;
  notices: IngestedNotice[];
  /** findings about the file as a whole */
  findings: KeyedFinding[];
}
