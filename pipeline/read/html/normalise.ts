import { Styles, declared, hides } from './styles.js';
import { attribute, childElements, isText, type Element } from './tree.js';

/** Sheets that hide more of a page than this share of its text hide what a script shows again. */
const MOST_HIDDEN = 0.5;

/** What elements set as tables by CSS 2.1 (17.2.1) or by their role (WAI-ARIA 1.2) stand for. */
const BY_DISPLAY: Record<string, string> = {
  table: 'table',
  'inline-table': 'table',
  'table-row': 'tr',
  'table-row-group': 'tbody',
  'table-header-group': 'thead',
  'table-footer-group': 'tfoot',
  'table-cell': 'td',
  'table-caption': 'caption',
};
const BY_ROLE: Record<string, string> = {
  table: 'table',
  grid: 'table',
  row: 'tr',
  rowgroup: 'tbody',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
};

/**
 * Brings a page's tree into the form that the writer knows: what its sheets hide is marked hidden, and elements set as
 * tables become tables.
 */
export function normalise(root: Element, body: Element): void {
  const styles = new Styles(root);
  const hidden: Element[] = [];
  const visit = (element: Element): void => {
    const style = styles.of(element);
    if (hides(style)) hidden.push(element);
    const own = BY_ROLE[attribute(element, 'role').toLowerCase()] ?? BY_DISPLAY[declared(style, 'display')];
    if (own !== undefined && /^(div|span|ul|ol|li|dl|dt|dd|section|p|a)$/.test(element.tagName)) rename(element, own);
    childElements(element).forEach(visit);
  };
  visit(body);
  const bySheet = hidden.filter((element) => !hides(attribute(element, 'style')));
  const all = lengthOf(body);
  const ignored = bySheet.reduce((sum, element) => sum + lengthOf(element), 0) > MOST_HIDDEN * all;
  for (const element of hidden) {
    if (!ignored || !bySheet.includes(element)) element.attrs.push({ name: 'hidden', value: '' });
  }
}

function rename(element: Element, tagName: string): void {
  element.tagName = tagName;
  element.nodeName = tagName;
}

const NO_TEXT = /^(script|style|noscript|template)$/;

function lengthOf(element: Element): number {
  if (NO_TEXT.test(element.tagName)) return 0;
  return element.childNodes.reduce((sum, node) => {
    if (isText(node)) return sum + node.value.replace(/\s/g, '').length;
    return 'tagName' in node ? sum + lengthOf(node) : sum;
  }, 0);
}
