import { numeral } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { COUNTER, FIGURE, placeOf, counting, type Sentence } from '../text.js';
import { mismatch } from './mismatch.js';

const WHOLE = new RegExp(`(?<![\\d.第])${FIGURE}${COUNTER}([\\u4e00-\\u9fa5]{2,14}?)(?:当中|之中|中)，(?:有)?(?=\\d)`);
const PART = new RegExp(`^${FIGURE}${COUNTER}([\\u4e00-\\u9fa5]{1,16})$`);
/** What cannot be true of the same one: 通过 and 不通过. */
const NEGATED = /[不未]/;

/**
 * `3个集群中，2个拟通过复核、1个拟不通过`: a part is not more than its whole; parts of which one says that the others’
 * is not so are no more together.
 */
export function partsOfWholes({ notice }: Audited): FindingRead[] {
  return counting(notice).flatMap(inSentence);
}

function inSentence(sentence: Sentence): FindingRead[] {
  const m = WHOLE.exec(sentence.text);
  const whole = numeral(m?.[1] ?? '');
  if (!m || whole === null) return [];
  const rest = sentence.text.slice(m.index + m[0].length).replace(/[。；]$/, '');
  const parts = rest.split(/[，、]/).map((t) => PART.exec(t));
  const known = parts.slice(0, parts.findIndex((p) => p === null) >>> 0).filter((p) => p !== null);
  const values = known.map((p) => numeral(p[1] ?? '') ?? 0);
  const apart = known.length === 2 && NEGATED.test(known[1]?.[2] ?? '') && !NEGATED.test(known[0]?.[2] ?? '');
  const most = apart ? values.reduce((a, b) => a + b, 0) : Math.max(0, ...values);
  const end = m.index + m[0].length + known.map((p) => p[0]).join('、').length;
  return most > whole ? mismatch(m[2] ?? '', whole, most, placeOf(sentence, m.index, end)) : [];
}
