import { attribute, childElements, isText, type Element } from './tree.js';

/** What a page's own style sheets say of elements by one class or one id: `.tip { display: none }`. */
export class Styles {
  private readonly rules = new Map<string, string>();

  /** Reads the `style` elements under `root`. Rules for other media, and selectors of several parts, are passed over. */
  constructor(root: Element) {
    for (const sheet of sheetsIn(root)) this.take(sheet);
  }

  /** The declarations that hold for an element: those of the sheets, then its own, which win (CSS Style Attributes). */
  of(element: Element): string {
    const own = attribute(element, 'style');
    if (this.rules.size === 0) return own;
    const names = [...classesOf(element).map((name) => `.${name}`), `#${attribute(element, 'id')}`];
    const fromSheets = names.flatMap((name) => this.rules.get(name) ?? []);
    return [...fromSheets, own].join(';');
  }

  private take(sheet: string): void {
    for (const [, selectors = '', body = ''] of withoutMedia(sheet).matchAll(/(?<![^{}])([^{}]+)\{([^{}]*)\}/g)) {
      if (!/display|visibility/i.test(body)) continue;
      for (const selector of selectors.split(',')) {
        const name = /^[a-z]*([.#][\w-]+)$/i.exec(selector.trim())?.[1];
        if (name !== undefined) this.rules.set(name, `${this.rules.get(name) ?? ''};${body}`);
      }
    }
  }
}

export const classesOf = (element: Element): string[] =>
  attribute(element, 'class')
    .split(/\s+/)
    .filter((name) => name !== '');

/** The value that holds for a property of some declarations: the last one. */
export function declared(style: string, property: string): string {
  const values = [...style.matchAll(/(?:^|[;\s])([\w-]+)\s*:\s*([^;]*)/g)].filter((m) => m[1]?.toLowerCase() === property);
  return (values.at(-1)?.[2] ?? '')
    .replace(/!important/i, '')
    .trim()
    .toLowerCase();
}

/** True for declarations by which a browser shows nothing; Word hides with a property of its own. */
export function hides(style: string): boolean {
  if (style === '') return false;
  return (
    declared(style, 'display') === 'none' ||
    /^(hidden|collapse)$/.test(declared(style, 'visibility')) ||
    /^0+(\.0+)?(px|pt|em|rem|%)?$/.test(declared(style, 'font-size')) ||
    declared(style, 'mso-hide') === 'all'
  );
}

function sheetsIn(element: Element): string[] {
  if (element.tagName === 'style' && !/print/i.test(attribute(element, 'media')))
    return [element.childNodes.map((node) => (isText(node) ? node.value : '')).join('')];
  return childElements(element).flatMap(sheetsIn);
}

/** A sheet without comments and without its blocks for media and other conditions (`@media print { … }`). */
function withoutMedia(sheet: string): string {
  let kept = '';
  let depth = 0;
  let skip = 0;
  let from = 0;
  const text = sheet.replace(/<!--|-->/g, '').replace(/\/\*[^]*?(?:\*\/|$)/g, '');
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      depth += 1;
      if (skip === 0 && text.slice(from, at).trimStart().startsWith('@')) skip = depth;
    } else if (text[at] === '}') {
      if (depth === skip || skip === 0) {
        if (skip === 0) kept += text.slice(from, at + 1);
        skip = 0;
        from = at + 1;
      }
      depth = Math.max(0, depth - 1);
    }
  }
  return kept;
}
