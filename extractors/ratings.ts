import type { Evidence, RatingRead, Reason, Span } from '../schemas/index.js';
import { defineExtractor } from './define.js';
import { sureness } from './sureness.js';
import { clean, compact, spanOf, type Compact } from './grammar/fold.js';
import { bareGrade, gradeOf, isGrade, schemeOf, yearOf } from './grammar/grades.js';
import { splitOutside } from './grammar/lists.js';
import { kindOfName, nameList } from './grammar/names.js';
import { columnOf, headOf, type TableHead } from './grammar/table-head.js';
import { inSection, type Notice, type NoticeTable, type Section } from './notice.js';

/** One record per grade given: in lists under a heading, in sentences that rank, in tables, in brackets behind names. */
export const ratings = defineExtractor({
  type: 'ratings',
  version: 1,
  read: (notice) => {
    const seen = new Set<string>();
    return [
      ...fromLists(notice),
      ...fromAnnexLists(notice),
      ...fromLabels(notice),
      ...fromBrackets(notice),
      ...fromRankings(notice),
      ...fromTables(notice),
    ].filter((r) => {
      const key = [r.subject, r.scheme, r.year, r.grade].join('\u0001');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  },
});

interface Scheme {
  scheme: string;
  year: number | null;
  evidence: Evidence[];
}

/** The scheme and year of a part of the notice: its annex's title, else the notice's. */
function schemeAt(notice: Notice, at: number): Scheme {
  const annex = [...notice.annexes].reverse().find((a) => a.start <= at && a.title !== null);
  const title = annex?.title ?? notice.head.title ?? '';
  const span = annex ? { start: annex.start, end: annex.end } : notice.headSpans.title;
  const evidence = span
    ? [
        { field: 'scheme', ...span },
        { field: 'year', ...span },
      ]
    : [];
  const issued = notice.head.issued_on === null ? null : Number(notice.head.issued_on.slice(0, 4));
  return { scheme: schemeOf(title), year: yearOf(title) ?? yearOf(notice.head.title ?? '') ?? issued, evidence };
}

/** A name with its points behind it: `进贤县（98.88分）`. */
const SCORED = /^(.+?)（(\d+(?:\.\d+)?)分）$/;

/** The ratable names of a list text: mostly clusters, parks or places, else none. */
function subjects(text: string, view: Compact): { name: string; kind: RatingRead['subject_kind']; span: Span }[] {
  const items = nameList(view.text);
  const named = items.flatMap((item) => {
    const span = spanOf(view, item.from, item.to);
    const name = clean(text.slice(span.start, span.end));
    const kind = kindOfName(name);
    return kind !== null && name.length <= 45 && !/(的|为|是|按照|根据)/.test(name) ? [{ name, kind, span }] : [];
  });
  return named.length > 0 && named.length >= items.length * 0.8 ? named : [];
}

/** Sections whose heading carries a grade, and the names listed in them and below. */
function* fromLists(notice: Notice): Generator<RatingRead> {
  for (const section of notice.sections) {
    const grade = section.number === null && section.title === '' ? null : gradeOf(compact(section.title).text);
    if (grade === null) continue;
    yield* listed(notice, section, grade);
  }
}

function* listed(notice: Notice, section: Section, grade: string): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body' && p.role !== 'heading') continue;
    if (!inSection(notice, p.section, section.index)) continue;
    const start = p.section === section.index ? Math.max(p.start, section.heading.end) : p.start;
    if (start >= p.end || (p.role === 'heading' && p.section === section.index)) continue;
    const found = subjects(notice.text, compact(notice.text, start, p.end));
    yield* found.map((s) =>
      rating(schemeAt(notice, p.start), s, grade, [{ field: 'grade', ...section.heading }], 'heading_gives_grade'),
    );
  }
}

function rating(
  scheme: Scheme,
  s: { name: string; kind: RatingRead['subject_kind']; span: Span },
  grade: string,
  evidence: Evidence[],
  basis: Reason,
): RatingRead {
  return {
    subject_kind: s.kind,
    subject: s.name,
    scheme: scheme.scheme,
    year: scheme.year,
    grade: bareGrade(grade),
    score: null,
    rank: null,
    ...s.span,
    ...sureness(basis, scheme.year === null && 'year_unsaid'),
    evidence: [...evidence, ...scheme.evidence],
  };
}

/** An annex whose title is an honour (`…示范园区名单`): everything listed right under it has it. */
function* fromAnnexLists(notice: Notice): Generator<RatingRead> {
  for (const annex of notice.annexes) {
    const title = compact(annex.title ?? '').text;
    const grade = /名单$/.test(title) ? gradeOf(title) : null;
    if (grade === null) continue;
    const next = notice.annexes.find((a) => a.start > annex.start)?.start ?? notice.text.length;
    for (const p of notice.paragraphs) {
      if (p.role !== 'body' || p.start < annex.end || p.end > next) continue;
      const headed = notice.sections[p.section];
      if (headed && headed.number !== null && gradeOf(compact(headed.title).text) !== null) continue;
      const found = subjects(notice.text, compact(notice.text, p.start, p.end));
      yield* found.map((s) =>
        rating(
          schemeAt(notice, p.start),
          s,
          grade,
          [{ field: 'grade', start: annex.start, end: annex.end }],
          'annex_gives_grade',
        ),
      );
    }
  }
}

/** `优秀等次（4个）：A（96.35分）、B。` and `先进园区（5个）：C、D。` */
function* fromLabels(notice: Notice): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    for (const sentence of labelledParts(view.text)) {
      const m = /^([^，。：（）]{2,20})(（[^）]*）)?：(.+)$/.exec(sentence.text);
      const grade = m ? gradeOf((m[1] ?? '').replace(/^（?[一二三四五六七八九十\d]+[）、.]/, '')) : null;
      if (!m || grade === null) continue;
      const offset = sentence.from + sentence.text.length - (m[3] ?? '').length;
      yield* labelled(notice, view, m[3] ?? '', offset, grade, spanOf(view, sentence.from, offset));
    }
  }
}

/** Sentences, and parts of them at ； where the part has a label of its own: `优秀：A；B。` is one, `优秀：A；良好：B。` two. */
function labelledParts(text: string): { text: string; from: number }[] {
  const parts: { text: string; from: number; separator: string }[] = [];
  for (const part of splitOutside(text, '。；')) {
    const last = parts.at(-1);
    if (last && part.separator === '；' && !part.text.includes('：')) last.text += `；${part.text}`;
    else parts.push({ text: part.text, from: part.from, separator: part.separator });
  }
  return parts;
}

/** `招商引资先进单位二等奖（2个）：` names its own scheme in front of the grade. */
function ownScheme(scheme: Scheme, label: string, grade: string): Scheme {
  const words = label.replace(/（[^）]*）|：$/g, '').replace(/^（?[一二三四五六七八九十\d]+[）、.]/, '');
  const name = words.endsWith(grade) ? words.slice(0, -grade.length) : '';
  return name.length >= 4 && !/(结果|等次|评价|评为|考核)$/.test(name) ? { ...scheme, scheme: name } : scheme;
}

function* labelled(
  notice: Notice,
  view: Compact,
  list: string,
  offset: number,
  grade: string,
  label: Span,
): Generator<RatingRead> {
  const scheme = ownScheme(schemeAt(notice, label.start), compact(notice.text, label.start, label.end).text, grade);
  const items = nameList(list).map((item) => ({ item, scored: SCORED.exec(item.name) }));
  const ranked = items.every((x) => x.scored !== null);
  let rank = 0;
  for (const { item, scored } of items) {
    const name = clean(scored?.[1] ?? item.name);
    const kind = kindOfName(name);
    if (kind === null) continue;
    rank++;
    const span = spanOf(view, offset + item.from, offset + item.to);
    const read = rating(scheme, { name, kind, span }, grade, [{ field: 'grade', ...label }], 'label_gives_grade');
    yield { ...read, score: scored?.[2] ? Number(scored[2]) : null, rank: ranked ? rank : null };
  }
}

/** `A产业集群（优秀）、B产业集群（良好）` in running text. */
function* fromBrackets(notice: Notice): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    for (const m of view.text.matchAll(/([^，。、；：（）]{4,40})（([^（）]{1,6})）/g)) {
      const from = m.index + (/^(?:和|及|其中|对|将)/.exec(m[1] ?? '')?.[0].length ?? 0);
      const span = spanOf(view, from, m.index + (m[1] ?? '').length);
      const name = clean(notice.text.slice(span.start, span.end));
      const kind = kindOfName(name);
      if (kind === null || !isGrade(m[2] ?? '') || /[的为]/.test(name)) continue;
      const grade = spanOf(view, m.index + (m[1] ?? '').length, m.index + m[0].length);
      yield rating(
        schemeAt(notice, p.start),
        { name, kind, span },
        m[2] ?? '',
        [{ field: 'grade', ...grade }],
        'bracket_gives_grade',
      );
    }
  }
}

const RANKED = /(由高到低|从高到低|排名|名次|按得分|依次)[^。]*?(依次)?(是|为|如下)?：/;
const RESULT = /(?:结果|等次|成绩|评定)(?:均|都)?(?:评定|确定)?为“?([^，。；：“”]{2,6}?)”?(?:等次|等级)?[；，。]/;

/** `考核结果均为优秀等次；…由高到低排名依次是：A（98.88分）、B（…）` */
function* fromRankings(notice: Notice): Generator<RatingRead> {
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    const result = RESULT.exec(view.text);
    const ranked = RANKED.exec(view.text);
    if (!result || !ranked || !isGrade(result[1] ?? '')) continue;
    const from = ranked.index + ranked[0].length;
    const stop = view.text.indexOf('。', from);
    const list = nameList(view.text.slice(from, stop < 0 ? undefined : stop));
    const gradeSpan = spanOf(view, result.index, result.index + result[0].length);
    let rank = 0;
    for (const item of list) {
      const span = spanOf(view, from + item.from, from + item.to);
      const m = SCORED.exec(item.name);
      const name = clean(m?.[1] ?? item.name);
      const kind = kindOfName(name) ?? 'region';
      rank++;
      const scheme = schemeAt(notice, p.start);
      const year = yearOf(view.text) ?? scheme.year;
      yield {
        ...rating(
          { ...scheme, year },
          { name, kind, span },
          result[1] ?? '',
          [{ field: 'grade', ...gradeSpan }],
          'sentence_gives_grade',
        ),
        score: m?.[2] ? Number(m[2]) : null,
        rank,
      };
    }
  }
}

const SUBJECT_COLUMN =
  /^(产业集群|集群|园区|开发区|县（市、区）|县区|地区|单位|市州|设区市|名称|集群名称|园区名称|开发区名称|产业集群名称|县市区|区县|参评单位|被考核单位)(名称)?$/;
const GRADE_COLUMN = /(等次|等级|星级|评价结果|考核结果|评定结果|结果|档次|类别|评级)$/;
const SCORE_COLUMN = /(得分|总分|分数|成绩|分值|综合评分)(（.*）)?$/;
const RANK_COLUMN = /(排名|名次|位次|排序)$/;

/** True for a table with a column of names and one of grades. */
export function isRatingTable(head: TableHead): boolean {
  return columnOf(head, SUBJECT_COLUMN) !== null && columnOf(head, GRADE_COLUMN) !== null;
}

/** Tables with a column of names and a column of grades. */
function* fromTables(notice: Notice): Generator<RatingRead> {
  for (const table of notice.tables) {
    const head = headOf(table);
    if (table.toc || !head) continue;
    const subject = columnOf(head, SUBJECT_COLUMN);
    const grade = columnOf(head, GRADE_COLUMN);
    if (subject === null || grade === null) continue;
    const [score, rank] = [columnOf(head, SCORE_COLUMN), columnOf(head, RANK_COLUMN)];
    yield* tableRatings(notice, table, head.rows, { subject, grade, score, rank });
  }
}

function* tableRatings(
  notice: Notice,
  table: NoticeTable,
  headRows: number,
  columns: { subject: number; grade: number; score: number | null; rank: number | null },
): Generator<RatingRead> {
  const scheme = schemeAt(notice, table.start);
  const own =
    table.title === null ? scheme : { ...scheme, scheme: schemeOf(table.title), year: yearOf(table.title) ?? scheme.year };
  let above: string | null = null;
  for (const row of table.rows.slice(headRows)) {
    const at = (c: number | null) => (c === null ? undefined : row.cells.find((k) => k.column === c));
    const name = at(columns.subject);
    const given = at(columns.grade)?.text;
    const grade: string | null = given !== undefined && given !== '' ? given : above;
    above = grade;
    if (!name || name.text === '' || grade === null || !isGrade(compact(grade).text)) continue;
    const number = (c: number | null) => {
      const t = at(c)?.text ?? '';
      const m = /^第?(\d+(?:\.\d+)?)(?:名|位|分)?$/.exec(t);
      return m ? Number(m[1]) : null;
    };
    const kind = kindOfName(name.text) ?? (/集群/.test(table.title ?? notice.head.title ?? '') ? 'cluster' : 'region');
    const r = rating(
      own,
      { name: name.text, kind, span: { start: name.start, end: name.end } },
      compact(grade).text,
      [],
      'row_gives_grade',
    );
    yield { ...r, score: number(columns.score), rank: number(columns.rank) };
  }
}
