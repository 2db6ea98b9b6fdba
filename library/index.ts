// What `import … from 'gongbao'` gives: docs/library.md describes it and says what semantic versioning covers.

export { ingest, type IngestOptions, type IngestResult } from './ingest.js';
export { readNotice, type ReadNotice, type ReadNoticeOptions } from './read.js';
export { openResolver, type NameQuestion, type NameResolver } from './resolver.js';
export type { OwnGazetteer } from './gazetteer.js';
export { version } from './version.js';

export { diffContents as diffNotices, ExportError, exportStore, findingMessage, openStore, StoreError } from '../output/index.js';
export type {
  Change,
  ChangePage,
  ExportedFile,
  ExportErrorCode,
  ExportFormat,
  ExportOptions,
  FindingFacts,
  InputVersion,
  KnownInput,
  Lang,
  LinkOf,
  ListPage,
  NameOccurrence,
  NameQuery,
  NoticeContents,
  NoticeSummary,
  OpenOptions,
  RecordFilter,
  RecordOf,
  RecordPage,
  RecordsByType,
  SearchFilter,
  SearchPage,
  Store,
  StoredGroup,
  StoredHistory,
  StoredNames,
  StoredOrgan,
  StoreErrorCode,
  Total,
  TotalOptions,
  UnitFilter,
  UnresolvedName,
  VersionContents,
} from '../output/index.js';
export { GazetteerFileError, InputRefused, type GazetteerFile, type RefusalCode } from '../pipeline/index.js';
export type { Candidate, Explanation, NameKind, SimilarName } from '../names/index.js';

export {
  attachmentLinkSchema,
  citationLinkSchema,
  clusterEntitySchema,
  clusterSchema,
  documentSchema,
  findingSchema,
  LINK_TYPES,
  noticeDiffSchema,
  noticeSchema,
  obligationSchema,
  observationSchema,
  projectSchema,
  ratingSchema,
  searchAnswerSchema,
  RECORD_TYPES,
  targetSchema,
} from '../schemas/index.js';
export type {
  AttachmentLink,
  Block,
  Citation,
  CitationLink,
  Cluster,
  ClusterEntity,
  Contact,
  Document,
  Evidence,
  FieldChange,
  Finding,
  LinkTypeName,
  NoticeDiff,
  NoticeRecord,
  Obligation,
  ObligationUnit,
  Observation,
  Project,
  Rating,
  RecordTypeName,
  Resolution,
  SearchAnswer,
  SearchHit,
  Target,
} from '../schemas/index.js';
