import { ENTRY_TYPES, numbered, type Entry, type InputVersion, type PageBegin, type Store } from '../../../output/index.js';
import type { Citation, CitationLink, NoticeRecord } from '../../../schemas/index.js';
import { notFound } from '../page-error.js';
import { noticesOf, type NoticeHead } from '../notice-heads.js';
import { gathered } from '../parts/records.js';

/** A document that a notice names, with the notice itself where the store has it. */
export interface Cited {
  citation: Citation;
  notice: NoticeHead | null;
}

/** All that the page of a notice shows. */
export interface NoticeContents {
  notice: NoticeRecord;
  /** records and findings in the order of the text, with their numbers */
  entries: Entry[];
  cites: Cited[];
  citedBy: NoticeHead[];
  sameAs: NoticeHead[];
  attachmentOf: NoticeHead[];
  attached: NoticeHead[];
  versions: InputVersion[];
  pages: PageBegin[];
}

export async function loadNotice(store: Store, id: string): Promise<NoticeContents> {
  const notice = await oneNotice(store, id);
  const links = await store.linksAbout('citation_links', [notice.id]);
  const citing = links.filter((link) => link.cited_id === notice.id).map((link) => link.notice_id);
  const cited = links.filter((link) => link.notice_id === notice.id);
  const others = await noticesOf(store, [
    ...citing,
    ...cited.map((link) => link.cited_id),
    ...notice.same_as,
    ...notice.attachment_of,
    ...notice.attached,
  ]);
  const known = (ids: readonly string[]): NoticeHead[] => ids.flatMap((each) => others.get(each) ?? []);
  return {
    notice,
    entries: await entriesOf(store, notice.id),
    cites: notice.cites.map((citation) => ({ citation, notice: others.get(linkOf(citation, cited)?.cited_id ?? '') ?? null })),
    citedBy: known(citing),
    sameAs: known(notice.same_as),
    attachmentOf: known(notice.attachment_of),
    attached: known(notice.attached),
    versions: await versionsOf(store, notice.id),
    pages: await store.history.pagesOf(notice.id),
  };
}

export async function oneNotice(store: Store, id: string): Promise<NoticeRecord> {
  const notice = await store.get('notices', id);
  if (notice !== null) return notice;
  throw notFound(
    { zh: '库中没有这份公文。', en: 'The store has no such notice.' },
    {
      zh: '它可能已被移除，或重新入库后编号已变；请从公文列表或搜索中查找。',
      en: 'It may have been removed, or have another id since it was read anew; look for it in the list or by a search.',
    },
  );
}

async function entriesOf(store: Store, id: string): Promise<Entry[]> {
  const records: Omit<Entry, 'number'>[] = [];
  for (const type of ENTRY_TYPES) {
    for (const record of await gathered(store.list(type, { notice: id }))) {
      const { start, end } = record;
      records.push({ type, span: start === null || end === null ? null : { start, end }, values: { ...record } });
    }
  }
  return numbered(records);
}

function linkOf({ document_number, title }: Citation, links: readonly CitationLink[]): CitationLink | undefined {
  return (
    links.find((link) => document_number !== null && link.document_number === document_number) ??
    links.find((link) => title !== null && link.title === title)
  );
}

/** The versions of the file that a notice was read from, the oldest first. */
export async function versionsOf(store: Store, id: string): Promise<InputVersion[]> {
  const path = await store.history.inputOf(id);
  return path === null ? [] : store.history.versions(path);
}
