import type { FC } from 'hono/jsx';
import type { NoticeRecord, Obligation, RecordTypeName } from '../../schemas/index.js';
import { GradesByYear } from './charts/grades.js';
import type { Page } from './layout.js';
import { noticesOf, type NoticeHead } from './notice-heads.js';
import { dayBefore } from './obligations/load.js';
import { answerFiles, Files } from './parts/foot.js';
import { Due, noticeName, RecordLink, Source, taskName } from './parts/records.js';
import { Starts } from './starts.js';
import { noticePath, type View } from './view.js';
import { typeName } from './words.js';

const SHOWN = 6;
const COUNTED: readonly RecordTypeName[] = [
  'notices',
  'obligations',
  'targets',
  'clusters',
  'ratings',
  'projects',
  'observations',
  'findings',
];

/** Where people start: a search, what the store holds, what is new and what is due. */
export async function overviewPage(v: View): Promise<Page> {
  const today = v.site.today();
  const [counts, latest, coming, past, chart] = await Promise.all([
    v.store.counts(),
    v.store.page('notices', { once: true }, { sort: '-issued_on', limit: SHOWN }),
    v.store.page('obligations', { once: true, dueAfter: today }, { sort: 'due', limit: SHOWN }),
    v.store.page('obligations', { once: true, dueBefore: dayBefore(today) }, { sort: '-due', limit: SHOWN }),
    GradesByYear(v),
  ]);
  const notices = await noticesOf(
    v.store,
    [...coming.records, ...past.records].map(({ notice_id }) => notice_id),
  );
  return {
    title: v.say({ zh: '概览', en: 'Overview' }),
    body: (
      <>
        <Lead v={v} />
        <ul class="counts">
          {COUNTED.map((type) => (
            <li>
              <a href={v.href(`/${type}`)}>
                <strong>{counts[type].toLocaleString('en')}</strong>
                {v.say(typeName(type))}
              </a>
            </li>
          ))}
        </ul>
        <Files v={v} files={answerFiles('/api/v1/stats')} />
        <Starts v={v} />
        <div class="columns two">
          <Tasks
            v={v}
            title={v.say({ zh: '时限将至', en: 'Due next' })}
            tasks={coming.records}
            notices={notices}
            more={v.href('/obligations', { due_after: today })}
          />
          <Tasks
            v={v}
            title={v.say({ zh: '时限已过', en: 'Past due' })}
            tasks={past.records}
            notices={notices}
            more={v.href('/obligations', { due_before: dayBefore(today), sort: '-due' })}
          />
          <Latest v={v} notices={latest.records} />
          <section aria-labelledby="o-work">
            <h2 id="o-work">{v.say({ zh: '待处理', en: 'To be worked through' })}</h2>
            <ul class="lines">
              <li>
                <a href={v.href('/findings', { severity: 'warning' })}>
                  {v.say({ zh: '核查发现：警告和错误', en: 'Findings: warnings and errors' })}
                </a>
              </li>
              <li>
                <a href={v.href('/unresolved')}>{v.say({ zh: '未能确定所指的名称', en: 'Names that nobody could place' })}</a>
              </li>
            </ul>
            {chart}
          </section>
        </div>
      </>
    ),
  };
}

const Lead: FC<{ v: View }> = ({ v }) => (
  <section class="lead" aria-label={v.say({ zh: '搜索', en: 'Search' })}>
    <h1>{v.say({ zh: '公文里的数据', en: 'What the notices say, as data' })}</h1>
    <form action={v.href('/search')} role="search">
      <input
        id="o-q"
        type="search"
        name="q"
        maxlength={1000}
        autocomplete="off"
        data-suggest={v.href('/suggest')}
        aria-label={v.say({ zh: '搜索全部公文和记录', en: 'Search all notices and records' })}
        placeholder={v.say({
          zh: '词语、文号、单位、数字，或一句问话',
          en: 'Words, a document number, an organ, a figure, or a question',
        })}
      />
      <button class="main">{v.say({ zh: '搜索', en: 'Search' })}</button>
    </form>
  </section>
);

interface TasksOf {
  v: View;
  title: string;
  tasks: readonly Obligation[];
  notices: ReadonlyMap<string, NoticeHead>;
  more: string;
}

const Tasks: FC<TasksOf> = ({ v, title, tasks, notices, more }) => (
  <section>
    <h2>{title}</h2>
    {tasks.length === 0 ? (
      <p class="none">{v.say({ zh: '没有。', en: 'None.' })}</p>
    ) : (
      <>
        <ul class="lines">
          {tasks.map((task) => (
            <li>
              <RecordLink v={v} record={task}>
                {taskName(task)}
              </RecordLink>
              <Due v={v} due={task.due} />
              <small>
                {task.units[0]?.name ?? ''} <Source v={v} notice={notices.get(task.notice_id)} />
              </small>
            </li>
          ))}
        </ul>
        <p class="more">
          <a href={more}>{v.say({ zh: '全部', en: 'All of them' })} →</a>
        </p>
      </>
    )}
  </section>
);

const Latest: FC<{ v: View; notices: readonly NoticeRecord[] }> = ({ v, notices }) => (
  <section>
    <h2>{v.say({ zh: '最近的公文', en: 'Latest notices' })}</h2>
    {notices.length === 0 ? (
      <p class="none">
        {v.say({
          zh: '库中还没有公文：用 gongbao ingest 文件夹 入库。',
          en: 'The store is empty: gongbao ingest FOLDER fills it.',
        })}
      </p>
    ) : (
      <ul class="lines">
        {notices.map((notice) => (
          <li>
            <a href={v.href(noticePath(notice.id))}>{noticeName(notice)}</a>
            <time>{notice.issued_on}</time>
            <small>{notice.document_number}</small>
          </li>
        ))}
      </ul>
    )}
    <p class="more">
      <a href={v.href('/notices')}>{v.say({ zh: '全部公文', en: 'All notices' })} →</a>
    </p>
  </section>
);
