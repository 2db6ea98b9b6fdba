import type { RecordFilter, Store } from '../../../output/index.js';
import { matchesIn, type UnitMatch } from '../../../questions/index.js';
import type { Obligation, Target } from '../../../schemas/index.js';
import { load, type Listed } from '../list.js';
import { noticesOf, targetsOf, type NoticeHead } from '../notice-heads.js';
import { gathered, lastDay } from '../parts/records.js';
import type { View } from '../view.js';
import { sectionAround } from './sections.js';

/** A target that belongs to a task: in its own words, or elsewhere in its section. */
export interface Aim {
  target: Target;
  where: 'task' | 'section';
}

/** A task as its page shows it. */
export interface Task {
  obligation: Obligation;
  notice: NoticeHead | undefined;
  /** why it is listed, where a unit was asked for */
  matches: UnitMatch[];
  aims: Aim[];
}

/** How many tasks there are by role and by date. */
export interface Tally {
  lead: number;
  responsible: number;
  support: number;
  past: number;
  coming: number;
  undated: number;
}

export interface Tasks extends Listed<'obligations'> {
  tasks: Task[];
  tally: Tally;
  /** where dates are asked for beside a unit or notice: those of its tasks that have none, as the dates leave them out */
  undated: Task[];
}

/** The tasks that the address asks for. */
export async function loadTasks(v: View): Promise<Tasks> {
  const listed = await load(v, { type: 'obligations', sort: 'due' });
  const { filter, records, notices, total } = listed;
  const [tasks, tally, undated] = await Promise.all([
    tasksOf(v, records, listed, notices),
    tallyOf(v, filter, total),
    undatedOf(v, listed),
  ]);
  return { ...listed, tasks, tally, undated };
}

/** Tasks with why they are listed and the targets that belong to them. */
async function tasksOf(
  v: View,
  records: readonly Obligation[],
  { unit, filters }: Pick<Listed<'obligations'>, 'unit' | 'filters'>,
  notices: ReadonlyMap<string, NoticeHead>,
): Promise<Task[]> {
  const aims = await aimsOf(v.store, records, notices);
  return Promise.all(
    records.map(async (obligation) => ({
      obligation,
      notice: notices.get(obligation.notice_id),
      matches: unit === null ? [] : await matchesIn(obligation, unit, filters.role, v.store),
      aims: aims.get(obligation.id) ?? [],
    })),
  );
}

/** Tasks that are looked through for those without a date, and those shown. */
const [LOOKED_THROUGH, UNDATED] = [2000, 50];

async function undatedOf(v: View, listed: Listed<'obligations'>): Promise<Task[]> {
  const { filter, filters } = listed;
  const dated = filter.dueBefore !== undefined || filter.dueAfter !== undefined;
  const narrow = filter.unit !== undefined || filter.notice !== undefined;
  if (!dated || !narrow || v.query.has('cursor')) return [];
  const rest = { ...filter };
  delete rest.dueBefore;
  delete rest.dueAfter;
  const all = await gathered(v.store.list('obligations', { ...rest, limit: LOOKED_THROUGH }));
  const records = all.filter(({ due }) => due === null).slice(0, UNDATED);
  const notices = await noticesOf(
    v.store,
    records.map(({ notice_id }) => notice_id),
  );
  return tasksOf(v, records, { unit: listed.unit, filters }, notices);
}

async function tallyOf(v: View, filter: RecordFilter, total: number): Promise<Tally> {
  const count = (more: RecordFilter): Promise<number> => v.store.count('obligations', { ...filter, ...more });
  const role = (one: 'lead' | 'responsible' | 'support'): Promise<number> =>
    filter.role !== undefined && filter.role !== one ? Promise.resolve(0) : count({ role: one });
  const today = v.site.today();
  const [lead, responsible, support] = await Promise.all([role('lead'), role('responsible'), role('support')]);
  // What is due within the bounds that the address already has.
  const past = await count({ dueBefore: earlier(filter.dueBefore, dayBefore(today)) });
  const coming = await count({ dueAfter: later(filter.dueAfter, today) });
  return { lead, responsible, support, past, coming, undated: Math.max(0, total - past - coming) };
}

const earlier = (own: string | undefined, other: string): string => (own !== undefined && lastDay(own) < other ? own : other);
const later = (own: string | undefined, other: string): string => (own !== undefined && own > other ? own : other);

export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** At most so many targets of its section are named beside a task. */
const NAMED = 4;

/** The targets of each task, by its id: those that its own words hold, else those of the section that it stands in. */
async function aimsOf(
  store: Store,
  tasks: readonly Obligation[],
  notices: ReadonlyMap<string, NoticeHead>,
): Promise<Map<string, Aim[]>> {
  const aims = new Map<string, Aim[]>();
  const aimed = await targetsOf(store, notices.keys());
  for (const [id, { headings, length }] of notices) {
    const own = tasks.filter((task) => task.notice_id === id);
    const targets = aimed.get(id) ?? [];
    for (const task of own) {
      const section = sectionAround(headings, task, length);
      const inside = targets.filter((target) => target.start >= task.start && target.end <= task.end);
      const near =
        section === null || inside.length > 0
          ? []
          : targets.filter(({ start, end }) => start >= section.start && end <= section.end);
      aims.set(task.id, [
        ...inside.map((target) => ({ target, where: 'task' as const })),
        ...near.slice(0, NAMED).map((target) => ({ target, where: 'section' as const })),
      ]);
    }
  }
  return aims;
}
