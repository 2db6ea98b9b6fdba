import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Located } from './paths.js';

/** Files that may hold a notice or its annexes. */
const DOCUMENT = /\.(?:pdf|docx?|wps|xlsx?|et|csv|ofd|zip|txt|md)$/i;
const PAGE = /\.(?:html?|shtml|xhtml)$/i;
/** A page is looked through up to this size, and a folder up to so many files. */
const LARGEST_PAGE = 20 * 1024 * 1024;
const MOST_FILES = 500;

/** True for a saved web page, by its ending. */
export const isPage = (name: string): boolean => PAGE.test(name);

/** The folders in which browsers put what belongs to a page: `通知_files` (Chromium, Firefox), `通知.files` (Internet Explorer). */
export function foldersOf(page: string): string[] {
  const stem = basename(page).replace(PAGE, '');
  return [`${stem}_files`, `${stem}.files`];
}

/**
 * The files that a page links and that lie beside it: where a relative link leads, or under the same name in the page's
 * folder or the one that the browser saved with it. Never one outside the folder that was named, by `..` or by a link of
 * the file system. A page that cannot be read has none; it is refused when its turn comes.
 */
export async function linkedBeside(page: Located): Promise<Located[]> {
  const text = await textOf(page.absolute);
  if (text === null) return [];
  const hrefs = addressesIn(text);
  const names = new Set(hrefs.map((href) => basename(href).normalize('NFC')));
  const found = new Set<string>();
  const folder = dirname(page.absolute);
  for (const href of hrefs) if (DOCUMENT.test(href) && !/^(?:[a-z]+:|\/)/i.test(href)) found.add(resolve(folder, href));
  for (const beside of [folder, ...foldersOf(page.absolute).map((name) => join(folder, name))]) {
    for (const name of await namesIn(beside)) {
      const plain = name.normalize('NFC');
      if (names.has(plain) || text.includes(plain)) found.add(join(beside, name));
    }
  }
  const files: Located[] = [];
  for (const absolute of [...found].sort())
    if (absolute !== page.absolute && (await isInside(absolute, page.root))) files.push(besideOf(page, absolute));
  return files;
}

const besideOf = (page: Located, absolute: string): Located => ({
  absolute,
  root: page.root,
  shown: join(dirname(page.shown), relative(dirname(page.absolute), absolute)),
});

async function textOf(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > LARGEST_PAGE) return null;
    const bytes = await readFile(path);
    const utf8 = new TextDecoder('utf-8').decode(bytes);
    // names in a page of another encoding: nearly all such pages are in GBK
    return utf8.includes('\uFFFD') ? new TextDecoder('gb18030').decode(bytes) : utf8;
  } catch {
    return null;
  }
}

/** The addresses of a page's links, decoded, without their parameters. */
function addressesIn(text: string): string[] {
  const all = [...text.matchAll(/(?:href|src|data)\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})'|([^\s"'<>]{1,2000}))/gi)];
  return all.map(([, double, single, bare]) =>
    decoded(((double ?? single ?? bare ?? '').split(/[?#]/)[0] ?? '').replaceAll('&amp;', '&')),
  );
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => DOCUMENT.test(name)).slice(0, MOST_FILES);
}

async function isInside(path: string, root: string): Promise<boolean> {
  try {
    const [real, around] = [await realpath(path), await realpath(root)];
    const inside = relative(around, real);
    return (await stat(real)).isFile() && inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(around, inside) === real;
  } catch {
    return false;
  }
}
