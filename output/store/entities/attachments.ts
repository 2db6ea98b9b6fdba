import { posix } from 'node:path';
import { compare, digest } from './identity.js';

/** A link of a page to a file, with the page's own path. */
export interface PageLink {
  pagePath: string;
  title: string;
  href: string;
  /** path of the input that lay beside the page when it was read; null where none did */
  path: string | null;
}

/** A link with the path of the input that it leads to. */
export interface LinkFound extends PageLink {
  found: string;
}

export interface NoticePair {
  id: string;
  noticeId: string;
  attachmentId: string;
  path: string;
  link: PageLink;
}

const PAGE = /\.(?:html?|shtml|xhtml|mht|mhtml|md|markdown)$/i;

/** All paths of the store, to be asked for a file's input, or for those that an archive holds. */
export class Inputs {
  private readonly byName = new Map<string, string>();
  private readonly inArchive = new Map<string, string[]>();

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      this.byName.set(path.normalize('NFC'), path);
      for (const { 0: ending, index } of path.matchAll(/\.zip(?=\/)/gi))
        push(this.inArchive, path.slice(0, index + ending.length).normalize('NFC'), path);
    }
  }

  /** The inputs that a page's link leads to: where it leads, else the file of its name beside the page. */
  find(link: PageLink): string[] {
    for (const place of placesOf(link)) {
      const path = this.byName.get(place);
      if (path !== undefined && path !== link.pagePath) return [path];
      const members = this.inArchive.get(place);
      if (members) return members;
    }
    return [];
  }
}

function push(map: Map<string, string[]>, key: string, path: string): void {
  const known = map.get(key);
  if (known) known.push(path);
  else map.set(key, [path]);
}

/** Where the file of a link may be, likeliest first: as when it was read, where it leads, under its name or the words of the link. */
function placesOf({ pagePath, title, href, path }: PageLink): string[] {
  const folder = posix.dirname(pagePath);
  const stem = posix.basename(pagePath).replace(PAGE, '');
  const target = decoded(href.split(/[?#]/)[0] ?? '');
  const relative = /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(target) || target === '' ? [] : [posix.join(folder, target)];
  const names = [posix.basename(target), title].filter((name) => name !== '' && !name.includes('/'));
  // the folders in which browsers put what belongs to a page
  const beside = [folder, posix.join(folder, `${stem}_files`), posix.join(folder, `${stem}.files`)];
  const named = names.flatMap((name) => beside.map((at) => posix.join(at, name)));
  return [...(path === null ? [] : [path]), ...relative, ...named].map((place) => place.normalize('NFC'));
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/**
 * Each notice of a page with each one that was read from a file that the page offers, once, in the order of ids.
 * `noticesAt` gives the ids of the notices of an input.
 */
export function attachmentsFound(links: readonly LinkFound[], noticesAt: ReadonlyMap<string, readonly string[]>): NoticePair[] {
  const pairs = new Map<string, NoticePair>();
  for (const link of links)
    for (const noticeId of noticesAt.get(link.pagePath) ?? [])
      for (const attachmentId of noticesAt.get(link.found) ?? []) {
        const id = `att-${digest(noticeId, attachmentId)}`;
        if (!pairs.has(id)) pairs.set(id, { id, noticeId, attachmentId, path: link.found, link });
      }
  return [...pairs.values()].toSorted((a, b) => compare(a.id, b.id));
}
