import { NO_SUBJECTS, OTHER_GRADES } from '../../corpus/lexicon/grade-words.js';
import type { RatingRead } from '../../schemas/index.js';
import { compact } from '../grammar/fold.js';
import { gradeOf, isGradeCell, isGradeHeading, schemeOf, yearOf } from '../grammar/grades.js';
import { kindOfName, type NameKind } from '../grammar/names.js';
import { numeral } from '../grammar/numerals.js';
import { headOf, heldCells, type HeldCell, type TableHead } from '../grammar/table-head.js';
import type { Notice, NoticeTable, TableCell } from '../notice.js';
import { rating, schemeAt, type Scheme } from './scheme.js';
import { isSubjectList, subjectOfCell, subjectsIn, type Subject } from './subjects.js';

/** Heads of the column of what is rated, the surer first, with the kind that a name without a telling end is of. */
const SUBJECT_COLUMNS: readonly { pattern: RegExp; kind: NameKind | null }[] = [
  { pattern: /^(?:先进制造业|特色|重点)?(?:产业)?集群(?:名称)?$/, kind: 'cluster' },
  { pattern: /^(?:工业|产业)?(?:园区|开发区|集聚区)(?:名称)?$/, kind: 'park' },
  // what has a name of its own is rated, not the place in the column beside it; its kind only its name tells
  {
    pattern: /^[^（），、]{0,8}(?:基地|载体|平台|小镇|街区|楼宇|综合体|示范区|功能区|孵化器|实验室|中心)名称$/,
    kind: null,
  },
  { pattern: /^(?:获奖|受表彰|参评|受评|被?评价|被?考核)?(?:单位|对象|名称)(?:名称)?$/, kind: null },
  {
    pattern:
      /^(?:县（市、区）|市（县、区）|县（区）|市（州）|县区|县市区|市县区|区县|县市|地区|市州|设区市|地市|区域|乡镇|镇街|镇（街道）)(?:名称)?$/,
    kind: 'region',
  },
];
/** Heads of the column of grades, the surer first. */
const GRADE_COLUMNS: readonly RegExp[] = [
  /(?:等次|等级|级别|星级|评级|档次|奖项|奖次)$/,
  /(?:评价|考核|评定|评估|认定|复核|评审)(?:结果|情况|结论)$/,
  /结果$/,
  /类别$/,
];
const SCORE_COLUMN = /(得分|总分|分数|成绩|分值|综合评分)(（.*）)?$/;
const RANK_COLUMN = /(排名|名次|位次|排序)$/;
/** Tables of persons, firms and projects: their places are not what is rated. */
const OTHER_SUBJECTS = /姓名|企业|公司|项目名称|产品|人员/;
/** What a cluster or a park makes, or has in it, is said beside its name: it is not what is rated. */
const SAID_OF_SUBJECT =
  /^(?:主导|主要|主营|代表性?|特色|拳头|优势|标志性|核心|骨干|龙头|重点|链主|领军|头部|规上|规模以上|集群(?:内)?|园区(?:内)?)+(?:产业)?(?:产品|企业)(?:名称)?(?:（[^（）]{1,8}）)?$|(?:企业|产品|人员)(?:总|户|个|家)?(?:数量?|人数|产值|占比)(?:（[^（）]{1,8}）)?$/;

/** The columns of a table that gives grades. */
interface Columns {
  subject: number;
  kind: NameKind | null;
  /** columns of grades with the year that each is for; none where the table's title gives the grade */
  grades: { column: number; year: number | null }[];
  /** the grade in the table's title */
  grade: string | null;
  score: number | null;
  rank: number | null;
}

function columnWith(head: TableHead, pattern: RegExp): number | null {
  const at = head.columns.findIndex(
    (text, c) => !OTHER_GRADES.test(text) && (pattern.test(text) || pattern.test(head.levels[c]?.at(-1) ?? '')),
  );
  return at < 0 ? null : at;
}

function columnsOf(table: NoticeTable, head: TableHead): Columns | null {
  if (head.columns.some((text) => OTHER_SUBJECTS.test(text) && !SAID_OF_SUBJECT.test(text))) return null;
  const subject = SUBJECT_COLUMNS.map(({ pattern, kind }) => ({ column: columnWith(head, pattern), kind })).find(
    (c) => c.column !== null,
  );
  if (!subject || subject.column === null) return null;
  const byYear = yearColumns(table, head);
  const graded =
    GRADE_COLUMNS.map((pattern) => columnWith(head, pattern)).find((c) => c !== null && holdsGrade(table, head, c)) ?? null;
  const years = graded === null || byYear.some((c) => c.column === graded) ? byYear : [];
  const grades = years.length > 0 || graded === null ? years : [{ column: graded, year: null }];
  const title = compact(table.title ?? '').text;
  const grade = grades.length === 0 && isGradeHeading(title) ? gradeOf(title) : null;
  if (grades.length === 0 && grade === null) return null;
  return {
    subject: subject.column,
    kind: subject.kind,
    grades,
    grade,
    score: columnWith(head, SCORE_COLUMN),
    rank: columnWith(head, RANK_COLUMN),
  };
}

/** 类别 and 结果 head other things than grades as well: some cell below must be one. */
const holdsGrade = (table: NoticeTable, head: TableHead, column: number): boolean =>
  table.rows.slice(head.rows).some((row) => row.cells.some((c) => c.column === column && isGradeCell(compact(c.text).text)));

const YEAR_COLUMN = /^\d{4}年度?(?:绩效|综合)?(?:评价|考核|评定|评估|认定|复核)?(?:结果|等次|等级|星级|评级|档次)?$/;
/** A cell that says that nothing was rated: `—`, `/`, `未参评`. */
const NOT_RATED = /^(?:[-—–/]+|无|未参评|未评价|首次参评)?$/;

/** Columns headed by a year whose cells are all grades, but for those that were not rated then. */
function yearColumns(table: NoticeTable, head: TableHead): Columns['grades'] {
  return head.columns.flatMap((text, column) => {
    const year = YEAR_COLUMN.test(text) ? yearOf(text) : null;
    if (year === null) return [];
    const cells = table.rows.slice(head.rows).flatMap((r) => r.cells.filter((c) => c.column === column));
    const given = cells.map((c) => compact(c.text).text).filter((t) => !NOT_RATED.test(t));
    return given.length > 0 && given.every(isGradeCell) ? [{ column, year }] : [];
  });
}

/** True for a table whose heads are grades: `优秀|良好|合格`, the names below. */
const headsAreGrades = (head: TableHead): boolean =>
  head.columns.length > 1 && head.columns.every((text) => isGradeHeading(text));

/** True for a table without a head, a grade and its names in each row. */
const isLabelled = (table: NoticeTable): boolean =>
  table.rows.length > 1 && table.rows.every((r) => r.cells.length === 2 && isGradeHeading(compact(r.cells[0]?.text ?? '').text));

/** True for a table that is read as ratings: names and grades, or names under grades. */
export function isRatingTable(table: NoticeTable, head: TableHead): boolean {
  return columnsOf(table, head) !== null || headsAreGrades(head) || isLabelled(table);
}

/** Grades in tables: in a column, in columns by year, in the heads, or in the table's title. */
export function* tableRatings(notice: Notice): Generator<RatingRead> {
  for (const table of notice.tables) {
    const head = table.toc ? null : headOf(table);
    if (!head) continue;
    const columns = columnsOf(table, head);
    if (isLabelled(table)) yield* labelledRows(notice, table);
    else if (columns) yield* rowRatings(notice, table, head, columns);
    else if (headsAreGrades(head)) yield* columnRatings(notice, table, head);
  }
}

/** A table's own title says what is rated, unless it only says the grade. */
function schemeOfTable(notice: Notice, table: NoticeTable): Scheme {
  const scheme = schemeAt(notice, table.start);
  const title = table.title;
  if (title === null || isGradeHeading(compact(title).text)) return scheme;
  const said = yearOf(title);
  return { ...scheme, scheme: schemeOf(title) || scheme.scheme, ...(said === null ? {} : { year: said, yearSaid: true }) };
}

function* rowRatings(notice: Notice, table: NoticeTable, head: TableHead, columns: Columns): Generator<RatingRead> {
  const scheme = schemeOfTable(notice, table);
  const above = new Map<number, string>();
  const latest = Math.max(...columns.grades.map(({ year }) => year ?? Infinity));
  for (let r = head.rows; r < table.rows.length; r++) {
    const row = heldCells(table, r);
    const subjects = subjectsOfRow(notice, table, row, columns);
    for (const { column, year } of columns.grades) {
      const given = cellOf(row, column)?.text ?? '';
      // a blank goes on with the grade above, but in columns of years nothing was rated there
      const grade = compact(given).text || (year === null ? above.get(column) : undefined);
      if (grade === undefined) continue;
      above.set(column, grade);
      const own = year === null ? scheme : { ...scheme, year, yearSaid: true };
      // points and places beside several years are those of the last
      const then = year === null || year === latest ? {} : { score: null, rank: null };
      if (isGradeCell(grade)) yield* subjects.map((s) => rating(own, { ...s, ...then }, grade, null, 'row_gives_grade'));
    }
    if (columns.grade !== null) {
      const grade = columns.grade;
      yield* subjects.map((s) => rating(scheme, s, grade, table.titleSpan, 'heading_gives_grade'));
    }
  }
}

function* columnRatings(notice: Notice, table: NoticeTable, head: TableHead): Generator<RatingRead> {
  const scheme = schemeOfTable(notice, table);
  for (const row of table.rows.slice(head.rows))
    for (const cell of row.cells) {
      const grade = gradeOf(head.columns[cell.column] ?? '');
      if (grade !== null) yield* namesOf(notice, cell, null).map((s) => rating(scheme, s, grade, null, 'row_gives_grade'));
    }
}

function* labelledRows(notice: Notice, table: NoticeTable): Generator<RatingRead> {
  const scheme = schemeOfTable(notice, table);
  for (const { cells } of table.rows) {
    const [label, names] = cells;
    const grade = gradeOf(compact(label?.text ?? '').text);
    if (!names || grade === null) continue;
    yield* namesOf(notice, names, null).map((s) => rating(scheme, s, grade, null, 'row_gives_grade'));
  }
}

/** A row with what merged cells give it. */
type HeldRow = readonly (HeldCell | null)[];

const cellOf = (row: HeldRow, column: number | null): TableCell | undefined => (column === null ? undefined : row[column]?.cell);

/** What a row rates, with the points and the place that its other cells give. */
function subjectsOfRow(notice: Notice, table: NoticeTable, row: HeldRow, columns: Columns): Subject[] {
  const cell = cellOf(row, columns.subject);
  if (!cell || cell.text === '') return [];
  const [score, rank] = [figureIn(cellOf(row, columns.score)), figureIn(cellOf(row, columns.rank))];
  const kind = columns.kind ?? (/集群/.test(table.title ?? notice.head.title ?? '') && /集群/.test(cell.text) ? 'cluster' : null);
  return namesOf(notice, cell, kind).map((s) => ({ ...s, score: score ?? s.score, rank: rank ?? s.rank }));
}

/** The names in a cell: a list of them, or one whose end need not tell its kind. */
function namesOf(notice: Notice, cell: TableCell, kind: NameKind | null): Subject[] {
  const list = subjectsIn(notice.text, compact(notice.text, cell.start, cell.end));
  if (isSubjectList(list)) return list.found;
  const own = kindOfName(cell.text) ?? kind;
  if (own === null || NO_SUBJECTS.test(cell.text)) return [];
  return [subjectOfCell(cell, own)];
}

/** `95.3`, `第3名`, `并列1`; null where the cell holds something else. */
function figureIn(cell: TableCell | undefined): number | null {
  const m = /^(?:并列)?第?(\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})(?:名|位|分)?$/.exec(compact(cell?.text ?? '').text);
  return m ? numeral(m[1] ?? '') : null;
}
