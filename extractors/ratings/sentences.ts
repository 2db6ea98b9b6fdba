import {
  BETWEEN,
  GIVING_VERBS,
  GRADES,
  HONOURED,
  HONOUR_WORDS,
  NOT_GIVEN,
  NO_GRADE_BEFORE,
  RATING_TITLES,
  SUBJECT_LEADS,
} from '../../corpus/lexicon/grade-words.js';
import type { RatingRead } from '../../schemas/index.js';
import { compact, spanOf, type Compact } from '../grammar/fold.js';
import { gradeOf, yearOf } from '../grammar/grades.js';
import { splitOutside } from '../grammar/lists.js';
import { matchesOf } from '../grammar/matches.js';
import { numeral } from '../grammar/numerals.js';
import type { Notice } from '../notice.js';
import { doubted } from '../sureness.js';
import { ratings, schemeAt, schemeOfParagraph, schemeOfRanking, type Scheme } from './scheme.js';
import { subjectsIn, type Subject } from './subjects.js';

/** A clause of a sentence, by its compact offsets. */
interface Clause {
  from: number;
  to: number;
  text: string;
}

/** A grade that a clause gives: to whom, and where it says so. */
interface Given {
  subjects: Subject[];
  grade: string;
  from: number;
  to: number;
  /** the subjects stand in a clause before */
  carried?: boolean;
}

/** A rule reads a clause; null where it is not of its kind. */
type Rule = (text: string, view: Compact, clause: Clause, before: readonly Clause[], sentence: Clause) => Given | null;

/** Grades given in sentences: `A、B被评为优秀`, `评定A等5个集群为优秀`, `获得优秀等次的县有：A`. */
export function* sentenceRatings(notice: Notice): Generator<RatingRead> {
  if (!RATING_TITLES.test(notice.head.title ?? '')) return;
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    let above = schemeAt(notice, p.start);
    for (const sentence of splitOutside(view.text, '。；')) {
      above = schemeOfParagraph(above, sentence.text);
      const scheme = schemeOfRanking(above, sentence.text);
      for (const given of grades(notice.text, view, sentence, scheme)) {
        const span = spanOf(view, given.from, given.to);
        for (const subject of given.subjects) {
          for (const read of ratings(scheme, subject, given.grade, span, 'sentence_gives_grade'))
            yield { ...read, ...doubted(read, given.carried === true && 'subject_carried') };
        }
      }
    }
  }
}

function* grades(text: string, view: Compact, sentence: Clause, scheme: Scheme): Generator<Given> {
  const clauses = splitOutside(sentence.text, '，').map((c) => ({
    text: c.text,
    from: sentence.from + c.from,
    to: sentence.from + c.to,
  }));
  for (const [i, clause] of clauses.entries()) {
    if (NOT_NOW.test(clause.text) || otherYear(clause.text, scheme)) continue;
    for (const rule of RULES) {
      const given = rule(text, view, clause, clauses.slice(0, i), sentence);
      if (given && given.subjects.length > 0) {
        yield given;
        break;
      }
    }
  }
}

const NOT_NOW = new RegExp(`(?:${NOT_GIVEN.join('|')})`);
const otherYear = (clause: string, scheme: Scheme): boolean => {
  const year = yearOf(clause.replace(/（[^（）]*）/g, ''));
  return year !== null && scheme.yearSaid && year !== scheme.year;
};

const HONOUR = `[^“”，。；、]{0,16}(?:${HONOUR_WORDS.join('|')})(?:${HONOURED.join('|')})`;
const GRADE = `(?:${GRADES.join('|')})(?!${NO_GRADE_BEFORE.join('|')})`;
const NAMED = `“?(?<grade>[A-E]{1,3}[+-]?”[级类档等]|${HONOUR}|${GRADE})”?(?:等次|等级)?`;
/** What may stand behind a grade at the end of a clause. */
const TAIL = '(?:(?:荣誉)?称号|的?(?:产业)?(?:集群|园区|开发区|县（市、区）|县区|单位))?';

const VERB_AND_GRADE = new RegExp(`(?:${GIVING_VERBS.join('|')})(?:\\d{4}年度?)?${NAMED}${TAIL}$`);
const TITLE_AWARDED = /“(?<grade>[^“”]{2,30})”(?:荣誉)?称号$/;

/** `A、B被评为优秀`, `评定A、B等5个集群为优秀`, `授予A“先进单位”称号`; a clause without subjects takes those of the one before. */
const givenBehind: Rule = (text, view, clause, before) => {
  const m = VERB_AND_GRADE.exec(clause.text) ?? TITLE_AWARDED.exec(clause.text);
  const grade = gradeOf(m?.groups?.['grade'] ?? '');
  if (!m || grade === null) return null;
  const list = trimmed(clause.text.slice(0, m.index), clause.from);
  const said = { grade, from: clause.from + m.index, to: clause.to };
  return list.to > list.from
    ? { ...said, subjects: allSubjects(text, view, list) }
    : { ...said, subjects: carried(text, view, before), carried: true };
};

const AHEAD = new RegExp(
  `(?:评价|考核|评估|评定|复核|综合)?(?:结果|等次|等级)?(?:${GIVING_VERBS.join('|')})?${NAMED}(?:的|获得者|获奖者)(?:\\d+个)?(?:县（市、区）|县区|园区|开发区|集群|产业集群|单位)?(?:有|是|为|包括|分别[是为])?：?`,
);

/** `评价结果为A级的有A、B`, `对获得一等奖的A奖励100万元`. */
const givenAhead: Rule = (text, view, clause) => {
  const m = AHEAD.exec(clause.text);
  const grade = gradeOf(m?.groups?.['grade'] ?? '');
  if (!m || grade === null) return null;
  const from = clause.from + m.index + m[0].length;
  return { subjects: leadingSubjects(text, view, from, clause.to), grade, from: clause.from + m.index, to: from };
};

const GRADE_HAS = new RegExp(`^(?:其中)?${NAMED}的?(?:有|为|是|包括)：?`);

/** `优秀等次有A和B`. */
const gradeHas: Rule = (text, view, clause) => {
  const m = GRADE_HAS.exec(clause.text);
  const grade = gradeOf(m?.groups?.['grade'] ?? '');
  if (!m || grade === null) return null;
  const from = clause.from + m[0].length;
  return { subjects: allSubjects(text, view, { from, to: clause.to }), grade, from: clause.from, to: from };
};

const BARE_BEHIND =
  /(?:评价|考核|评估|结果|等次|等级){0,4}(?:被?评定?|确定|认定)?为“?(?<grade>好|优|良|中|差)”?(?:等次|等级|档次)?$/;
/** Grades beside which a single character is one, too: `2个市为好，3个市为较好`. */
const SCALE = /为“?(?:较好|一般|较差|优秀|良好|不?合格|[好优良中差](?=”?(?:等次|等级|[，。；]|$)))/g;

/** `A市、B市2个市为好` in a sentence that gives other grades as well. */
const bareBehind: Rule = (text, view, clause, _before, sentence) => {
  const m = BARE_BEHIND.exec(clause.text);
  const grade = m?.groups?.['grade'];
  if (!m || grade === undefined || matchesOf(sentence.text, SCALE).length < 2) return null;
  const subjects = allSubjects(text, view, trimmed(clause.text.slice(0, m.index), clause.from));
  return { subjects, grade, from: clause.from + m.index, to: clause.to };
};

const RULES: readonly Rule[] = [givenAhead, givenBehind, gradeHas, bareBehind];

const LEAD = new RegExp(`^(?:${SUBJECT_LEADS.join('|')})`);
/** How many words may lead up to a list, and how many stand behind it. */
const MOST_WORDS = 6;
const LONGEST_LEAD = 40;
const FILLER = new RegExp(`(?:${BETWEEN.join('|')})$`);

/** The list of a clause without what leads up to it and what stands between it and the verb. */
function trimmed(list: string, at: number): { from: number; to: number } {
  let from = 0;
  let to = list.length;
  for (let n = 0; n < MOST_WORDS; n++) from += LEAD.exec(list.slice(from, from + LONGEST_LEAD))?.[0].length ?? 0;
  for (let n = 0; n < MOST_WORDS; n++) to -= FILLER.exec(list.slice(Math.max(from, to - 20), to))?.[0].length ?? 0;
  return { from: at + from, to: at + to };
}

/** The names of a list; none where anything in it is no name. */
function allSubjects(text: string, view: Compact, { from, to }: { from: number; to: number }): Subject[] {
  const { found, items } = subjectsIn(text, view, from, to);
  return found.length === items ? found : [];
}

/** What ends a list of names that a sentence goes on behind. */
const GOES_ON = /奖励|通报|给予|予以|各奖|各给|等\d|等[县市区园集]|在|由|应|要|须|可|共\d/;

/** The names that begin a text, as long as they go on. */
function leadingSubjects(text: string, view: Compact, from: number, to: number): Subject[] {
  const stop = GOES_ON.exec(view.text.slice(from, to));
  return allSubjects(text, view, { from, to: stop ? from + stop.index : to });
}

/** `A以98.4分位列第1位，` in front of a clause that gives the grade. */
const PLACED = /^(.{2,30}?)(?:以|得分)(\d+(?:\.\d+)?)分(?:的成绩)?(?:(?:位列|排名|列|名列)(?:全[省市县])?第(.{1,3}?)[位名]?)?$/;
/** `A因发生事故，` at the beginning of the sentence. */
const BECAUSE = /^(.{2,30}?)(?:因|由于|虽)/;

/** `对连续三年优秀的A、B，` in front of a clause that gives them something more; the last 的 ends what is said of them. */
const ABOUT = /^(?:同意)?(?:对|将|把)(?:.*的)?/;

/**
 * The subjects that a clause without any takes from those before: placed in the one before, listed there with their points or
 * behind 对, or named at the beginning.
 */
function carried(text: string, view: Compact, before: readonly Clause[]): Subject[] {
  const [first, last] = [before[0], before.at(-1)];
  const placed = last ? PLACED.exec(last.text) : null;
  if (last && placed) {
    const rank = placed[3] === undefined ? null : numeral(placed[3]);
    return leading(text, view, last, placed[1]).map((s) => ({ ...s, score: Number(placed[2]), rank }));
  }
  const scored = last ? allSubjects(text, view, last) : [];
  if (scored.length > 0 && scored.every((s) => s.score !== null)) return scored;
  const about = last ? ABOUT.exec(last.text)?.[0].length : undefined;
  const meant = last && about !== undefined ? allSubjects(text, view, { from: last.from + about, to: last.to }) : [];
  if (meant.length > 0) return meant;
  return first ? leading(text, view, first, BECAUSE.exec(first.text)?.[1]) : [];
}

const leading = (text: string, view: Compact, { from }: Clause, names = ''): Subject[] =>
  allSubjects(text, view, { from, to: from + names.length });
