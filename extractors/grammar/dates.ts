import { numeral } from './numerals.js';
import { matchesOf } from './matches.js';

const CHINESE_YEAR = '[二一][〇○零一二三四五六七八九0O]{3}';
const CHINESE_NUMBER = '[一二三四五六七八九十]{1,3}';
const pad = (n: number) => String(n).padStart(2, '0');

/** Ends of the five-year plans: the 14th ran from 2021 to 2025. */
export const PLAN_NUMBERS: Readonly<Record<string, number>> = {
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
  十六五: 2035,
};

const DATED = new RegExp(`(\\d{4}|${CHINESE_YEAR})年(\\d{1,2}|${CHINESE_NUMBER})月(\\d{1,2}|${CHINESE_NUMBER})日`);
const SIGNED = new RegExp(`^${DATED.source}$`);

/** The ISO date of a line that is a date of signature and nothing else: `2021年7月8日`, `二〇二一年七月八日`; else null. */
export function signedDate(line: string): string | null {
  const t = line.replace(/\s+/g, '');
  const m = SIGNED.exec(t) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(t);
  return m ? isoDay(m[1] ?? '', m[2] ?? '', m[3] ?? '') : null;
}

/** The only year that a title names, as `2026年`; null where it names none, several or a range of years (`2026—2028年`). */
export function onlyYear(title: string): number | null {
  const years = new Set(title.match(/20\d{2}(?=年|[—–~至到-]{1,2}20\d{2}年)/g) ?? []);
  const [only] = years.size === 1 ? years : [];
  return only === undefined ? null : Number(only);
}

/** Finds the first full date inside a text. */
export function firstDate(text: string): string | null {
  const t = text.replace(/\s+/g, '');
  const m = DATED.exec(t) ?? /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(t);
  return m ? isoDay(m[1] ?? '', m[2] ?? '', m[3] ?? '') : null;
}

function isoDay(y: string, m: string, d: string): string | null {
  const [year, month, day] = [numeral(y.replace(/[○0O]/g, (c) => (/\d{4}/.test(y) ? c : '〇'))), numeral(m), numeral(d)];
  if (year === null || month === null || day === null) return null;
  if (year < 1949 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** A date by which something is due, and where it stands in the compact text. */
export interface DueDate {
  from: number;
  to: number;
  due: string | null;
  /** `到…`, `…前`, `…底`: it governs what follows; a bare `2026年` may only name a year */
  governs: boolean;
}

const LAST_DAY = ['', '31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];
/** The last day of a month. */
export const monthEnd = (year: number, month: number) =>
  `${year}-${pad(month)}-${month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? '29' : (LAST_DAY[month] ?? '30')}`;

/** What each form of a date by which something is due has in it: `2026年`, `12月底`, `十四五`. Most of what is asked about has none of them. */
const DATE_SIGN = /[年月五季]/;

const TAIL =
  '底前|末前|底|末|年底前|年底|年末|以前|之前|前三季度|前|上半年|下半年|第[一二三四]季度|[一二三四]季度|内(?![部外资容涵陆河需蒙循生控核存科])';
const DUE = new RegExp(
  [
    `(到|至|截至|截止|力争到|力争|争取到|确保到|在|于)?(20\\d{2})年(?:(?:\\d{1,2}(?:月?(?:-|—|~|至|到)))?(\\d{1,2})月)?(?:(\\d{1,2})日)?(${TAIL})?(底|前)?`,
    '[“"]?(十[二三四五六]五)[”"]?(期间|时期|末|期末|规划期末)?',
  ].join('|'),
  'g',
);

/** Years in Chinese figures as Arabic ones, of the same length: `二〇二七年` is `2027年`. */
const arabicYears = (text: string): string =>
  !text.includes('二')
    ? text
    : text.replace(/[二][〇○零0][一二三四五六七八九〇○零]{2}(?=年)/g, (year) =>
        String(numeral(year.replace(/[○0]/g, '〇')) ?? year),
      );

/**
 * Dates in a compact text that may say by when: `到2028年` → 2028, `2026年底前` → 2026-12-31, `2025年6月底前` → 2025-06-30,
 * `“十四五”期间` → 2025. With `year` also months without one (`12月底前`), with `plan`, the year a plan is for, also parts of it (`上半年`, `年内`). A range of years (`2026—2028年`) gives its last year; `从2026年起` is a beginning and none.
 */
export function dueDates(written: string, year: number | null = null, plan: number | null = null): DueDate[] {
  if (!DATE_SIGN.test(written)) return [];
  const text = arabicYears(written);
  const found: DueDate[] = [];
  for (const m of matchesOf(text, DUE)) {
    const from = m.index;
    const to = from + m[0].length;
    const before = text.slice(Math.max(0, from - 8), from);
    if (/(较|比|与|对比|相比)$/.test(before) || text[to] === '起') continue;
    if (m[7] !== undefined) {
      if (m[8] !== undefined) found.push({ from, to, due: String(PLAN_NUMBERS[m[7]] ?? '') || null, governs: true });
    } else if (/20\d{2}年?[—\-~至到]$/.test(before)) found.push({ from, to, due: m[2] ?? null, governs: true });
    else found.push(yearDue(m, from, to));
  }
  const unsaid = [
    ...(year !== null && text.includes('月') ? monthsOf(text, year, found) : []),
    ...(plan !== null ? partsOfYear(text, plan) : []),
  ];
  return unsaid.length === 0 ? found : [...found, ...unsaid].sort((a, b) => a.from - b.from);
}

/** Parts of a year with when they end: of the year that the plan is for, where none stands in front of them. */
const PART_OF_YEAR =
  /(?<![\d年每份度一二三四五六七八九十两几半])(上半年|下半年|前三季度|第?([一二三四])季度末?|全年(?!的?(?:目标|任务|计划|预期))|年内|年底前|年底)(?!度|来)/g;

function partsOfYear(text: string, year: number): DueDate[] {
  return matchesOf(text, PART_OF_YEAR).map((m) => {
    const [part = '', words = '', quarter] = m;
    const month = lastMonthOf(words, quarter);
    return {
      from: m.index,
      to: m.index + part.length,
      due: words === '全年' ? String(year) : monthEnd(year, month),
      governs: true,
    };
  });
}

/** A part of this year or the next, by the day that the notice is of: `今年年底前`, `明年上半年`; 今年 alone says no date. */
const THIS_YEAR =
  /(今年|本年|明年)(?:的)?(?:(年?[底末]以?前|年?[底末])|(上半年|下半年|前三季度|第?([一二三四])季度[底末]?)|(\d{1,2})月(?:(\d{1,2})日|[底末]|份)?)(?:以?前|之前)?/g;

/** Parts of the year that a text calls this or the next one, `year` being this. */
export function datesOfThisYear(text: string, year: number): DueDate[] {
  if (!/[今本明]年/.test(text)) return [];
  return matchesOf(text, THIS_YEAR).flatMap((m) => {
    const [whole, said, end, part, quarter, month, day] = m;
    const of = said === '明年' ? year + 1 : year;
    const last = end !== undefined ? 12 : part === undefined ? Number(month) : lastMonthOf(part, quarter);
    if (last < 1 || last > 12) return [];
    // 今年6月 alone may only say when something happens
    const governs = month === undefined || /[底末前]/.test(whole);
    const due =
      day !== undefined ? `${of}-${pad(last)}-${pad(Number(day))}` : governs ? monthEnd(of, last) : `${of}-${pad(last)}`;
    return [{ from: m.index, to: m.index + whole.length, due, governs }];
  });
}

const lastMonthOf = (part: string, quarter: string | undefined): number =>
  quarter !== undefined ? (QUARTER_END[quarter] ?? 12) : part === '上半年' ? 6 : part === '前三季度' ? 9 : 12;

/** `12月底前`, `9月底前`: months without a year, in the year given. */
function monthsOf(text: string, year: number, taken: readonly DueDate[]): DueDate[] {
  return matchesOf(text, /(?<![\d年])(\d{1,2})月(?:底|末)?(?:以前|之前|前|底)/g)
    .filter((m) => Number(m[1]) >= 1 && Number(m[1]) <= 12 && !taken.some((d) => m.index >= d.from && m.index < d.to))
    .map((m) => ({ from: m.index, to: m.index + m[0].length, due: monthEnd(year, Number(m[1])), governs: true }));
}

const QUARTER_END: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12 };

function yearDue(m: RegExpExecArray, from: number, to: number): DueDate {
  const year = Number(m[2]);
  const tail = `${m[5] ?? ''}${m[6] ?? ''}`;
  const governs = (m[1] !== undefined && m[1] !== '在' && m[1] !== '于') || tail !== '';
  const quarter = /([一二三四])季度/.exec(tail)?.[1];
  const month = m[3] === undefined ? null : Number(m[3]);
  if (tail.startsWith('前三季度')) return { from, to, due: monthEnd(year, 9), governs: true };
  if (quarter !== undefined) return { from, to, due: monthEnd(year, QUARTER_END[quarter] ?? 12), governs: true };
  if (tail.startsWith('上半年')) return { from, to, due: monthEnd(year, 6), governs: true };
  if (tail.startsWith('下半年')) return { from, to, due: monthEnd(year, 12), governs: true };
  if (month !== null && month >= 1 && month <= 12) {
    const day = m[4] === undefined ? null : Number(m[4]);
    if (day !== null) return { from, to, due: `${year}-${pad(month)}-${pad(day)}`, governs };
    return { from, to, due: tail === '' ? `${year}-${pad(month)}` : monthEnd(year, month), governs };
  }
  return { from, to, due: /底|末|前|内/.test(tail) ? `${year}-12-31` : String(year), governs };
}
