import { attribute, childElements, isText, type Element, type Node } from './tree.js';

/** Pictures of a page's furniture: icons, counters, codes to scan. */
const FURNITURE = /(?:icon|ico[_.-]|logo|qr|ewm|erweima|btn|button|arrow|spacer|blank|dot|line|share|print|fileType|\.gif)/i;
/** A picture smaller than this, in pixels, holds no text. */
const SMALL = 80;

/** How many pictures in the article may hold text of the notice: scans and tables saved as pictures. */
export function picturesIn(element: Element): number {
  const own = element.tagName === 'img' && isContent(element) ? 1 : 0;
  return childElements(element).reduce((sum, child) => sum + picturesIn(child), own);
}

function isContent(picture: Element): boolean {
  const source = attribute(picture, 'src') || attribute(picture, 'data-src');
  if (source === '' || FURNITURE.test(source.startsWith('data:') ? source.slice(0, 40) : source)) return false;
  return [attribute(picture, 'width'), attribute(picture, 'height')].every(
    (size) => !/^\d+/.test(size) || Number.parseInt(size, 10) >= SMALL,
  );
}

/** True where the page has a link to a next page of the same article. */
export function goesOnElsewhere(element: Element): boolean {
  if (element.tagName === 'a') {
    const href = attribute(element, 'href').trim();
    return /^\s*(?:下一?页|后一页)\s*(?:[>»›]+\s*)?$/.test(wordsOf(element)) && href !== '' && !/^(?:#|javascript:)/i.test(href);
  }
  return childElements(element).some(goesOnElsewhere);
}

function wordsOf(node: Node): string {
  if (isText(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

/** Words of the article that are struck out: they are no text of it. */
export function struckIn(element: Element): string[] {
  if (/^(?:s|strike|del)$/.test(element.tagName)) {
    const words = wordsOf(element).replace(/\s+/g, ' ').trim();
    return words === '' ? [] : [words];
  }
  return childElements(element).flatMap(struckIn);
}
