import type { Block, ReadWarning } from '../../../schemas/index.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import { textBlock } from '../blocks.js';
import type { Numbering } from './numbering.js';
import { indentOf, numberingOf, outlineLevel, type StyleFacts, type Styles } from './styles.js';
import { symbol } from './symbols.js';
import { placeRows, type RowCell } from './tables.js';
import { childOf, childrenOf, numberOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** Elements that hold content without adding anything: revisions that are accepted, tags, links (17.5, 17.13, 17.16). */
const TRANSPARENT = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
  'w:ruby',
  'm:oMath',
  'm:oMathPara',
]);
/** A first-line indent from half a character on, in twentieths of a point. */
const LEAST_INDENT = 100;

/** A paragraph as it is being read: its text, and the text boxes that hang on it. */
interface Written {
  text: string;
  boxes: Block[];
}

/** Reads a part's paragraphs and tables in order. One reader goes over all parts, because numbers and fields run on. */
export class BodyReader {
  readonly warnings: ReadWarning[] = [];
  /** Footnotes and endnotes in the order of their marks. */
  readonly notes: { kind: 'w:footnote' | 'w:endnote'; id: string }[] = [];
  /** Text that Word does not show: hidden text, and text inside field codes. */
  leftOut = '';
  private readonly fields: ('code' | 'result')[] = [];
  private carried = '';
  private cells = 0;

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  /** The blocks of a body, a text box, a note or a table cell. */
  blocks(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    let blank = false;
    for (const element of flattened(container)) {
      if (element.name === 'w:tbl') {
        blocks.push(...this.table(element));
        blank = false;
      } else if (element.name === 'w:p') {
        const found = this.paragraph(element, blank);
        blank = found.length === 0;
        blocks.push(...found);
      } else if (element.name === 'w:altChunk') {
        this.warnings.push({
          code: 'part_not_read',
          page: null,
          detail: 'a document embedded in the file (altChunk) was not read',
        });
      }
    }
    return blocks;
  }

  private paragraph(element: XmlElement, blankBefore: boolean): Block[] {
    const properties = childOf(element, 'w:pPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = this.styles.paragraph(styleId);
    const written: Written = { text: '', boxes: [] };
    this.write(element, written, style.hidden);
    const label = this.label(properties, styleId, style);
    const text = this.carried + written.text;
    this.carried = '';
    if (childOf(childOf(properties, 'w:rPr'), 'w:del') !== undefined) {
      // The end of this paragraph was deleted: what follows belongs to it (17.13.5.15).
      this.carried = text;
      return written.boxes;
    }
    const trimmed = text.replace(/^[\s\u200B]+|[\s\u200B]+$/g, '');
    if (trimmed === '' && label === '') return written.boxes;
    const level = outlineLevel(properties) ?? style.level;
    const rest = { blankBefore, indented: isIndented(properties, style) || /^(?:\u3000\u3000| {2}|\t)/.test(text) };
    const block = textBlock(level === null ? 'paragraph' : 'heading', labelled(label, trimmed), { ...rest, level });
    return [...written.boxes, block];
  }

  private label(properties: XmlElement | undefined, styleId: string | undefined, style: StyleFacts): string {
    const own = numberingOf(properties);
    const id = own?.id ?? style.numbering?.id;
    if (id === undefined || id === '0') return '';
    const level = own?.level ?? style.numbering?.level ?? this.numbering.levelOfStyle(id, styleId);
    return this.numbering.next(id, level);
  }

  /** The text of a paragraph's, link's or run's children. */
  private write(element: XmlElement, into: Written, hidden: boolean): void {
    for (const child of childrenOf(element)) {
      if (child.name === 'w:r' || child.name === 'm:r') this.run(child, into, hidden);
      else if (child.name === 'mc:AlternateContent') this.write(alternative(child), into, hidden);
      else if (TRANSPARENT.has(child.name) || child.name.startsWith('m:')) this.write(child, into, hidden);
    }
  }

  private run(run: XmlElement, into: Written, hiddenBefore: boolean): void {
    const properties = childOf(run, 'w:rPr');
    const style = this.styles.character(valueOf(properties, 'w:rStyle'));
    const hidden = switchOf(properties, 'w:vanish') ?? (style.hidden || hiddenBefore);
    for (const child of childrenOf(run)) this.runChild(child, into, hidden);
  }

  private runChild(child: XmlElement, into: Written, hidden: boolean): void {
    switch (child.name) {
      case 'w:fldChar':
        this.field(child.attributes.get('w:fldCharType'));
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.notes.push({
          kind: child.name === 'w:footnoteReference' ? 'w:footnote' : 'w:endnote',
          id: child.attributes.get('w:id') ?? '',
        });
        return;
      case 'w:ruby':
        this.write(child, into, hidden);
        return;
      case 'mc:AlternateContent':
        for (const inner of childrenOf(alternative(child))) this.runChild(inner, into, hidden);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.textBoxes(child, into);
        return;
      default: {
        const text = runText(child);
        if (hidden || this.fields.includes('code')) this.leftOut += text;
        else into.text += text;
      }
    }
  }

  /** Of a field, the code is no text and the result is (17.16.18). */
  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'end') this.fields.pop();
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
  }

  /** Letterheads often stand in a text box, or as WordArt in a text path. */
  private textBoxes(drawing: XmlElement, into: Written): void {
    for (const child of childrenOf(drawing)) {
      const path = child.name === 'v:textpath' ? (child.attributes.get('string') ?? '').trim() : '';
      if (path !== '') into.boxes.push(textBlock('paragraph', path));
      if (child.name === 'w:txbxContent') into.boxes.push(...this.apart(() => this.blocks(child)));
      else this.textBoxes(child.name === 'mc:AlternateContent' ? alternative(child) : child, into);
    }
  }

  /** Reads something that stands inside a paragraph without mixing it up with the paragraph's own state. */
  private apart<T>(read: () => T): T {
    const [carried, fields] = [this.carried, this.fields.splice(0)];
    this.carried = '';
    const result = read();
    this.carried = carried;
    this.fields.splice(0, this.fields.length, ...fields);
    return result;
  }

  private table(element: XmlElement): Block[] {
    const rows = flattened(element).filter(
      (row) => row.name === 'w:tr' && childOf(childOf(row, 'w:trPr'), 'w:del') === undefined,
    );
    const [only, ...others] = rows;
    const alone = only === undefined || others.length > 0 ? [] : rowCells(only);
    // A table of one cell is a frame around text.
    if (alone.length === 1 && alone[0] !== undefined) return this.blocks(alone[0]);
    const read = rows.map((row) => this.row(row));
    return read.length === 0 ? [] : [placeRows(read)];
  }

  private row(row: XmlElement): RowCell[] {
    const before = numberOf(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')) ?? 0;
    return rowCells(row).map((cell, index) => {
      this.cells += 1;
      if (this.cells > BOUNDS.cells) throw tooLarge('cells');
      const properties = childOf(cell, 'w:tcPr');
      const merge = childOf(properties, 'w:vMerge');
      const sideways = childOf(properties, 'w:hMerge');
      return {
        skip: index === 0 ? before : 0,
        span: Math.min(Math.max(numberOf(childOf(properties, 'w:gridSpan')) ?? 1, 1), 1000),
        // Without a value both merges go on (17.4.84, 17.4.22).
        goesOn: merge !== undefined && merge.attributes.get('w:val') !== 'restart',
        goesOnSideways: sideways !== undefined && sideways.attributes.get('w:val') !== 'restart',
        text: this.blocks(cell).map(flatText).join('\n'),
      };
    });
  }
}

function rowCells(row: XmlElement): XmlElement[] {
  return flattened(row).filter((cell) => cell.name === 'w:tc' && childOf(childOf(cell, 'w:tcPr'), 'w:cellDel') === undefined);
}

/** A block inside a cell as text: of a nested table, a line for each row and a tab between cells. */
function flatText(block: Block): string {
  if (block.kind !== 'table') return block.text;
  const rows = Array.from({ length: block.rows }, (_, row) => block.cells.filter((cell) => cell.row === row));
  return rows.map((cells) => cells.map((cell) => cell.text.replaceAll('\n', ' ')).join('\t')).join('\n');
}

/** Children with the transparent wrappers between them taken away. */
function flattened(container: XmlElement): XmlElement[] {
  return childrenOf(container).flatMap((child) => {
    if (child.name === 'mc:AlternateContent') return flattened(alternative(child));
    return TRANSPARENT.has(child.name) ? flattened(child) : [child];
  });
}

/** The newer form of what stands in two forms (ECMA-376 part 3, 7.5); the older one where there is no newer. */
function alternative(element: XmlElement): XmlElement {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element;
}

function runText(child: XmlElement): string {
  switch (child.name) {
    case 'w:t':
    case 'm:t':
      return child.children
        .filter((part) => typeof part === 'string')
        .join('')
        .replaceAll('\u00AD', '')
        .replace(/[\r\n]+/g, ' ');
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(child.attributes.get('w:font') ?? '', child.attributes.get('w:char') ?? '');
    default:
      return '';
  }
}

function isIndented(properties: XmlElement | undefined, style: StyleFacts): boolean {
  const own = indentOf(properties);
  return (own.first ?? style.indent.first ?? 0) + Math.max(own.left ?? style.indent.left ?? 0, 0) >= LEAST_INDENT;
}

/** An automatic number before its text, parted from it only where the two would run together. */
function labelled(label: string, text: string): string {
  const together = /[0-9A-Za-z]$/.test(label) || (/[.．]$/.test(label) && /^[0-9A-Za-z]/.test(text));
  return text !== '' && label !== '' && together ? `${label} ${text}` : label + text;
}
