import { dueDates } from './dates.js';
import { compact } from './fold.js';
import { numeral } from './numerals.js';

/** What the rules for dates know by another spelling, rewritten in this order. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // 2026.6, 2026/06/30
  [/(20\d{2})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/g, '$1年$2月$3日'],
  [/(20\d{2})[./](\d{1,2})(?![\d.])/g, '$1年$2月'],
  // a range ends with its last month: 2025年6月至12月
  [/(20\d{2})年\d{1,2}月(?:\d{1,2}日)?(?:底|初|中旬)?(?:至|到|—+|-+|~)(?=\d{1,2}月)/g, '$1年'],
];
/** The same for texts that speak of quarters, behind those. */
const QUARTERS: readonly (readonly [RegExp, string])[] = [
  [/[一二三四1-4]、(?=第?[一二三四1-4]季度)/g, ''],
  [/1季度/g, '一季度'],
  [/2季度/g, '二季度'],
  [/3季度/g, '三季度'],
  [/4季度/g, '四季度'],
];

/** Dates that leave the year to the notice (`年内`, `6月底前`) or count from it (`明年3月`); `Y` and `N` are this year and the next. */
const UNSAID: readonly (readonly [RegExp, string])[] = [
  [/明年(?=底|末)/g, 'N年'],
  [/明年(?=\d|上半年|下半年|第?[一二三四]季度)/g, 'N年'],
  [/(?:今年|本年|当年)内|(?<![一二三四五六七八九十两几半\d])年内/g, 'Y年底前'],
  [/(?<![\d年月YN])(?:今年|本年|当年)?年?(?=[底末]以?前|[底末]$|[底末][，；。完])/g, 'Y年'],
  [/(?:今年|本年|当年)(?=\d|上半年|下半年|第?[一二三四]季度)/g, 'Y年'],
  [/(?<![\d年YN第至到—~./-])(?=\d{1,2}月|上半年|下半年|第?[一二三四]季度)/g, 'Y年'],
];

const YEAR = /20\d{2}|十[二三四五六]五/;
/** `每年6月底前`, `每季度`: a day of each year is no date. */
const RECURS = /每年|每月|每季|每半年|每周|按月|按季|逐年|逐月/;
/** `2026年春节前`: no day that a calendar of months knows. */
const SEASONS =
  /20\d{2}年(春节|元旦|元宵|清明|五一|端午|国庆|中秋|汛期|汛|雨季|暑期|寒假|暑假|秋季|春季|开学|供暖季|采暖季|冬季|夏季)/g;
/** `2025年6月启动` says when it begins. */
const BEGINS = /20\d{2}年(\d{1,2}月)?(\d{1,2}日)?(底前|底|前|上半年|下半年)?(起|启动|开始|开工)/g;

/** The year that a plan is for, and the day before which nothing in it is due (null where its title says the year). */
export interface PlanYear {
  year: number;
  since: string | null;
}

/** A date that a task is due by, and whether its year is the one of the notice. */
export interface TaskDue {
  due: string | null;
  yearUnsaid: boolean;
}

/**
 * A due date as a clause or a cell gives it: `2026年底前`, `2026年6月`, `二〇二六年底前`; null for `长期坚持`, `每季度`. With
 * the year of the notice also `年内`, `6月底前`. The last of several is when the whole is due.
 */
export function taskDue(text: string, plan: PlanYear | null): TaskDue {
  let t = inFigures(compact(text).text);
  const yearUnsaid = !YEAR.test(t);
  if (yearUnsaid && (plan === null || RECURS.test(t))) return { due: null, yearUnsaid: false };
  if (yearUnsaid && plan !== null) {
    for (const [pattern, by] of UNSAID) t = t.replace(pattern, by);
    t = t.replaceAll('Y', String(plan.year)).replaceAll('N', String(plan.year + 1));
  }
  for (const [pattern, by] of SPELLINGS) t = t.replace(pattern, by);
  if (t.includes('季度')) for (const [pattern, by] of QUARTERS) t = t.replace(pattern, by);
  const due = dueDates(t.replace(BEGINS, '').replace(SEASONS, '')).at(-1)?.due ?? null;
  const over = yearUnsaid && due !== null && due < (plan?.since ?? '').slice(0, due.length);
  return { due: over ? null : due, yearUnsaid: yearUnsaid && due !== null && !over };
}

/** The date alone. */
export const dueOf = (text: string, plan: PlanYear | null = null): string | null => taskDue(text, plan).due;

/** True for words that say when and nothing else: `2025年底前完成`, `持续推进`. */
export const isTimeOnly = (text: string): boolean =>
  /^(持续|长期|常年|常态|每|立即|适时|按月|按季|年内|全年|已|即时|按时间节点|按序时)[\u4e00-\u9fa5]{0,8}$/.test(text) ||
  /^(于|在|力争|确保|原则上)?(20\d{2}年|今年|明年|本年)?[\d年月日底末前以上下半第一二三四季度期间旬中初至到—\-~]*(完成|实施|落实|启动|建成|到位|落实到位|整改到位|办结|见效|取得实效|并长期坚持|全面完成|基本完成)?$/.test(
    text,
  );

/** Years, months and days in Chinese numerals in figures: `二〇二六年六月三十日`. */
const inFigures = (text: string): string =>
  text
    .replace(/二[〇○零0O][一二三四五六七八九〇○零]{2}(?=年)/g, (y) => String(numeral(y.replace(/[○0O零]/g, '〇')) ?? y))
    .replace(/(?<![一二三四五六七八九十第])(十[一二]?|[一二三四五六七八九])(?=月)/g, (m) => String(numeral(m) ?? m))
    .replace(/(?<=月)([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=日)/g, (d) => String(numeral(d) ?? d));
