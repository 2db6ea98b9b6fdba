import type { Child, FC } from 'hono/jsx';
import type { Contact, NoticeRecord } from '../../../schemas/index.js';
import type { NoticeHead } from '../notice-heads.js';
import { lastDay, noticeName } from '../parts/records.js';
import { noticePath, type View } from '../view.js';
import { COMMA, field } from '../words.js';
import type { Cited, NoticeContents } from './load.js';
import { originalHref } from './originals.js';

/** What is known of a notice as a whole. */
export const Head: FC<{ v: View; contents: NoticeContents }> = ({ v, contents }) => {
  const { notice } = contents;
  return (
    <>
      <Validity v={v} notice={notice} />
      <dl class="facts">
        {facts(v, notice).map(([name, value]) => (
          <Fact v={v} name={name} value={value} />
        ))}
        <Fact v={v} name="file" value={<FileOf v={v} notice={notice} />} />
        <Versions v={v} contents={contents} />
      </dl>
      <Others v={v} contents={contents} />
    </>
  );
};

const Fact: FC<{ v: View; name: string; value: Child }> = ({ v, name, value }) => (
  <div>
    <dt>{v.say(field(name))}</dt>
    <dd>{value}</dd>
  </div>
);

/** Those that say something. */
function facts(v: View, notice: NoticeRecord): [name: string, value: Child][] {
  const comma = v.say(COMMA);
  const all: [string, Child][] = [
    ['document_number', notice.document_number],
    ['issuers', linked(v, notice.issuers, (issuer) => v.href('/notices', { issuer }))],
    ['issued_on', notice.issued_on],
    ['region', notice.region === null ? null : <a href={v.href('/notices', { place: notice.region })}>{notice.region}</a>],
    ['kind', notice.kind],
    ['recipients', notice.recipients.join(comma)],
    ['effective_on', notice.effective_on],
    ['expires_on', notice.expires_on],
    ['validity', notice.validity],
    ['status', notice.status],
    ['public_from', notice.public_from],
    ['public_until', notice.public_until],
    ['public_term', notice.public_term],
    ['attachments', notice.attachments.join('；')],
    ['contacts', notice.contacts.map(contactWords).join('；')],
  ];
  return all.filter(([, value]) => value !== null && value !== '');
}

function linked(v: View, names: readonly string[], href: (name: string) => string): Child {
  if (names.length === 0) return null;
  return names.map((name, i) => (
    <>
      {i === 0 ? '' : v.say(COMMA)}
      <a href={href(name)}>{name}</a>
    </>
  ));
}

const contactWords = ({ name, organ, phone, email, address }: Contact): string =>
  [organ, name, phone, email, address].filter((part) => part !== null).join(' ');

/** What anyone who reads it should know first: that it is no longer, or not yet, in force. */
const Validity: FC<{ v: View; notice: NoticeRecord }> = ({ v, notice }) => {
  const { status, expires_on, effective_on } = notice;
  const today = v.site.today();
  const words =
    status !== null && /失效|废止|无效/.test(status)
      ? { zh: `发布页面注明：${status}。`, en: `Its portal says that it is no longer in force (${status}).` }
      : expires_on !== null && lastDay(expires_on) < today
        ? { zh: `有效期已于 ${expires_on} 届满。`, en: `Its term ended on ${expires_on}.` }
        : effective_on !== null && effective_on.length === 10 && effective_on > today
          ? { zh: `自 ${effective_on} 起施行，尚未生效。`, en: `It is in force from ${effective_on}, not yet.` }
          : null;
  return words === null ? null : <p class="warn">{v.say(words)}</p>;
};

const FileOf: FC<{ v: View; notice: NoticeRecord }> = ({ v, notice }) => {
  const href = originalHref(v, notice);
  return href === null ? (
    <>{notice.file}</>
  ) : (
    <a href={href}>{v.say({ zh: `${notice.file}（原文件）`, en: `${notice.file} (original)` })}</a>
  );
};

/** The versions of its file, where there are several; each leads to what has changed since. */
const Versions: FC<{ v: View; contents: NoticeContents }> = ({ v, contents: { notice, versions } }) => {
  const older = versions.filter(({ current }) => !current).toReversed();
  if (older.length === 0) return null;
  return (
    <div>
      <dt>{v.say({ zh: '旧版本', en: 'older versions' })}</dt>
      <dd>
        {older.map(({ version }, i) => (
          <>
            {i === 0 ? '' : v.say(COMMA)}
            <a href={v.href(`${noticePath(notice.id)}/versions/${version}`)}>
              {v.say({ zh: `第 ${version} 版以来的变化`, en: `what changed since version ${version}` })}
            </a>
          </>
        ))}
      </dd>
    </div>
  );
};

/** Other documents that it has to do with. */
const Others: FC<{ v: View; contents: NoticeContents }> = ({ v, contents }) => {
  const { cites, citedBy, sameAs, attachmentOf, attached } = contents;
  const lists: [string, Child[]][] = [
    [v.say({ zh: '引用的文件', en: 'It cites' }), cites.map((cited) => <CitedDocument v={v} cited={cited} />)],
    [v.say({ zh: '被这些公文引用', en: 'Cited by' }), citedBy.map((notice) => <NoticeLink v={v} notice={notice} />)],
    [
      v.say({ zh: '同一公文另见', en: 'The same notice elsewhere' }),
      sameAs.map((notice) => <NoticeLink v={v} notice={notice} file />),
    ],
    [v.say({ zh: '所属公文', en: 'Attachment of' }), attachmentOf.map((notice) => <NoticeLink v={v} notice={notice} />)],
    [v.say({ zh: '附件文件', en: 'Attached files' }), attached.map((notice) => <NoticeLink v={v} notice={notice} file />)],
  ];
  const told = lists.filter(([, items]) => items.length > 0);
  if (told.length === 0) return null;
  return (
    <div class="others">
      {told.map(([name, items]) => (
        <details open={items.length <= 4}>
          <summary>
            {name} <small>{items.length}</small>
          </summary>
          <ul>
            {items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
};

const CitedDocument: FC<{ v: View; cited: Cited }> = ({ v, cited: { citation, notice } }) => {
  const words = `${citation.title === null ? '' : `《${citation.title}》`}${citation.document_number === null ? '' : `（${citation.document_number}）`}`;
  return notice === null ? <span class="absent">{words}</span> : <a href={v.href(noticePath(notice.id))}>{words}</a>;
};

const NoticeLink: FC<{ v: View; notice: NoticeHead; file?: boolean }> = ({ v, notice, file }) => (
  <>
    <a href={v.href(noticePath(notice.id))}>{noticeName(notice)}</a>
    <small>
      {' '}
      {[notice.document_number, notice.issued_on, file ? notice.file : null].filter((part) => part !== null).join(' · ')}
    </small>
  </>
);
