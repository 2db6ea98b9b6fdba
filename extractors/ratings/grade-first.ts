import { BARE_GRADES, GRADES, RATING_TITLES, VERBAL_GRADES } from '../../corpus/lexicon/grade-words.js';
import type { RatingRead } from '../../schemas/index.js';
import { compact, spanOf } from '../grammar/fold.js';
import { splitOutside } from '../grammar/lists.js';
import type { Notice } from '../notice.js';
import { ratings, schemeAt, schemeOfParagraph } from './scheme.js';
import { PLACE_LABEL, subjectsIn } from './subjects.js';

/** A numbered line or a place that heads its part of a list. */
const LINE = new RegExp(`^(?:（?[一二三四五六七八九十\\d]{1,3}[）、.])?(?:${PLACE_LABEL})`);
const GRADE_FIRST = new RegExp(
  `^(?:其中)?“?(${[...GRADES, ...VERBAL_GRADES, ...BARE_GRADES].join('|')})”?(?:等次|等级|档次)的?(?:产业集群|集群|园区|开发区|县（市、区）|县区|单位)?(?:\\d+[个家])?(?:分别)?(?:[有为是]|包括)：?`,
);

/** A grade with the stretch of names behind it, by compact offsets. */
interface Stretch {
  grade: string;
  label: number;
  from: number;
  to: number;
}

/** `（三）乐山市：良好等次为A（86.1分），合格等次为B、C。`: lists by place, in which a grade stands in front of its names. */
export function* gradeFirstRatings(notice: Notice): Generator<RatingRead> {
  if (!RATING_TITLES.test(notice.head.title ?? '')) return;
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    const view = compact(notice.text, p.start, p.end);
    const begin = LINE.exec(view.text.slice(0, 40))?.[0].length ?? 0;
    if (begin === 0) continue;
    const scheme = schemeOfParagraph(schemeAt(notice, p.start), view.text);
    for (const { grade, label, from, to } of stretches(view.text, begin)) {
      const { found, items } = subjectsIn(notice.text, view, from, to);
      if (found.length < items) continue;
      const given = spanOf(view, label, from);
      for (const subject of found) yield* ratings(scheme, subject, grade, given, 'label_gives_grade');
    }
  }
}

/** What follows a grade up to the next one or the end of the sentence. */
function stretches(text: string, begin: number): Stretch[] {
  const out: Stretch[] = [];
  let open: Stretch | null = null;
  for (const part of splitOutside(text.slice(begin), '，；。')) {
    const [label, to] = [begin + part.from, begin + part.to];
    const m = GRADE_FIRST.exec(part.text);
    if (m) {
      open = { grade: m[1] ?? '', label, from: label + m[0].length, to };
      out.push(open);
    } else if (part.separator === '，' && open) open.to = to;
    else open = null;
  }
  return out;
}
