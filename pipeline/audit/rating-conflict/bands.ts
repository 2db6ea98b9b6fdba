import { isGrade, matchesOf } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { statements } from '../text.js';
import { told } from './told.js';

const POINTS = '(\\d{1,3}(?:\\.\\d+)?)分?(?:（[不包]?含[^（）]*）)?';
const UP = `${POINTS}(?:及|含)?(?:以上|至|到|[-—–~～]+)(?:[\\d.]+分?(?:（[^（）]*）)?(?:之间)?)?`;
const BAND = new RegExp(
  `${UP}(?:的|者)?，?(?:评定|确定|认定|评)?为“?([\\u4e00-\\u9fa5A-Z]{1,6}?)(?:等次|等级|级)?”?(?=[，、；。（]|$)`,
  'g',
);

/** The fewest points of each grade, where the notice says them: `得分90分（含）以上为优秀，80分（含）至90分为良好`. */
function bandsOf({ notice }: Audited): Map<string, number> {
  const least = new Map<string, number>();
  for (const { text } of statements(notice)) {
    if (!/分/.test(text) || /(原则上|直接|一票)/.test(text)) continue;
    for (const [, points, grade = ''] of matchesOf(text, BAND)) {
      // of two schemes with bands of their own the lower one is held against the points
      if (isGrade(grade)) least.set(grade, Math.min(least.get(grade) ?? Infinity, Number(points)));
    }
  }
  return least;
}

/** Ratings with fewer points than the notice itself asks for their grade. */
export function belowBand(audited: Audited): FindingRead[] {
  const least = bandsOf(audited);
  return audited.records.ratings.flatMap((r) => {
    const asked = least.get(r.grade);
    return asked === undefined || r.score === null || r.score >= asked ? [] : [told('band', r.subject, asked, r.score, r)];
  });
}
