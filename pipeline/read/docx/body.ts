import type { Block, ReadWarning } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { isTypedIndent, labelled, LEAST_INDENT, paragraphBlock, trimmed as trimmedOf } from './labels.js';
import { flattened } from './markup.js';
import type { Numbering } from './numbering.js';
import { RunReader, type NoteMark, type Written } from './runs.js';
import { indentOf, numberingOf, outlineLevel, type StyleFacts, type Styles } from './styles.js';
import { TableReader } from './rows.js';
import { childOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** Reads a part's paragraphs and tables in order. One reader goes over all parts, because numbers and fields run on. */
export class BodyReader {
  private readonly runs: RunReader;
  private readonly tables: TableReader;
  private carried = '';
  private contents = false;

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {
    this.runs = new RunReader(styles, (content) => this.blocks(content));
    this.tables = new TableReader(styles, (content) => this.blocks(content));
  }

  get warnings(): ReadWarning[] {
    const contents: ReadWarning = { code: 'contents_left_out', page: null, detail: 'a table of contents was left out' };
    return [...this.runs.warnings, ...this.tables.warnings, ...(this.contents ? [contents] : [])];
  }

  get notes(): NoteMark[] {
    return this.runs.notes;
  }

  get leftOut(): string {
    return this.runs.leftOut;
  }

  /** The blocks of a body, a text box, a note or a table cell. */
  blocks(container: XmlElement): Block[] {
    // What a paragraph whose end was deleted left over belongs to the next one of the same container.
    const outside = this.carried;
    this.carried = '';
    const blocks = this.contained(container);
    const left = this.carried.trim();
    this.carried = outside;
    return left === '' ? blocks : [...blocks, textBlock('paragraph', left)];
  }

  private contained(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    let blank = false;
    const elements = flattened(container);
    elements.forEach((element, index) => {
      if (element.name === 'w:tbl') {
        const beside = elements[index - 1]?.name === 'w:tbl' || elements[index + 1]?.name === 'w:tbl';
        blocks.push(...this.tables.read(element, beside));
        blank = false;
      } else if (element.name === 'w:p') {
        const found = this.paragraph(element, blank);
        blank = found.length === 0;
        blocks.push(...found);
      } else if (element.name === 'w:altChunk') this.runs.notRead('a document embedded in the file (altChunk)');
    });
    return blocks;
  }

  private paragraph(element: XmlElement, blankBefore: boolean): Block[] {
    const properties = childOf(element, 'w:pPr');
    const mark = childOf(properties, 'w:rPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = this.styles.paragraph(styleId);
    const inContents: boolean = this.runs.fields.inContents;
    const written: Written = { text: '', boxes: [] };
    this.runs.write(element, written, style.hidden);
    const text = this.carried + written.text;
    this.carried = '';
    if (childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined) {
      // The end of this paragraph is gone: what is left of it belongs to the next one, whose number it takes (17.13.5.15).
      this.carried = text;
      return written.boxes;
    }
    const trimmed = trimmedOf(text);
    if (style.contents || inContents || this.runs.fields.inContents) {
      // A line of a table of contents says again what the headings say; what stands beside it in its paragraph is text.
      this.contents = true;
      if (style.contents) this.runs.leftOut += text;
      if (style.contents || trimmed === '') return written.boxes;
    }
    // A paragraph that is hidden with its mark is not counted either.
    if (trimmed === '' && (switchOf(mark, 'w:vanish') ?? style.hidden)) return written.boxes;
    const label = this.label(properties, styleId, style);
    if (trimmed === '' && label === '') return written.boxes;
    const level = outlineLevel(properties) ?? style.level;
    const indented = isIndented(properties, style) || isTypedIndent(text);
    return [...written.boxes, paragraphBlock(level, labelled(label, trimmed), { blankBefore, indented })];
  }

  private label(properties: XmlElement | undefined, styleId: string | undefined, style: StyleFacts): string {
    const own = numberingOf(properties);
    const id = own?.id ?? style.numbering?.id;
    if (id === undefined || id === '0') return '';
    const ofStyle = this.numbering.levelOfStyle(id, styleId) ?? this.numbering.levelOfStyle(id, style.numbering?.style);
    return this.numbering.next(id, own?.level ?? ofStyle ?? style.numbering?.level ?? 0);
  }
}

function isIndented(properties: XmlElement | undefined, style: StyleFacts): boolean {
  const own = indentOf(properties);
  return (own.first ?? style.indent.first ?? 0) + Math.max(own.left ?? style.indent.left ?? 0, 0) >= LEAST_INDENT;
}
