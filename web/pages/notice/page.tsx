import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { ENTRY_TYPES, entryName, markedText, type Entry } from '../../../output/index.js';
import type { Page } from '../layout.js';
import { Files } from '../parts/foot.js';
import { noticeName } from '../parts/records.js';
import { noticePath, type View } from '../view.js';
import { typeName } from '../words.js';
import { entryAnchor } from './anchors.js';
import { EntryLists } from './entries.js';
import { Head } from './head.js';
import { loadNotice, type NoticeContents } from './load.js';
import { pageHref } from './originals.js';

/** A notice: its head, its text with every record marked, and the records beside it, each leading to the other. */
export async function noticePage(v: View, id: string): Promise<Page> {
  const contents = await loadNotice(v.store, id);
  const { notice, entries } = contents;
  const marks = {
    title: (entry: Entry) => titleOf(v, entry),
    anchor: entryAnchor,
    inserted: pageMarks(v, contents),
  };
  return {
    title: noticeName(notice),
    section: '/notices',
    crumbs: [{ title: v.say(typeName('notices')), href: '/notices' }],
    body: (
      <>
        <h1 class="notice">{noticeName(notice)}</h1>
        <Head v={v} contents={contents} />
        <Links v={v} contents={contents} />
        <Legend v={v} entries={entries} />
        <div class="reading">
          <article class="text" aria-label={v.say({ zh: '公文原文', en: 'Text of the notice' })} lang="zh-CN">
            {raw(markedText(notice.text, entries, marks))}
          </article>
          <div class="aside" role="region" aria-label={v.say({ zh: '读出的记录', en: 'Records' })} tabindex={0}>
            <EntryLists v={v} notice={notice} entries={entries} />
          </div>
        </div>
      </>
    ),
  };
}

const titleOf = (v: View, entry: Entry): string => `${v.say(typeName(entry.type))}：${entryName(entry)}`;

/** Where each page of the file begins, in the text; opens the original there where it can be opened. */
function pageMarks(v: View, { notice, pages }: NoticeContents): { at: number; html: string }[] {
  if (pages.length < 2) return [];
  return pages.map(({ start, page }) => {
    const words = v.say({ zh: `第${page}页`, en: `p. ${page}` });
    const href = pageHref(v, notice, page);
    const title = v.say({ zh: '打开原文件的这一页', en: 'opens the original at this page' });
    // An address of ours and a number: nothing that would have to be escaped.
    const html =
      href === null ? `<span class="pb">${words}</span>` : `<a class="pb" href="${href}" title="${title}">${words}</a>`;
    return { at: start, html };
  });
}

/** The notice and its records for programs; its report for mailing is a file of the export. */
const Links: FC<{ v: View; contents: NoticeContents }> = ({ v, contents: { notice, entries } }) => {
  const own = ENTRY_TYPES.filter((type) => entries.some((entry) => entry.type === type));
  const api = `/api/v1${noticePath(notice.id)}`;
  return (
    <details class="downloads">
      <summary>{v.say({ zh: '下载与接口', en: 'Files and API' })}</summary>
      <Files
        v={v}
        files={[
          { name: v.say({ zh: '公文 JSON', en: 'notice, JSON' }), path: api, params: {} },
          { name: v.say({ zh: '正文 TXT', en: 'text, TXT' }), path: `${api}/text`, params: {} },
        ]}
      />
      {own.map((type) => (
        <p class="files">
          <span>{v.say(typeName(type))}</span>
          {(['', '.csv', '.xlsx'] as const).map((ending) => (
            <a href={v.href(`/api/v1/${type}${ending}`, { notice: notice.id, lang: v.lang })}>
              {ending === '' ? 'JSON' : ending.slice(1).toUpperCase()}
            </a>
          ))}
        </p>
      ))}
    </details>
  );
};

/** The types that occur, each to be marked or not: without a script, by what is ticked. */
const Legend: FC<{ v: View; entries: readonly Entry[] }> = ({ v, entries }) => {
  const types = ENTRY_TYPES.filter((type) => entries.some((entry) => entry.type === type));
  if (types.length === 0) return null;
  return (
    <fieldset class="legend">
      <legend>{v.say({ zh: '标出', en: 'Mark' })}</legend>
      {types.map((type) => (
        <span class={type}>
          <input type="checkbox" id={`show-${type}`} checked />
          <label for={`show-${type}`}>
            <span class="dot"></span>
            {v.say(typeName(type))}
          </label>
          <a href={`#list-${type}`}>
            {entries.filter((entry) => entry.type === type).length}
            <span class="hidden">{v.say({ zh: ` 条：看${typeName(type).zh}列表`, en: `: list of ${typeName(type).en}` })}</span>
          </a>
        </span>
      ))}
    </fieldset>
  );
};
