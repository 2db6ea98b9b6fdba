import type { Child, FC } from 'hono/jsx';
import { entryName } from '../../../output/index.js';
import { comparedTypes, type ComparedType, type FieldChange, type NoticeDiff } from '../../../schemas/index.js';
import type { Page } from '../layout.js';
import { answerFiles, Files, Nothing } from '../parts/foot.js';
import { noticeName, plain, short } from '../parts/records.js';
import { noticePath, recordPath, type View } from '../view.js';
import { field, typeName } from '../words.js';
import { loadChanges } from './versions.js';

/** What has changed in a notice since an older version of its file. */
export async function changesPage(v: View, id: string, number: string): Promise<Page> {
  const { notice, version, diff, alike } = await loadChanges(v.store, id, number);
  const title = v.say({ zh: `第 ${version.version} 版以来的变化`, en: `What changed since version ${version.version}` });
  const path = `/api/v1/notices/${encodeURIComponent(id)}/diff`;
  const none = diff.head.length === 0 && comparedTypes.every((type) => isSame(diff[type]));
  return {
    title,
    section: '/notices',
    crumbs: [
      { title: v.say(typeName('notices')), href: '/notices' },
      { title: noticeName(notice), href: noticePath(id) },
    ],
    body: (
      <>
        <h1>{title}</h1>
        <p class="about">
          {noticeName(notice)} ·{' '}
          {v.say({ zh: `全文相似度 ${percent(diff.likeness)}`, en: `texts alike by ${percent(diff.likeness)}` })}
        </p>
        {alike ? null : (
          <p class="warn">
            {v.say({
              zh: '两个版本由不同版本的程序读取，下列差异可能来自程序，而非公文本身。',
              en: 'The two were read by different versions of the program: some of this may be its doing, not the notice’s.',
            })}
          </p>
        )}
        {none ? (
          <Nothing
            what={v.say({ zh: '读出的内容没有变化。', en: 'What was read is the same.' })}
            hint={v.say({
              zh: '文件字节有变，但标题、任务、目标等记录相同。',
              en: 'The bytes of the file differ, its records do not.',
            })}
          />
        ) : (
          <>
            <Files v={v} files={answerFiles(path, { version: version.version })} />
            {diff.head.length === 0 ? null : <Fields v={v} fields={diff.head} />}
            {comparedTypes.map((type) => (
              <Changes v={v} notice={id} type={type} diff={diff} />
            ))}
          </>
        )}
      </>
    ),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const isSame = ({ added, gone, changed, moved }: NoticeDiff[ComparedType]): boolean =>
  added.length + gone.length + changed.length + moved.length === 0;

const Changes: FC<{ v: View; notice: string; type: ComparedType; diff: NoticeDiff }> = ({ v, notice, type, diff }) => {
  const of = diff[type];
  if (isSame(of)) return null;
  const name = (record: object): string => entryName({ number: 0, type, span: null, values: { ...record } });
  const link = (record: { id: string }): Child => <a href={v.href(recordPath(notice, record.id))}>{name(record)}</a>;
  return (
    <section>
      <h2>
        {v.say(typeName(type))}{' '}
        <small>
          {v.say({ zh: `未变 ${of.same}，移位 ${of.moved.length}`, en: `${of.same} the same, ${of.moved.length} moved` })}
        </small>
      </h2>
      <ul class="changes">
        {of.changed.map(({ after, fields }) => (
          <li>
            <span class="tag">{v.say({ zh: '变更', en: 'changed' })}</span>
            {link(after)}
            <Fields v={v} fields={fields} />
          </li>
        ))}
        {of.added.map((record) => (
          <li>
            <span class="tag">{v.say({ zh: '新增', en: 'added' })}</span>
            <ins>{link(record)}</ins>
          </li>
        ))}
        {of.gone.map((record) => (
          <li>
            <span class="tag red">{v.say({ zh: '删除', en: 'gone' })}</span>
            <del>{name(record)}</del>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Longer values are cut: the notice has them whole. */
const LONGEST = 160;

const Fields: FC<{ v: View; fields: readonly FieldChange[] }> = ({ v, fields }) => (
  <dl class="changed">
    {fields.map((change) => (
      <>
        <dt>{v.say(field(change.field))}</dt>
        <dd>
          <del>{short(plain(change.before), LONGEST) || '—'}</del> → <ins>{short(plain(change.after), LONGEST) || '—'}</ins>
        </dd>
      </>
    ))}
  </dl>
);
