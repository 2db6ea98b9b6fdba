import type { RatingRead, Span } from '../../schemas/index.js';
import { compact, spanOf, type Compact } from '../grammar/fold.js';
import { gradeOf, isGradeHeading } from '../grammar/grades.js';
import { splitOutside } from '../grammar/lists.js';
import type { Notice } from '../notice.js';
import { isOrdered, ratings, schemeAt, schemeOfLabel, schemeOfLead } from './scheme.js';
import { isSubjectList, subjectsIn } from './subjects.js';

/** `优秀等次（4个）：A（96.35分）、B。` and `先进园区（5个）：C、D。` */
export function* labelledRatings(notice: Notice): Generator<RatingRead> {
  let lead: string | null = null;
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    const said = schemeOfLead(view.text);
    if (said !== null || !LABEL.test(view.text)) lead = said;
    if (!view.text.includes('：')) continue;
    for (const part of labelledParts(view.text)) yield* labelled(notice, view, part, lead);
  }
}

interface LabelledPart {
  text: string;
  from: number;
}

/** Sentences, and parts of them at ； where the part has a label of its own: `优秀：A；B。` is one, `优秀：A；良好：B。` two. */
function labelledParts(text: string): LabelledPart[] {
  const parts: LabelledPart[] = [];
  for (const part of splitOutside(text, '。；')) {
    const last = parts.at(-1);
    if (last && part.separator === '；' && !part.text.includes('：')) last.text += `；${part.text}`;
    else parts.push({ text: part.text, from: part.from });
  }
  return parts;
}

const MARK = /^(?:（?[一二三四五六七八九十\d]{1,3}[）、.])/;
/** A label, with the brackets of 县（市、区） in it and one that counts or orders behind it. */
const LABEL = /^((?:[^，。：（）]|（[市县区、]{1,5}）){1,40})(（[^（）]*）)?：/;

const LAST_BRACKET = /（[^（）]*）$/;

function* labelled(notice: Notice, view: Compact, part: LabelledPart, lead: string | null): Generator<RatingRead> {
  if (!part.text.includes('：')) return;
  const mark = MARK.exec(part.text)?.[0].length ?? 0;
  const m = LABEL.exec(part.text.slice(mark));
  const words = m?.[1] ?? '';
  const grade = m ? gradeOf(words) : null;
  if (!m || grade === null) return;
  const from = part.from + mark + m[0].length;
  const list = subjectsIn(notice.text, view, from, part.from + part.text.length);
  if (!(isGradeHeading(words) ? list.found.length > 0 : isSubjectList(list))) return;
  const label: Span = spanOf(view, part.from, from);
  const above = schemeAt(notice, label.start);
  const scheme = schemeOfLabel(lead === null ? above : { ...above, scheme: lead }, words, grade);
  const ordered = isOrdered(m[0]) || isOrdered(LAST_BRACKET.exec(part.text.slice(-40))?.[0] ?? '');
  for (const [i, subject] of list.found.entries())
    yield* ratings(scheme, { ...subject, rank: ordered ? i + 1 : subject.rank }, grade, label, 'label_gives_grade');
}
