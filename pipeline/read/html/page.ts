import type { Block } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { LineGatherer, type ShownLine } from './inline.js';
import { dataTable, gridOf, isLayout } from './tables.js';
import { attribute, childElements, isElement, type Element } from './tree.js';
import { isBlock, isShown } from './visible.js';

/** A block of the page, where it stands to the article, and how much of it is links. */
export interface PageBlock {
  block: Block;
  place: 'before' | 'article' | 'after';
  linked: number;
}

/** Turns a page into blocks: paragraphs, headings and tables in their order. */
export class PageWriter {
  readonly blocks: PageBlock[] = [];
  private place: PageBlock['place'] = 'before';
  private blank = false;
  private lead = '';

  constructor(private readonly article: Element) {}

  write(element: Element): void {
    const isArticle = element === this.article;
    if (isArticle) this.place = 'article';
    if (element.tagName === 'table') this.table(element);
    else if (/^h[1-6]$/.test(element.tagName)) this.heading(element);
    else this.flow(element);
    if (isArticle) this.place = 'after';
  }

  private flow(element: Element): void {
    const verbatim = element.tagName === 'pre';
    const gatherer = new LineGatherer((line) => {
      this.paragraph(line);
    });
    if (element.tagName === 'p' || element.tagName === 'hr') this.blank = true;
    let number = startOf(element);
    for (const node of element.childNodes) {
      if (!isBlock(node)) {
        gatherer.add(node, false, verbatim);
        continue;
      }
      gatherer.end();
      if (!isElement(node) || !isShown(node)) continue;
      if (node.tagName === 'li' && element.tagName === 'ol') this.lead = `${number++}.`;
      this.write(node);
    }
    gatherer.end();
    if (element.tagName === 'p') this.blank = true;
  }

  private paragraph({ text, indented, linked }: ShownLine): void {
    const numbered = this.lead !== '' && !/^(?:[\d０-９]+|[（(]?[一二三四五六七八九十]+[）)]?)[、.．)）]/.test(text);
    this.push(textBlock('paragraph', numbered ? this.lead + text : text, { indented, blankBefore: this.blank }), linked);
    this.lead = '';
    this.blank = false;
  }

  /** A heading stands in one block, however its lines are broken. */
  private heading(element: Element): void {
    if (childElements(element).some(isBlock)) {
      this.flow(element);
      return;
    }
    const lines: ShownLine[] = [];
    gather(element, (line) => lines.push(line));
    const text = lines.map((line) => line.text).join('');
    const linked = lines.reduce((sum, line) => sum + line.linked, 0);
    if (text === '') return;
    this.push(textBlock('heading', text, { level: Number(element.tagName.slice(1)), blankBefore: true }), linked);
    this.blank = true;
  }

  private table(table: Element): void {
    const cached = new Map<Element, readonly string[]>();
    const lines = (element: Element): readonly string[] => {
      const known = cached.get(element) ?? linesIn(element);
      cached.set(element, known);
      return known;
    };
    const spots = gridOf(table);
    for (const caption of childElements(table)) if (caption.tagName === 'caption' && isShown(caption)) this.write(caption);
    if (holdsArticle(table, this.article) || isLayout(table, spots, lines)) {
      for (const { element } of spots) this.write(element);
    } else {
      const linked = spots.reduce((sum, { element }) => sum + linkedIn(element), 0);
      this.push(dataTable(spots, lines), linked);
    }
  }

  private push(block: Block, linked: number): void {
    this.blocks.push({ block, place: this.place, linked });
  }
}

function startOf(element: Element): number {
  const start = attribute(element, 'start');
  return /^\d{1,6}$/.test(start) ? Number(start) : 1;
}

function holdsArticle(element: Element, article: Element): boolean {
  for (let up: Element['parentNode'] = article; up !== null && isElement(up); up = up.parentNode) if (up === element) return true;
  return false;
}

function gather(element: Element, emit: (line: ShownLine) => void): void {
  const gatherer = new LineGatherer(emit);
  const verbatim = element.tagName === 'pre';
  for (const node of element.childNodes) {
    if (!isBlock(node)) gatherer.add(node, false, verbatim);
    else {
      gatherer.end();
      if (isElement(node) && isShown(node)) gather(node, emit);
    }
  }
  gatherer.end();
}

/** The lines of a table's cell. */
function linesIn(element: Element): string[] {
  const lines: string[] = [];
  gather(element, ({ text }) => lines.push(text));
  return lines;
}

function linkedIn(element: Element): number {
  let linked = 0;
  gather(element, (line) => (linked += line.linked));
  return linked;
}
