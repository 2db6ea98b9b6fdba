import type { Block, LinkedFile } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { LineGatherer, isVerbatim, type ShownLine } from './inline.js';
import { ListNumbers } from './lists.js';
import { openNested } from './nested.js';
import { dataTable, gridOf, isLayout, type Lines } from './tables.js';
import { childElements, isElement, type Element } from './tree.js';
import { isBlock, isShown } from './visible.js';

/** A block of the page, where it stands to the article, and how much of it is links. */
export interface PageBlock {
  block: Block;
  place: 'before' | 'article' | 'after';
  linked: number;
  /** the files that it links */
  files: LinkedFile[];
}

/** Turns a page into blocks: paragraphs, headings and tables in their order. */
export class PageWriter {
  readonly blocks: PageBlock[] = [];
  private place: PageBlock['place'] = 'before';
  private blank = false;
  private lead = '';
  private readonly around = new Set<Element>();

  constructor(private readonly article: Element) {
    for (let up: Element['parentNode'] = article; up !== null && isElement(up); up = up.parentNode) this.around.add(up);
  }

  write(element: Element, verbatim = false): void {
    const isArticle = element === this.article;
    if (isArticle) this.place = 'article';
    if (element.tagName === 'table') this.table(element);
    else if (/^h[1-6]$/.test(element.tagName)) this.heading(element);
    else this.flow(element, verbatim || isVerbatim(element));
    if (isArticle) this.place = 'after';
  }

  private flow(element: Element, verbatim: boolean): void {
    const gatherer = new LineGatherer((line) => {
      this.paragraph(line);
    });
    if (element.tagName === 'p' || element.tagName === 'hr') this.blank = true;
    const numbers = element.tagName === 'ol' ? new ListNumbers(element) : null;
    for (const node of element.childNodes) {
      if (!isBlock(node)) {
        gatherer.add(node, verbatim);
        continue;
      }
      gatherer.end();
      if (!isElement(node) || !isShown(node)) continue;
      if (node.tagName === 'li') this.lead = numbers?.take(node) ?? '';
      this.write(node, verbatim);
    }
    gatherer.end();
    if (element.tagName === 'p') this.blank = true;
  }

  private paragraph(line: ShownLine): void {
    const { text, indented } = line;
    const numbered = this.lead !== '' && !/^(?:[\d０-９]+|[（(]?[一二三四五六七八九十]+[）)]?)[、.．)）]/.test(text);
    this.push(textBlock('paragraph', numbered ? this.lead + text : text, { indented, blankBefore: this.blank }), line);
    this.lead = '';
    this.blank = false;
  }

  /** A heading stands in one block, however its lines are broken. */
  private heading(element: Element): void {
    if (childElements(element).some(isBlock)) {
      this.flow(element, false);
      return;
    }
    const lines: ShownLine[] = [];
    gather(element, false, (line) => lines.push(line));
    const text = lines.map((line) => line.text).join('');
    if (text === '') return;
    this.push(textBlock('heading', text, { level: Number(element.tagName.slice(1)), blankBefore: true }), sumOf(lines));
    this.blank = true;
  }

  private table(table: Element): void {
    const cached = new Map<Element, readonly ShownLine[]>();
    const shown = (element: Element): readonly ShownLine[] => {
      const known = cached.get(element) ?? shownIn(element);
      cached.set(element, known);
      return known;
    };
    const lines: Lines = (element) => shown(element).map((line) => line.text);
    const outer = gridOf(table);
    for (const caption of childElements(table)) if (caption.tagName === 'caption' && isShown(caption)) this.write(caption);
    const spots = this.around.has(table) ? outer : (openNested(outer, lines) ?? outer);
    if (this.around.has(table) || isLayout(table, spots, lines)) {
      for (const { element } of outer) this.write(element);
    } else {
      this.push(dataTable(spots, lines), sumOf(spots.flatMap(({ element }) => shown(element))));
    }
  }

  private push(block: Block, { linked, files }: Pick<ShownLine, 'linked' | 'files'>): void {
    this.blocks.push({ block, place: this.place, linked, files });
  }
}

const sumOf = (lines: readonly ShownLine[]): Pick<ShownLine, 'linked' | 'files'> => ({
  linked: lines.reduce((sum, line) => sum + line.linked, 0),
  files: lines.flatMap((line) => line.files),
});

function gather(element: Element, verbatim: boolean, emit: (line: ShownLine) => void): void {
  const gatherer = new LineGatherer(emit);
  const kept = verbatim || isVerbatim(element);
  for (const node of element.childNodes) {
    if (!isBlock(node)) gatherer.add(node, kept);
    else {
      gatherer.end();
      if (isElement(node) && isShown(node)) gather(node, kept, emit);
    }
  }
  gatherer.end();
}

/** The lines of a table's cell. */
function shownIn(element: Element): ShownLine[] {
  const lines: ShownLine[] = [];
  gather(element, false, (line) => lines.push(line));
  return lines;
}
