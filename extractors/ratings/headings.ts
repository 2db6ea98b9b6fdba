import type { RatingRead, Reason, Span } from '../../schemas/index.js';
import { compact } from '../grammar/fold.js';
import { gradeOf, isGradeHeading } from '../grammar/grades.js';
import { inSection, type Notice, type Paragraph, type Section } from '../notice.js';
import { isOrdered, ratings, schemeAt } from './scheme.js';
import { isSubjectList, subjectsIn } from './subjects.js';

/** A grade that holds for the names under it. */
interface Standing {
  grade: string;
  span: Span;
  /** the section it heads, or null for a line of its own, which holds as long as names follow */
  section: number | null;
  /** the places given so far where its list is in the order of points, else null */
  rank: { last: number } | null;
  basis: Reason;
}

/** Names listed under a heading that gives a grade: a numbered section, a line of its own, the title of an annex. */
export function* headedRatings(notice: Notice): Generator<RatingRead> {
  let standing: Standing | null = null;
  for (const p of notice.paragraphs) {
    const next: Standing | null = p.role === 'annex' || p.role === 'title' ? annexGrade(notice, p) : opened(notice, p, standing);
    if (next !== null || p.role === 'annex') standing = next;
    else if (standing && p.role !== 'title' && !reaches(notice, standing, p)) standing = null;
    if (standing === null || (p.role !== 'body' && p.role !== 'heading')) continue;
    const list = listIn(notice, p, standing);
    if (list === null) {
      if (standing.section === null && next === null && standing.basis !== 'annex_gives_grade') standing = null;
      continue;
    }
    standing.rank ??= isOrdered(notice.text.slice(p.start, p.end)) ? { last: 0 } : null;
    for (const subject of list.found) {
      const rank: number | null = standing.rank ? ++standing.rank.last : subject.rank;
      yield* ratings(
        schemeAt(notice, p.start),
        { ...subject, rank },
        subject.grade ?? standing.grade,
        standing.span,
        standing.basis,
      );
    }
  }
}

const HOLDS_ON = (standing: Standing | null, words: string): Standing['rank'] =>
  isOrdered(words) ? (standing?.rank ?? { last: 0 }) : null;

/** The grade that a paragraph opens: its section's heading, or a short line that says a grade and nothing else. */
function opened(notice: Notice, p: Paragraph, standing: Standing | null): Standing | null {
  if (p.role !== 'body' && p.role !== 'heading') return null;
  const section = notice.sections[p.section];
  if (section && section.heading.start === p.start && section.label !== '') {
    const title = compact(section.title).text;
    const grade = gradeOf(title);
    if (grade === null) return null;
    return {
      grade,
      span: section.heading,
      section: section.index,
      rank: HOLDS_ON(standing, title),
      basis: 'heading_gives_grade',
    };
  }
  const line = compact(notice.text, p.start, Math.min(p.end, p.start + 60)).text;
  const grade = line.length <= 40 && isGradeHeading(line) ? gradeOf(line) : null;
  if (grade === null) return null;
  return {
    grade,
    span: { start: p.start, end: p.end },
    section: null,
    rank: HOLDS_ON(standing, line),
    basis: 'heading_gives_grade',
  };
}

/** The grade in the title of an annex that is a list: `…示范园区名单`. */
function annexGrade(notice: Notice, p: Paragraph): Standing | null {
  const annex = notice.annexes.find((a) => a.start <= p.start && p.end <= a.end);
  const title = compact(annex?.title ?? '').text;
  const grade = /名单$/.test(title) ? gradeOf(title) : null;
  if (!annex || grade === null) return null;
  return { grade, span: { start: annex.start, end: annex.end }, section: null, rank: null, basis: 'annex_gives_grade' };
}

/** Does the grade still hold for a paragraph? A section's holds in it and below. */
function reaches(notice: Notice, standing: Standing, p: Paragraph): boolean {
  if (standing.section !== null) return inSection(notice, p.section, standing.section);
  return standing.basis === 'annex_gives_grade' || !isOtherHeading(notice.sections[p.section], p);
}

/** A heading of an outer rank ends a line's grade; numbered names do not. */
const isOtherHeading = (section: Section | undefined, p: Paragraph): boolean =>
  section !== undefined && section.heading.start === p.start && section.rank <= 5 && section.number !== null;

/** What follows from a grade, said behind the names that have it: `，自公布之日起撤销称号`. */
const CONSEQUENCE = /[，；。](?:自(?:公布|发文|印发|通报)之日起|即日起|现?予以|撤销|取消|不再|责令|限期|暂停)/;
const endOfNames = (text: string): number => CONSEQUENCE.exec(text)?.index ?? text.length;

/** The names in a paragraph, its own heading left out; null where it is no list of names. */
function listIn(notice: Notice, p: Paragraph, standing: Standing) {
  const own = standing.section !== null && p.section === standing.section;
  const start = own ? Math.max(p.start, standing.span.end) : p.start;
  if (start >= p.end || (own && p.role === 'heading') || (standing.span.start === p.start && standing.section === null))
    return null;
  const view = compact(notice.text, start, p.end);
  const list = subjectsIn(notice.text, view, 0, endOfNames(view.text));
  return isSubjectList(list) ? list : null;
}
