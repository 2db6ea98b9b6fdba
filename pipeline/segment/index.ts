import type { Notice } from '../../extractors/index.js';
import type { Flow } from '../reflow/index.js';
import { readBody } from './body.js';
import { readHead } from './head.js';
import { itemsOf, type Item } from './items.js';
import type { Stated } from './metadata.js';
import { saidBy } from './said.js';
import { findStarts, type NoticeStart } from './starts.js';

export type { Stated } from './metadata.js';

/** Raise when notices would be cut or headed differently. */
export const SEGMENT_VERSION = 'segment@6';

/** A notice cut out of a flow, and where it stood there. */
export interface Segmented {
  notice: Notice;
  /** offset of the notice's text in the flow's text */
  base: number;
  /** further copies of it in the same file, left out */
  copies: number;
  /** what the block above it on its portal says, offsets in the notice's text */
  stated: Stated[];
}

interface Range {
  start: NoticeStart;
  end: number;
  bare: string;
  copies: number;
}

/** Splits a file's text into its notices. A page that holds the same notice twice gives it once. */
export function segment(flow: Flow): Segmented[] {
  const items = itemsOf(flow);
  const starts = findStarts(items);
  const ranges = starts.map((start, k) => range(items, start, starts[k + 1]?.from ?? items.length));
  return dropCopies(items, ranges).map((r, k) => cut(flow, items, r, k + 1));
}

function range(items: readonly Item[], start: NoticeStart, end: number): Range {
  return { start, end, bare: bareText(items, start.from, end), copies: 0 };
}

const bareText = (items: readonly Item[], from: number, to: number) =>
  items
    .slice(from, to)
    .map((it) => it.bare)
    .join('');

/** Shortest text that counts as a copy of another. */
const SHORTEST_COPY = 200;
/** Characters at the beginning and at the end that must be the same: between them a line may be broken otherwise. */
const SAME_HEAD = 150;
const SAME_TAIL = 80;

/** How far `longer` holds a copy of `shorter` from its beginning; null where it does not. */
function copiedTo(longer: string, shorter: string): number | null {
  if (shorter.length < SHORTEST_COPY || !longer.startsWith(shorter.slice(0, SAME_HEAD))) return null;
  const at = longer.lastIndexOf(shorter.slice(-SAME_TAIL));
  const end = at + SAME_TAIL;
  return at >= 0 && Math.abs(end - shorter.length) <= shorter.length * 0.02 + 20 ? end : null;
}

/** A later range whose text is the beginning of an earlier one (or the other way round) is its copy; the earlier one ends with it. */
function dropCopies(items: readonly Item[], ranges: Range[]): Range[] {
  const kept: Range[] = [];
  for (const next of ranges) {
    const twin = kept.find(
      (k) => (k.bare.length >= next.bare.length ? copiedTo(k.bare, next.bare) : copiedTo(next.bare, k.bare)) !== null,
    );
    if (!twin) {
      kept.push(next);
      continue;
    }
    twin.copies++;
    const end = twin.bare.length > next.bare.length ? copiedTo(twin.bare, next.bare) : null;
    if (end !== null) shorten(items, twin, end);
  }
  return kept;
}

/** Ends a range with the item that holds character `end` of its bare text. */
function shorten(items: readonly Item[], range: Range, end: number): void {
  let length = 0;
  for (let i = range.start.from; i < range.end; i++) {
    length += items[i]?.bare.length ?? 0;
    if (length < end) continue;
    range.end = i + 1;
    range.bare = bareText(items, range.start.from, range.end);
    return;
  }
}

function cut(flow: Flow, items: readonly Item[], r: Range, ordinal: number): Segmented {
  const base = items[r.start.from]?.flow.start ?? 0;
  const text = flow.text.slice(base, items[r.end - 1]?.flow.end ?? base);
  const head = readHead(flow, items, r.start, r.end);
  const body = readBody(flow, items, r.start, r.end, head);
  const spans: Notice['headSpans'] = {};
  for (const [field, span] of Object.entries(head.spans)) {
    spans[field as keyof Notice['headSpans']] = { start: span.start - base, end: span.end - base };
  }
  if (body.attachmentsSpan) spans.attachments = body.attachmentsSpan;
  const notice: Notice = {
    ordinal,
    text,
    head: {
      title: head.title,
      document_number: head.document_number,
      issuers: head.issuers,
      issued_on: head.issued_on,
      kind: head.kind,
      recipients: head.recipients,
      attachments: body.attachments,
      ...saidBy(text, body, head),
    },
    headSpans: spans,
    paragraphs: body.paragraphs,
    tables: body.tables,
    sections: body.sections,
    annexes: body.annexes,
  };
  const stated = head.block.stated.map((s) => ({ ...s, start: s.start - base, end: s.end - base }));
  return { notice, base, copies: r.copies, stated };
}
