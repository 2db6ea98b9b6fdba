import type { Obligation } from '../../schemas/index.js';
import type { Lang } from '../messages.js';
import type { Store } from '../store/types.js';
import { sourceOf, TASK_HEADS, taskWords, unitsIn, withNotices, type Task } from './sources.js';
import { gathered } from './tables.js';

// Deadlines as an iCalendar (RFC 5545). Written here: the library at hand folds lines by characters, which makes them three times
// as long as they may be in Chinese (3.1), and holds all events at once.

export interface Calendar {
  name: string;
  lang: Lang;
}

/** The tasks that have a date as all-day events on its last day: a due of 2028 is 31 December 2028. No clock shows in it. */
export function icsText(store: Store, tasks: AsyncIterable<Obligation>, calendar: Calendar): AsyncGenerator<string> {
  return gathered(lines(store, tasks, calendar));
}

/** Whether a task has a date to be put into a calendar. */
export const hasDate = ({ due }: Obligation): boolean => due !== null;

async function* lines(store: Store, tasks: AsyncIterable<Obligation>, { name, lang }: Calendar): AsyncGenerator<string> {
  yield written([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', `-//gongbao//deadlines//${lang.toUpperCase()}`],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue(name)],
  ]);
  for await (const task of withNotices(store, tasks)) yield event(task, lang);
  yield written([['END', 'VCALENDAR']]);
}

function event(task: Task, lang: Lang): string {
  const { obligation, notice } = task;
  if (obligation.due === null) return '';
  const day = lastDayOf(obligation.due);
  return written([
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(`${obligation.id}@gongbao`)],
    // When the information was made: the day of the notice, as the clock would give other bytes each time (3.8.7.2).
    ['DTSTAMP', `${dateValue(lastDayOf(notice?.issued_on ?? '1970-01-01'))}T000000Z`],
    ['DTSTART;VALUE=DATE', dateValue(day)],
    ['DTEND;VALUE=DATE', dateValue(new Date(day.getTime() + 86_400_000))],
    ['SUMMARY', textValue(summaryOf(obligation))],
    ['DESCRIPTION', textValue(descriptionOf(task, lang))],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ]);
}

const SUMMARY_LENGTH = 60;

function summaryOf({ title, text }: Obligation): string {
  const words = title ?? text;
  const shown = Array.from(words).slice(0, SUMMARY_LENGTH).join('');
  return shown === words ? words : `${shown}…`;
}

function descriptionOf(task: Task, lang: Lang): string {
  const { obligation } = task;
  const roles = (['lead', 'responsible', 'support'] as const).flatMap((role) => {
    const units = unitsIn(obligation, role);
    return units.length > 0 ? [said(lang, role, units.join('、'))] : [];
  });
  return [
    taskWords(obligation),
    ...roles,
    said(lang, 'due', obligation.due ?? ''),
    said(lang, 'source', sourceOf(task, lang)),
  ].join('\n');
}

function said(lang: Lang, head: keyof typeof TASK_HEADS, value: string): string {
  const [zh, en] = TASK_HEADS[head];
  return lang === 'zh' ? `${zh}：${value}` : `${en}: ${value}`;
}

/** The last day of a date given to the year, the month or the day; a day that its month does not have is the month's last. */
export function lastDayOf(date: string): Date {
  const [year = 1970, month = 12, day = 31] = date.split('-').map(Number);
  const end = new Date(Date.UTC(year, month, 0));
  return new Date(Date.UTC(year, month - 1, Math.min(day, end.getUTCDate())));
}

const dateValue = (day: Date): string => day.toISOString().slice(0, 10).replaceAll('-', '');

/** A text as a value: backslash, semicolon, comma and line breaks are escaped (3.3.11), control characters left out (3.1). */
function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ') // eslint-disable-line no-control-regex
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

function written(properties: readonly [name: string, value: string][]): string {
  return properties.map(([name, value]) => folded(`${name}:${value}`)).join('');
}

const LINE_OCTETS = 75;

/** A line in pieces of at most 75 octets, those after the first with a blank in front; no character is parted (3.1). */
export function folded(line: string): string {
  let [result, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return `${result}\r\n`;
}
