import { EXTRACTORS, doubted, extract } from '../extractors/index.js';
import type { Resolver } from '../names/index.js';
import type {
  Document,
  ExtractedType,
  Ingested,
  IngestedNotice,
  Keyed,
  KeyedFinding,
  PageFacts,
  ReadRecords,
} from '../schemas/index.js';
import { CHECKS, finding, type Audited } from './audit/index.js';
import { KeyMaker, noticeIdentity } from './keys.js';
import { attachmentTitles } from './linked.js';
import { READERS_VERSION } from './read/index.js';
import { REFLOW_VERSION, reflow, type Flow } from './reflow/index.js';
import { noticeContext, resolveRecord } from './resolve.js';
import { SEGMENT_VERSION, segment, type Segmented } from './segment/index.js';

/** What the pipeline works with besides the input: names' identities and the fingerprint of the gazetteer behind them. */
export interface PipelineTools {
  resolver: Resolver;
  gazetteer: string;
}

/** Says of a stored input that some of its pages are pictures which nobody has recognised yet. */
const UNRECOGNISED = 'pages-unrecognised';

/**
 * Versions of every stage that shapes records, and of the gazetteer: a stored input with the same ones need not be run
 * again. Of a document, also whether recognition would find more in it.
 */
export function fingerprint(tools: PipelineTools, document: Document | null = null): Ingested['fingerprint'] {
  const extractors = EXTRACTORS.map((e) => `${e.type}@${e.version}`);
  const checks = CHECKS.map((c) => `${c.name}@${c.version}`);
  return {
    pipeline: [
      READERS_VERSION,
      REFLOW_VERSION,
      SEGMENT_VERSION,
      ...extractors,
      ...checks,
      ...(document?.pageFacts.some(isUnrecognised) === true ? [UNRECOGNISED] : []),
    ].join(' '),
    gazetteer: tools.gazetteer,
  };
}

function isUnrecognised({ grade, ocr }: PageFacts): boolean {
  return ocr === null && (grade === 'image' || grade === 'garbled');
}

/** True where what is stored was made by the same stages; with `ocr`, where they also left no page to recognise. */
export function isCurrent(stored: Ingested['fingerprint'], tools: PipelineTools, { ocr = false } = {}): boolean {
  const now = fingerprint(tools);
  const unrecognised = `${now.pipeline} ${UNRECOGNISED}`;
  return stored.gazetteer === now.gazetteer && (stored.pipeline === now.pipeline || (!ocr && stored.pipeline === unrecognised));
}

/** What a document goes through after reading; the last three once for each notice. */
export type Stage = 'reflow' | 'segment' | 'extract' | 'resolve' | 'audit';

/**
 * From a document as read to all that it gives: reflow, segment, extract, resolve, audit. Pure: the same document and
 * tools give the same result. `passed` hears of every stage that has ended, for those who measure.
 */
export function processDocument(
  document: Document,
  input: Ingested['input'],
  tools: PipelineTools,
  passed: (stage: Stage) => void = () => undefined,
): Ingested {
  const flow = reflow(document);
  passed('reflow');
  const segmented = withLinked(segment(flow), document);
  passed('segment');
  const notices = segmented.map((s) => processNotice(flow, s, document, tools, passed));
  return { input, fingerprint: fingerprint(tools, document), document, notices, findings: fileFindings(document, notices) };
}

/** The notice of a page that names none of its attachments in its text has the files that the page links. */
function withLinked(segmented: Segmented[], document: Document): Segmented[] {
  const [only, ...others] = segmented;
  if (only === undefined || others.length > 0 || only.notice.head.attachments.length > 0) return segmented;
  const { notice } = only;
  return [{ ...only, notice: { ...notice, head: { ...notice.head, attachments: attachmentTitles(document) } } }];
}

function processNotice(
  flow: Flow,
  segmented: Segmented,
  document: Document,
  tools: PipelineTools,
  passed: (stage: Stage) => void,
): IngestedNotice {
  /** pages whose text was recognised from pictures */
  const recognised = new Set(document.pageFacts.filter(({ ocr }) => ocr !== null).map(({ page }) => page));
  const { notice, base } = segmented;
  const { region, context } = noticeContext(notice, tools.resolver);
  const pages = pagesOf(flow, base, notice.text.length);
  const repairs = flow.repairs
    .filter((r) => r.start >= base && r.start < base + notice.text.length)
    .map((r) => ({ ...r, start: r.start - base }));
  const keys = new KeyMaker();
  passed('resolve');
  const read = extract(notice);
  passed('extract');
  const keyed = <T extends ExtractedType>(type: T): Keyed<ReadRecords[T]>[] => {
    const version = EXTRACTORS.find((e) => e.type === type)?.version ?? 0;
    return read[type].map((record) => ({
      ...record,
      ...doubted(
        record,
        repairs.some((r) => r.start >= record.start && r.start < record.end) && 'text_mended',
        recognised.has(pageAt(pages, record.start) ?? 0) && 'ocr_text',
      ),
      key: keys.key(type, record),
      quote: notice.text.slice(record.start, record.end),
      page: pageAt(pages, record.start),
      extractor: `${type}@${version}`,
      resolutions: resolveRecord(type, record, notice, context, tools.resolver),
    }));
  };
  const records: IngestedNotice['records'] = {
    clusters: keyed('clusters'),
    ratings: keyed('ratings'),
    targets: keyed('targets'),
    obligations: keyed('obligations'),
    projects: keyed('projects'),
    observations: keyed('observations'),
  };
  passed('resolve');
  const findings = audit(
    { notice, records, repairs, copies: segmented.copies, stated: segmented.stated, linked: attachmentTitles(document) },
    keys,
    pages,
  );
  passed('audit');
  return {
    identity: noticeIdentity(notice.head, notice.text),
    head: { ordinal: notice.ordinal, ...notice.head, text: notice.text },
    resolutions: [region],
    pages,
    records,
    findings,
  };
}

function audit(audited: Audited, keys: KeyMaker, pages: IngestedNotice['pages']): KeyedFinding[] {
  return CHECKS.flatMap((check) =>
    check.run(audited).map((f) => ({
      ...f,
      key: keys.key('findings', f),
      quote: f.start === null || f.end === null ? null : audited.notice.text.slice(f.start, f.end),
      page: f.start === null ? null : pageAt(pages, f.start),
      extractor: `${check.name}@${check.version}`,
    })),
  );
}

/** What a reader left out or put elsewhere as it is meant to. */
const AS_MEANT = new Set([
  ...['links_left_out', 'contents_left_out', 'nested_table'],
  ...['text_left_out', 'pictures_left_out', 'struck_out', 'title_from_head'],
  ...['annotations_left_out', 'attachments_left_out', 'signatures_not_checked', 'title_from_file_name'],
  ...['comments_left_out', 'hidden_sheet_left_out', 'hidden_rows_left_out', 'hidden_columns_left_out'],
]);

/** What the reader could not read, and a file without a notice: findings about the file. */
function fileFindings(document: Document, notices: readonly IngestedNotice[]): KeyedFinding[] {
  const keys = new KeyMaker();
  const found = document.warnings.map((w) =>
    finding({
      check: 'read_warning',
      severity: AS_MEANT.has(w.code) ? 'info' : 'warning',
      params: { code: w.code, detail: w.detail, page: w.page },
    }),
  );
  if (notices.length === 0) found.push(finding({ check: 'no_notice', severity: 'warning' }));
  return found.map((f) => {
    const page = typeof f.params['page'] === 'number' ? f.params['page'] : null;
    return { ...f, key: keys.key('findings', f), quote: null, page, extractor: 'read@1' };
  });
}

/** Where pages begin inside a notice: offsets in its own text. */
function pagesOf(flow: Flow, base: number, length: number): IngestedNotice['pages'] {
  const before = flow.pages.filter((p) => p.start <= base).at(-1);
  const inside = flow.pages
    .filter((p) => p.start > base && p.start < base + length)
    .map((p) => ({ start: p.start - base, page: p.page }));
  return before ? [{ start: 0, page: before.page }, ...inside] : inside;
}

function pageAt(pages: IngestedNotice['pages'], offset: number): number | null {
  return pages.filter((p) => p.start <= offset).at(-1)?.page ?? null;
}
