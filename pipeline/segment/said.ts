import {
  changesOf,
  citations,
  compact,
  contactsOf,
  proseIn,
  proseOf,
  publicityOf,
  shortForms,
  validityOf,
  type Notice,
  type ParagraphRole,
  type Prose,
} from '../../extractors/index.js';
import type { Citation } from '../../schemas/index.js';
import { sameTitle, type Head } from './head.js';

/** The fields of a notice that its running text gives. */
export type Said = Pick<
  Notice['head'],
  | 'cites'
  | 'repeals'
  | 'amends'
  | 'effective_on'
  | 'expires_on'
  | 'validity'
  | 'status'
  | 'public_from'
  | 'public_until'
  | 'public_term'
  | 'contacts'
>;

const RUNNING: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>(['heading', 'body']);
/** Lines under the signature too: （联系人：…）. */
const SPOKEN: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>(['heading', 'body', 'note']);

/** What the running text says of the notice itself and of other documents; the portal's block fills in what it does not say. */
export function saidBy(text: string, body: Pick<Notice, 'paragraphs' | 'tables'>, head: Head): Said {
  const spoken = body.paragraphs.filter((p) => SPOKEN.has(p.role)).map((p) => ({ role: p.role, prose: proseIn(text, p) }));
  const running = spoken.filter(({ role }) => RUNNING.has(role)).map(({ prose }) => prose);
  const title = head.title === null ? null : proseOf(head.title);
  const { repeals, amends } = changesOf(title, running, body.tables);
  const short = shortForms(compact(text).text);
  const own = { issued_on: head.issued_on, isOwn: (t: string) => isOwn(short.get(t) ?? t, head) };
  const force = validityOf(running, own);
  return {
    cites: citesOf(running, [...repeals, ...amends], head, short),
    effective_on: force.effective_on ?? head.block.effective_on,
    expires_on: force.expires_on ?? head.block.expires_on,
    validity: force.validity,
    status: head.block.status,
    repeals,
    amends,
    ...publicityOf(running, { title: title?.view.text ?? null, issued_on: head.issued_on }),
    contacts: contactsOf(spoken.map(({ prose }) => prose)),
  };
}

/** Documents that the running text names, the notice itself and what it issues left out; what it repeals or amends among them; each once. */
function citesOf(
  running: readonly Prose[],
  changed: readonly Citation[],
  head: Head,
  short: ReadonlyMap<string, string>,
): Citation[] {
  const cites = new Map<string, Citation>();
  const key = (c: Citation): string => compact(c.title ?? c.document_number ?? '').text;
  const add = (c: Citation): void => {
    const known = cites.get(key(c));
    if (known) known.document_number ??= c.document_number;
    else cites.set(key(c), { ...c });
  };
  const isOther = (c: Citation): boolean => {
    if (c.document_number !== null) return c.document_number !== head.document_number;
    return c.title !== null && !short.has(c.title) && !isOwn(c.title, head);
  };
  for (const { source, view } of running) citations(source, view).filter(isOther).forEach(add);
  changed.forEach(add);
  return [...cites.values()];
}

/** Words in a title before 《…》 by which a notice speaks of another document, not of one that it issues. */
const ABOUT_ANOTHER =
  /(?:贯彻|落实|学习|宣传|执行|实施|修改|修订|修正|废止|调整|延长|停止|补充|完善|解读|做好|开展|根据|按照)[\u4e00-\u9fa5]{0,10}$/;
/** The same where the title stands there without its marks: 调整 or 实施 may then belong to it. */
const ABOUT_UNMARKED = /(?:贯彻|落实|学习|宣传|修改|修订|修正|废止|延长|停止|开展)[\u4e00-\u9fa5]{0,6}$/;

/** The plan that a notice issues is no other document; one that it only speaks of is. */
function isOwn(title: string, head: Head): boolean {
  if (head.title === null || !sameTitle(title, head.title)) return false;
  const marked = head.title.indexOf(`《${title}》`);
  if (marked < 0) return !ABOUT_UNMARKED.test(head.title.slice(0, Math.max(0, head.title.indexOf(title))));
  const behind = head.title.slice(marked + title.length + 2);
  return !ABOUT_ANOTHER.test(head.title.slice(0, marked)) && !/^(?:实施|配套)/.test(behind);
}
