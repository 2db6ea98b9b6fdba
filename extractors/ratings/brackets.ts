import type { RatingRead } from '../../schemas/index.js';
import { compact, spanOf } from '../grammar/fold.js';
import type { Notice } from '../notice.js';
import { rating, schemeAt, schemeOfParagraph } from './scheme.js';
import { subjectsIn } from './subjects.js';

/** `A产业集群（优秀）、B产业集群（良好，89分）`, in running text or in a list. */
export function* bracketRatings(notice: Notice): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    const view = compact(notice.text, p.start, p.end);
    if (!view.text.includes('）')) continue;
    const scheme = schemeOfParagraph(schemeAt(notice, p.start), view.text);
    for (const subject of subjectsIn(notice.text, view, afterLabel(view.text)).found) {
      if (subject.grade === null) continue;
      const given = spanOf(view, subject.nameEnd, subject.noteEnd);
      yield rating(scheme, subject, subject.grade, given, 'bracket_gives_grade');
    }
  }
}

/** `评价结果如下：` in front of a list; a label that ranks (`第一名：`) is part of an item. */
const afterLabel = (text: string): number => /^(?!第)[^：。；（）]{2,30}：/.exec(text)?.[0].length ?? 0;
