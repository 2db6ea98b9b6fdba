import { compact, headOf, isGrade, numeral, type NoticeTable, type TableRow } from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';
import { COUNTER, placeOf, sentences } from './text.js';

/** Ratings that contradict each other: one name with two grades, ranks that do not follow the points, a better grade for fewer points. */
export const ratingConflict = defineCheck({
  name: 'rating_conflict',
  version: 2,
  run: (audited) => [...twoGrades(audited), ...quotedGrades(audited), ...audited.notice.tables.flatMap(inTable)],
});

type Rating = Audited['records']['ratings'][number];

function told(
  what: string,
  name: string,
  expected: string | number,
  actual: string | number,
  at: { start: number; end: number },
) {
  return finding({
    check: 'rating_conflict',
    severity: 'warning',
    params: { what, name },
    expected,
    actual,
    start: at.start,
    end: at.end,
  });
}

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
    else if (twin.grade !== r.grade) out.push(told('two_grades', r.subject, twin.grade, r.grade, r));
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
    [...sentence.text.matchAll(pattern)].flatMap((m) =>
      records.ratings.flatMap((r) => {
        const name = compact(r.subject).text;
        const at = (m[1] ?? '').endsWith(name) ? (m[1] ?? '').length - name.length : (m[1] ?? '').indexOf(`${name}、`);
        const grade = m[2] ?? '';
        if (at < 0 || r.grade === grade || family(r.grade) !== family(grade) || sameElsewhere(records.ratings, r, grade))
          return [];
        return [told('quoted', r.subject, r.grade, grade, placeOf(sentence, m.index + at, m.index + m[0].length))];
      }),
    ),
  );
}

const sameElsewhere = (all: readonly Rating[], r: Rating, grade: string) =>
  all.some((o) => key(o) === key(r) && o.grade === grade);

interface Scored {
  row: TableRow;
  name: string;
  score: number | null;
  rank: number | null;
  grade: string;
}

const SCORE_HEAD = /^(综合|总|最终|考核|评价)?(得分|评分|总分|分数|分值|总得分)(（分）)?$/;
const RANK_HEAD = /^(排名|名次|位次|排序|综合排名)$/;

/** Where nearly all rows of a table follow their points, those that do not are told. */
function inTable(table: NoticeTable): FindingRead[] {
  const rows = scoredRows(table);
  const ranked = rows.filter((r) => r.score !== null && r.rank !== null);
  const wrong = ranked.length > 0 ? outOfOrder(ranked) : outOfLine(rows);
  // points that do not fit the rank seldom fit the grade: told once
  return wrong.length > 0 ? wrong : graded(rows.filter((r) => r.score !== null && r.grade !== ''));
}

function scoredRows(table: NoticeTable): Scored[] {
  const head = table.toc ? null : headOf(table);
  if (!head) return [];
  const at = (p: RegExp) => head.columns.findIndex((c, i) => p.test(c) || p.test(head.levels[i]?.at(-1) ?? ''));
  const [score, rank, grade] = [at(SCORE_HEAD), at(RANK_HEAD), at(/(等次|等级|星级|档次|类别|结果)$/)];
  const name = head.columns.findIndex((c, i) => i !== score && i !== rank && i !== grade && !/^(序号|编号)$/.test(c));
  if (score < 0) return [];
  const cell = (row: TableRow, c: number) => compact(row.cells.find((k) => k.column === c)?.text ?? '').text;
  return table.rows.slice(head.rows).map((row) => ({
    row,
    name: cell(row, name),
    score: numeral(cell(row, score) || 'x'),
    rank: numeral(cell(row, rank).replace(/[第名]/g, '') || 'x'),
    grade: isGrade(cell(row, grade)) ? cell(row, grade) : '',
  }));
}

const FEWEST = 4;

/** Neighbours in rank whose points stand the other way round. */
function outOfOrder(rows: readonly Scored[]): FindingRead[] {
  // ranks given twice are those of two lists
  if (new Set(rows.map((r) => r.rank)).size < rows.length) return [];
  const sorted = rows.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const wrong = sorted.filter((r, i) => i > 0 && (r.score ?? 0) > (sorted[i - 1]?.score ?? 0));
  if (rows.length < FEWEST || wrong.length > Math.max(1, rows.length / 5)) return [];
  return wrong.map((r) => {
    const above = sorted[sorted.indexOf(r) - 1];
    return told('rank', r.name, above?.score ?? '', r.score ?? '', r.row);
  });
}

/** Fewest rows without ranks that show that a table goes by points. */
const FEWEST_IN_LINE = 6;

/** In a table that goes down by points, the row or the two rows whose points stand out of line. */
function outOfLine(rows: readonly Scored[]): FindingRead[] {
  const scored = rows.filter((r) => r.score !== null);
  if (scored.length < FEWEST_IN_LINE || scored.length < rows.length || scored.length > MOST) return [];
  const kept = longestFall(scored.map((r) => r.score ?? 0));
  const odd = scored.filter((_, i) => !kept.has(i));
  const most = scored.length >= 2 * FEWEST_IN_LINE || odd.length === 1 ? 2 : 1;
  if (odd.length === 0 || odd.length > Math.max(most, swappedPair(scored, odd) ? 2 : 0)) return [];
  return odd.map((r) => told('rank', r.name, scored[scored.indexOf(r) - 1]?.score ?? '', r.score ?? '', r.row));
}

/** Would two rows be in line if they exchanged their points? */
function swappedPair(rows: readonly Scored[], odd: readonly Scored[]): boolean {
  const [a, b] = odd;
  if (!a || !b || odd.length !== 2) return false;
  const points = rows.map((r) => (r === a ? b.score : r === b ? a.score : r.score) ?? 0);
  return longestFall(points).size === rows.length;
}

/** The places of the longest run of values, gaps allowed, that never rises. */
function longestFall(values: readonly number[]): Set<number> {
  const length = values.map(() => 1);
  const before = values.map(() => -1);
  values.forEach((value, i) => {
    for (let k = 0; k < i; k++)
      if ((values[k] ?? 0) >= value && (length[k] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[k] ?? 0) + 1;
        before[i] = k;
      }
  });
  const kept = new Set<number>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}

/** Most rows of a table that are looked through for the one that does not fit. */
const MOST = 200;

/** Put in the order of their points, rows of one grade stand together: the row without which they would is told. */
function graded(rows: readonly Scored[]): FindingRead[] {
  const sorted = rows.slice(0, MOST).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  if (rows.length < FEWEST || blocks(sorted) === new Set(sorted.map((r) => r.grade)).size) return [];
  const odd = sorted.findIndex((_, i) => {
    const others = sorted.filter((_, k) => k !== i);
    return blocks(others) === new Set(others.map((r) => r.grade)).size;
  });
  const [row, beside] = [sorted[odd], sorted[odd + 1] ?? sorted[odd - 1]];
  return row && beside ? [told('grade_of_score', row.name, beside.grade, row.grade, row.row)] : [];
}

const blocks = (rows: readonly Scored[]): number => rows.filter((r, i) => r.grade !== rows[i - 1]?.grade).length;
