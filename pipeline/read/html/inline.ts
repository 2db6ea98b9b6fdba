import { isElement, isText, type Node } from './tree.js';
import { isBlock, isShown } from './visible.js';

/** A line as the page shows it. */
export interface ShownLine {
  text: string;
  indented: boolean;
  /** How many of its characters are links, but for links to files. */
  linked: number;
}

const WIDE = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u3001-\\u303F“”‘’…—';
/** A line break of the source between Chinese characters is no blank. */
const BREAK_IN_CHINESE = new RegExp(`(?<=[${WIDE}])[ \\t\\r\\f]*\\n[ \\t\\r\\n\\f]*(?=[${WIDE}])`, 'gu');
const INDENT = /^(?:[ \t\r\n\f]*[\u3000\u00A0\u2003]){2,}|^[ \t\r\n\f]*\u3000/;
const FILE_LINK = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z|txt|pptx?|jpe?g|png)(?:$|[?#])/i;

/** Gathers inline text into lines; block elements and `<br>` end them. */
export class LineGatherer {
  private raw = '';
  private links = 0;

  constructor(private readonly emit: (line: ShownLine) => void) {}

  /** Takes in inline nodes. */
  add(node: Node, link = false, verbatim = false): void {
    if (isText(node)) {
      this.raw += verbatim ? node.value.replace(/\n/g, '\v') : node.value;
      if (link) this.links += node.value.replace(/\s/g, '').length;
      if (this.raw.includes('\v')) this.splitVerbatim();
    } else if (isElement(node) && isShown(node)) {
      if (node.tagName === 'br') this.end();
      else if (!isBlock(node)) {
        const href = node.tagName === 'a' ? (node.attrs.find((attr) => attr.name === 'href')?.value ?? '') : '';
        const inLink = link || (href !== '' && !FILE_LINK.test(href));
        for (const child of node.childNodes) this.add(child, inLink, verbatim);
      }
    }
  }

  end(): void {
    const text = shownText(this.raw);
    if (text !== '') this.emit({ text, indented: INDENT.test(this.raw), linked: this.links });
    this.raw = '';
    this.links = 0;
  }

  private splitVerbatim(): void {
    const lines = this.raw.split('\v');
    for (const line of lines.slice(0, -1)) {
      this.raw = line;
      this.end();
    }
    this.raw = lines.at(-1) ?? '';
  }
}

/** White space as a browser shows it: runs are one blank, none at the ends. */
function shownText(raw: string): string {
  return raw
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(BREAK_IN_CHINESE, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F]/g, ' ')
    .trim();
}
