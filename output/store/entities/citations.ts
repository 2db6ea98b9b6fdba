import { compare, digest } from './identity.js';

/** A notice of the store, as others may cite it. */
export interface Citable {
  id: string;
  title: string | null;
  documentNumber: string | null;
  issuedOn: string | null;
}

/** One document that a notice names. */
export interface Cited {
  noticeId: string;
  issuedOn: string | null;
  title: string | null;
  documentNumber: string | null;
}

/** A citation whose document is in the store. */
export interface CitationFound {
  id: string;
  by: 'number' | 'title';
  citing: Cited;
  cited: Citable;
}

const foldNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[[(（【〔](\d{4})[\])）】〕]/u, '〔$1〕');
export const foldTitle = (title: string): string => title.normalize('NFKC').replace(/[\s“”‘’"'《》〈〉（）()、，,:：—–-]/gu, '');

const WRAPPED = /^.{0,30}?关于(?:印发|公布|发布|下达|转发|印送)(.+)的(?:通知|函|决定|公告|通告|批复)$/u;
const SHORTEST_TITLE = 8;

/** What a title may be cited as: the whole, without its issuer, and what it issues. */
function formsOf(title: string): string[] {
  const whole = foldTitle(title);
  const from = whole.indexOf('关于');
  const inner = WRAPPED.exec(whole)?.[1];
  return [...new Set([whole, ...(from > 0 ? [whole.slice(from)] : []), ...(inner === undefined ? [] : [inner])])].filter(
    (form) => form.length >= SHORTEST_TITLE,
  );
}

/** Finds the document that a citation means, where the store has it and no other that it could be. */
export class Library {
  private readonly byNumber = new Map<string, Citable[]>();
  private readonly byTitle = new Map<string, Citable[]>();

  constructor(notices: Iterable<Citable>) {
    for (const notice of notices) {
      if (notice.documentNumber !== null) push(this.byNumber, foldNumber(notice.documentNumber), notice);
      for (const form of notice.title === null ? [] : formsOf(notice.title)) push(this.byTitle, form, notice);
    }
  }

  find(cited: Cited): { by: 'number' | 'title'; notice: Citable } | null {
    const number = cited.documentNumber === null ? null : foldNumber(cited.documentNumber);
    const [same, ...others] = number === null ? [] : (this.byNumber.get(number) ?? []);
    if (same) return others.length > 0 || same.id === cited.noticeId ? null : { by: 'number', notice: same };
    const title = cited.title === null ? '' : foldTitle(cited.title);
    // one that bears another number is another document
    const titled = (this.byTitle.get(title) ?? []).filter((n) => number === null || n.documentNumber === null);
    const [only, ...more] = titled.filter((n) => n.id !== cited.noticeId);
    return only && more.length === 0 && titled.length === 1 ? { by: 'title', notice: only } : null;
  }
}

function push(map: Map<string, Citable[]>, key: string, notice: Citable): void {
  const known = map.get(key);
  if (known) known.push(notice);
  else map.set(key, [notice]);
}

/** Every pair of a notice and one that it cites, once, in an order of its own; a citation by number goes before one by title. */
export function citationsFound(citations: Iterable<Cited>, library: Library): CitationFound[] {
  const pairs = new Map<string, CitationFound>();
  for (const citing of citations) {
    const found = library.find(citing);
    if (!found) continue;
    const id = `cit-${digest(citing.noticeId, found.notice.id)}`;
    const made: CitationFound = { id, by: found.by, citing, cited: found.notice };
    const known = pairs.get(id);
    if (!known || rank(made) < rank(known)) pairs.set(id, made);
  }
  return [...pairs.values()].toSorted((a, b) => compare(a.id, b.id));
}

const rank = ({ by, citing }: CitationFound): string => JSON.stringify([by, citing.documentNumber ?? '~', citing.title ?? '~']);

/** Does the title cited name the document found: one holds the other, or what the other issues? */
export function sameTitle(cited: string, title: string): boolean {
  const [a, b] = [formsOf(cited), formsOf(title)];
  return a.length === 0 || b.length === 0 || a.some((x) => b.some((y) => x.includes(y) || y.includes(x)));
}
