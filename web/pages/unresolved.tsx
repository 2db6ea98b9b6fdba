import type { FC } from 'hono/jsx';
import { z } from 'zod';
import type { NameOccurrence, NameQuery, UnresolvedName } from '../../output/index.js';
import { RECORD_TYPE_NAMES } from '../../schemas/index.js';
import { defined } from '../filters.js';
import type { Page } from './layout.js';
import { answerFiles, Files, Nothing } from './parts/foot.js';
import { Labelled } from './parts/form.js';
import { short } from './parts/records.js';
import { Table, type Column } from './parts/table.js';
import { noticePath, recordPath, type View } from './view.js';
import { field, NAME_KIND_WORDS, typeName } from './words.js';

const KINDS = ['organ', 'park', 'place'] as const;
const parameters = z.object({ type: z.enum(KINDS).optional().catch(undefined), notice: z.string().max(1000).optional() });
/** Names on the page, and places named for each. */
const [MOST, NAMED] = [300, 4];
/** Occurrences of a name that are looked at: those beyond are counted. */
const LOOKED_AT = 24;

/** Names that nobody could place, as a work list: the most frequent first. */
export async function unresolvedPage(v: View): Promise<Page> {
  const { type, notice } = parameters.parse(Object.fromEntries([...v.query].filter(([, value]) => value !== '')));
  const names = await v.store.names.unresolved({
    ...defined<NameQuery>({ kind: type, notice }),
    limit: MOST,
    occurrences: LOOKED_AT,
  });
  const title = v.say({ zh: '未定名称', en: 'Open names' });
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p class="about">
          {v.say({
            zh: '未能确定所指的机构、园区和地名，出现多的在前。在自备地名录中补上后，用 gongbao resolve --all --gazetteer 文件.csv 重新解析。',
            en: 'Organs, parks and places that nobody could place, the most frequent first. Add them to a gazetteer of your own and run gongbao resolve --all --gazetteer FILE.csv.',
          })}
        </p>
        <form class="filter" action={v.href('/unresolved')}>
          <Labelled id="u-type" label={v.say({ zh: '类型', en: 'Kind' })}>
            <select id="u-type" name="type">
              <option value="">{v.say({ zh: '不限', en: 'any' })}</option>
              {KINDS.map((kind) => (
                <option value={kind} selected={kind === type}>
                  {v.say(NAME_KIND_WORDS[kind])}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled id="u-notice" label={v.say({ zh: '公文（文号、文件名）', en: 'Notice (number, file)' })}>
            <input id="u-notice" name="notice" value={notice ?? ''} maxlength={200} />
          </Labelled>
          <div class="do">
            <button class="main">{v.say({ zh: '查询', en: 'Show' })}</button>
          </div>
        </form>
        {names.length === 0 ? (
          <Nothing
            what={v.say({ zh: '没有未定的名称。', en: 'Every name has its meaning.' })}
            hint={v.say({ zh: '这里的名称都已确定所指。', en: 'There is nothing to do here.' })}
          />
        ) : (
          <>
            <div class="count">
              <p>{v.say({ zh: `${names.length} 个名称`, en: `${names.length} names` })}</p>
              <Files v={v} files={answerFiles('/api/v1/unresolved', { type, notice, limit: MOST })} />
            </div>
            {Table(v, { caption: title, columns: columnsOf(v), rows: names, named: 1 })}
          </>
        )}
        {names.length < MOST ? null : <p class="about">{v.say({ zh: `只列前 ${MOST} 个。`, en: `The first ${MOST} only.` })}</p>}
      </>
    ),
  };
}

function columnsOf(v: View): Column<UnresolvedName>[] {
  return [
    { head: { zh: '次数', en: 'Times' }, kind: 'number', cell: ({ times }) => times },
    { head: field('name'), kind: 'wide', cell: ({ name }) => name },
    { head: { zh: '类型', en: 'Kind' }, kind: 'tight', cell: ({ kind }) => v.say(NAME_KIND_WORDS[kind]) },
    {
      head: { zh: '可能是', en: 'May be' },
      cell: ({ candidates }) =>
        candidates.slice(0, NAMED).map((id) => (
          <div>
            <a href={v.href(`/names/${encodeURIComponent(id)}`)}>{id}</a>
          </div>
        )),
    },
    {
      head: { zh: '出现于', en: 'Stands in' },
      kind: 'wide',
      cell: ({ occurrences, times }) => <Places v={v} occurrences={occurrences} times={times} />,
    },
  ];
}

/** The first few places where it stands, one for each notice. */
const Places: FC<{ v: View; occurrences: readonly NameOccurrence[]; times: number }> = ({ v, occurrences, times }) => {
  const byNotice = [...new Map(occurrences.toReversed().map((one) => [one.notice_id, one])).values()].toReversed();
  return (
    <>
      {byNotice.slice(0, NAMED).map((one) => (
        <div>
          <a href={v.href(one.record_type === 'notices' ? noticePath(one.notice_id) : recordPath(one.notice_id, one.record_id))}>
            {short(one.notice_title, 40)}
          </a>
          <small> {typeWords(v, one.record_type)}</small>
        </div>
      ))}
      {times > occurrences.length ? (
        <small>{v.say({ zh: '等', en: 'and more' })}</small>
      ) : byNotice.length > NAMED ? (
        <small>{v.say({ zh: `另 ${byNotice.length - NAMED} 份公文`, en: `and ${byNotice.length - NAMED} more` })}</small>
      ) : null}
    </>
  );
};

function typeWords(v: View, name: string): string {
  const type = RECORD_TYPE_NAMES.find((known) => known === name);
  return type === undefined ? name : v.say(typeName(type));
}
