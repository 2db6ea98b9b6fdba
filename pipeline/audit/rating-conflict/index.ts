import { compact, isSameGrade, matchesOf } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import { defineCheck, type Audited } from '../check.js';
import { COUNTER, placeOf, sentences } from '../text.js';
import { belowBand } from './bands.js';
import { byPoints } from './order.js';
import { told } from './told.js';

/** Ratings that contradict each other: one name with two grades, ranks that do not follow the points, a better grade for fewer points. */
export const ratingConflict = defineCheck({
  name: 'rating_conflict',
  version: 4,
  run: (audited) =>
    once([...twoGrades(audited), ...quotedGrades(audited), ...audited.notice.tables.flatMap(byPoints), ...belowBand(audited)]),
});

/** A row that is told for its rank is not told again for the points of its grade. */
function once(found: readonly FindingRead[]): FindingRead[] {
  const named = (f: FindingRead) => `${f.params['name'] ?? ''}|${f.actual ?? ''}`;
  const before = new Set<string>();
  return found.filter((f) => {
    const again = before.has(named(f));
    before.add(named(f));
    return f.params['what'] !== 'band' || !again;
  });
}

type Rating = Audited['records']['ratings'][number];

const key = (r: Rating) => `${r.subject_kind}|${compact(r.subject).text}`;
/** Grades that go side by side: stars beside 优秀, a prize beside a grade. */
const family = (grade: string) =>
  /星/.test(grade)
    ? 'star'
    : /奖/.test(grade)
      ? 'prize'
      : /(示范|标杆|先进|进步|突出|十强|百强)/.test(grade)
        ? 'honour'
        : 'grade';

/** The same name twice in one scheme and year, with two grades. */
function twoGrades({ records }: Audited): FindingRead[] {
  const first = new Map<string, Rating>();
  const out: FindingRead[] = [];
  for (const r of records.ratings) {
    const id = `${key(r)}|${r.scheme}|${r.year ?? ''}|${family(r.grade)}`;
    const twin = first.get(id);
    if (!twin) first.set(id, r);
    else if (!isSameGrade(twin.grade, r.grade)) out.push(told('two_grades', r.subject, twin.grade, r.grade, r));
  }
  return out;
}

const LINK = '(?:评价结果|考核结果|评定结果|结果)?(?:为|获得?|获评|被评为|评为|认定为|评定为|确定为)“?';

/** `甲、乙等12个集群评价结果为优秀` where the list gives 甲 another grade. */
function quotedGrades({ notice, records }: Audited): FindingRead[] {
  const byGrade = [...new Set(records.ratings.map((r) => r.grade))].sort((a, b) => b.length - a.length);
  if (byGrade.length < 2) return [];
  const pattern = new RegExp(
    `([^，。；：]{2,200}?)等(?:\\d{1,4}|[一二三四五六七八九十]{1,3})${COUNTER}[^，。；：\\d]{0,14}，?${LINK}(${byGrade.join('|')})`,
    'g',
  );
  return sentences(notice).flatMap((sentence) =>
    matchesOf(sentence.text, pattern).flatMap((m) =>
      records.ratings.flatMap((r) => {
        const name = compact(r.subject).text;
        const at = (m[1] ?? '').endsWith(name) ? (m[1] ?? '').length - name.length : (m[1] ?? '').indexOf(`${name}、`);
        const grade = m[2] ?? '';
        if (
          at < 0 ||
          isSameGrade(r.grade, grade) ||
          family(r.grade) !== family(grade) ||
          sameElsewhere(records.ratings, r, grade)
        )
          return [];
        return [told('quoted', r.subject, r.grade, grade, placeOf(sentence, m.index + at, m.index + m[0].length))];
      }),
    ),
  );
}

const sameElsewhere = (all: readonly Rating[], r: Rating, grade: string) =>
  all.some((o) => key(o) === key(r) && isSameGrade(o.grade, grade));
