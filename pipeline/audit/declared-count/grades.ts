import { bareGrade, compact, gradeOf, headOf, isGrade, numeral, type NoticeTable } from '../../../extractors/index.js';
import type { FindingRead } from '../../../schemas/index.js';
import type { Audited } from '../check.js';
import { nameLists } from '../lists.js';
import { COUNTER, FIGURE, placeOf, counting, type Sentence } from '../text.js';
import { mismatch } from './mismatch.js';

/** `…等29个产业集群评价结果为良好`, `良好的5个`, `五星级开发区2个` against the ratings of that grade. */
export function gradeCounts(audited: Audited): FindingRead[] {
  const counts = countsByGrade(audited);
  const grades = [...counts.keys()].sort((a, b) => b.length - a.length);
  return counting(audited.notice).flatMap((sentence) =>
    mentions(sentence.text, grades).flatMap(({ grade, at }) => {
      const said = numberBefore(sentence.text, at) ?? numberBehind(sentence.text, at, grade);
      return said === null ? [] : compared(grade, said, counts.get(grade) ?? [], sentence);
    }),
  );
}

/** How many were given each grade, in each scheme that gives it. */
function countsByGrade({ notice, records }: Audited): Map<string, number[]> {
  const perScheme = new Map<string, Map<string, number>>();
  const add = (grade: string, scheme: string, n: number) => {
    const schemes = perScheme.get(grade) ?? new Map<string, number>();
    perScheme.set(grade, schemes.set(scheme, (schemes.get(scheme) ?? 0) + n));
  };
  // a grade given in a sentence is not what that sentence counts
  for (const r of records.ratings.filter((x) => !x.reasons.includes('sentence_gives_grade')))
    add(r.grade, `${r.scheme}|${r.year ?? ''}|${r.subject_kind}`, 1);
  for (const list of nameLists(notice)) {
    const grade = gradeOf(list.label);
    add(grade ?? list.label, `list|${list.head.start}`, list.items.length);
  }
  notice.tables.forEach((table, i) => {
    for (const grade of gradesInTable(table)) add(grade, `table|${i}`, 1);
  });
  return new Map([...perScheme].map(([grade, schemes]) => [grade, [...schemes.values()]]));
}

/** The grade of each row of a table that has a column of grades. */
function gradesInTable(table: NoticeTable): string[] {
  const head = table.toc ? null : headOf(table);
  const column = head?.columns.findIndex((c) => /(等次|等级|星级|结果|档次|类别|等)$/.test(c)) ?? -1;
  if (!head || column < 0) return [];
  const cells = table.rows.slice(head.rows).map((row) => compact(row.cells.find((c) => c.column === column)?.text ?? '').text);
  return cells.filter((t) => isGrade(t)).map(bareGrade);
}

/** Where grades stand in a sentence; a longer one hides a shorter one in it. */
function mentions(text: string, grades: readonly string[]): { grade: string; at: number }[] {
  const taken: [number, number][] = [];
  const found: { grade: string; at: number }[] = [];
  for (const grade of grades) {
    for (let at = text.indexOf(grade); at >= 0; at = text.indexOf(grade, at + 1)) {
      const end = at + grade.length;
      if (taken.some(([a, b]) => at < b && end > a) || /[不本]$/.test(text.slice(Math.max(0, at - 1), at))) continue;
      if (endsList(text.slice(Math.max(0, at - 24), at))) continue;
      taken.push([at, end]);
      found.push({ grade, at });
    }
  }
  return found;
}

const COUNTED = new RegExp(`${FIGURE}${COUNTER}`);
/** `A市、B市、C市3个市`: the number behind the last one counts them all; `优秀5个、良好9个` counts each. */
function endsList(before: string): boolean {
  const item = /(?:^|[，。；：、])([^，。；：、]*)[、和及与]$/.exec(before)?.[1];
  return item !== undefined && !COUNTED.test(item);
}

interface Said {
  value: number;
  from: number;
  to: number;
}

const LINK = '(?:评价结果|考核结果|评定结果|评估结果|认定结果|结果)?(?:为|获得?|获评|被评为|评为|认定为|评定为|确定为|定为)“?';
const BEFORE = new RegExp(`${FIGURE}${COUNTER}(?:[^，。；、：\\d]{0,14}，?${LINK}(?:\\d{4}年度?)?[^，。；、：\\d]{0,20})$`);

/** `29个产业集群，评价结果为` in front of a grade. */
function numberBefore(text: string, at: number): Said | null {
  const from = Math.max(0, at - 60);
  // what stands in brackets is no part of the noun: 县（市、区）
  const m = BEFORE.exec(text.slice(from, at).replace(/（[^（）]*）/g, (b) => '＿'.repeat(b.length)));
  return m ? said(m, from) : null;
}

const NOUN = '(?:产业集群|先进制造业集群|集群|开发区|园区|区县|县区|县（市、区）|市州|单位|企业|项目|基地|平台)?';
const BEHIND = new RegExp(`^(?:等次|等级|级)?的?${NOUN}(?:有|共|计|共有)?${FIGURE}${COUNTER}(?!以上|左右|以内)`);
/** Grades that are verbs too: a number behind them may count anything. */
const ALSO_VERB = /^(示范|培育|成长|标杆|通过|备案)$/;

/** `的4个`, `开发区2个` behind a grade. */
function numberBehind(text: string, at: number, grade: string): Said | null {
  if (ALSO_VERB.test(grade)) return null;
  const from = at + grade.length;
  const m = BEHIND.exec(text.slice(from, from + 24));
  return m ? said(m, from) : null;
}

function said(m: RegExpExecArray, from: number): Said | null {
  const value = numeral(m[1] ?? '');
  const at = from + m.index + m[0].indexOf(m[1] ?? '');
  return value === null ? null : { value, from: at, to: from + m.index + m[0].length };
}

const NOT_COUNTED = /(不超过|不少于|不低于|力争|原则上|到20\d\d年|左右|以内)/;
/** Sentences about other years than the one that is rated. */
const OTHER_YEARS = /(上年|去年|上一年|往年|历年|累计|截至|近三年|每年|连续)/;

function compared(grade: string, { value, from, to }: Said, counts: readonly number[], sentence: Sentence): FindingRead[] {
  if (NOT_COUNTED.test(sentence.text.slice(Math.max(0, from - 12), to + 4))) return [];
  const nearest = [...counts].sort((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
  return nearest === undefined || OTHER_YEARS.test(sentence.text)
    ? []
    : mismatch(grade, value, nearest, placeOf(sentence, from, to));
}
