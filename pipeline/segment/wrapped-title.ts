import { beginsAnew, headingMark, isOrganLine, isTitleLike, numberLine, signedDate } from '../../extractors/index.js';

/** How the title of a table ends; what stands behind it in brackets is no part of it. */
export const TABLE_TITLE = /(?:表|清单|名单|目录|名录|一览|汇总|台账|情况)(?:（.*）)?$/;

/** A line that was wrapped in words has at least so many characters; a title of two lines has at most so many. */
const SHORTEST_LINE = 14;
const LONGEST_TITLE = 90;

/**
 * True where a table's title was wrapped in words: `above`, which ends nothing and is no shorter than what goes on below
 * it, and `last`, with which the title ends. Both without white space.
 */
export function isWrappedTitle(above: string, last: string): boolean {
  if (above.length < Math.max(SHORTEST_LINE, last.length) || above.length + last.length > LONGEST_TITLE) return false;
  if (!TABLE_TITLE.test(last) || beginsAnew(last) || /^表?\d/.test(last)) return false;
  const endsItself = TABLE_TITLE.test(above) || isTitleLike(above) || /[。；：！？]|[）》]$/.test(above);
  return (
    !endsItself && headingMark(above) === null && !isOrganLine(above) && signedDate(above) === null && numberLine(above) === null
  );
}
