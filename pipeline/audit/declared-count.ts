import { compact, gradeOf, nameList, numeral, spanOf, splitOutside, type Compact } from '../../extractors/index.js';
import type { FindingRead } from '../../schemas/index.js';
import { defineCheck, finding, type Audited } from './check.js';

const NUMBER = '(\\d{1,4}|[一二三四五六七八九十]{1,3})';

/** Numbers that the notice declares against the lists found: in headings, in sentences on grades, before enumerations. */
export const declaredCount = defineCheck({
  name: 'declared_count',
  version: 1,
  run: (audited) => [...inHeadings(audited), ...inSentences(audited), ...beforeLists(audited), ...projectCount(audited)],
});

function mismatch(what: string, expected: number, actual: number, span: { start: number; end: number }): FindingRead[] {
  return expected === actual
    ? []
    : [finding({ check: 'declared_count', severity: 'warning', params: { what }, expected, actual, ...span })];
}

/** `五星级产业集群（5个）` over a list. */
function inHeadings({ notice, records }: Audited): FindingRead[] {
  return notice.sections.flatMap((section) => {
    const title = compact(section.title).text;
    const m = new RegExp(`（(?:共)?${NUMBER}(?:个|家|项|名|条)）$`).exec(title);
    const declared = m ? numeral(m[1] ?? '') : null;
    if (declared === null) return [];
    const rated = records.ratings.filter((r) => r.evidence.some((e) => e.field === 'grade' && e.start === section.heading.start));
    const listed = rated.length > 0 ? rated.length : listedUnder(notice, section.index);
    return listed === 0 ? [] : mismatch(title.replace(/（[^）]*）$/, ''), declared, listed, section.heading);
  });
}

/** Names listed in a section that holds nothing but a list; 0 where it holds sentences. */
function listedUnder(notice: Audited['notice'], section: number): number {
  const paragraphs = notice.paragraphs.filter((p) => p.section === section && p.role === 'body');
  const children = notice.sections.filter((s) => s.parent === section).length;
  if (children > 0) return paragraphs.length === 0 ? children : 0;
  const text = paragraphs.map((p) => compact(notice.text, p.start, p.end).text).join('、');
  if (/[。；：]/.test(text.replace(/。$/, ''))) return 0;
  const names = nameList(text.replace(/。$/, ''));
  return names.length > 1 && names.every((n) => n.name.length <= 45) ? names.length : 0;
}

/** `…等 29 个产业集群，评价结果为良好` against the ratings of that grade. */
function inSentences({ notice, records }: Audited): FindingRead[] {
  const out: FindingRead[] = [];
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    for (const clause of splitOutside(view.text, '；。')) {
      const pattern = new RegExp(
        `(?:等|共|确定|认定|评定)?${NUMBER}(?:个|家)[^，。；]{2,12}(?:，)?[^，。；]{0,10}?(?:评价|考核|评定|认定|评估|确定)(?:结果)?为“?([^，。；”]{2,12})`,
        'g',
      );
      for (const m of clause.text.matchAll(pattern)) out.push(...gradeCount(records, view, clause.from + m.index, m));
    }
  }
  return out;
}

function gradeCount(records: Audited['records'], view: Compact, at: number, m: RegExpExecArray): FindingRead[] {
  const declared = numeral(m[1] ?? '');
  const grade = gradeOf(m[2] ?? '');
  if (declared === null || grade === null) return [];
  const perScheme = new Map<string, number>();
  for (const r of records.ratings)
    if (r.grade === grade) perScheme.set(`${r.scheme}|${r.year ?? ''}`, (perScheme.get(`${r.scheme}|${r.year ?? ''}`) ?? 0) + 1);
  const counts = [...perScheme.values()];
  const nearest = counts.sort((a, b) => Math.abs(a - declared) - Math.abs(b - declared))[0];
  return nearest === undefined ? [] : mismatch(grade, declared, nearest, spanOf(view, at, at + m[0].length));
}

/** `九大产业集群，分别是：A、B、…。` */
function beforeLists({ notice }: Audited): FindingRead[] {
  const out: FindingRead[] = [];
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    const pattern = new RegExp(
      `${NUMBER}(?:个|家|大|项|条)([^，。；：]{2,16})(?:，)?(?:分别是|分别为|包括|依次是|即)：([^。；：]+)。`,
      'g',
    );
    for (const m of view.text.matchAll(pattern)) {
      const declared = numeral(m[1] ?? '');
      const items = splitOutside(m[3] ?? '', '、');
      if (declared === null || /(等|，)/.test(m[3] ?? '') || items.length < 2) continue;
      out.push(...mismatch(m[2] ?? '', declared, items.length, spanOf(view, m.index, m.index + m[0].length)));
    }
  }
  return out;
}

/** `共安排项目66个` against the rows of the one project table. */
function projectCount({ notice, records }: Audited): FindingRead[] {
  const tables = new Set(records.projects.map((p) => p.table));
  if (tables.size !== 1) return [];
  const rows = records.projects.length;
  for (const p of notice.paragraphs) {
    if (p.role !== 'body') continue;
    const view = compact(notice.text, p.start, p.end);
    const m =
      /(?:共|总计|合计)(?:安排|列入|实施|确定|推进|谋划)?(?:[^，。；\d]{0,14}项目)?(\d{1,4})个(?:[^，。；]{0,8}项目)?|(?:安排|列入|确定)[^，。；\d]{0,14}项目(?:共)?(\d{1,4})个/.exec(
        view.text,
      );
    if (m && /项目/.test(m[0])) return mismatch('项目', Number(m[1] ?? m[2]), rows, spanOf(view, m.index, m.index + m[0].length));
  }
  return [];
}
