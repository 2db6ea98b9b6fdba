import type { Child, FC } from 'hono/jsx';
import type { NoticeRecord, Obligation, ObligationUnit } from '../../../schemas/index.js';
import { noticePath, recordPath, type View } from '../view.js';
import { COMMA, ROLES } from '../words.js';

export async function gathered<R>(rows: AsyncIterable<R>): Promise<R[]> {
  const all: R[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** What a notice is called by. */
export type NoticeName = Pick<NoticeRecord, 'id' | 'title' | 'document_number' | 'file'>;

export const noticeName = ({ title, document_number, file }: Omit<NoticeName, 'id'>): string => title ?? document_number ?? file;

/** The notice that a record is from: its number, else its title, else its file. */
export const Source: FC<{ v: View; notice: NoticeName | undefined; page?: number | null }> = ({ v, notice, page }) =>
  notice === undefined ? null : (
    <span class="source">
      <a href={v.href(noticePath(notice.id))} title={noticeName(notice)}>
        {notice.document_number ?? noticeName(notice)}
      </a>
      {page == null ? null : <small>{v.say({ zh: ` 第${page}页`, en: ` p. ${page}` })}</small>}
    </span>
  );

/** A record's name as a link to its words. */
export const RecordLink: FC<{ v: View; record: { id: string; notice_id: string }; children?: Child }> = ({
  v,
  record,
  children,
}) => <a href={v.href(recordPath(record.notice_id, record.id))}>{children}</a>;

/** What a task is called: its title, else its first words. */
export function taskName({ title, text, number }: Pick<Obligation, 'title' | 'text' | 'number'>): string {
  const words = title ?? text.replace(/\s+/g, ' ').trim();
  // A bare figure of a table (序号) needs a space; a mark (（一）, 1.) ends by itself.
  return `${number ?? ''}${/\d$/.test(number ?? '') ? ' ' : ''}${short(words, 60)}`;
}

export function short(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}

/** The last day of a date given to the year, the month or the day. */
export function lastDay(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return `${date}-12-31`;
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}

/** A date by which something is due; whether that day is over. What has become of it nobody knows here. */
export const Due: FC<{ v: View; due: string | null }> = ({ v, due }) => {
  if (due === null) return <span class="none">{v.say({ zh: '未写明', en: 'not said' })}</span>;
  const over = lastDay(due) < v.site.today();
  return (
    <span class={over ? 'due over' : 'due'}>
      <time datetime={due}>{due}</time>
      {over ? <small>{v.say({ zh: '已过', en: 'past' })}</small> : null}
    </span>
  );
};

/** The units of a task in a role, each leading to its tasks. */
export const Units: FC<{ v: View; units: readonly ObligationUnit[]; role: ObligationUnit['role'] }> = ({ v, units, role }) => {
  const own = units.filter((unit) => unit.role === role);
  return (
    <>
      {own.map((unit, i) => (
        <>
          {i === 0 ? '' : v.say(COMMA)}
          {unit.group ? (
            unit.name
          ) : (
            <a href={v.href('/obligations', { unit: unit.canonical ?? unit.name })} title={unit.canonical ?? undefined}>
              {unit.name}
            </a>
          )}
        </>
      ))}
    </>
  );
};

/** All units of a task, by role. */
export const AllUnits: FC<{ v: View; units: readonly ObligationUnit[] }> = ({ v, units }) => (
  <ul class="units">
    {(['lead', 'responsible', 'support'] as const)
      .filter((role) => units.some((unit) => unit.role === role))
      .map((role) => (
        <li>
          <span class="role">{v.say(ROLES[role])}</span>
          <span>
            <Units v={v} units={units} role={role} />
          </span>
        </li>
      ))}
  </ul>
);

/** Any value for reading: lists with 、, maps as `heading：cell`. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(plain)
      .filter((part) => part !== '')
      .join('、');
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .flatMap(([key, each]) => (plain(each) === '' ? [] : [`${key}：${plain(each)}`]))
    .join('，');
}
