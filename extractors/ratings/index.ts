import type { RatingRead } from '../../schemas/index.js';
import { defineExtractor } from '../define.js';
import { isSameGrade } from '../grammar/grades.js';
import type { Notice } from '../notice.js';
import { bracketRatings, countedRatings } from './brackets.js';
import { gradeFirstRatings } from './grade-first.js';
import { headedRatings } from './headings.js';
import { labelledRatings } from './labels.js';
import { rankedRatings } from './rankings.js';
import { reasonRatings } from './reasons.js';
import { sentenceRatings } from './sentences.js';
import { tableRatings } from './tables.js';

export { isRatingTable } from './tables.js';

/** How lists and tables give grades; where two read the same grade, the first one's reading stands. */
const LISTS: readonly ((notice: Notice) => Iterable<RatingRead>)[] = [
  headedRatings,
  labelledRatings,
  bracketRatings,
  countedRatings,
  gradeFirstRatings,
  rankedRatings,
  tableRatings,
  reasonRatings,
];

/** One record per grade given: in lists under a heading, in tables, in brackets behind names, in sentences. */
export const ratings = defineExtractor({
  type: 'ratings',
  version: 8,
  read: (notice) => {
    const listed = once(LISTS.flatMap((read) => [...read(notice)]));
    return [...listed, ...once([...sentenceRatings(notice)].filter((r) => !toldByList(r, listed)))];
  },
});

function once(ratings: readonly RatingRead[]): RatingRead[] {
  const seen = new Set<string>();
  return ratings.filter((r) => {
    const key = [r.subject, r.scheme, r.year, r.grade].join('\u0001');
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** A sentence that sums up a list (`A、B等5个集群为优秀，见附件1`) gives no further grade. */
const toldByList = (said: RatingRead, listed: readonly RatingRead[]): boolean =>
  listed.some(
    (r) =>
      isSameGrade(r.grade, said.grade) &&
      (r.subject === said.subject || (r.subject_kind === said.subject_kind && r.start > said.start)),
  );
