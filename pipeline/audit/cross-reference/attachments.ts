import { compact, type Notice, matchesOf } from '../../../extractors/index.js';
import type { FindingRead, Span } from '../../../schemas/index.js';
import { finding, type Audited } from '../check.js';
import { placeOf, sentencesFor } from '../text.js';
import { nearlySame } from './near.js';

/** Attachments as the notice lists them against the annexes that follow: another title, one too few, one too many. */
export function attachments({ notice, linked }: Audited): FindingRead[] {
  if (!notice.headSpans.attachments) return [];
  return [...titles(notice), ...missing(notice, linked), ...beyond(notice)];
}

/** A title without its unit or number in brackets and without marks, for comparing. */
const bare = (t: string) =>
  compact(t)
    .text.replace(/（(?:(?:单位：)?[^（）]{0,4}元|共?\d+[个项家张份])）$/, '')
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
    // a list may shorten a title: 申报表 for 某市某项目申报表
    const shortened = bare(annex.title).includes(bare(listed)) || bare(listed).includes(bare(annex.title));
    return [told('attachment', at + 1, listed, annex.title, annex, shortened ? 'info' : 'warning')];
  });
}

/** An attachment that is listed and does not follow, where others do; a portal often leaves all of them out. */
function missing(notice: Notice, linked: readonly string[]): FindingRead[] {
  const span = notice.headSpans.attachments;
  if (!span) return [];
  const numbered = new Set(notice.annexes.map(indexOf));
  const below = titlesBelow(notice, span.end);
  const follows = (title: string, i: number) => numbered.has(i) || below.some((t) => bare(t.title) === bare(title));
  if (!notice.head.attachments.some(follows)) return [];
  return notice.head.attachments.flatMap((title, i) => {
    // a file that the page links is where it should be
    if (follows(title, i) || linked.some((file) => bare(file).includes(bare(title)) || bare(title).includes(bare(file))))
      return [];
    const near = below.find((t) => nearlySame(bare(t.title), bare(title)));
    return [near ? told('attachment', i + 1, title, near.title, near) : told('missing', i + 1, title, null, span)];
  });
}

/** What stands as a title below the list: of tables, of parts, of annexes under another number. */
function titlesBelow(notice: Notice, from: number): (Span & { title: string })[] {
  const tables = notice.tables.flatMap((t) => (t.title === null || !t.titleSpan ? [] : [{ title: t.title, ...t.titleSpan }]));
  const annexes = notice.annexes.flatMap((a) => (a.title === null ? [] : [{ title: a.title, start: a.start, end: a.end }]));
  const parts = notice.paragraphs
    .filter((p) => p.role === 'title')
    .map((p) => ({ title: notice.text.slice(p.start, p.end), start: p.start, end: p.end }));
  return [...annexes, ...tables, ...parts].filter((t) => t.start >= from);
}

const REFERENCE = /(?:见|按|详见|填写|参照)附(?:件|表)(\d{1,2})(?!\d)/g;

/** `见附件3` where two attachments are listed. */
function beyond(notice: Notice): FindingRead[] {
  const listed = Math.max(notice.head.attachments.length, notice.annexes.length);
  return sentencesFor(notice, '附件', '附表').flatMap((sentence) =>
    matchesOf(sentence.text, REFERENCE)
      .filter((m) => Number(m[1]) > listed)
      .map((m) => told('beyond', Number(m[1]), String(listed), m[1] ?? '', placeOf(sentence, m.index, m.index + m[0].length))),
  );
}
