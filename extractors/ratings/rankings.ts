import type { RatingRead } from '../../schemas/index.js';
import { compact, spanOf } from '../grammar/fold.js';
import { isGrade, yearOf } from '../grammar/grades.js';
import type { Notice } from '../notice.js';
import { ratings, schemeAt } from './scheme.js';
import { subjectsIn } from './subjects.js';

const RANKED = /(由高到低|从高到低|排名|名次|按得分|依次)[^。：]{0,30}：/;
const RESULT = /(?:结果|等次|成绩|评定)(?:均|都)?(?:评定|确定)?为“?([^，。；：“”]{2,6}?)”?(?:等次|等级)?[；，。]/;

/** `考核结果均为优秀等次；…由高到低排名依次是：A（98.88分）、B（…）` */
export function* rankedRatings(notice: Notice): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    const result = RESULT.exec(view.text);
    const ranked = RANKED.exec(view.text);
    if (!result || !ranked || !isGrade(result[1] ?? '')) continue;
    const from = ranked.index + ranked[0].length;
    const stop = view.text.indexOf('。', from);
    const scheme = schemeAt(notice, p.start);
    const said = yearOf(view.text);
    const own = said === null ? scheme : { ...scheme, year: said, yearSaid: true };
    const given = spanOf(view, result.index, result.index + result[0].length);
    const { found } = subjectsIn(notice.text, view, from, stop < 0 ? view.text.length : stop);
    for (const [i, subject] of found.entries())
      yield* ratings(own, { ...subject, rank: i + 1 }, result[1] ?? '', given, 'sentence_gives_grade');
  }
}
