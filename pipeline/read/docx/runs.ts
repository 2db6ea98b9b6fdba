import type { Block, ReadWarning } from '../../../schemas/index.js';
import { textBlock } from '../blocks.js';
import { Fields } from './fields.js';
import { alternative, isTransparent, runText, wordsOf } from './markup.js';
import type { Styles } from './styles.js';
import { childOf, childrenOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** Drawings whose text stands in a part of its own. */
const APART = new Map([
  ['c:chart', 'a chart'],
  ['dgm:relIds', 'a diagram (SmartArt)'],
]);

/** A paragraph as it is being read: its text, and the text boxes that hang on it. */
export interface Written {
  text: string;
  boxes: Block[];
}

/** A mark of a note in the text. */
export interface NoteMark {
  kind: 'w:footnote' | 'w:endnote';
  id: string;
}

/** Reads what stands inside paragraphs. One reader goes over all parts, because fields run on. */
export class RunReader {
  readonly warnings: ReadWarning[] = [];
  /** Footnotes and endnotes in the order of their marks. */
  readonly notes: NoteMark[] = [];
  /** Text that Word does not show: hidden text, text inside field codes, and tables of contents. */
  leftOut = '';
  readonly fields = new Fields();

  constructor(
    private readonly styles: Styles,
    private readonly boxBlocks: (content: XmlElement) => Block[],
  ) {}

  /** The text of a paragraph's, link's or tag's children. */
  write(element: XmlElement, into: Written, hidden: boolean): void {
    for (const child of childrenOf(element)) {
      if (child.name === 'w:r' || child.name === 'm:r') this.run(child, into, hidden);
      else if (child.name === 'mc:AlternateContent') this.write(alternative(child), into, hidden);
      else if (isTransparent(child) || child.name.startsWith('m:')) this.write(child, into, hidden);
    }
  }

  private run(run: XmlElement, into: Written, hiddenBefore: boolean): void {
    const properties = childOf(run, 'w:rPr');
    const style = this.styles.character(valueOf(properties, 'w:rStyle'));
    const hidden = switchOf(properties, 'w:vanish') ?? (style.hidden || hiddenBefore);
    const fonts = childOf(properties, 'w:rFonts')?.attributes;
    const font = fonts?.get('w:hAnsi') ?? fonts?.get('w:ascii') ?? '';
    for (const child of childrenOf(run)) this.runChild(child, into, hidden, font);
  }

  private runChild(child: XmlElement, into: Written, hidden: boolean, font: string): void {
    switch (child.name) {
      case 'w:fldChar':
        this.text(this.fields.mark(child.attributes.get('w:fldCharType')), into, hidden);
        return;
      case 'w:instrText':
        this.fields.code(wordsOf(child));
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
        for (const inner of childrenOf(alternative(child))) this.runChild(inner, into, hidden, font);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        if (!hidden) this.textBoxes(child, into);
        return;
      default:
        this.text(runText(child, font), into, hidden);
    }
  }

  private text(text: string, into: Written, hidden: boolean): void {
    if (hidden || this.fields.silent) this.leftOut += text;
    else into.text += text;
  }

  /** Letterheads often stand in a text box, or as WordArt in a text path. */
  private textBoxes(drawing: XmlElement, into: Written): void {
    for (const child of childrenOf(drawing)) {
      const path = child.name === 'v:textpath' ? (child.attributes.get('string') ?? '').trim() : '';
      if (path !== '') into.boxes.push(textBlock('paragraph', path));
      const apart = APART.get(child.name);
      if (apart !== undefined) this.notRead(apart);
      if (child.name === 'w:txbxContent') into.boxes.push(...this.fields.apart(() => this.boxBlocks(child)));
      else this.textBoxes(child.name === 'mc:AlternateContent' ? alternative(child) : child, into);
    }
  }

  /** Tells of something in the file that has text of its own and is not read. */
  notRead(what: string): void {
    this.warnings.push({ code: 'part_not_read', page: null, detail: `${what} was not read` });
  }
}
