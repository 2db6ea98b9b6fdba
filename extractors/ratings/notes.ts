import { bareGrade, isGrade } from '../grammar/grades.js';
import { numeral } from '../grammar/numerals.js';

/** A grade that a note gives for a year that it names: `2023年度为合格`. */
export interface YearGrade {
  year: number;
  grade: string;
}

/** What stands behind a name in a list, in brackets or set off by commas: `优秀，95.1分，居全省第1位，2023年度为良好`. */
export interface Note {
  score: number | null;
  rank: number | null;
  grade: string | null;
  /** the grades of years that are named */
  byYear: YearGrade[];
}

const SCORE = /(\d+(?:\.\d+)?)分/;
const ONLY_SCORE = /^(?:得分?)?\d+(?:\.\d+)?分$/;
const RANK =
  /^(?:排名|位次|名次|排在?|位[列居]|名列|[列居])?(?:[全本][国省市县区州盟]|同类)?第([一二三四五六七八九十\d]{1,3})[名位]?$/;
/** `2023年度考核结果为`: what is left behind it must be a grade. */
const YEAR =
  /^(20\d{2})年度?(?:绩效|综合)?(?:评价|考核|考评|评估|评定|复核)?(?:结果|等次|等级)?(?:评定|确定|认定)?[为是：]?(.{1,8})$/;

/** Reads the pieces of a note, split at commas and semicolons. */
export function noteOf(note: string): Note {
  const pieces = note.split(/[，、；]/);
  const grade = pieces.find((word) => isGrade(word));
  const rank = pieces.map((word) => RANK.exec(word)?.[1]).find((place) => place !== undefined);
  return {
    score: scoreOf(note),
    rank: rank === undefined ? null : numeral(rank),
    grade: grade === undefined ? null : bareGrade(grade),
    byYear: pieces.flatMap(yearGrade),
  };
}

/** The points that words give; null where they give none. */
export function scoreOf(words: string): number | null {
  const points = SCORE.exec(words)?.[1];
  return points === undefined ? null : Number(points);
}

function yearGrade(piece: string): YearGrade[] {
  const m = YEAR.exec(piece);
  const grade = m?.[2] ?? '';
  return m && isGrade(grade) ? [{ year: Number(m[1]), grade: bareGrade(grade) }] : [];
}

/** True for what stands in brackets and is no part of a name: a grade, points, a rank, a number of things, an order. */
export function isNote(bracket: string): boolean {
  const { score, rank, grade } = noteOf(bracket);
  return grade !== null || score !== null || rank !== null || /^(?:\d|按|排名)/.test(bracket);
}

/** True for words between commas that say points and nothing else. */
export const isPoints = (words: string): boolean => ONLY_SCORE.test(words);

/** True for words between commas that say a grade, a rank or a year's grade and nothing else. */
export const isGradeNote = (words: string): boolean => isGrade(words) || RANK.test(words) || yearGrade(words).length > 0;
