import type { RecordFilter, Store } from '../../output/index.js';
import { renderTable } from '../kit/table.js';
import type { Text } from '../kit/language.js';
import type { Terminal } from '../kit/terminal.js';
import { recordTypes } from '../kit/types.js';

/** How often each value occurs, by value. */
export type Tally = Record<string, number>;

export interface Statistics {
  by_type: Tally;
  notices_by_year: Tally;
  ratings_by_grade: Tally;
  targets_by_due_year: Tally;
  obligations_by_role: Tally;
  findings_by_check: Tally;
  words?: Tally;
}

const unknown = '-';

export async function countAll(store: Store, filter: RecordFilter): Promise<Statistics> {
  return {
    by_type: await countTypes(store, filter),
    notices_by_year: await tally(store.list('notices', filter), ({ issued_on }) => [yearOf(issued_on)]),
    ratings_by_grade: await tally(store.list('ratings', filter), ({ grade }) => [grade]),
    targets_by_due_year: await tally(store.list('targets', filter), ({ due }) => [yearOf(due)]),
    obligations_by_role: await tally(store.list('obligations', filter), ({ units }) => units.map(({ role }) => role)),
    findings_by_check: await tally(store.list('findings', filter), ({ check }) => [check]),
  };
}

async function countTypes(store: Store, filter: RecordFilter): Promise<Tally> {
  if (filter.notice === undefined) return store.counts();
  const byType: Tally = { notices: await count(store.list('notices', filter)) };
  for (const type of recordTypes) byType[type] = await count(store.list(type, filter));
  return byType;
}

function yearOf(date: string | null): string {
  return date?.slice(0, 4) ?? unknown;
}

async function count(rows: AsyncIterable<unknown>): Promise<number> {
  let n = 0;
  for await (const row of rows) n += row === undefined ? 0 : 1;
  return n;
}

/** Counts the values that `keysOf` gives for each row; in order of the values, so that years run upwards. */
async function tally<T>(rows: AsyncIterable<T>, keysOf: (row: T) => readonly string[]): Promise<Tally> {
  const counts = new Map<string, number>();
  for await (const row of rows) for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const heads: Record<keyof Statistics, Text> = {
  by_type: { en: 'type', zh: '类型' },
  notices_by_year: { en: 'notices of', zh: '公文年份' },
  ratings_by_grade: { en: 'grade', zh: '等次' },
  targets_by_due_year: { en: 'targets due', zh: '目标时限' },
  obligations_by_role: { en: 'units in role', zh: '单位角色' },
  findings_by_check: { en: 'check', zh: '核查项' },
  words: { en: 'word', zh: '特征词' },
};

export function statisticsPage(statistics: Statistics, terminal: Terminal): string {
  const sections = Object.entries(heads).map(([name, head]) => {
    const rows = Object.entries(tallyOf(statistics, name));
    if (rows.length === 0) return '';
    const columns = [
      { head: terminal.say(head), cell: ([value]: [string, number]) => value },
      { head: terminal.say({ en: 'count', zh: '数量' }), cell: ([, n]: [string, number]) => n },
    ];
    return `${renderTable(rows, columns, terminal.columns).join('\n')}\n`;
  });
  return sections.filter((section) => section !== '').join('\n');
}

function tallyOf(statistics: Statistics, name: string): Tally {
  return new Map<string, Tally>(Object.entries(statistics)).get(name) ?? {};
}
