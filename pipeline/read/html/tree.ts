import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { BOUNDS, tooLarge } from '../bounds.js';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** A parsed page. */
export interface Page {
  root: Element;
  body: Element;
}

/** Parses a page as browsers do; one that is nested too deep or holds too many elements is refused. */
export function pageOf(page: string): Page | null {
  let depth = 0;
  let elements = 0;
  const document = parse(page, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1;
        elements += 1;
        if (depth > BOUNDS.htmlDepth) throw tooLarge('htmlDepth');
        if (elements > BOUNDS.xmlElements) throw tooLarge('xmlElements');
      },
      onItemPop: () => (depth -= 1),
    },
  });
  const root = document.childNodes.find(isElement);
  const body = root === undefined ? undefined : childElements(root).find((child) => child.tagName === 'body');
  return root === undefined || body === undefined ? null : { root, body };
}

export function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return 'tagName' in node && node.namespaceURI === html.NS.HTML;
}

export function isText(node: DefaultTreeAdapterTypes.Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function childElements(element: Element): Element[] {
  return element.childNodes.filter(isElement);
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}
