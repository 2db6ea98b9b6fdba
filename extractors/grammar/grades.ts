import { BARE_GRADES, GRADES, HONOURED, HONOUR_WORDS, NO_GRADE_BEFORE, VERBAL_GRADES } from '../../corpus/lexicon/grade-words.js';

const GRADE = new RegExp(`(${GRADES.join('|')})(?!${NO_GRADE_BEFORE.join('|')})`);
const ALONE = `(?:${[...GRADES, ...VERBAL_GRADES, '示范', '培育', '成长', '标杆', '通过', '备案'].join('|')})(?:等次|等级|级|类|型)?`;
const GRADE_ALONE = new RegExp(`^${ALONE}$`);
/** The same as one of the words of a bracket. */
const GRADE_IN_BRACKET = new RegExp(`[（，、；]${ALONE}[，、；）]`);
const BARE_GRADE = new RegExp(`^(?:${BARE_GRADES.join('|')})$`);
/** A grade in two words, the second in brackets: `A档（优秀）`, `优秀（A）`. */
const GRADE_IN_TWO_WORDS = /^([^（）]{1,10})（([^（）]{1,10})）$/;
/** An honour at the end of a name, with the level that it is one of: `工业强市先进单位` 先进单位, `市级示范产业集群`. */
const HONOUR = new RegExp(`((?:(?:国家|省|市|州|盟|县|区)级)?(?:${HONOUR_WORDS.join('|')})(?:${HONOURED.join('|')}))$`);
/** A prize with a name of its own: 突出贡献奖. */
const PRIZE = /^(?!.*(?:等奖|[金银铜]奖|优胜奖)$)[\u4e00-\u9fa5]{2,8}奖$/;
const EVERYDAY = /^(?:好|较好|一般|较差|差|优|良|中)$/;
const VERBAL = new RegExp(`^(?:${VERBAL_GRADES.join('|')})(?=(?:等次|等级)?$)`);
/** A bracket behind a label that counts, orders or explains: `（5个）`, `（排名不分先后）`. */
const COUNT_BRACKET = /（(?![市县区、]{1,5}）)[^（）]*）$/;

/** The grade that a heading or a list's title carries: `评价结果优秀等次产业集群` 优秀, `五星级产业集群（5个）` 五星级; else null. */
export function gradeOf(heading: string): string | null {
  const bare = heading
    .replace(/[：:]$/, '')
    .replace(COUNT_BRACKET, '')
    .replace(/[“”]/g, '')
    .replace(/名单$/, '');
  if (EVERYDAY.test(bare) || PRIZE.test(bare)) return bare;
  const verbal = VERBAL.exec(bare)?.[0];
  if (verbal !== undefined) return verbal;
  const honour = HONOUR.exec(bare)?.[1];
  const grade = GRADE.exec(bare)?.[1];
  if (honour !== undefined && !(grade !== undefined && /(等次|等级|级)/.test(bare))) return honour;
  return grade !== undefined && !/^[一二三四]级$/.test(grade) ? grade : null;
}

/** True for a heading that says a grade and nothing else but what has it: `五星级产业集群（2个）`, `一档（3个）`. */
export function isGradeHeading(text: string): boolean {
  const grade = gradeOf(text);
  if (grade === null) return false;
  const rest = text
    .replace(/[：:]$/, '')
    .replace(COUNT_BRACKET, '')
    .replace(/[“”]/g, '')
    .replace(grade, '');
  return GRADE_HEADING_REST.test(rest);
}

const GRADE_HEADING_REST =
  /^(?:(?:综合|年度|考核|评价|评估|评定|复核|结果|等次|等级|等|为|的|获|获得|名单|省级|市级|\d{4}年度?|产业|先进制造业|集群|工业|园区|开发区|县（市、区）|县|市|区|单位)*)$/;

/** True for a cell or a bracket that is a grade and nothing else. */
export function isGrade(text: string): boolean {
  return GRADE_ALONE.test(unquoted(text));
}

/** False for a text of which no bracket has a grade among its words. */
export const mayGiveGrade = (text: string): boolean => GRADE_IN_BRACKET.test(unquoted(text));

/** The same for a cell of a column of grades, which may hold a letter, a single word, or both: `A（优秀）`. */
export function isGradeCell(text: string): boolean {
  const words = GRADE_IN_TWO_WORDS.exec(unquoted(text))?.slice(1) ?? [text];
  return words.every((word) => isGrade(word) || BARE_GRADE.test(unquoted(word)));
}

/** True for two grades that are the same, though only one of them has its other word beside it: `A档` and `A档（优秀）`. */
export function isSameGrade(a: string, b: string): boolean {
  return a === b || wordsOf(a).includes(b) || wordsOf(b).includes(a);
}
const wordsOf = (grade: string): string[] => GRADE_IN_TWO_WORDS.exec(grade)?.slice(1).map(bareGrade) ?? [];

const unquoted = (text: string) => text.replace(/[“”]/g, '');

/** A grade without quotation marks and without 等次 behind it. */
export const bareGrade = (text: string) => unquoted(text).replace(/(等次|等级)$/, '');

/** `…评价优秀`, of a list that holds one grade only. */
const GRADE_BEHIND = new RegExp(`(评定|评价|考核|评估|复核)(?:结果)?(?:为)?(?:${GRADES.join('|')})(?:等次|等级)?$`);

/** What is rated, from a title: `江西省省级工业产业集群2020年度综合评价结果` → `江西省省级工业产业集群综合评价`. */
export function schemeOf(title: string): string {
  return title
    .replace(/^.*?(关于(公布|印发|发布|通报表扬|通报|表彰|表扬|命名|认定|授予)?)/, '')
    .replace(/\d{4}(?:[-—]\d{4})?年度?/g, '')
    .replace(/的?(通报|通知|公示|公告|决定|函)$/, '')
    .replace(/(（[^）]*）)$/, '')
    .replace(/(评定|评价|考核|认定|评估|复核|评选)?(?:拟定)?(结果|情况|名单|等次|一览表|汇总表|表)$/, '$1')
    .replace(GRADE_BEHIND, '$1')
    .replace(/^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）/, '')
    .trim();
}

/** The year that a title or a sentence is about: `2020年度`, `2021年`; null where it names none. */
export function yearOf(text: string): number | null {
  const m = /(20\d{2}|19\d{2})年/.exec(text.replace(/\s/g, ''));
  return m ? Number(m[1]) : null;
}
