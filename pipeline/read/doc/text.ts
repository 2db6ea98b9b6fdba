import { Fields } from '../docx/fields.js';
import { symbol } from '../docx/symbols.js';
import { fontsOf } from './fonts.js';
import type { WordFile } from './fib.js';
import { pieceText, type PieceText } from './pieces.js';
import { applyCharacter, applyParagraph, type CharacterFacts, type ParagraphFacts } from './properties.js';
import { runAt, runsOf, type Run } from './runs.js';
import { Styles } from './styles.js';

/** A paragraph of a story, with what its mark says. */
export interface Paragraph {
  text: string;
  facts: ParagraphFacts;
  /** tables around it */
  depth: number;
  endsCell: boolean;
  endsRow: boolean;
  markDeleted: boolean;
  markHidden: boolean;
  inContents: boolean;
  /** positions of drawings that hang on it */
  anchors: number[];
}

const FIELD_MARKS: Readonly<Record<string, string>> = { '\u0013': 'begin', '\u0014': 'separate', '\u0015': 'end' };
/** Characters that stand for something else where they are marked as special, and what they are as text (MS-DOC 2.4.1). */
const CONTROLS: Readonly<Record<string, string>> = {
  '\u000b': '\n',
  '\u000c': '\n',
  '\u000e': '\n',
  '\u001e': '-',
  '\u001f': '',
};

/** Reads character positions as paragraphs: special characters resolved, deleted and hidden text and field codes left out. */
export class TextReader {
  /** Text that Word does not show. */
  leftOut = '';
  private readonly pieces: PieceText;
  private readonly characters: Run[];
  private readonly marks: Run[];
  private readonly styles: Styles;
  private readonly fonts: readonly string[];
  private fields = new Fields();
  private readonly known = new Map<Run, Map<number, CharacterFacts>>();

  constructor(private readonly file: WordFile) {
    this.pieces = pieceText(file);
    this.characters = runsOf(file, 'characterPages');
    this.marks = runsOf(file, 'paragraphPages');
    this.styles = new Styles(file);
    this.fonts = fontsOf(file.part('fonts'));
  }

  paragraphs(start: number, end: number): Paragraph[] {
    this.fields = new Fields();
    const found: Paragraph[] = [];
    let from = start;
    const last = Math.min(end, this.pieces.text.length);
    for (let at = start; at < last; at += 1) {
      if (!this.endsParagraph(at)) continue;
      found.push(this.paragraph(from, at));
      from = at + 1;
    }
    if (from < last) found.push(this.paragraph(from, last - 1, true));
    return found;
  }

  /** A page break in the middle of a paragraph is the same character as the mark that ends a section. */
  private endsParagraph(at: number): boolean {
    const character = this.pieces.text.charCodeAt(at);
    if (character === 0x0d || character === 0x07) return true;
    if (character !== 0x0c) return false;
    const place = this.pieces.place(at);
    const run = runAt(this.marks, place.at);
    return run !== undefined && run.end <= place.at + place.width;
  }

  private paragraph(start: number, mark: number, markIsText = false): Paragraph {
    const { at } = this.pieces.place(mark);
    const run = runAt(this.marks, at);
    const style = this.styles.facts(run?.style ?? 0);
    const facts = run === undefined ? style.paragraph : applyParagraph(style.paragraph, run.changes, this.file);
    const before = this.fields.inContents;
    const written = this.text(start, markIsText ? mark + 1 : mark, run?.style ?? 0);
    const inContents = style.contents || before || this.fields.inContents;
    if (style.contents) this.leftOut += written.text;
    const end = this.character(mark, run?.style ?? 0);
    const isCellMark = this.pieces.text.charCodeAt(mark) === 0x07;
    const depth = facts.depth > 0 ? facts.depth : facts.inTable || facts.endsRow ? 1 : 0;
    return {
      text: style.contents ? '' : written.text,
      facts,
      depth,
      endsCell: depth > 1 ? facts.endsInnerCell : isCellMark,
      endsRow: depth > 1 ? facts.endsInnerRow : facts.endsRow,
      markDeleted: end.deleted,
      markHidden: end.hidden,
      inContents,
      anchors: written.anchors,
    };
  }

  private text(start: number, end: number, style: number): { text: string; anchors: number[] } {
    let text = '';
    const anchors: number[] = [];
    for (let at = start; at < end;) {
      const stop = Math.min(this.runEnd(at), end);
      const facts = this.character(at, style);
      for (; at < stop; at += 1) {
        const character = this.pieces.text.charAt(at);
        if (facts.special && character === '\u0008' && !facts.hidden && !facts.deleted) anchors.push(at);
        const said = facts.deleted ? '' : this.said(character, facts);
        if (facts.hidden || this.fields.silent) this.leftOut += said;
        else text += said;
      }
    }
    return { text, anchors };
  }

  /** What one character says; characters of a field's code go to the field. */
  private said(character: string, facts: CharacterFacts): string {
    const mark = FIELD_MARKS[character];
    if (mark !== undefined) return this.fields.mark(mark);
    this.fields.code(character);
    if (facts.special && facts.symbol !== null)
      return symbol(this.fonts[facts.symbol.font] ?? '', facts.symbol.character.toString(16));
    const control = CONTROLS[character];
    if (control !== undefined) return control;
    if (character === '\t') return character;
    return character < ' ' || (facts.special && character === '(') ? '' : character.replace('\u00ad', '');
  }

  private runEnd(at: number): number {
    const place = this.pieces.place(at);
    const run = runAt(this.characters, place.at);
    const end = run === undefined ? at + 1 : at + Math.max(Math.floor((run.end - place.at) / place.width), 1);
    return Math.min(end, place.end);
  }

  private character(at: number, style: number): CharacterFacts {
    const base = this.styles.facts(style).character;
    const run = runAt(this.characters, this.pieces.place(at).at);
    if (run === undefined) return base;
    const known = this.known.get(run) ?? new Map<number, CharacterFacts>();
    this.known.set(run, known);
    const before = known.get(style);
    if (before !== undefined) return before;
    const own = applyCharacter({ ...base, style: null }, run.changes);
    const named = own.style === null ? base : { ...base, hidden: base.hidden || this.styles.facts(own.style).character.hidden };
    const found = own.style === null ? own : applyCharacter(named, run.changes);
    known.set(style, found);
    return found;
  }
}
