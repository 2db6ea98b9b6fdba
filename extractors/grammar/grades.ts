/** Grades as notices give them. Longest first; a grade is the word as written. */
const GRADE_WORDS = [
  '不合格',
  '基本合格',
  '优秀',
  '优良',
  '良好',
  '较好',
  '合格',
  '一般',
  '较差',
  '不达标',
  '达标',
  '未通过',
  '[一二三四五]星级',
  '[一二三四五]星',
  '[ABCD]{1,3}[+-]?[级类档]',
  '特等奖',
  '[一二三]等奖',
  '[一二三四]等(?!奖)',
  '优秀奖',
  '优胜奖',
  '第?[一二三四五]档',
  '[一二三四]类',
  '[一二三四]级',
  '示范级',
  '培育级',
  '成长级',
  '领航级',
  '优势级',
  '标杆级',
  '金奖',
  '银奖',
  '铜奖',
];
const GRADE = new RegExp(`(${GRADE_WORDS.join('|')})`);
const HONOUR = /((?:示范|标杆|先进|优秀|进步|突出|十强|百强)(?:园区|开发区|基地|县|区|市|县区|单位|集群|企业))(?:名单)?$/;

/** The grade that a heading or a list's title carries: `评价结果优秀等次产业集群` 优秀, `五星级产业集群（5个）` 五星级; else null. */
export function gradeOf(heading: string): string | null {
  const bare = heading.replace(/（[^）]*）$/, '').replace(/[：:]$/, '');
  const honour = HONOUR.exec(bare.replace(/名单$/, ''));
  const grade = GRADE.exec(bare)?.[1];
  if (honour?.[1] !== undefined && !(grade !== undefined && /(等次|等级|级)/.test(bare))) return honour[1];
  return grade !== undefined && !/^[一二三四]级$/.test(grade) ? grade : null;
}

/** True for a cell or a bracket that is a grade and nothing else. */
export function isGrade(text: string): boolean {
  return new RegExp(`^(?:${GRADE_WORDS.join('|')}|示范|培育|成长|标杆|通过|备案)(?:等次|等级|级|类|型)?$`).test(text);
}

/** A grade without 等次 behind it. */
export const bareGrade = (text: string) => text.replace(/(等次|等级)$/, '');

/** What is rated, from a title: `江西省省级工业产业集群2020年度综合评价结果` → `江西省省级工业产业集群综合评价`. */
export function schemeOf(title: string): string {
  return title
    .replace(/^.*?(关于(公布|印发|通报|表彰|表扬)?)/, '')
    .replace(/\d{4}(?:[-—]\d{4})?年度?/g, '')
    .replace(/的?(通报|通知|公示|公告|决定|函)$/, '')
    .replace(/(（[^）]*）)$/, '')
    .replace(/(评定|评价|考核|认定|评估|复核|评选)?(结果|情况|名单|等次|一览表|汇总表|表)$/, '$1')
    .replace(/^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）/, '')
    .trim();
}

/** The year that a title or a sentence is about: `2020年度`, `2021年`; null where it names none. */
export function yearOf(text: string): number | null {
  const m = /(20\d{2}|19\d{2})年/.exec(text.replace(/\s/g, ''));
  return m ? Number(m[1]) : null;
}
