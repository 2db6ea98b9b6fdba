import type { Evidence, RatingRead, Reason, Span } from '../../schemas/index.js';
import { compact } from '../grammar/fold.js';
import { bareGrade, schemeOf, yearOf } from '../grammar/grades.js';
import type { Notice } from '../notice.js';
import { sureness } from '../sureness.js';
import type { Subject } from './subjects.js';

/** What is rated and for which year, and where that stands. */
export interface Scheme {
  scheme: string;
  year: number | null;
  /** false where the year is only that of the notice */
  yearSaid: boolean;
  evidence: Evidence[];
}

/** The scheme and year of a part of the notice: its annex's title, else the notice's. */
export function schemeAt(notice: Notice, at: number): Scheme {
  const annex = [...notice.annexes].reverse().find((a) => a.start <= at && a.title !== null);
  const title = annex?.title ?? notice.head.title ?? '';
  const span = annex ? { start: annex.start, end: annex.end } : notice.headSpans.title;
  const evidence = span
    ? [
        { field: 'scheme', ...span },
        { field: 'year', ...span },
      ]
    : [];
  const said = yearOf(title) ?? yearOf(notice.head.title ?? '');
  const issued = notice.head.issued_on === null ? null : Number(notice.head.issued_on.slice(0, 4));
  return { scheme: contestAt(notice, at) ?? schemeOf(title), year: said ?? issued, yearSaid: said !== null, evidence };
}

/** A section headed by a contest (`五、工业投资竞赛获奖单位`) gives grades in that, whatever the notice is about. */
const CONTEST = /^([^，。；：]{2,20}(?:竞赛|大赛|比赛|评比|评选|擂台赛))(?:获奖|结果|情况|名单|单位|等次)*$/;

function contestAt(notice: Notice, at: number): string | null {
  const section = notice.sections.findLast((s) => s.heading.start <= at && s.title !== '');
  return section ? (CONTEST.exec(compact(section.title).text)?.[1] ?? null) : null;
}

/** `在市级重点产业集群年度评价中，A（优秀）`, `2024年度集群评价中，A为优秀`: the sentence names what is rated, and the year. */
const IN_SENTENCE =
  /(?:^|[。；，])(?:在(?:(20\d{2})年度?)?|(20\d{2})年度?)([^，。；]{4,30}?(?:评价|考核|评定|评估|评选|评比|复核))中，/;

/** The scheme and year that a paragraph names for itself, else the given ones. */
export function schemeOfParagraph(scheme: Scheme, text: string): Scheme {
  const own = IN_SENTENCE.exec(text);
  if (!own) return scheme;
  const year = own[1] ?? own[2];
  const dated = year === undefined ? scheme : { ...scheme, year: Number(year), yearSaid: true };
  return { ...dated, scheme: own[3] ?? '' };
}

/** `2025年三季度综合评价得分前三位的A、B`: the sentence names what put them first. */
const IN_RANKING =
  /((?:第?[一二三四]季度|[上下]半年|年度)?(?:[^，。；、：《》（）的\d]{0,12}?)(?:评价|考核|考评|评估|测评|评比))(?:综合)?(?:得分|总分|成绩|分数|结果|排名|排序|位列|位居){1,3}(?:[前后第][一二两三四五六七八九十\d]{1,3}[名位家个]?|靠[前后]|前列|末位)的/;

/** `经综合考核，2025年上半年工业经济运行考评，A考评等次为红旗`: a clause of its own names what is rated. */
const IN_FRONT =
  /(?:^|，)\d{4}年(?:度|第?[一二三四]季度|前三季度|[上下]半年)?([^，。；、：《》（）\d]{4,20}(?:评价|考核|考评|评估|测评|评比))(?:中|结果)?，/;

/** The scheme that a sentence names with the order of points, else the given one. */
export function schemeOfRanking(scheme: Scheme, sentence: string): Scheme {
  const own = (IN_RANKING.exec(sentence) ?? IN_FRONT.exec(sentence))?.[1]?.replace(/^年度?/, '');
  return own === undefined || own.length < 4 ? scheme : { ...scheme, scheme: own };
}

/** `以下集群认定为2024年度省级示范集群：`: a sentence names what the lists behind it are lists of. */
const IN_LEAD = /(?:认定|评定|确定|命名)为(?:\d{4}年度?)?([^，。；：]{4,30})：$/;
export const schemeOfLead = (text: string): string | null => IN_LEAD.exec(text.slice(-60))?.[1] ?? null;

/** `招商引资先进单位二等奖（2个）：` names its own scheme in front of the grade. */
export function schemeOfLabel(scheme: Scheme, label: string, grade: string): Scheme {
  const words = label.replace(/（[^）]*）|：$/g, '').replace(/^（?[一二三四五六七八九十\d]+[）、.]/, '');
  const name = words.endsWith(grade) ? words.slice(0, -grade.length) : '';
  return name.length >= 4 && !/(结果|等次|评价|评为|考核|获得?|荣获)$/.test(name) ? { ...scheme, scheme: name } : scheme;
}

/** The record of a grade that is given to a subject, grounded on the subject's name. */
export function rating(scheme: Scheme, subject: Subject, grade: string, given: Span | null, basis: Reason): RatingRead {
  return {
    subject_kind: subject.kind,
    subject: subject.name,
    scheme: scheme.scheme,
    year: scheme.year,
    grade: bareGrade(grade),
    score: subject.score,
    rank: subject.rank,
    ...subject.span,
    ...sureness(basis, !scheme.yearSaid && 'year_unsaid'),
    evidence: [...(given ? [{ field: 'grade', ...given }] : []), ...scheme.evidence],
  };
}

/** The records of the grade that a subject is given, and of those that its note gives for years that it names. */
export function* ratings(
  scheme: Scheme,
  subject: Subject,
  grade: string,
  given: Span | null,
  basis: Reason,
): Generator<RatingRead> {
  const other = subject.byYear.filter(({ year }) => year !== scheme.year);
  yield rating(scheme, subject, grade, given, basis);
  for (const { year, grade: then } of other)
    yield rating({ ...scheme, year, yearSaid: true }, { ...subject, score: null, rank: null }, then, given, basis);
}

/** Words that say that a list is in the order of its points. */
const ORDERED =
  /由高到低|从高到低|按照?(?:综合)?(?:得分|考核得分|分数|成绩|总分)(?:高低)?(?:排序|排名|排列|依次)|(?:排名|名次)依次/;

/** True where the words in front of a list say that it is in the order of points. */
export const isOrdered = (words: string): boolean => ORDERED.test(compact(words).text) && !/不分先后/.test(words);
