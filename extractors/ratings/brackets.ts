import type { RatingRead } from '../../schemas/index.js';
import { GRADES } from '../../corpus/lexicon/grade-words.js';
import { compact, spanOf } from '../grammar/fold.js';
import type { Notice } from '../notice.js';
import { mayGiveGrade } from '../grammar/grades.js';
import { ratings, schemeAt, schemeOfParagraph } from './scheme.js';
import { subjectsIn } from './subjects.js';
import { matchesOf } from '../grammar/matches.js';

/** A grade behind a name between commas. */
const BETWEEN_COMMAS = new RegExp(`[群区园县市州旗地]，(?:${GRADES.join('|')})(?:等次|等级)?(?=[，；。、]|$)`);

/** `A产业集群（优秀）、B产业集群（良好，89分）`, `C产业集群，良好，84分；`, in running text or in a list. */
export function* bracketRatings(notice: Notice): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    const view = compact(notice.text, p.start, p.end);
    if (!(view.text.includes('）') && mayGiveGrade(view.text)) && !BETWEEN_COMMAS.test(view.text)) continue;
    const scheme = schemeOfParagraph(schemeAt(notice, p.start), view.text);
    for (const subject of subjectsIn(notice.text, view, afterLabel(view.text)).found) {
      if (subject.grade === null) continue;
      const given = spanOf(view, subject.nameEnd, subject.noteEnd);
      yield* ratings(scheme, subject, subject.grade, given, 'bracket_gives_grade');
    }
  }
}

const COUNTED = new RegExp(
  `“?(${GRADES.join('|')})”?(?:等次|等级|产业集群|集群|园区|开发区|县（市、区）|县区|单位)?\\d+[个家]（([^（）]+)）`,
  'g',
);

/** `A类2家（甲园区、乙园区），B类1家（丙园区）`. */
export function* countedRatings(notice: Notice): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    for (const m of matchesOf(view.text, COUNTED)) {
      const to = m.index + m[0].length - 1;
      const from = to - (m[2] ?? '').length;
      const list = subjectsIn(notice.text, view, from, to);
      if (list.found.length < list.items) continue;
      const given = spanOf(view, m.index, from);
      for (const subject of list.found)
        yield* ratings(schemeAt(notice, p.start), subject, m[1] ?? '', given, 'label_gives_grade');
    }
  }
}

/** `评价结果如下：` in front of a list; a label that ranks (`第一名：`) is part of an item. */
const afterLabel = (text: string): number => /^(?!第)[^：。；（）]{2,30}：/.exec(text)?.[0].length ?? 0;
