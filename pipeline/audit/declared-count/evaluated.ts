import { compact, numeral, matchesOf } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { FIGURE, placeOf, counting, type Sentence } from '../text.js';
import { mismatch } from './mismatch.js';

type Rating = Audited['records']['ratings'][number];

/** What is rated, as sentences count it, with how its names end. */
interface Class {
  noun: string;
  kind: Rating['subject_kind'];
  ending: RegExp;
}

const TOWNS: Class = {
  noun: '(?:镇街|乡镇|镇（街道）|乡镇（街道）|镇（街）|街镇)',
  kind: 'region',
  ending: /(镇|乡|街道|苏木)$/,
};
const COUNTIES: Class = {
  noun: '(?:县（市、区）|县（区）|县市区|县区|区县|县级市|区（县）|县（市）)',
  kind: 'region',
  ending: /[县市区旗]$/,
};
const CITIES: Class = { noun: '(?:设区市|地级以上市|市州|市（州）)', kind: 'region', ending: /(市|州|盟|地区)$/ };
const CLUSTERS: Class = { noun: '[^，。；、（）\\d]{0,12}?集群', kind: 'cluster', ending: /集群$/ };
const PARKS: Class = { noun: '[^，。；、（）\\d]{0,8}?(?:园区|开发区)', kind: 'park', ending: /(园|区|基地)$/ };
const CLASSES: readonly Class[] = [TOWNS, COUNTIES, CITIES, CLUSTERS, PARKS];

/** A sentence that says what was rated: all of it, by this notice. */
const RATED =
  /(?:对[^。；]{0,80}(?:进行|开展|组织)了[^。；]{0,30}(?:评价|考核|评定|评估|考评)|(?:本次|此次|本年度)?(?:参加|参与|参评|纳入)[^，。；]{0,6}(?:评价|考核|评估|考评)的)/;
const NOT_ALL = /(部分|其中|抽查|抽取|上年|去年|连续|累计|另有|首批|分别)/;

/** `对16个镇（街道）、7个产业园区进行了综合评价`, `参加评价的16个集群` against all that were given a grade. */
export function evaluatedCounts({ notice, records }: Audited): FindingRead[] {
  // a prize goes to one that has a grade, too, or to one that has none
  const subjects = new Map(
    records.ratings.filter((r) => !/奖/.test(r.grade)).map((r) => [`${r.subject_kind}|${compact(r.subject).text}`, r]),
  );
  const rated = [...subjects.values()];
  return counting(notice).flatMap((sentence) =>
    RATED.test(sentence.text) && !NOT_ALL.test(sentence.text)
      ? classesIn(sentence).flatMap((c) => counted(sentence, c, rated))
      : [],
  );
}

/** Of 区 beside 开发区 nobody knows which a name such as 峡山区 is: where both are counted, neither is compared. */
function classesIn({ text }: Sentence): readonly Class[] {
  const there = CLASSES.filter(({ noun }) => new RegExp(`\\d[个家]${noun}`).test(text));
  const unclear = there.includes(COUNTIES) && there.includes(PARKS);
  return unclear ? there.filter((c) => c !== COUNTIES && c !== PARKS) : there;
}

/** How far a list may be from its number: further off, it is another list. */
const NEAR = 3;

function counted(sentence: Sentence, { noun, kind, ending }: Class, rated: readonly Rating[]): FindingRead[] {
  const all = matchesOf(sentence.text, new RegExp(`(?<![\\d.第])${FIGURE}[个家](${noun})`, 'g'));
  const [m] = all;
  const declared = numeral(m?.[1] ?? '');
  const found = rated.filter((r) => r.subject_kind === kind && ending.test(compact(r.subject).text)).length;
  // a noun counted twice is counted in parts
  if (!m || all.length > 1 || declared === null || found < 2 || Math.abs(declared - found) > Math.min(NEAR, declared / 3))
    return [];
  return mismatch(m[2] ?? '', declared, found, placeOf(sentence, m.index, m.index + m[0].length));
}
