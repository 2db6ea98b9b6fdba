import type { LinkedFile } from '../../../schemas/index.js';
import { isPictureLink, linkedFile } from './files.js';
import { attribute, isElement, isText, type Element, type Node } from './tree.js';
import { isBlock, isShown } from './visible.js';

/** A line as the page shows it. */
export interface ShownLine {
  text: string;
  indented: boolean;
  /** How many of its characters are links, but for links to files. */
  linked: number;
  /** The files that it links. */
  files: LinkedFile[];
}

const WIDE = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u3001-\\u303F“”‘’…—';
/** A line break of the source between Chinese characters is no blank. */
const BREAK_IN_CHINESE = new RegExp(`(?<=[${WIDE}])[ \\t\\r\\f]*\\n[ \\t\\r\\n\\f]*(?=[${WIDE}])`, 'gu');
const INDENT = /^(?:[ \t\r\n\f]*[\u3000\u00A0\u2003]){2,}|^[ \t\r\n\f]*\u3000/;
/** What Word writes for browsers that make no list numbers of their own: the number as Word shows it. */
const LIST_MARK = /mso-list:\s*ignore/i;

/** Where a node stands: inside a link to another page, and in text whose line breaks count. */
interface Inside {
  link: boolean;
  verbatim: boolean;
}

/** Gathers inline text into lines; block elements and `<br>` end them. */
export class LineGatherer {
  private parts: string[] = [];
  private links = 0;
  private files: LinkedFile[] = [];

  constructor(private readonly emit: (line: ShownLine) => void) {}

  /** Takes in inline nodes. */
  add(node: Node, verbatim = false): void {
    this.take(node, { link: false, verbatim });
  }

  end(): void {
    const raw = this.parts.join('');
    const text = shownText(raw);
    if (text !== '') this.emit({ text, indented: INDENT.test(raw), linked: this.links, files: this.files });
    this.parts = [];
    this.links = 0;
    this.files = [];
  }

  private take(node: Node, inside: Inside): void {
    if (isText(node)) this.words(node.value, inside);
    else if (!isElement(node) || !isShown(node)) return;
    else if (node.tagName === 'br') this.end();
    else if (!isBlock(node)) this.element(node, inside);
  }

  private element(element: Element, inside: Inside): void {
    const style = attribute(element, 'style');
    if (LIST_MARK.test(style)) {
      this.parts.push(textOf(element).trim());
      return;
    }
    const file = element.tagName === 'a' ? linkedFile(element) : null;
    if (file !== null) this.files.push(file);
    const isLink = element.tagName === 'a' && attribute(element, 'href') !== '' && file === null && !isPictureLink(element);
    const verbatim = inside.verbatim || isVerbatim(element);
    for (const child of element.childNodes) this.take(child, { link: inside.link || isLink, verbatim });
  }

  private words(value: string, { link, verbatim }: Inside): void {
    if (link) this.links += value.replace(/\s/g, '').length;
    const lines = verbatim ? value.split(/\r\n|[\n\r]/) : [value];
    lines.forEach((line, index) => {
      if (index > 0) this.end();
      this.parts.push(line);
    });
  }
}

/** True for an element whose line breaks count (CSS Text 3, 4.1.1). */
export function isVerbatim(element: Element): boolean {
  return (
    element.tagName === 'pre' ||
    element.tagName === 'plaintext' ||
    /white-space\s*:\s*(?:pre|break)/i.test(attribute(element, 'style'))
  );
}

const textOf = (node: Node): string => (isText(node) ? node.value : isElement(node) ? node.childNodes.map(textOf).join('') : '');

/** White space as a browser shows it: runs are one blank, none at the ends. */
function shownText(raw: string): string {
  return raw
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(BREAK_IN_CHINESE, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F]/g, ' ')
    .trim();
}
