import type { LinkedFile } from '../../../schemas/index.js';
import { attribute, childElements, isText, type Element, type Node } from './tree.js';

/** Endings of files that may hold a notice or its annexes. */
const DOCUMENT = /\.(?:pdf|docx?|wps|xlsx?|et|csv|ofd|zip|rar|7z|txt|rtf|pptx?|ceb|ceba)\s*(?:$|[?#&]|[（(】\])])/i;
const DOCUMENT_NAME = /\.(?:pdf|docx?|wps|xlsx?|et|csv|ofd|zip|rar|7z|rtf|pptx?|ceb)$/i;
const PICTURE = /\.(?:jpe?g|png|gif|bmp|tiff?)(?:$|[?#])/i;
/** Handlers of content systems that give out a file: 博达 download.jsp, 大汉 downfile.jsp, UCAP DownloadAttachUrl. */
const HANDLER =
  /(?:down(?:load)?(?:file|attach\w*)?\.(?:jsp|aspx?|do|action|php)|DownloadAttachUrl|\/download(?:File|Attach)?[/?]|attachid=|fileid=)/i;

/** A link to a file that the page offers; null for any other link. `javascript:` links name their file in the handler. */
export function linkedFile(link: Element): LinkedFile | null {
  const title = wordsOf(link).replace(/\s+/g, ' ').trim();
  const named = attribute(link, 'download');
  const href = hrefOf(link);
  return href === '' ? null : fileAt(href, title === '' ? named : title, named);
}

/** The file at an address, by its ending, by the handler that gives it out, or by the words of the link; else null. */
export function fileAt(href: string, title: string, named = ''): LinkedFile | null {
  const isFile = DOCUMENT.test(href) || HANDLER.test(href) || DOCUMENT_NAME.test(title) || DOCUMENT_NAME.test(named);
  return isFile ? { title: title === '' ? nameIn(href) : title, href, path: null } : null;
}

/** True for a link to a picture: no other page. */
export const isPictureLink = (link: Element): boolean => PICTURE.test(attribute(link, 'href'));

function hrefOf(link: Element): string {
  const href = attribute(link, 'href').trim();
  if (href !== '' && href !== '#' && !/^javascript:/i.test(href)) return href;
  const handler = `${href} ${attribute(link, 'onclick')}`;
  for (const [, quoted = ''] of handler.matchAll(/['"]([^'"]{3,500})['"]/g)) {
    if (DOCUMENT.test(quoted) || HANDLER.test(quoted)) return quoted;
  }
  return '';
}

/** Files shown in the page itself (`embed`, `iframe`, `object`): a page that holds nothing else is common. */
export function shownFiles(element: Element): LinkedFile[] {
  const own = /^(embed|iframe|object)$/.test(element.tagName) ? attribute(element, 'src') || attribute(element, 'data') : '';
  // viewers take the file as a parameter: viewer.html?file=/files/1.pdf
  const file = /[?&]file=([^&#]+)/.exec(own)?.[1] ?? own;
  const found = DOCUMENT.test(file) ? [{ title: nameIn(file), href: file, path: null }] : [];
  return [...found, ...childElements(element).flatMap(shownFiles)];
}

/** Each address once, with the words of a link where there is one. */
export function eachOnce(files: readonly LinkedFile[]): LinkedFile[] {
  const byHref = new Map<string, LinkedFile>();
  for (const file of files) {
    const known = byHref.get(file.href);
    if (known === undefined || known.title === nameIn(known.href)) byHref.set(file.href, file);
  }
  return [...byHref.values()];
}

/** The name of the file at an address, decoded. */
export function nameIn(href: string): string {
  const path = href.split(/[?#]/)[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function wordsOf(node: Node): string {
  if (isText(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}
