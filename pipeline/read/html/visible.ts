import { hides } from './styles.js';
import { attribute, isElement, type Element, type Node } from './tree.js';

/** Elements that hold no text of the page, or its chrome by their meaning (HTML Standard, 4.3). */
const LEFT_OUT = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'title', 'link', 'meta', 'base'],
  ...['iframe', 'frame', 'object', 'embed', 'applet', 'canvas', 'audio', 'video', 'map', 'dialog', 'menu', 'marquee'],
  ...['input', 'select', 'option', 'textarea', 'button', 'datalist', 'rt', 'rp', 'del', 's', 'strike'],
  ...['nav', 'footer', 'aside', 'search'],
]);
const CHROME_ROLES = /^(navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|alert)$/i;

/** Elements that begin a line of their own. */
const BLOCKS = new Set([
  ...['address', 'article', 'blockquote', 'body', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption'],
  ...['figure', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'ol', 'p', 'pre'],
  ...['section', 'summary', 'table', 'caption', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'ul'],
]);

/** False for what a reader of the page does not see, and for elements that are no text by what they mean. */
export function isShown(element: Element): boolean {
  const { tagName } = element;
  if (LEFT_OUT.has(tagName) || CHROME_ROLES.test(attribute(element, 'role'))) return false;
  // A page's own header is chrome; a header within an article holds its title.
  if (tagName === 'header' && !isWithinArticle(element)) return holdsHeadline(element);
  if (element.attrs.some((attr) => attr.name === 'hidden')) return false;
  return attribute(element, 'aria-hidden') !== 'true' && !hides(attribute(element, 'style'));
}

function isWithinArticle(element: Element): boolean {
  for (let up = element.parentNode; up !== null && isElement(up); up = up.parentNode)
    if (up.tagName === 'article' || up.tagName === 'main' || up.tagName === 'section') return true;
  return false;
}

function holdsHeadline(header: Element): boolean {
  return header.childNodes.some((node) => isElement(node) && /^h[12]$/.test(node.tagName)) && !holds(header, 'nav');
}

function holds(element: Element, tagName: string): boolean {
  return element.childNodes.some((node) => isElement(node) && (node.tagName === tagName || holds(node, tagName)));
}

const around = new WeakMap<Element, boolean>();

/** True for an element that begins a line of its own, or that has such a one within: portals wrap articles in tags of their own. */
export function isBlock(node: Node): boolean {
  if (!isElement(node)) return false;
  const known = around.get(node);
  if (known !== undefined) return known;
  const found = BLOCKS.has(node.tagName) || node.childNodes.some(isBlock);
  around.set(node, found);
  return found;
}
