import type { FC } from 'hono/jsx';
import { comparison } from '../../../output/index.js';
import { filesOf } from '../list.js';
import type { Page } from '../layout.js';
import { Files, Nothing, Pager } from '../parts/foot.js';
import { Filter, type FilterForm } from '../parts/form.js';
import { AllUnits, Due, RecordLink, Source, taskName } from '../parts/records.js';
import { Table, type Column } from '../parts/table.js';
import type { View } from '../view.js';
import { field, typeName } from '../words.js';
import { loadTasks, type Task, type Tasks } from './load.js';
import { Tallies } from './tally.js';
import { Understood } from './understood.js';

/** Who has to do what by when: the tasks of one organ, or all. */
export async function obligationsPage(v: View): Promise<Page> {
  const tasks = await loadTasks(v);
  const { unit } = tasks.filters;
  const title = unit === undefined ? v.say(typeName('obligations')) : v.say({ zh: `${unit}的任务`, en: `Tasks of ${unit}` });
  return {
    title,
    section: '/obligations',
    body: (
      <>
        <h1>{title}</h1>
        <p class="about">
          {v.say({
            zh: '输入单位名称（全称、简称均可），查看它牵头、负责和配合的任务，以及它所属的“各县（市、区）政府”一类泛指单位的任务。',
            en: 'Type the name of an organ, in full or short, to see what it leads, is responsible for and supports, and the tasks of the groups that it belongs to.',
          })}
        </p>
        <Filter
          v={v}
          form={{
            action: '/obligations',
            fields: FIELDS,
            filters: tasks.filters,
            sorts: SORTS,
            sort: tasks.sort,
            limit: tasks.limit,
          }}
        />
        {tasks.unit === null ? null : <Understood v={v} name={unit ?? ''} unit={tasks.unit} placed={tasks.filter.place} />}
        {tasks.total === 0 ? <NoTasks v={v} tasks={tasks} /> : <List v={v} tasks={tasks} title={title} />}
        <Undated v={v} tasks={tasks} />
      </>
    ),
  };
}

const FIELDS = ['unit', 'place', 'role', 'due_after', 'due_before', 'notice', 'q'] as const;
const SORTS: NonNullable<FilterForm['sorts']> = [
  ['due', { zh: '完成时限，近的在前', en: 'due, earliest first' }],
  ['-due', { zh: '完成时限，远的在前', en: 'due, latest first' }],
  ['title', { zh: '任务名称', en: 'title' }],
];

const List: FC<{ v: View; tasks: Tasks; title: string }> = ({ v, tasks, title }) => (
  <>
    <Tallies v={v} tasks={tasks} />
    <div class="count">
      <p>{v.say({ zh: `共 ${tasks.total} 项`, en: `${tasks.total} tasks` })}</p>
      <Files
        v={v}
        files={[
          {
            name: v.say({ zh: '督查台账', en: 'Task list (台账)' }),
            path: '/api/v1/obligations/ledger.xlsx',
            params: tasks.filters,
          },
          { name: v.say({ zh: '日历', en: 'Calendar' }), path: '/api/v1/obligations.ics', params: tasks.filters },
          ...filesOf('obligations', tasks, v),
        ]}
      />
    </div>
    {Table(v, { caption: title, columns: columnsOf(v, tasks), rows: tasks.tasks, sort: tasks.sort })}
    <Pager v={v} next={tasks.next} />
  </>
);

/** Tasks whose notice says no date: whoever asks for a date wants to know of them too, and of the dates of their targets. */
const Undated: FC<{ v: View; tasks: Tasks }> = ({ v, tasks }) => {
  if (tasks.undated.length === 0) return null;
  const title = v.say({ zh: '未写明时限的任务', en: 'Tasks without a date' });
  return (
    <section>
      <h2>{title}</h2>
      <p class="about">
        {v.say({
          zh: '公文没有为这些任务写明时限，因此不在上面的结果中；与之相关的目标另有时限，请一并查看。',
          en: 'Their notices say no date for them, so they are not among those above; targets that belong to them have dates of their own.',
        })}
      </p>
      {Table(v, { caption: title, columns: columnsOf(v, tasks), rows: tasks.undated })}
    </section>
  );
};

function columnsOf(v: View, { unit }: Tasks): Column<Task>[] {
  return [
    { head: { zh: '任务', en: 'Task' }, kind: 'wide', cell: (task) => <TaskCell v={v} task={task} /> },
    ...(unit === null ? [] : [matched(v)]),
    { head: field('units'), cell: ({ obligation }) => <AllUnits v={v} units={obligation.units} /> },
    { head: field('due'), sort: 'due', kind: 'tight', cell: ({ obligation }) => <Due v={v} due={obligation.due} /> },
    {
      head: { zh: '出处', en: 'Source' },
      cell: ({ obligation, notice }) => <Source v={v} notice={notice} page={obligation.page} />,
    },
  ];
}

/** Why a task is listed: the unit as it is written there. */
function matched(v: View): Column<Task> {
  const shares = { every: { zh: '全体', en: 'all of them' }, some: { zh: '部分', en: 'some of them' } } as const;
  return {
    head: { zh: '匹配', en: 'Found by' },
    cell: ({ matches }) =>
      matches.map(({ unit, share }) => (
        <div>
          {unit}
          {share === null ? null : <small>{v.say({ zh: `〔${shares[share].zh}〕`, en: ` (${shares[share].en})` })}</small>}
        </div>
      )),
  };
}

const TaskCell: FC<{ v: View; task: Task }> = ({ v, task: { obligation, aims } }) => (
  <div class="task">
    <RecordLink v={v} record={obligation}>
      {taskName(obligation)}
    </RecordLink>
    {obligation.path.length === 0 ? null : <p>{obligation.path.join(' › ')}</p>}
    {aims.length === 0 ? null : (
      <ul class="aims" aria-label={v.say({ zh: '相关目标', en: 'Targets' })}>
        {aims.map(({ target, where }) => (
          <li>
            <RecordLink v={v} record={target}>
              {`${target.scope ?? ''}${target.indicator} ${comparison(target)}`}
            </RecordLink>
            {target.due === null ? null : <small> {target.due}</small>}
            {where === 'section' ? <small>{v.say({ zh: '（同一节）', en: ' (same section)' })}</small> : null}
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** No task: whether it is the dates that leave none, or the name. */
const NoTasks: FC<{ v: View; tasks: Tasks }> = ({ v, tasks: { filters } }) => (
  <Nothing
    what={v.say({ zh: '没有符合条件的任务。', en: 'No task is like that.' })}
    hint={
      filters.due_before !== undefined || filters.due_after !== undefined
        ? v.say({
            zh: '没有写明的时限在此范围内的任务。未写明时限的任务不计在内：去掉时限可一并列出。',
            en: 'No task has a date like that. Dates leave out the tasks that have none: without them all are listed.',
          })
        : filters.unit === undefined
          ? v.say({ zh: '请减少条件。', en: 'Leave out a filter.' })
          : v.say({
              zh: '请换一种写法（全称、简称，或只写“工业和信息化”一类的部分名称），或去掉地区。',
              en: 'Write the name another way, in full, short, or a part of it; or leave out the place.',
            })
    }
  />
);
