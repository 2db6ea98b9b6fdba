import type { Section, Token } from './format-parts.js';

const DAY = 86_400;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WEEK = '日一二三四五六';
/** Days from the first of the 1900 system to that of the 1904 system (ECMA-376 part 1, 18.17.4.1). */
const DAYS_TO_1904 = 1462;
/** 31 December 9999: no spreadsheet counts further. */
const LAST_DAY = 2_958_466;

interface Moment {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  /** whole seconds since the first day */
  seconds: number;
}

/** True for a section that shows a day or a time. */
export function isDateFormat({ tokens }: Section): boolean {
  return tokens.some(({ kind }) => kind === 'date' || kind === 'elapsed');
}

/** A serial number as a date or time; null where it is none. */
export function dateText(serial: number, section: Section, date1904: boolean): string | null {
  const moment = momentOf(serial, date1904);
  if (moment === null) return null;
  const { tokens } = section;
  const half = tokens.some((token) => token.kind === 'date' && /[/]/.test(token.text));
  return tokens
    .map((token, i) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'elapsed') return elapsed(token.text, moment.seconds);
      if (token.kind === 'point') return '.';
      if (token.kind === 'comma') return ',';
      // fractions of a second are dropped
      if (token.kind !== 'date') return '';
      const asked = /^m+$/.test(token.text) && isMinute(tokens, i) ? token.text.replaceAll('m', 'n') : token.text;
      return part(asked, moment, half, section.chinese);
    })
    .join('')
    .replace(/\.$/, '')
    .trim();
}

/** The 1900 system knows a 29 February 1900 that never was: day 60, and days before it stand one higher. */
function momentOf(serial: number, date1904: boolean): Moment | null {
  const counted = serial + (date1904 ? DAYS_TO_1904 : 0);
  if (!(counted >= 0 && counted < LAST_DAY)) return null;
  const seconds = Math.round(counted * DAY);
  const days = Math.floor(seconds / DAY);
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY * 1000);
  const leap = days === 60;
  const rest = seconds - days * DAY;
  return {
    year: days === 0 ? 1900 : date.getUTCFullYear(),
    month: leap ? 2 : days === 0 ? 1 : date.getUTCMonth() + 1,
    day: leap ? 29 : days === 0 ? 0 : date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    seconds,
  };
}

/** `m` is a minute behind an hour or before a second (18.8.31). */
function isMinute(tokens: readonly Token[], at: number): boolean {
  const dates = (list: readonly Token[]) => list.filter((token) => token.kind === 'date' || token.kind === 'elapsed');
  const before = dates(tokens.slice(0, at)).at(-1)?.text ?? '';
  const after = dates(tokens.slice(at + 1))[0]?.text ?? '';
  return before.startsWith('h') || after.startsWith('s');
}

function elapsed(asked: string, seconds: number): string {
  const unit = asked.startsWith('h') ? 3600 : asked.startsWith('m') ? 60 : 1;
  return String(Math.floor(seconds / unit)).padStart(asked.length, '0');
}

function part(asked: string, moment: Moment, half: boolean, chinese: boolean): string {
  const number = (value: number): string =>
    chinese ? chineseCount(value) : String(value).padStart(Math.min(asked.length, 2), '0');
  switch (asked.charAt(0)) {
    case 'y':
    case 'e':
      return yearText(moment.year, asked.length > 2 || asked.startsWith('e'), chinese);
    case 'm':
      return asked.length < 3 ? number(moment.month) : nameOf(MONTHS[moment.month - 1], asked.length);
    case 'd':
      return asked.length < 3 ? number(moment.day) : nameOf(DAYS[moment.weekday], asked.length);
    case 'a':
      if (asked.startsWith('aaa')) return `${asked.length > 3 ? '星期' : ''}${WEEK.charAt(moment.weekday)}`;
      return moment.hour < 12 ? 'AM' : 'PM';
    case '上':
      return moment.hour < 12 ? '上午' : '下午';
    case 'h':
      return number(half ? ((moment.hour + 11) % 12) + 1 : moment.hour);
    case 'n':
      return number(moment.minute);
    default:
      return number(moment.second);
  }
}

/** Three letters of a name, all of it, or its first letter. */
function nameOf(name = '', length: number): string {
  return length === 3 ? name.slice(0, 3) : length === 5 ? name.slice(0, 1) : name;
}

function yearText(year: number, whole: boolean, chinese: boolean): string {
  const digits = whole ? String(year) : String(year % 100).padStart(2, '0');
  return chinese ? digits.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit))) : digits;
}

/** 1 to 99 as counted in Chinese. */
function chineseCount(value: number): string {
  const digit = (n: number): string => '〇一二三四五六七八九'.charAt(n);
  if (value < 10) return digit(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? digit(tens) : ''}十${ones > 0 ? digit(ones) : ''}`;
}
