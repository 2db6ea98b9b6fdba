import { compact, type Notice } from '../../../extractors/index.js';
import type { FindingRead, Span } from '../../../schemas/index.js';
import { finding, type Audited } from '../check.js';
import { placeOf, sentences } from '../text.js';

/** Attachments as the notice lists them against the annexes that follow: another title, one too few, one too many. */
export function attachments({ notice }: Audited): FindingRead[] {
  if (!notice.headSpans.attachments) return [];
  return [...titles(notice), ...missing(notice), ...beyond(notice)];
}

/** A title without its unit in brackets and without marks, for comparing. */
const bare = (t: string) =>
  compact(t)
    .text.replace(/（(?:单位：)?[^（）]{0,4}元）$/, '')
    .replace(/[（）“”《》、，]/g, '');

function told(
  what: string,
  number: number,
  expected: string | null,
  actual: string | null,
  span: Span,
  severity: FindingRead['severity'] = 'warning',
): FindingRead {
  return finding({
    check: 'cross_reference',
    severity,
    params: { what, number },
    expected,
    actual,
    start: span.start,
    end: span.end,
  });
}

/** The place of an annex in the list: by its number, else by its order. */
const indexOf = (annex: Notice['annexes'][number], i: number): number =>
  annex.number !== null && /^\d+$/.test(annex.number) ? Number(annex.number) - 1 : i;

function titles(notice: Notice): FindingRead[] {
  return notice.annexes.flatMap((annex, i) => {
    const at = indexOf(annex, i);
    const listed = notice.head.attachments[at];
    if (listed === undefined && annex.number !== null) return [told('extra', at + 1, null, annex.title, annex)];
    if (listed === undefined || annex.title === null || bare(listed) === bare(annex.title)) return [];
    return [told('attachment', at + 1, listed, annex.title, annex)];
  });
}

/** An attachment that is listed and does not follow, where others do; a portal often leaves all of them out. */
function missing(notice: Notice): FindingRead[] {
  const span = notice.headSpans.attachments;
  const found = new Set(notice.annexes.map(indexOf));
  if (!span || notice.annexes.length === 0) return [];
  return notice.head.attachments.flatMap((title, i) =>
    found.has(i) || standsBelow(notice, title, span.end) ? [] : [told('missing', i + 1, title, null, span)],
  );
}

/** Is there a title of that name below the list: of a table, of a part, of an annex under another number? */
function standsBelow(notice: Notice, title: string, from: number): boolean {
  const wanted = bare(title);
  const below = [
    ...notice.annexes.map((a) => a.title),
    ...notice.tables.map((t) => t.title),
    ...notice.paragraphs.filter((p) => p.start > from && p.role === 'title').map((p) => notice.text.slice(p.start, p.end)),
  ];
  return below.some((t) => t !== null && bare(t) === wanted);
}

const REFERENCE = /(?:见|按|详见|填写|参照)附(?:件|表)(\d{1,2})(?!\d)/g;

/** `见附件3` where two attachments are listed. */
function beyond(notice: Notice): FindingRead[] {
  const listed = Math.max(notice.head.attachments.length, notice.annexes.length);
  return sentences(notice).flatMap((sentence) =>
    [...sentence.text.matchAll(REFERENCE)]
      .filter((m) => Number(m[1]) > listed)
      .map((m) => told('beyond', Number(m[1]), String(listed), m[1] ?? '', placeOf(sentence, m.index, m.index + m[0].length))),
  );
}
