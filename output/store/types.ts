import type { StoredHistory } from './history-types.js';
import type { StoredNames, UnitFilter } from './name-types.js';
import type { ListPage, RecordPage, Total, TotalOptions } from './page-types.js';
import type {
  Document,
  Finding,
  Ingested,
  LinkTypeName,
  NoticeRecord,
  RecordTypeName,
  SearchAnswer,
} from '../../schemas/index.js';
import type {
  AttachmentLink,
  CitationLink,
  Cluster,
  ClusterEntity,
  Obligation,
  Observation,
  Project,
  Rating,
  Target,
} from '../../schemas/index.js';

/** The exported shape of each record type. */
export interface RecordOf {
  notices: NoticeRecord;
  clusters: Cluster;
  ratings: Rating;
  targets: Target;
  obligations: Obligation;
  projects: Project;
  observations: Observation;
  findings: Finding;
}

/** The exported shape of what the pass over the whole store makes. */
export interface LinkOf {
  cluster_entities: ClusterEntity;
  citation_links: CitationLink;
  attachment_links: AttachmentLink;
}

/** A place as the gazetteer knows it, with all that lies in it. */
export interface PlaceFilter {
  /** six digits */
  code: string;
  /** names by which tables may call it */
  names: readonly string[];
}

/** What records are filtered by; each applies to the types that have the field, what is said of the notice to those of its records too. */
export interface RecordFilter {
  /** one record, by its id */
  id?: string;
  /** notice id, document number or base name of its file */
  notice?: string;
  /** of these notices, by their ids */
  notices?: readonly string[];
  /** words that stand in the record, in its source text or in any field; see `Store.search` */
  text?: string;
  /** obligations: name or canonical name of a responsible unit or part of it; or organs by their ids and groups */
  unit?: string | UnitFilter;
  /** obligations: role of that unit */
  role?: 'lead' | 'responsible' | 'support';
  /** place name or GB/T 2260 code: of a cluster, of an observation's area, else of the notice; a code covers what lies below it, a name what bears it */
  place?: string | PlaceFilter;
  /** ISO date; a due of `2028` counts as its last day, and so does this; on that day is still before */
  dueBefore?: string;
  /** ISO date; `2027` begins on its first day, and what is due on that day counts; a due of `2028` is due on its last */
  dueAfter?: string;
  year?: number;
  grade?: string;
  /** the notice: name of an organ that signed it, or a part of it */
  issuer?: string;
  /** the notice: its 文种, and whether it is in force, as its portal says */
  kind?: string;
  status?: string;
  /** the notice: ISO dates; its own date lies on them or between them, `2024` being all of that year */
  issuedAfter?: string;
  issuedBefore?: string;
  /** targets, observations: part of the indicator */
  indicator?: string;
  /** projects, observations: title of the table */
  table?: string;
  /** observations: the area as written */
  area?: string;
  /** clusters: part of the industry */
  industry?: string;
  /** clusters: id of the park, or its name or part of it */
  park?: string;
  /** projects: least and most investment in yuan */
  investmentMin?: number;
  investmentMax?: number;
  /** projects: year that construction starts and ends in */
  startYear?: number;
  endYear?: number;
  /** of a notice that stands in several files only one, and its records only once */
  once?: boolean;
  /** findings: check name, lowest severity */
  check?: string;
  severity?: 'info' | 'warning' | 'error';
  limit?: number;
}

/**
 * What a search is narrowed by. A type that cannot tell is left out: `grade` leaves ratings only. `year` is that of a rating or
 * figure, else the one that the notice was issued in.
 */
export interface SearchFilter extends Pick<
  RecordFilter,
  'notice' | 'place' | 'unit' | 'role' | 'dueBefore' | 'year' | 'grade' | 'check' | 'severity'
> {
  /** only hits of these types */
  types?: readonly RecordTypeName[];
  /** an organ: notices that it, or one whose name holds this, has signed; beside `unit` for tasks of that organ */
  issuer?: string;
}

/** Which part of an answer is asked for. */
export interface SearchPage {
  /** at most so many hits; 20 unless said otherwise, 200 at most */
  limit?: number;
  /** `next` of the answer before */
  cursor?: string;
}

/** One record that came, changed or went. */
export interface Change {
  change: 'added' | 'changed' | 'removed';
  type: RecordTypeName | LinkTypeName;
  id: string;
  /** as it is now; null where it is gone */
  record: object | null;
}

/** Changes in the order they came about. */
export interface ChangePage {
  changes: Change[];
  /** to ask with next; it grows, and holds good until the store is made anew */
  cursor: string;
  more: boolean;
}

/** What the records of a store were made with, each value once: those of one pipeline and one gazetteer, as a rule. */
export interface MadeWith {
  pipelines: string[];
  gazetteers: string[];
}

export interface KnownInput {
  sha256: string;
  fingerprint: Ingested['fingerprint'];
}

/** How to open a store. */
export interface OpenOptions {
  /** the store must exist and is not changed, not even brought up to date */
  readOnly?: boolean;
  /** language of the findings' messages; Chinese unless said otherwise */
  lang?: 'zh' | 'en';
  /** mobile and identity numbers of people are covered in all that the store gives; `shown` gives them as they stand */
  personalData?: 'masked' | 'shown';
  /** for reading only: so many questions are answered at once, and they can be given up (`whileWanted`); one after the other unless said otherwise */
  connections?: number;
}

/** One line of the summary that `ingest` and `notices` print. */
export interface NoticeSummary {
  id: string;
  file: string;
  ordinal: number;
  title: string | null;
  document_number: string | null;
  issuers: string[];
  issued_on: string | null;
  counts: Record<Exclude<RecordTypeName, 'notices'>, number>;
}

/**
 * Where documents and records live. SQLite now, PostgreSQL later, behind this one contract.
 * Every write is a transaction: after any crash the store holds whole inputs only.
 */
export interface Store {
  /** What is stored of an input, by its path relative to the ingested folder; null where nothing is. */
  known(path: string): Promise<KnownInput | null>;
  /** Stores inputs with their documents, notices, records and findings, all in one transaction; what their paths held before becomes history. */
  put(...inputs: readonly Ingested[]): Promise<void>;
  /** Removes an input (its file is gone or is now refused); its documents and records become history. */
  remove(path: string): Promise<void>;
  /** The pass over the whole store after an ingest: ids of equal notices, `same_as`, clusters over the years, citations, attachments. Deterministic, may be repeated. */
  link(): Promise<void>;
  /** Documents as read, by path, for re-running the pipeline without reading a file. */
  documents(): AsyncIterable<{ input: Ingested['input']; document: Document }>;
  /** Records in their exported shape, ordered by file, notice ordinal, start. */
  list<T extends RecordTypeName>(type: T, filter?: RecordFilter): AsyncIterable<RecordOf[T]>;
  /**
   * The same page by page; `filter.limit` is not looked at. Throws a `StoreError` (`invalid_query`) where the records cannot be sorted so or the
   * cursor is not one of this list. Records that come or go between two pages shift nothing.
   */
  page<T extends RecordTypeName>(type: T, filter?: RecordFilter, page?: ListPage): Promise<RecordPage<RecordOf[T]>>;
  /** One record by its id; null where there is none. */
  get<T extends RecordTypeName>(type: T, id: string): Promise<RecordOf[T] | null>;
  count(type: RecordTypeName, filter?: RecordFilter): Promise<number>;
  /**
   * How many records there are of each value of fields with one value, the most first; of several fields for each pair of values and so on. Beside the
   * type's own fields: `place` and `place_code` (as the filter), `issued_year`, `due_year`, `start_year`, and of obligations `unit`, `unit_id` and `role`: a
   * task counts once for each of its units.
   */
  totals(type: RecordTypeName, filter: RecordFilter, by: readonly string[], options?: TotalOptions): Promise<Total[]>;
  /**
   * Everything that holds all words of `query`, upper or lower case, in whatever width, white space aside; `"…"` is one phrase. A
   * question that nothing holds as it stands is taken apart into its words. Throws a `StoreError` where query or cursor cannot be read.
   */
  search(query: string, filter?: SearchFilter, page?: SearchPage): Promise<SearchAnswer>;
  /** How names were resolved. */
  readonly names: StoredNames;
  /** What inputs held before. */
  readonly history: StoredHistory;
  /** What `link` made last, in the order of ids. */
  links<T extends LinkTypeName>(type: T): AsyncIterable<LinkOf[T]>;
  /** The same page by page, in the order of ids only. */
  linkPage<T extends LinkTypeName>(type: T, page?: ListPage): Promise<RecordPage<LinkOf[T]>>;
  /** Those that are about any of these: for citations and attachments ids of notices, for clusters ids of their records; at most 500 ids. */
  linksAbout<T extends LinkTypeName>(type: T, ids: readonly string[]): Promise<LinkOf[T][]>;
  /** One of them by its id; null where there is none. */
  getLink<T extends LinkTypeName>(type: T, id: string): Promise<LinkOf[T] | null>;
  /** Whether the numbers of people are masked in what the store gives. */
  readonly personalData: 'masked' | 'shown';
  /** What was added, changed or removed since a cursor (null or `start`: since the beginning), up to the last `link`. Unchanged content is no change. */
  changes(since: string | null, limit?: number): Promise<ChangePage>;
  madeWith(): Promise<MadeWith>;
  /** A whole and compacted copy of the store, made while it is in use; nothing in it is masked. The file must not be there yet. */
  copyTo(path: string): Promise<void>;
  /** The path of an input that mobile or identity numbers of people are kept of, now or in its history; null where there is none. */
  personalDataIn(): Promise<string | null>;
  summaries(): Promise<NoticeSummary[]>;
  counts(): Promise<Record<RecordTypeName | 'inputs', number>>;
  /** Another text whenever what the store holds has changed since it was opened; cheap. It says nothing to another opening of the store. */
  revision(): Promise<string>;
  /** The same store, its messages in a language, over the same connections: what is closed with this one is closed for both. */
  speaking(lang: 'zh' | 'en'): Store;
  close(): Promise<void>;
}
