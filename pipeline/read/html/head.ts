import { isTitle } from './chrome.js';
import { attribute, childElements, isText, type Element } from './tree.js';

/** Names of `meta` elements that give the article's title: 政府网站发展指引 (annex), 博达, Open Graph. */
const TITLE_NAMES = ['articletitle', 'pagetitle', 'og:title', 'title'];

/** The article's title as the head of the page gives it; null where it gives none. */
export function titleInHead(root: Element): string | null {
  const metas = elementsIn(root, 'meta');
  for (const name of TITLE_NAMES) {
    const found = metas.find((meta) =>
      [attribute(meta, 'name'), attribute(meta, 'property')].some((n) => n.toLowerCase() === name),
    );
    const content = found === undefined ? '' : withoutTags(attribute(found, 'content'));
    if (content.length >= 4) return content;
  }
  return ofTitleElement(root);
}

/** The part of the `title` element that is a notice's title; the site's name stands in front of it or behind. */
function ofTitleElement(root: Element): string | null {
  const [title] = elementsIn(root, 'title');
  const words = title?.childNodes.map((node) => (isText(node) ? node.value : '')).join('') ?? '';
  const parts = words.split(/[_|｜]|(?<!\s)\s*[-–—]{1,2}\s*(?![\d\s])|-{2,}/).map((part) => part.trim());
  return parts.find((part) => part.length >= 8 && isTitle(part)) ?? null;
}

const withoutTags = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function elementsIn(element: Element, tagName: string): Element[] {
  return element.tagName === tagName ? [element] : childElements(element).flatMap((child) => elementsIn(child, tagName));
}
